//! Other programs.

use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::failure::{During, Result};

/// A program by its name. npm's programs are scripts on Windows, which have to
/// be asked for by their full name.
pub fn program(name: &str) -> Command {
    let scripts = ["npm", "npx"];
    if cfg!(windows) && scripts.contains(&name) {
        Command::new(format!("{name}.cmd"))
    } else {
        Command::new(name)
    }
}

/// Runs to the end; its output is seen.
pub fn run(command: &mut Command) -> Result<()> {
    let name = name(command);
    let status = command.status().during(format!("Starting {name}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{name} failed ({status}).").into())
    }
}

/// Runs to the end; what it printed is the answer, or the reason.
pub fn answer(command: &mut Command) -> Result<String> {
    let name = name(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .during(format!("Starting {name}"))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() {
        Ok(text(&output.stdout))
    } else {
        Err(format!(
            "{name} failed ({}).\n{}{}",
            output.status,
            text(&output.stdout),
            text(&output.stderr)
        )
        .into())
    }
}

/// The first of these programs that is on the PATH.
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd", ""]
    } else {
        &[""]
    };
    names.iter().find_map(|name| {
        env::split_paths(&path).find_map(|dir| {
            endings
                .iter()
                .map(|ending| dir.join(format!("{name}{ending}")))
                .find(|file| file.is_file())
        })
    })
}

fn name(command: &Command) -> String {
    let short = std::path::Path::new(command.get_program())
        .file_stem()
        .unwrap_or(OsStr::new("a program"));
    short.to_string_lossy().into_owned()
}
