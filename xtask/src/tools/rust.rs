//! What the Rust toolchain itself has to bring.

use std::path::PathBuf;

use crate::failure::Result;
use crate::process::{answer, program, run};
use crate::say::Step;

const WASM: &str = "wasm32-unknown-unknown";

/// The standard library for WebAssembly.
pub fn require_wasm_target() -> Result<()> {
    let sysroot = PathBuf::from(answer(program("rustc").args(["--print", "sysroot"]))?.trim());
    if sysroot.join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    with_rustup(
        &["target", "add", WASM],
        "Rust's standard library for WebAssembly: the page is compiled to it",
    )
}

/// The formatter and the linter, which a minimal profile of rustup leaves out.
pub fn require_components() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if answer(program("cargo").args([subcommand, "--version"])).is_err() {
            with_rustup(
                &["component", "add", component],
                "the checks of the code need it",
            )?;
        }
    }
    Ok(())
}

fn with_rustup(arguments: &[&str], why: &str) -> Result<()> {
    let command = format!("rustup {}", arguments.join(" "));
    if answer(program("rustup").arg("--version")).is_err() {
        return Err(
            format!("Missing: {why}. It comes with rustup (https://rustup.rs): {command}").into(),
        );
    }
    eprintln!("Missing: {why}. This takes a few seconds, once.");
    let step = Step::begin(command);
    run(program("rustup").args(arguments))?;
    step.done();
    Ok(())
}
