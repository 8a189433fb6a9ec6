//! `cargo xtask bench`: how fast the page is, and what it weighs. It judges nothing: figures depend
//! on the machine, and are worth comparing on one.

mod figures;
mod report;

use std::path::PathBuf;

use serde_json::Value;

use crate::arguments::Arguments;
use crate::browsers::{self, Browsers};
use crate::failure::{During, Result};
use crate::page::{self, Deployment};
use crate::playwright;
use crate::process::run;
use crate::project::Project;
use crate::say::Step;
use figures::Measured;

/// Measures the release page in Chromium, prints a table and writes the figures down.
pub fn bench(project: &Project, mut arguments: Arguments) -> Result<()> {
    let for_playwright = arguments.passed_on();
    let out = arguments
        .value("--out")?
        .map_or_else(|| project.target("bench.json"), PathBuf::from);
    arguments.end()?;
    let browsers = Browsers::require(&[browsers::CHROMIUM])?;
    let dist = project.file("dist");
    page::build_into(project, &Deployment::standard(project)?, &dist)?;
    let measured = measure(project, &browsers, &for_playwright)?;
    let weight = page::weigh(&dist)?;
    print!("{}\n{}", page::table(&dist)?, report::table(&measured));
    let json = serde_json::to_string_pretty(&report::json(&measured, &weight))
        .during("Writing the figures as JSON")?;
    page::write(&out, json + "\n")?;
    eprintln!("The figures, with every single value: {}", out.display());
    Ok(())
}

/// Runs `tests/e2e/bench`, which leaves a file for each thing that it measured.
fn measure(project: &Project, browsers: &Browsers, options: &[String]) -> Result<Vec<Measured>> {
    playwright::install(project)?;
    let dir = project.page("bench");
    page::remove_dir(&dir)?;
    let step = Step::begin("Measuring in Chromium");
    run(playwright::command(project, browsers)?
        .args(["--config", "bench/playwright.config.ts"])
        .args(options)
        .env("LATCHKEY_MEASURED", &dir))?;
    step.done();
    let files = page::files_below(&dir)?;
    let measured = files.iter().map(|name| {
        let text = page::read_text(&dir.join(name))?;
        let value: Value = serde_json::from_str(&text).during(format!("Reading {name}"))?;
        Measured::read(&value).ok_or_else(|| format!("{name} holds no measurement.").into())
    });
    measured.collect()
}
