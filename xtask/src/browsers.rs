//! The browsers that tests and measurements run in.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Result;
use crate::process::{answer, on_path, program, run};
use crate::say::Step;

/// Where the browsers are. Empty where a run does not need them.
#[derive(Default)]
pub struct Browsers {
    pub chromium: PathBuf,
    pub driver: PathBuf,
    pub firefox: PathBuf,
}

/// One program: the variable that may name it, its names on the PATH, where else
/// it may be, Debian's package.
pub struct Wanted {
    variable: &'static str,
    names: &'static [&'static str],
    elsewhere: &'static [&'static str],
    package: &'static str,
}

pub const CHROMIUM: Wanted = Wanted {
    variable: "LATCHKEY_CHROMIUM",
    names: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
    ],
    elsewhere: &[
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
    ],
    package: "chromium",
};
pub const DRIVER: Wanted = Wanted {
    variable: "LATCHKEY_CHROMEDRIVER",
    names: &["chromedriver"],
    elsewhere: &[],
    package: "chromium-driver",
};
pub const FIREFOX: Wanted = Wanted {
    variable: "LATCHKEY_FIREFOX",
    names: &["firefox-esr", "firefox"],
    elsewhere: &[
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        "C:/Program Files/Mozilla Firefox/firefox.exe",
    ],
    package: "firefox-esr",
};

impl Wanted {
    fn find(&self) -> Option<PathBuf> {
        let named = env::var_os(self.variable).map(PathBuf::from);
        let elsewhere = || {
            self.elsewhere
                .iter()
                .map(PathBuf::from)
                .find(|file| file.is_file())
        };
        named.or_else(|| on_path(self.names)).or_else(elsewhere)
    }
}

impl Browsers {
    /// Finds what a run needs; installs it on Debian as root, else says what to install.
    pub fn require(wanted: &[Wanted]) -> Result<Self> {
        let missing: Vec<&Wanted> = wanted
            .iter()
            .filter(|wanted| wanted.find().is_none())
            .collect();
        if !missing.is_empty() {
            install(&missing)?;
        }
        let found = |wanted: Wanted| wanted.find().unwrap_or_default();
        Ok(Self {
            chromium: found(CHROMIUM),
            driver: found(DRIVER),
            firefox: found(FIREFOX),
        })
    }
}

fn install(missing: &[&Wanted]) -> Result<()> {
    let packages: Vec<&str> = missing.iter().map(|wanted| wanted.package).collect();
    if !(Path::new("/etc/debian_version").exists() && is_root()) {
        let lines: String = missing
            .iter()
            .map(|wanted| {
                format!(
                    "\n  {} (or set {} to where it is)",
                    wanted.package, wanted.variable
                )
            })
            .collect();
        return Err(format!(
            "A browser, or its driver, is missing. Please install:{lines}\n\
             On Debian and Ubuntu: sudo apt-get install {}\n\
             On macOS: brew install --cask google-chrome chromedriver firefox\n\
             On Windows: winget install Google.Chrome Mozilla.Firefox, and chromedriver from \
             https://googlechromelabs.github.io/chrome-for-testing/",
            packages.join(" ")
        )
        .into());
    }
    eprintln!(
        "Missing for this run: {}. Installing with apt; this takes a minute or two, once.",
        packages.join(", ")
    );
    let step = Step::begin("apt-get install");
    let apt = |arguments: &[&str]| {
        run(program("apt-get")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive"))
    };
    apt(&["update", "--quiet=2"])?;
    apt(&[
        &["install", "--yes", "--quiet=2", "--no-install-recommends"],
        packages.as_slice(),
    ]
    .concat())?;
    step.done();
    Ok(())
}

fn is_root() -> bool {
    answer(program("id").arg("--user")).is_ok_and(|user| user.trim() == "0")
}
