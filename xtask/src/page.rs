//! Building the page that is deployed. (While developing, Trunk builds another.)

mod assemble;
mod bundle;
mod check;
mod compile;
mod deployment;
mod digest;
mod files;
mod hosting;
mod html;
mod imports;
mod order;
mod pack;
mod programs;
mod weight;

use std::path::{Path, PathBuf};

use crate::arguments::Arguments;
use crate::failure::Result;
use crate::project::Project;

pub use check::check;
pub use deployment::Deployment;
pub use files::{files_below, read_text, remove_dir, write};
pub use weight::{Weight, table, weigh};

/// `cargo xtask build`.
pub fn build(project: &Project, mut arguments: Arguments) -> Result<()> {
    let standard = Deployment::standard_config(project);
    let deployment = Deployment::from_arguments(project, &mut arguments, &standard)?;
    let out = arguments
        .value("--out")?
        .map_or_else(|| project.file("dist"), PathBuf::from);
    arguments.end()?;
    build_into(project, &deployment, &out)?;
    print!("{}", table(&out)?);
    eprintln!(
        "{} is ready to be uploaded; docs and README say what a host needs.",
        out.display()
    );
    Ok(())
}

/// Builds the page into a directory. What is unchanged is not built again.
pub fn build_into(project: &Project, deployment: &Deployment, out: &Path) -> Result<()> {
    let mut tools = None;
    let compiled = compile::compile(project, &mut tools)?;
    assemble::assemble(project, &compiled, deployment, out, &mut tools)
}
