//! From what was compiled to what is deployed: boot module, hashed names,
//! integrity, policy, files for hosts, compressed copies, checksums.

use std::fs;
use std::path::Path;

use site::meta_content_security_policy;

use super::compile::Compiled;
use super::deployment::Deployment;
use super::digest::{Fingerprint, integrity, sha256, short};
use super::files::{files_below, read, read_text, remove_dir, write};
use super::{bundle, hosting, html, pack};
use crate::failure::Result;
use crate::project::Project;
use crate::say::Step;
use crate::tools::Toolbox;

const CHECKSUMS: &str = "SHA256SUMS";

/// Writes a build into `out`, unless the one there is made of the same things.
pub fn assemble(
    project: &Project,
    compiled: &Compiled,
    deployment: &Deployment,
    out: &Path,
    tools: &mut Option<Toolbox>,
) -> Result<()> {
    let stamp = project
        .page("stamps")
        .join(short(out.to_string_lossy().as_bytes()));
    let fingerprint = fingerprint(project, compiled, deployment)?;
    if out.join(CHECKSUMS).is_file() && read_text(&stamp).is_ok_and(|last| last == fingerprint) {
        return Ok(());
    }
    if tools.is_none() {
        *tools = Some(Toolbox::for_builds(project)?);
    }
    let Some(tools) = tools else { return Ok(()) };
    let step = Step::begin(format!("Putting {} together", out.display()));
    let _ = fs::remove_file(&stamp);
    make_room(out)?;
    copy_public(project, deployment, out)?;
    let head = write_assets(project, tools, compiled, &deployment.base, out)?;
    write_pages(project, deployment, &head, out)?;
    hosting::write_files(deployment, out)?;
    pack::pack(out, &project.page("packed"))?;
    write_checksums(out)?;
    write(&stamp, fingerprint)?;
    step.done();
    Ok(())
}

fn fingerprint(project: &Project, compiled: &Compiled, deployment: &Deployment) -> Result<String> {
    let mut all = Fingerprint::default();
    all.text(&compiled.fingerprint);
    all.text(&deployment.config);
    all.text(&deployment.base);
    // This program, by the sources it was built from.
    for input in [
        "boot",
        "style",
        "public",
        "index.html",
        "site/src",
        "xtask/src",
    ] {
        all.path(project.root(), input)?;
    }
    Ok(all.finish())
}

/// Empties the directory, if what is there is a build, begun at least, or nothing.
fn make_room(out: &Path) -> Result<()> {
    let checksums = out.join(CHECKSUMS);
    let holds_something = fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some());
    if holds_something && !checksums.is_file() {
        return Err(format!(
            "{} holds something that is not a build of Latchkey; it stays as it is.",
            out.display()
        )
        .into());
    }
    remove_dir(out)?;
    write(&checksums, "")
}

fn copy_public(project: &Project, deployment: &Deployment, out: &Path) -> Result<()> {
    let public = project.file("public");
    for name in files_below(&public)? {
        write(&out.join(&name), read(&public.join(&name))?)?;
    }
    write(&out.join("config.json"), &deployment.config)
}

/// A file under `/assets/`, named by its content.
struct Asset {
    name: String,
    integrity: String,
}

fn asset(out: &Path, stem: &str, ending: &str, content: &[u8]) -> Result<Asset> {
    let name = format!("{stem}-{}.{ending}", short(content));
    write(&out.join("assets").join(&name), content)?;
    Ok(Asset {
        name,
        integrity: integrity(content),
    })
}

/// Writes the hashed files; answers with the elements that load them.
fn write_assets(
    project: &Project,
    tools: &Toolbox,
    compiled: &Compiled,
    base: &str,
    out: &Path,
) -> Result<String> {
    let app = asset(out, "latchkey", "wasm", &read(&compiled.app())?)?;
    let customers = asset(out, "customers", "wasm", &read(&compiled.customers())?)?;
    let sandbox = asset(out, "sandbox", "wasm", &read(&compiled.sandbox())?)?;
    let glue = asset(
        out,
        "sandbox",
        "js",
        &bundle::sandbox_glue(project, tools, compiled)?,
    )?;
    let [en, fr] = texts::read(&project.file("locales"))?.files;
    let en = asset(out, "texts-en", "txt", en.as_bytes())?;
    let fr = asset(out, "texts-fr", "txt", fr.as_bytes())?;
    let names = [
        ("APP_WASM", app.name.as_str()),
        ("APP_WASM_INTEGRITY", &app.integrity),
        ("CUSTOMERS_WASM", &customers.name),
        ("CUSTOMERS_WASM_INTEGRITY", &customers.integrity),
        ("SANDBOX_GLUE", &glue.name),
        ("SANDBOX_GLUE_INTEGRITY", &glue.integrity),
        ("SANDBOX_WASM", &sandbox.name),
        ("SANDBOX_WASM_INTEGRITY", &sandbox.integrity),
        ("TEXTS_EN", &en.name),
        ("TEXTS_EN_INTEGRITY", &en.integrity),
        ("TEXTS_FR", &fr.name),
        ("TEXTS_FR_INTEGRITY", &fr.integrity),
    ];
    let boot = asset(
        out,
        "boot",
        "js",
        &bundle::boot(project, tools, compiled, &names)?,
    )?;
    let styles = asset(out, "latchkey", "css", &bundle::styles(project, tools)?)?;
    let style = html::stylesheet(&format!("{base}assets/{}", styles.name), &styles.integrity);
    let script = html::module(&format!("{base}assets/{}", boot.name), &boot.integrity);
    Ok(format!("{style}\n    {script}"))
}

/// index.html, and the same as 404.html: hosts that cannot rewrite send that for
/// a page's path, and the app starts all the same.
fn write_pages(project: &Project, deployment: &Deployment, head: &str, out: &Path) -> Result<()> {
    let policy = meta_content_security_policy(&deployment.connect);
    let icons = read_text(&project.file("style/icons.svg"))?;
    let source = read_text(&project.file("index.html"))?;
    let parts = html::Parts {
        base: &deployment.base,
        policy: &policy,
        assets: head,
        icons: icons.trim(),
    };
    let page = html::complete(&source, &parts)?;
    write(&out.join("index.html"), &page)?;
    write(&out.join("404.html"), &page)
}

fn write_checksums(out: &Path) -> Result<()> {
    let mut sums = String::new();
    for name in files_below(out)? {
        sums += &format!("{}  {name}\n", sha256(&read(&out.join(&name))?));
    }
    write(&out.join(CHECKSUMS), sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    const API: &str = "https://api.example:8443";

    /// What a deployment writes apart from the assets, which know nothing of its configuration.
    fn written(project: &Project, config: &str) -> Vec<(String, String)> {
        let deployment = Deployment::new(config.to_owned(), "/sub/").unwrap();
        let out = project.page("tests").join(short(config.as_bytes()));
        remove_dir(&out).unwrap();
        copy_public(project, &deployment, &out).unwrap();
        write_pages(project, &deployment, "<script></script>", &out).unwrap();
        hosting::write_files(&deployment, &out).unwrap();
        let names = files_below(&out).unwrap().into_iter();
        let text = |name: &str| String::from_utf8_lossy(&read(&out.join(name)).unwrap()).into();
        let files = names.map(|name| (name.clone(), text(&name))).collect();
        remove_dir(&out).unwrap();
        files
    }

    #[test]
    fn another_api_changes_its_configuration_and_connect_src_alone() {
        let project = Project::find().unwrap();
        let own = written(&project, r#"{"dataSource":"sandbox"}"#);
        let config = format!(r#"{{"dataSource":"api","api":{{"baseUrl":"{API}/v1"}}}}"#);
        let other = written(&project, &config);
        let mut named = 0;
        assert_eq!(own.len(), other.len());
        for ((name, own), (same, other)) in own.into_iter().zip(other) {
            assert_eq!(name, same);
            if name == "config.json" {
                assert_eq!(other, config);
                continue;
            }
            named += other.matches(API).count();
            let origin = format!("connect-src 'self' {API}");
            assert_eq!(other.replace(&origin, "connect-src 'self'"), own, "{name}");
        }
        // The page twice, and one file for each kind of host.
        assert_eq!(named, 7);
    }
}
