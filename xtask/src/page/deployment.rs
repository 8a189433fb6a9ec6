//! What differs between two deployments of one compiled page: its configuration,
//! the origins it may call, and the path it is hosted under.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;
use site::Headers;

use super::files::read_text;
use crate::arguments::Arguments;
use crate::failure::{During, Failure, Result};
use crate::process::program;
use crate::project::Project;

#[derive(Debug)]
pub struct Deployment {
    /// The text of `config.json`.
    pub config: String,
    /// Origins besides its own that the page calls.
    pub connect: Vec<String>,
    /// The path the page is hosted under; begins and ends with `/`.
    pub base: String,
}

impl Deployment {
    /// Takes `--config` and `--base`. A file of the person's choice is judged as the page will judge
    /// it; without one it is `otherwise`.
    pub fn from_arguments(
        project: &Project,
        arguments: &mut Arguments,
        otherwise: &Path,
    ) -> Result<Self> {
        let chosen = arguments.value("--config")?.map(PathBuf::from);
        let base = arguments.value("--base")?.unwrap_or_else(|| "/".into());
        let file = chosen.as_deref().unwrap_or(otherwise);
        let config = read_text(file)?;
        if chosen.is_some() {
            check(project, file)?;
        }
        Self::new(config, &base).map_err(|why| format!("{}: {why}", file.display()).into())
    }

    /// As `public/config.json` says, at the root of a host.
    pub fn standard(project: &Project) -> Result<Self> {
        Self::new(read_text(&Self::standard_config(project))?, "/")
    }

    /// The configuration that is shipped.
    pub fn standard_config(project: &Project) -> PathBuf {
        project.file("public/config.json")
    }

    pub fn new(config: String, base: &str) -> Result<Self> {
        let connect = connect_origins(&config)?;
        Ok(Self {
            config,
            connect,
            base: base_path(base)?,
        })
    }

    /// What the servers here send.
    pub fn headers(&self) -> Headers {
        Headers::new(self.connect.clone())
    }
}

/// Has the page's own reader say what is wrong with a configuration.
fn check(project: &Project, file: &Path) -> Result<()> {
    let file = std::path::absolute(file).during("Finding the configuration")?;
    let output = program("cargo")
        .args(["run", "--quiet", "--locked", "--bin", "check_config", "--"])
        .arg(&file)
        .current_dir(project.root())
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .during("Checking the configuration")?;
    if output.status.success() {
        return Ok(());
    }
    let problems = String::from_utf8_lossy(&output.stdout);
    Err(format!("{} cannot be used.\n{problems}", file.display()).into())
}

/// The origins that a configuration makes the page call. Whether all of it makes
/// sense is for the page's reader to say; here it only has to be readable.
fn connect_origins(config: &str) -> Result<Vec<String>> {
    let config: Value =
        serde_json::from_str(config).map_err(|error| format!("this is not JSON: {error}"))?;
    if !config.is_object() {
        return Err("the configuration has to be a JSON object".into());
    }
    let own = "/";
    let api = match config["dataSource"].as_str() {
        Some("api") => config["api"]["baseUrl"].as_str().unwrap_or(own),
        _ => own,
    };
    let mut origins = Vec::new();
    for address in [Some(api), config["signIn"]["authority"].as_str()]
        .into_iter()
        .flatten()
    {
        if let Some(origin) = origin(address)?
            && !origins.contains(&origin)
        {
            origins.push(origin);
        }
    }
    Ok(origins)
}

/// The origin of an address; none for one on the page's own origin: a path from its root, or below
/// the page.
fn origin(address: &str) -> Result<Option<String>> {
    if !address.starts_with("//") && !address.contains(':') {
        return Ok(None);
    }
    let unusable = || {
        Failure::from(format!(
            "“{address}” is neither a path nor an http(s) address"
        ))
    };
    let (scheme, rest) = address.split_once("://").ok_or_else(unusable)?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme = scheme.to_ascii_lowercase();
    let known = ["http", "https"].contains(&scheme.as_str());
    // What would end the directive, or hide the true host, must not get into the policy.
    let clean = authority
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || ".-:".contains(c));
    if !known || authority.is_empty() || !clean {
        return Err(unusable());
    }
    Ok(Some(format!(
        "{scheme}://{}",
        authority.to_ascii_lowercase()
    )))
}

/// A path with `/` at both ends.
fn base_path(text: &str) -> Result<String> {
    let inner = text.trim_matches('/');
    let clean = inner
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "/._~-".contains(c));
    if !clean || inner.split('/').any(|part| matches!(part, "." | "..")) || inner.contains("//") {
        return Err(format!("“{text}” is not a path to host the page under").into());
    }
    Ok(if inner.is_empty() {
        "/".into()
    } else {
        format!("/{inner}/")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connect(config: &str) -> Option<Vec<String>> {
        connect_origins(config).ok()
    }

    #[test]
    fn the_api_is_allowed_when_it_is_used() {
        let own = r#"{"dataSource":"api","api":{"baseUrl":"/api/v1"}}"#;
        assert_eq!(connect(own), Some(vec![]));
        let other = r#"{"dataSource":"api","api":{"baseUrl":"https://API.example:8443/v1"},"signIn":{"authority":"https://login.example/x"}}"#;
        assert_eq!(
            connect(other),
            Some(vec![
                "https://api.example:8443".into(),
                "https://login.example".into()
            ])
        );
        for own in [
            "{}",
            r#"{"dataSource":"api"}"#,
            r#"{"dataSource":"api","api":{"baseUrl":"api/v1"}}"#,
        ] {
            assert_eq!(connect(own), Some(vec![]), "{own}");
        }
        let unused =
            r#"{"dataSource":"sandbox","api":{"baseUrl":"https://api.example/v1"},"signIn":null}"#;
        assert_eq!(connect(unused), Some(vec![]));
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for config in [
            "",
            "[]",
            r#"{"dataSource":"api","api":{"baseUrl":"//api.example"}}"#,
            r#"{"dataSource":"api","api":{"baseUrl":"https://u:p@api.example"}}"#,
            r#"{"dataSource":"api","api":{"baseUrl":"https://api.example; script-src *"}}"#,
            r#"{"dataSource":"api","api":{"baseUrl":"ftp://api.example"}}"#,
        ] {
            assert_eq!(connect(config), None, "{config}");
        }
    }

    #[test]
    fn bases_begin_and_end_with_a_slash() {
        for (text, base) in [
            ("/", "/"),
            ("", "/"),
            ("sub/path", "/sub/path/"),
            ("/sub/path/", "/sub/path/"),
        ] {
            assert_eq!(base_path(text).unwrap(), base);
        }
        for text in ["/a b/", "/../", "/a//b/", "/a?b/", "https://host/"] {
            assert!(base_path(text).is_err(), "{text}");
        }
    }
}
