//! Installing one tool into the cache.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Source, Tool};
use crate::failure::{During, Result};
use crate::process::{answer, program, run};
use crate::project::user_cache;
use crate::say::Step;

/// The directory that holds the tool's programs, after installing it if need be.
pub fn installed(tool: &Tool) -> Result<PathBuf> {
    let cache = user_cache()?;
    let home = cache.join(format!("{}-{}", tool.package, tool.version));
    let programs = |home: &Path| match tool.source {
        Source::Crate(_) => home.join("bin"),
        Source::Npm => home.join("node_modules").join(".bin"),
    };
    if home.is_dir() {
        return Ok(programs(&home));
    }
    eprintln!(
        "{} {} is missing: {}. Installing it into {}; this takes {}, once.",
        tool.package,
        tool.version,
        tool.why,
        home.display(),
        tool.how_long
    );
    let step = Step::begin(format!("Installing {} {}", tool.package, tool.version));
    // Half an installation must never pass for one: it gets its name when it is whole.
    let unfinished = cache.join(format!(
        "{}-{}.unfinished-{}",
        tool.package,
        tool.version,
        std::process::id()
    ));
    fs::create_dir_all(&unfinished).during(format!("Creating {}", unfinished.display()))?;
    let outcome = match tool.source {
        Source::Crate(options) => install_crate(tool, options, &unfinished),
        Source::Npm => install_package(tool, &unfinished),
    };
    let outcome = outcome.and_then(|()| match fs::rename(&unfinished, &home) {
        Err(_) if home.is_dir() => Ok(()), // another checkout was faster
        renamed => renamed.during(format!("Naming {}", home.display())),
    });
    let _ = fs::remove_dir_all(&unfinished);
    outcome?;
    step.done();
    Ok(programs(&home))
}

fn install_crate(tool: &Tool, options: &[&str], root: &Path) -> Result<()> {
    let exact = format!("{}@{}", tool.package, tool.version);
    if answer(program("cargo").args(["binstall", "-V"])).is_ok() {
        let ready = run(program("cargo")
            .args(["binstall", "--no-confirm", "--root"])
            .arg(root)
            .arg(&exact));
        if ready.is_ok() {
            return Ok(());
        }
        eprintln!("cargo binstall could not; compiling it instead.");
    }
    // A shared target directory of the user's would keep gigabytes for one program.
    let target = root.join("target");
    run(program("cargo")
        .args(["install", "--locked", "--quiet", "--root"])
        .arg(root)
        .args(options)
        .arg(&exact)
        .env("CARGO_TARGET_DIR", &target)
        .current_dir(root))?;
    let _ = fs::remove_dir_all(&target);
    Ok(())
}

fn install_package(tool: &Tool, root: &Path) -> Result<()> {
    let exact = format!("{}@{}", tool.package, tool.version);
    answer(
        program("npm")
            .args([
                "install",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--save-exact",
                "--prefix",
            ])
            .arg(root)
            .arg(&exact)
            .current_dir(root),
    )
    .map(drop)
}
