//! Formatting and clippy, with warnings denied, for both targets.

use std::process::Command;

use super::count::Count;
use crate::process::{program, run};
use crate::project::Project;

pub fn lint(project: &Project) -> Count {
    let cargo = |arguments: &[&str]| -> Command {
        let mut cargo = program("cargo");
        cargo.args(arguments).current_dir(project.root());
        cargo
    };
    let mut count = Count::default();
    count.record(
        "cargo fmt --check",
        run(&mut cargo(&["fmt", "--all", "--check"])),
    );
    let native = [
        "clippy",
        "--quiet",
        "--locked",
        "--workspace",
        "--all-targets",
        "--",
        "--deny",
        "warnings",
    ];
    count.record("clippy for this machine", run(&mut cargo(&native)));
    let mut page = vec![
        "clippy",
        "--quiet",
        "--locked",
        "--target",
        "wasm32-unknown-unknown",
        "--lib",
    ];
    page.extend([
        "--bin",
        "latchkey",
        "--bin",
        "sandbox_page",
        "--test",
        "browser",
        "--",
        "--deny",
        "warnings",
    ]);
    count.record("clippy for WebAssembly", run(&mut cargo(&page)));
    count
}
