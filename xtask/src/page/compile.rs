//! Compiling the WebAssembly files, unless they are here.

use std::env;
use std::path::PathBuf;

use super::digest::Fingerprint;
use super::files::{read_text, remove_dir, write};
use super::programs;
use crate::failure::Result;
use crate::process::{answer, program, run};
use crate::project::Project;
use crate::say::Step;
use crate::tools::Toolbox;

const TARGET: &str = "wasm32-unknown-unknown";

/// What compiling leaves.
pub struct Compiled {
    pub dir: PathBuf,
    /// Changes whenever one of them may have changed.
    pub fingerprint: String,
}

impl Compiled {
    /// The program that starts the page.
    pub fn app(&self) -> PathBuf {
        self.dir.join("latchkey.wasm")
    }

    /// The same before its names are shortened.
    pub fn app_bound(&self) -> PathBuf {
        self.dir.join("latchkey_bg.wasm")
    }

    /// Its glue: a module that imports [`LAZY_MODULE`](programs::LAZY_MODULE).
    pub fn app_glue(&self) -> PathBuf {
        self.dir.join("latchkey.js")
    }

    /// The names between the two: what the app calls them by what its glue calls them.
    pub fn app_names(&self) -> PathBuf {
        self.dir.join("latchkey.names.json")
    }

    /// The part of the program that shows the pages of customers.
    pub fn customers(&self) -> PathBuf {
        self.dir.join("customers.wasm")
    }

    /// The program of the sandbox.
    pub fn sandbox(&self) -> PathBuf {
        self.dir.join("sandbox_page_bg.wasm")
    }

    /// Its glue.
    pub fn sandbox_glue(&self) -> PathBuf {
        self.dir.join("sandbox_page.js")
    }
}

/// All that the result depends on.
const INPUTS: [&str; 9] = [
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    ".cargo",
    "build.rs",
    "src",
    "locales",
    "markup",
    "texts",
];

/// Compiles, unless nothing has changed since the last time. The tools are only
/// looked for when they are needed.
pub fn compile(project: &Project, tools: &mut Option<Toolbox>) -> Result<Compiled> {
    let stamp = project.page("compiled.stamp");
    let compiled = Compiled {
        dir: project.page("compiled"),
        fingerprint: fingerprint(project)?,
    };
    if compiled.dir.is_dir() && read_text(&stamp).is_ok_and(|last| last == compiled.fingerprint) {
        return Ok(compiled);
    }
    if tools.is_none() {
        *tools = Some(Toolbox::for_builds(project)?);
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
    run_cargo(project)?;
    step.done();
    let step = Step::begin("Taking the page's program apart and making it small");
    remove_dir(&compiled.dir)?;
    programs::make(project, tools, &compiled)?;
    if compiled.dir.join("snippets").exists() {
        return Err("A crate brought JavaScript of its own (snippets/), which the boot module cannot vouch for.".into());
    }
    step.done();
    // Sources that were edited meanwhile may be in it or not.
    if fingerprint(project)? == compiled.fingerprint {
        write(&stamp, &compiled.fingerprint)?;
    }
    Ok(compiled)
}

fn run_cargo(project: &Project) -> Result<()> {
    let mut cargo = program("cargo");
    cargo.args(["build", "--release", "--locked", "--offline"]);
    cargo.args(["--target", TARGET]);
    cargo.args(["--bin", "latchkey", "--bin", "sandbox_page"]);
    if let Some(crates) = crates_dir() {
        // A panic names its source; where crates lie on this machine is nobody's business.
        let flag = format!("--remap-path-prefix={}=crates", crates.display());
        cargo.arg("--config");
        cargo.arg(format!("build.rustflags=[{flag:?}]"));
    }
    run(cargo.current_dir(project.root()))
}

/// Where cargo unpacks crates.
fn crates_dir() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    Some(home.join("registry").join("src"))
}

/// What cargo has linked.
pub fn linked(project: &Project, name: &str) -> PathBuf {
    project.target(&format!("{TARGET}/release/{name}.wasm"))
}

fn fingerprint(project: &Project) -> Result<String> {
    let mut all = Fingerprint::default();
    all.text(&answer(program("rustc").arg("--version"))?);
    for input in INPUTS {
        all.path(project.root(), input)?;
    }
    // This program, by the sources it was built from.
    all.path(project.root(), "xtask/src/page")?;
    Ok(all.finish())
}
