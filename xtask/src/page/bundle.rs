//! Style sheets and scripts: joined and minified by esbuild.

use std::path::Path;

use super::compile::Compiled;
use super::files::{read, write};
use super::imports;
use super::programs::LAZY_MODULE;
use crate::failure::Result;
use crate::process::answer;
use crate::project::Project;
use crate::tools::Toolbox;

/// The oldest browsers whose style sheets and scripts are written for.
const BROWSERS: &str = "--target=chrome123,firefox128,safari17.5";

/// The style sheet, its imports in their order.
pub fn styles(project: &Project, tools: &Toolbox) -> Result<Vec<u8>> {
    bundle(
        project,
        tools,
        &project.file("style/main.css"),
        "latchkey.css",
        &[],
    )
}

/// The boot module: the glue of the app and `boot/boot.js`, without imports or
/// exports. `names` are what boot.js calls in capitals, with their values.
pub fn boot(
    project: &Project,
    tools: &Toolbox,
    compiled: &Compiled,
    names: &[(&str, &str)],
) -> Result<Vec<u8>> {
    // esbuild writes into this file what else it renames.
    let renamed = project.page("bundled").join("names.json");
    write(&renamed, read(&compiled.app_names())?)?;
    let mut options = vec![
        format!("--alias:latchkey-glue={}", compiled.app_glue().display()),
        format!(
            "--alias:{LAZY_MODULE}={}",
            project.file("boot/lazy.js").display()
        ),
        format!("--mangle-props={}", imports::PATTERN),
        format!("--mangle-cache={}", renamed.display()),
    ];
    options.extend(
        names
            .iter()
            .map(|(name, value)| format!("--define:{name}=\"{value}\"")),
    );
    bundle(
        project,
        tools,
        &project.file("boot/boot.js"),
        "boot.js",
        &options,
    )
}

/// The glue of the sandbox, which keeps its exports.
pub fn sandbox_glue(project: &Project, tools: &Toolbox, compiled: &Compiled) -> Result<Vec<u8>> {
    bundle(project, tools, &compiled.sandbox_glue(), "sandbox.js", &[])
}

fn bundle(
    project: &Project,
    tools: &Toolbox,
    entry: &Path,
    name: &str,
    options: &[String],
) -> Result<Vec<u8>> {
    let out = project.page("bundled").join(name);
    answer(
        tools
            .tool("esbuild")?
            .arg(entry)
            .args([
                "--bundle",
                "--minify",
                "--format=esm",
                "--charset=utf8",
                "--legal-comments=none",
            ])
            .args(["--log-level=warning", BROWSERS])
            .args(options)
            .arg(format!("--outfile={}", out.display()))
            .current_dir(project.root()),
    )?;
    read(&out)
}
