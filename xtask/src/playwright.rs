//! Playwright, which drives the browsers.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::browsers::Browsers;
use crate::failure::{During, Result};
use crate::process::{answer, program};
use crate::project::Project;
use crate::say::Step;

/// Where its files lie, and what it runs.
pub fn home(project: &Project) -> PathBuf {
    project.file("tests/e2e")
}

/// Installs exactly what the lock file names, when it is not there yet.
pub fn install(project: &Project) -> Result<()> {
    let home = home(project);
    let modified = |name: &str| {
        std::fs::metadata(home.join(name))
            .and_then(|file| file.modified())
            .ok()
    };
    if modified("node_modules/.package-lock.json") >= modified("package-lock.json") {
        return Ok(());
    }
    let step = Step::begin(
        "Installing Playwright from npm (a few seconds; its own browsers are not needed)",
    );
    answer(
        program("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .current_dir(&home),
    )?;
    step.done();
    Ok(())
}

/// `playwright test` against the release build, in Chromium; what else it needs, the caller adds.
pub fn command(project: &Project, browsers: &Browsers) -> Result<Command> {
    let this_program = env::current_exe().during("Finding this program")?;
    let mut playwright = program("npx");
    playwright
        .args(["--no-install", "playwright", "test"])
        .env("LATCHKEY_CHROMIUM", &browsers.chromium)
        .env("LATCHKEY_DIST", project.file("dist"))
        .env("LATCHKEY_XTASK", this_program)
        .current_dir(home(project));
    Ok(playwright)
}
