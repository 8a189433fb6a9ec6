//! Compiling the two WebAssembly files with Trunk.

use std::path::PathBuf;

use super::digest::Fingerprint;
use super::files::{read_text, write};
use crate::failure::Result;
use crate::process::{answer, program, run};
use crate::project::Project;
use crate::say::Step;
use crate::tools::Toolbox;

/// What compiling leaves.
pub struct Compiled {
    /// Holds `latchkey.js`, `latchkey_bg.wasm`, `sandbox_page.js` and `sandbox_page_bg.wasm`.
    pub dir: PathBuf,
    /// Changes whenever one of them may have changed.
    pub fingerprint: String,
}

/// All that the result depends on.
const INPUTS: [&str; 10] = [
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    ".cargo",
    "build.rs",
    "src",
    "locales",
    "texts",
    "Trunk.toml",
    "index.html",
];

/// Compiles, unless nothing has changed since the last time. The tools are only
/// looked for when they are needed.
pub fn compile(project: &Project, tools: &mut Option<Toolbox>) -> Result<Compiled> {
    let dir = project.page("compiled");
    let stamp = project.page("compiled.stamp");
    let compiled = Compiled {
        dir,
        fingerprint: fingerprint(project)?,
    };
    if compiled.dir.is_dir() && read_text(&stamp).is_ok_and(|last| last == compiled.fingerprint) {
        return Ok(compiled);
    }
    if tools.is_none() {
        *tools = Some(Toolbox::complete(project)?);
    }
    let Some(tools) = tools else {
        return Ok(compiled);
    };
    let step = Step::begin("Fetching the crates that Cargo.lock names");
    run(program("cargo")
        .args(["fetch", "--locked", "--quiet"])
        .current_dir(project.root()))?;
    step.done();
    let step = Step::begin("Compiling the page and its sandbox (a few minutes the first time)");
    run(tools
        .tool("trunk")?
        .args([
            "build",
            "index.html",
            "--release",
            "--offline",
            "--locked",
            "--skip-version-check",
        ])
        .args(["--filehash=false", "--no-sri=true", "--log=warn", "--dist"])
        .arg(&compiled.dir)
        .current_dir(project.root()))?;
    step.done();
    // Sources that were edited meanwhile may be in it or not.
    if fingerprint(project)? == compiled.fingerprint {
        write(&stamp, &compiled.fingerprint)?;
    }
    Ok(compiled)
}

fn fingerprint(project: &Project) -> Result<String> {
    let mut all = Fingerprint::default();
    all.text(&answer(program("rustc").arg("--version"))?);
    for input in INPUTS {
        all.path(project.root(), input)?;
    }
    Ok(all.finish())
}
