//! Tests written in Rust: on this machine, and in a browser.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::count::Count;
use crate::browsers::Browsers;
use crate::failure::{During, Result};
use crate::process::program;
use crate::project::Project;
use crate::tools::Toolbox;

/// All tests of the workspace that run on this machine.
pub fn unit(project: &Project) -> Result<Count> {
    let mut cargo = program("cargo");
    cargo
        .args([
            "test",
            "--quiet",
            "--locked",
            "--workspace",
            "--no-fail-fast",
        ])
        .current_dir(project.root());
    counted(&mut cargo)
}

/// The tests of `tests/browser.rs`, in Chromium.
pub fn browser(project: &Project, tools: &Toolbox, browsers: &Browsers) -> Result<Count> {
    let mut cargo = program("cargo");
    cargo
        .args([
            "test",
            "--locked",
            "--target",
            "wasm32-unknown-unknown",
            "--test",
            "browser",
        ])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            tools.find("wasm-bindgen-test-runner")?,
        )
        .env("CHROMEDRIVER", &browsers.driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .current_dir(project.root());
    counted(&mut cargo)
}

/// Runs cargo, showing what it prints, and counts the results in it.
fn counted(cargo: &mut Command) -> Result<Count> {
    let mut child = cargo
        .stdout(Stdio::piped())
        .spawn()
        .during("Starting cargo")?;
    let mut output = String::new();
    for line in child
        .stdout
        .take()
        .map(BufReader::new)
        .into_iter()
        .flat_map(BufRead::lines)
    {
        let line = line.during("Reading what cargo prints")?;
        println!("{line}");
        output += &line;
        output.push('\n');
    }
    let status = child.wait().during("Waiting for cargo")?;
    let mut count = Count::of_rust_tests(&output);
    // It did not compile, or a test ended the whole process.
    if !status.success() && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}
