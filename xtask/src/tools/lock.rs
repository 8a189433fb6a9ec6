//! Versions in Cargo.lock.

use std::fs;

use crate::failure::{During, Result};
use crate::project::Project;

/// The version of a crate that the workspace is locked to.
pub fn version_of(project: &Project, name: &str) -> Result<String> {
    let lock = fs::read_to_string(project.file("Cargo.lock")).during("Reading Cargo.lock")?;
    find(&lock, name)
        .map(str::to_owned)
        .ok_or_else(|| format!("Cargo.lock does not name {name}.").into())
}

fn find<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?;
    after.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn the_version_follows_the_whole_name() {
        let lock = "name = \"wasm-bindgen-macro\"\nversion = \"1\"\n\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(find(lock, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(find(lock, "wasm"), None);
    }
}
