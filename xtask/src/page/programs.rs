//! From what cargo links to what a browser loads: split, bound to JavaScript, made small.
//!
//! wasm-bindgen and wasm-opt are called here, as Trunk does while developing, because before them the
//! app is taken apart: the code that only the pages of customers need becomes a file of its own
//! (`src/bin/latchkey/customer_pages.rs`).

use std::path::{Path, PathBuf};
use std::thread;

use super::compile::{Compiled, linked};
use super::files::{read, remove_dir, write};
use super::imports;
use super::order::like_beside_like;
use crate::failure::{During, Result};
use crate::process::answer;
use crate::project::Project;
use crate::tools::Toolbox;

/// The module by which the app asks for its other part (`boot/lazy.js`).
pub const LAZY_MODULE: &str = "latchkey-lazy";

/// What rustc and wasm-bindgen emit, which wasm-opt has to be told.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// A WebAssembly file and the smaller one that it becomes.
type Job = (PathBuf, PathBuf);

/// Makes the programs of the page and of its sandbox.
pub fn make(project: &Project, tools: &Toolbox, compiled: &Compiled) -> Result<()> {
    let [rest, customers] = split(project)?;
    bind(tools, &rest, compiled, &["--keep-lld-exports"])?;
    bind(tools, &linked(project, "sandbox_page"), compiled, &[])?;
    let bound = compiled.app_bound();
    optimise(
        tools,
        &[
            (bound.clone(), bound.clone()),
            (customers, compiled.customers()),
            (compiled.sandbox(), compiled.sandbox()),
        ],
    )?;
    let (app, names) = imports::shorten(&read(&bound)?)?;
    write(&compiled.app(), app)?;
    let names = serde_json::to_string_pretty(&names).during("Writing the shorter names")?;
    write(&compiled.app_names(), names)
}

/// Takes the app apart: what starts it, and the pages of customers.
fn split(project: &Project) -> Result<[PathBuf; 2]> {
    let dir = project.page("split");
    remove_dir(&dir)?;
    let program = read(&linked(project, "latchkey"))?;
    let rest = dir.join("latchkey.wasm");
    let mut options = wasm_split_cli_support::Options::new(&program);
    options.output_dir = &dir;
    options.main_out_path = &rest;
    options.link_name = LAZY_MODULE;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| format!("Taking the program apart failed: {error:#}"))?;
    match &split.split_modules[..] {
        [customers] => Ok([rest.clone(), customers.clone()]),
        others => Err(format!(
            "The program came apart into {} files beside it, not one.",
            others.len()
        )
        .into()),
    }
}

fn bind(tools: &Toolbox, program: &Path, compiled: &Compiled, options: &[&str]) -> Result<()> {
    let mut bindgen = tools.tool("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--no-typescript"]);
    bindgen.args(options).arg("--out-dir").arg(&compiled.dir);
    answer(bindgen.arg(program)).map(drop)
}

/// All at once: each takes most of its time on one core.
fn optimise(tools: &Toolbox, jobs: &[Job]) -> Result<()> {
    thread::scope(|scope| {
        let start = |job| scope.spawn(move || optimise_one(tools, job));
        let running: Vec<_> = jobs.iter().map(start).collect();
        running.into_iter().try_for_each(|job| {
            job.join()
                .unwrap_or_else(|_| Err("wasm-opt could not be watched.".into()))
        })
    })
}

fn optimise_one(tools: &Toolbox, (from, to): &Job) -> Result<()> {
    let mut optimiser = tools.tool("wasm-opt")?;
    optimiser.args(FEATURES);
    optimiser.args(["-Oz", "--strip-debug", "--strip-producers"]);
    answer(optimiser.arg(from).arg("-o").arg(to))?;
    write(to, like_beside_like(&read(to)?)?)
}
