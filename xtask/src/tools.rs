//! The tools that building the page needs. One that is on the PATH in a fitting
//! version is used as it is; any other is installed into a per-user cache, never
//! into the checkout and never over the user's own.

mod install;
mod lock;
mod rust;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{During, Result};
use crate::process::{answer, on_path, program};
use crate::project::Project;

pub use rust::require_components;

/// Where a tool comes from.
enum Source {
    /// A crate and the options of `cargo install`.
    Crate(&'static [&'static str]),
    /// A package of npm.
    Npm,
}

/// One pinned tool.
struct Tool {
    /// The crate or package.
    package: &'static str,
    /// The program that is called.
    program: &'static str,
    version: String,
    source: Source,
    why: &'static str,
    how_long: &'static str,
    /// Whether what the program says of its version will do.
    fits: fn(said: &str, wanted: &str) -> bool,
}

/// A PATH on which every tool is found.
pub struct Toolbox {
    path: OsString,
}

impl Toolbox {
    /// What building the page takes: finds the tools and installs those that are missing, saying so.
    pub fn for_builds(project: &Project) -> Result<Self> {
        require_node()?;
        Self::of(vec![bindgen(project)?, binaryen(), esbuild()])
    }

    /// What Trunk's server takes, which stands in for builds while developing.
    pub fn for_development(project: &Project) -> Result<Self> {
        Self::of(vec![trunk(), bindgen(project)?])
    }

    fn of(tools: Vec<Tool>) -> Result<Self> {
        rust::require_wasm_target()?;
        let mut dirs = Vec::new();
        for tool in tools {
            if !tool.is_on_path() {
                dirs.push(install::installed(&tool)?);
            }
        }
        let inherited = env::var_os("PATH").unwrap_or_default();
        dirs.extend(env::split_paths(&inherited));
        let path = env::join_paths(dirs).during("Putting the tools on the PATH")?;
        Ok(Self { path })
    }

    /// A tool, with all the others within its reach.
    pub fn tool(&self, name: &str) -> Result<Command> {
        let file = self.find(name)?;
        let mut command = Command::new(file);
        // Trunk takes NO_COLOR for an option of its own and refuses its value.
        command
            .env("PATH", &self.path)
            .env("RUST_BACKTRACE", "0")
            .env_remove("NO_COLOR");
        Ok(command)
    }

    /// Where a tool lies.
    pub fn find(&self, name: &str) -> Result<PathBuf> {
        let endings: &[&str] = if cfg!(windows) {
            &[".exe", ".cmd"]
        } else {
            &[""]
        };
        env::split_paths(&self.path)
            .flat_map(|dir| {
                endings
                    .iter()
                    .map(move |ending| dir.join(format!("{name}{ending}")))
            })
            .find(|file| file.is_file())
            .ok_or_else(|| format!("{name} is not where it was installed.").into())
    }
}

impl Tool {
    fn is_on_path(&self) -> bool {
        on_path(&[self.program])
            .and_then(|file| answer(Command::new(file).arg("--version")).ok())
            .is_some_and(|said| (self.fits)(&said, &self.version))
    }
}

fn trunk() -> Tool {
    Tool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14".into(),
        source: Source::Crate(&["--debug", "--no-default-features"]),
        why: "it builds the page anew whenever you change it",
        how_long: "about three minutes",
        fits: same_version,
    }
}

fn bindgen(project: &Project) -> Result<Tool> {
    Ok(Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: lock::version_of(project, "wasm-bindgen")?,
        source: Source::Crate(&["--debug"]),
        why: "it joins WebAssembly and JavaScript, and has to equal the version in Cargo.lock",
        how_long: "about a minute",
        fits: same_version,
    })
}

fn binaryen() -> Tool {
    Tool {
        package: "binaryen",
        program: "wasm-opt",
        version: "132.0.0".into(),
        source: Source::Npm,
        why: "its wasm-opt makes the WebAssembly smaller",
        how_long: "a few seconds",
        fits: |said, _| first_number(said).is_some_and(|release| release >= 120),
    }
}

fn esbuild() -> Tool {
    Tool {
        package: "esbuild",
        program: "esbuild",
        version: "0.28.2".into(),
        source: Source::Npm,
        why: "it joins and minifies style sheets and start-up scripts",
        how_long: "a few seconds",
        fits: same_version,
    }
}

fn same_version(said: &str, wanted: &str) -> bool {
    said.split_whitespace().any(|word| word == wanted)
}

fn first_number(said: &str) -> Option<u32> {
    said.split(|c: char| !c.is_ascii_digit())
        .find_map(|digits| digits.parse().ok())
}

/// npm installs two of the tools and the end-to-end tests.
fn require_node() -> Result<()> {
    let said = answer(program("node").arg("--version")).unwrap_or_default();
    let new_enough = first_number(&said).is_some_and(|major| major >= 18);
    if new_enough && answer(program("npm").arg("--version")).is_ok() {
        return Ok(());
    }
    Err("Node.js 18 or newer with npm is needed (https://nodejs.org): it installs wasm-opt and esbuild.".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_the_programs_say_them() {
        assert!(same_version("trunk 0.21.14\n", "0.21.14"));
        assert!(same_version("wasm-bindgen 0.2.129 (1234abc)\n", "0.2.129"));
        assert!(!same_version("wasm-bindgen 0.2.1290", "0.2.129"));
        assert_eq!(
            first_number("wasm-opt version 132 (version_132)"),
            Some(132)
        );
        assert_eq!(first_number("v20.20.2"), Some(20));
    }
}
