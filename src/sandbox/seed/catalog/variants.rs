//! Made-up products, for a catalogue as large as one asks for: title and family follow from a number.

const AREAS: [&str; 25] = [
    "Archive",
    "Backup",
    "Billing",
    "Catalogue",
    "Claims",
    "Compliance",
    "Contract",
    "Dispatch",
    "Facility",
    "Field Service",
    "Fleet",
    "Forecast",
    "Inventory",
    "Laboratory",
    "Ledger",
    "Logistics",
    "Maintenance",
    "Patient Record",
    "Payroll",
    "Procurement",
    "Quality",
    "Records",
    "Scheduling",
    "Shipping",
    "Warehouse",
];

/// What it is, and the family whose SKUs, keys and downloads it has.
const KINDS: [(&str, &str); 8] = [
    ("Server", "DG7GMGF0DVWS"),
    ("Database Core", "DG7GMGF0DSQS"),
    ("Suite", "DG7GMGF0DWTS"),
    ("Designer", "DG7GMGF0DWVP"),
    ("Console", "DG7GMGF0DSCS"),
    ("Device Upgrade", "DG7GMGF0DW1P"),
    ("CAL", "DG7GMGF0DVT7"),
    ("Server Subscription", "DG7GMGF0FKZS"),
];

const YEARS: u32 = 10;
const FIRST_YEAR: u32 = 2016;

const EDITIONS: [&str; 5] = [
    "Standard",
    "Professional",
    "Enterprise",
    "Essentials",
    "Datacenter",
];

/// As many as there are combinations; 7,919 is prime, so every number has its own.
fn parts(number: u32) -> (usize, usize, u32, usize) {
    let combination = number.wrapping_mul(7_919) % 10_000;
    let (rest, area) = (combination / 25, combination % 25);
    let (rest, kind) = (rest / 8, rest % 8);
    let (rest, year) = (rest / YEARS, rest % YEARS);
    (area as usize, kind as usize, year, rest as usize % 5)
}

pub fn title(number: u32) -> String {
    let (area, kind, year, edition) = parts(number);
    let year = FIRST_YEAR + year;
    format!(
        "{} {} {year} {}",
        AREAS[area], KINDS[kind].0, EDITIONS[edition]
    )
}

/// The id of the family that a variant belongs to.
pub fn family(number: u32) -> &'static str {
    KINDS[parts(number).1].1
}

const PREFIX: &str = "DG7GMGG0";
const DIGITS: &[u8; 20] = b"BCDFGHJKLMNPQRSTVWXZ";

/// The number in base 20, behind a prefix that no written product has.
pub fn id(number: u32) -> String {
    let place = |power: u32| char::from(DIGITS[(number / power % 20) as usize]);
    let digits = [8_000, 400, 20, 1].map(place);
    PREFIX.chars().chain(digits).collect()
}

/// The number of a variant's id, whatever its case.
pub fn number(id: &str) -> Option<u32> {
    let upper = id.to_ascii_uppercase();
    let digits = upper.strip_prefix(PREFIX).filter(|rest| rest.len() == 4)?;
    digits.bytes().try_fold(0, |number, digit| {
        let place = DIGITS.iter().position(|known| *known == digit)?;
        Some(number * 20 + place as u32)
    })
}
