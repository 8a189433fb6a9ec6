//! Directories and files.

use std::fs;
use std::path::Path;

use crate::failure::{During, Result};

/// Every file below a directory, by its path with `/`, in order. None when there
/// is no such directory.
pub fn files_below(dir: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    if dir.is_dir() {
        collect(dir, "", &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn collect(dir: &Path, prefix: &str, found: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(dir).during(format!("Listing {}", dir.display()))? {
        let entry = entry.during(format!("Listing {}", dir.display()))?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.push(name);
        }
    }
    Ok(())
}

/// Reads a file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).during(format!("Reading {}", path.display()))
}

/// Reads a text.
pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).during(format!("Reading {}", path.display()))
}

/// Writes a file, with the directories it lies in.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if let Some(dir) = path.parent() {
        fs::create_dir_all(dir).during(format!("Creating {}", dir.display()))?;
    }
    fs::write(path, content).during(format!("Writing {}", path.display()))
}

/// Removes a directory and what is in it, if it is there.
pub fn remove_dir(dir: &Path) -> Result<()> {
    if dir.exists() {
        fs::remove_dir_all(dir).during(format!("Emptying {}", dir.display()))
    } else {
        Ok(())
    }
}
