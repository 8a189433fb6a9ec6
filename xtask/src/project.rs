//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{During, Result};

/// The checkout that the command runs in.
pub struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    pub fn find() -> Result<Self> {
        let here =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(env::current_dir, |dir| Ok(dir.into()));
        let here = here.during("Finding the current directory")?;
        let root = here
            .ancestors()
            .find(|dir| dir.join("xtask/Cargo.toml").is_file())
            .ok_or("Run this inside a checkout of Latchkey.")?
            .to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |dir| root.join(dir));
        Ok(Self { root, target })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the checkout.
    pub fn file(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// A path among what cargo builds.
    pub fn target(&self, name: &str) -> PathBuf {
        self.target.join(name)
    }

    /// Builds of the page and what they are made from.
    pub fn page(&self, name: &str) -> PathBuf {
        self.target.join("page").join(name)
    }
}

/// Where tools are kept for this user, shared by all checkouts.
pub fn user_cache() -> Result<PathBuf> {
    let absolute = |name: &str| {
        env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let home = || absolute("HOME").ok_or("HOME is not set, so there is nowhere to keep tools.");
    let cache = if cfg!(windows) {
        absolute("LOCALAPPDATA")
            .ok_or("LOCALAPPDATA is not set, so there is nowhere to keep tools.")?
    } else if let Some(cache) = absolute("XDG_CACHE_HOME") {
        cache
    } else if cfg!(target_os = "macos") {
        home()?.join("Library/Caches")
    } else {
        home()?.join(".cache")
    };
    Ok(cache.join("latchkey"))
}
