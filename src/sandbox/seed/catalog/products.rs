//! The products themselves. Ids look like those of the published bodies and are ours.

use super::languages::{ALL, ENGLISH, FEW, MANY, OLDER, ONE, SERVER};
use super::skus::{
    ACCESS, APPLICATION, CAL_TERMS, CALS, COLLABORATION, CORE_TERMS, CORES, DATABASE, DESKTOP,
    DEVELOPMENT, DEVICE_TERM, MANAGEMENT, ONE_LICENSE, OPERATING_SYSTEM, SERVER_TERMS, SUITE,
};
use super::{Build, Family, File, Key, Language, Sku, Text, Version};

const fn version(
    title: &'static str,
    languages: &'static [Language],
    builds: &'static [Build],
) -> Version {
    Version {
        title,
        languages,
        builds,
    }
}

const fn build(title: &'static str, file: File) -> Build {
    Build { title, file }
}

const X64: &[Build] = &[build("64 Bit, ISO", File::Iso)];
const X86_X64: &[Build] = &[
    build("32 Bit, ISO", File::Iso),
    build("64 Bit, ISO", File::Iso),
];
const X64_ARM: &[Build] = &[
    build("64 Bit, ISO", File::Iso),
    build("ARM64, ISO", File::Iso),
];
const X64_ZIP: &[Build] = &[
    build("64 Bit, ISO", File::Iso),
    build("64 Bit, ZIP", File::Zip),
];
const ZIP: &[Build] = &[build("64 Bit, ZIP", File::Zip)];

const fn product(
    id: &'static str,
    title: &'static str,
    description: Text,
    skus: &'static [Sku],
    versions: &'static [Version],
) -> Family {
    Family {
        id,
        title,
        description,
        skus,
        key: Key::Digits,
        versions,
        includes: &[],
    }
}

/// A product that is activated otherwise than by 32 digits.
const fn keyed(key: Key, product: Family) -> Family {
    Family { key, ..product }
}

const WINDOWS_SERVER: &[Version] = &[
    version("Windows Server 2025 Standard/Datacenter", SERVER, X64),
    version("Windows Server 2022 Standard/Datacenter", SERVER, X64),
    version("Windows Server 2019 Standard/Datacenter", FEW, X64),
    version("Windows Server 2016 Standard/Datacenter", FEW, X64),
];
const SQL_STANDARD: &[Version] = &[
    version("SQL Server 2022 Standard", SERVER, X64),
    version("SQL Server 2019 Standard", SERVER, X64),
    version("SQL Server 2017 Standard", FEW, X64),
];
const SQL_ENTERPRISE: &[Version] = &[
    version("SQL Server 2022 Enterprise", SERVER, X64),
    version("SQL Server 2019 Enterprise", SERVER, X64),
    version("SQL Server 2017 Enterprise", FEW, X64),
];

/// Every product that is written down: first those that are sold to everybody, then those of one
/// segment. 40 x 2 + 26 x 2 + 24 = 156 downloads belong
/// to Office LTSC Professional Plus.
pub const FAMILIES: &[Family] = &[
    product(
        "DG7GMGF0DVWS",
        "Windows Server 2025 Standard",
        OPERATING_SYSTEM,
        CORES,
        WINDOWS_SERVER,
    ),
    product(
        "DG7GMGF0DVWD",
        "Windows Server 2025 Datacenter",
        OPERATING_SYSTEM,
        CORES,
        WINDOWS_SERVER,
    ),
    product(
        "DG7GMGF0D22S",
        "Windows Server 2022 Standard",
        OPERATING_SYSTEM,
        CORES,
        WINDOWS_SERVER.split_at(1).1,
    ),
    product(
        "DG7GMGF0DVST",
        "Windows Server Standard",
        OPERATING_SYSTEM,
        SERVER_TERMS,
        WINDOWS_SERVER,
    ),
    keyed(
        Key::None,
        product("DG7GMGF0DVT7", "Windows Server 2025 CAL", ACCESS, CALS, &[]),
    ),
    product(
        "DG7GMGF0DRDS",
        "Windows Server 2025 Remote Desktop Services CAL",
        ACCESS,
        CALS,
        &[],
    ),
    product(
        "DG7GMGF0DVSV",
        "Windows Server Remote Desktop Services CAL",
        ACCESS,
        CAL_TERMS,
        &[],
    ),
    product(
        "DG7GMGF0DSQS",
        "SQL Server 2022 Standard Core",
        DATABASE,
        CORES.split_at(1).1,
        SQL_STANDARD,
    ),
    product(
        "DG7GMGF0DSQE",
        "SQL Server 2022 Enterprise Core",
        DATABASE,
        CORES.split_at(1).1,
        SQL_ENTERPRISE,
    ),
    product(
        "DG7GMGF0DSQV",
        "SQL Server 2022 Standard",
        DATABASE,
        ONE_LICENSE,
        SQL_STANDARD,
    ),
    keyed(
        Key::None,
        product("DG7GMGF0DSQC", "SQL Server 2022 CAL", ACCESS, CALS, &[]),
    ),
    product(
        "DG7GMGF0FKZS",
        "SQL Server Standard",
        DATABASE,
        CORE_TERMS,
        SQL_STANDARD,
    ),
    product(
        "DG7GMGF0FKZV",
        "SQL Server Enterprise",
        DATABASE,
        CORE_TERMS,
        SQL_ENTERPRISE,
    ),
    product(
        "DG7GMGF0DWTK",
        "Office LTSC Professional Plus 2024",
        SUITE,
        ONE_LICENSE,
        &[
            version("Office LTSC Professional Plus 2024", ALL, X86_X64),
            version("Office LTSC Professional Plus 2021", MANY, X86_X64),
            version("Office Professional Plus 2019", OLDER, X64),
        ],
    ),
    product(
        "DG7GMGF0DWTS",
        "Office LTSC Standard 2024",
        SUITE,
        ONE_LICENSE,
        &[
            version("Office LTSC Standard 2024", MANY, X86_X64),
            version("Office LTSC Standard 2021", MANY, X86_X64),
        ],
    ),
    product(
        "DG7GMGF0DWTM",
        "Office LTSC Standard for Mac 2024",
        SUITE,
        ONE_LICENSE,
        &[version("Office LTSC Standard for Mac 2024", ONE, ZIP)],
    ),
    product(
        "DG7GMGF0DWVP",
        "Visio LTSC Professional 2024",
        APPLICATION,
        ONE_LICENSE,
        &[
            version("Visio LTSC Professional 2024", MANY, X86_X64),
            version("Visio LTSC Professional 2021", OLDER, X86_X64),
        ],
    ),
    product(
        "DG7GMGF0DWVS",
        "Visio LTSC Standard 2024",
        APPLICATION,
        ONE_LICENSE,
        &[version("Visio LTSC Standard 2024", MANY, X86_X64)],
    ),
    product(
        "DG7GMGF0DWPP",
        "Project Professional 2024",
        APPLICATION,
        ONE_LICENSE,
        &[
            version("Project Professional 2024", MANY, X86_X64),
            version("Project Professional 2021", OLDER, X86_X64),
            version("Project Professional 2019", FEW, X64),
        ],
    ),
    product(
        "DG7GMGF0DWPS",
        "Project Standard 2024",
        APPLICATION,
        ONE_LICENSE,
        &[version("Project Standard 2024", MANY, X86_X64)],
    ),
    keyed(
        Key::Groups,
        product(
            "DG7GMGF0DWTL",
            "Access LTSC 2024",
            APPLICATION,
            ONE_LICENSE,
            &[version("Access LTSC 2024", FEW, X86_X64)],
        ),
    ),
    product(
        "DG7GMGF0DEXS",
        "Exchange Server 2019 Standard",
        COLLABORATION,
        ONE_LICENSE,
        &[
            version("Exchange Server 2019", ONE, X64),
            version("Exchange Server 2016", ONE, X64),
        ],
    ),
    product(
        "DG7GMGF0DEXE",
        "Exchange Server 2019 Enterprise",
        COLLABORATION,
        ONE_LICENSE,
        &[version("Exchange Server 2019", ONE, X64)],
    ),
    keyed(
        Key::None,
        product(
            "DG7GMGF0DEXC",
            "Exchange Server 2019 Standard CAL",
            ACCESS,
            CALS,
            &[],
        ),
    ),
    product(
        "DG7GMGF0DSPS",
        "SharePoint Server 2019",
        COLLABORATION,
        ONE_LICENSE,
        &[
            version("SharePoint Server Subscription Edition", FEW, X64_ZIP),
            version("SharePoint Server 2019", SERVER, X64),
            version("SharePoint Server 2016", SERVER, X64),
        ],
    ),
    product(
        "DG7GMGF0DSKB",
        "Skype for Business Server 2019",
        COLLABORATION,
        ONE_LICENSE,
        &[version("Skype for Business Server 2019", FEW, X64)],
    ),
    product(
        "DG7GMGF0DPRS",
        "Project Server 2019",
        COLLABORATION,
        ONE_LICENSE,
        &[version("Project Server 2019", SERVER, X64)],
    ),
    product(
        "DG7GMGF0DSCS",
        "System Center 2025 Standard",
        MANAGEMENT,
        CORES,
        &[
            version("System Center 2025", ENGLISH, X64_ZIP),
            version("System Center 2022", ENGLISH, X64),
        ],
    ),
    product(
        "DG7GMGF0DSCD",
        "System Center 2025 Datacenter",
        MANAGEMENT,
        CORES,
        &[
            version("System Center 2025", ENGLISH, X64_ZIP),
            version("System Center 2022", ENGLISH, X64),
        ],
    ),
    Family {
        includes: &["DG7GMGF0DVWS", "DG7GMGF0DSCS"],
        ..keyed(
            Key::None,
            product(
                "DG7GMGF0DCIS",
                "Core Infrastructure Server Suite Standard",
                MANAGEMENT,
                CORES,
                &[],
            ),
        )
    },
    Family {
        includes: &["DG7GMGF0DWTK", "DG7GMGF0DWVP", "DG7GMGF0DWPP"],
        ..keyed(
            Key::None,
            product(
                "DG7GMGF0DWBN",
                "Office LTSC Desktop Bundle 2024",
                SUITE,
                ONE_LICENSE,
                &[],
            ),
        )
    },
    product(
        "DG7GMGF0DW1P",
        "Windows 11 Pro Upgrade",
        DESKTOP,
        ONE_LICENSE,
        &[
            version("Windows 11 Pro", ALL, X64_ARM),
            version("Windows 10 Pro", MANY, X86_X64),
        ],
    ),
    product(
        "DG7GMGF0DW1L",
        "Windows 11 Enterprise LTSC 2024 Upgrade",
        DESKTOP,
        ONE_LICENSE,
        &[version("Windows 11 Enterprise LTSC 2024", ALL, X64)],
    ),
    product(
        "DG7GMGF0DESU",
        "Windows 10 Extended Security Updates 2026",
        DESKTOP,
        DEVICE_TERM,
        &[],
    ),
    keyed(
        Key::None,
        product(
            "DG7GMGF0DVSP",
            "Visual Studio Professional 2022",
            DEVELOPMENT,
            ONE_LICENSE,
            &[version("Visual Studio Professional 2022", ONE, X64)],
        ),
    ),
    product(
        "DG7GMGF0DBTS",
        "BizTalk Server 2020 Standard",
        DEVELOPMENT,
        CORES.split_at(1).1,
        &[version("BizTalk Server 2020", SERVER, X64)],
    ),
    product(
        "DG7GMGF0DEDU",
        "Windows 11 Education Upgrade",
        DESKTOP,
        ONE_LICENSE,
        &[version("Windows 11 Education", MANY, X64_ARM)],
    ),
    product(
        "DG7GMGF0DNPO",
        "Office LTSC Standard 2024 for Nonprofits",
        SUITE,
        ONE_LICENSE,
        &[version("Office LTSC Standard 2024", MANY, X86_X64)],
    ),
    product(
        "DG7GMGF0DGOV",
        "Office LTSC Professional Plus 2024 for Government",
        SUITE,
        ONE_LICENSE,
        &[version("Office LTSC Professional Plus 2024", MANY, X86_X64)],
    ),
];
