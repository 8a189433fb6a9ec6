//! What has to be true of every build, whatever it does in a browser.

use std::path::Path;

use super::digest::{integrity, short};
use super::files::{files_below, read, read_text};
use super::weight::{BUDGET, main_total};
use crate::failure::Result;
use crate::say::bytes;

/// A text that the sandbox's program holds, and nothing else may.
const SANDBOX_TEXT: &str = "latchkey-sandbox";

/// How the names of the app's WebAssembly begin: what starts, and what comes later.
const APP: [&str; 2] = ["latchkey-", "customers-"];

/// A check by its name, and what is wrong if it failed.
pub type Outcome = (&'static str, std::result::Result<(), String>);

/// Runs all checks over a build.
pub fn check(dir: &Path) -> Result<Vec<Outcome>> {
    let build = Build::read(dir)?;
    Ok(vec![
        ("the main files keep to their budget", budget(dir)?),
        (
            "the app's WebAssembly holds nothing of the sandbox",
            build.no_sandbox_in_app(),
        ),
        (
            "the app's WebAssembly holds no texts",
            build.no_texts_in_app(),
        ),
        (
            "the boot module stands alone and evaluates no text",
            build.scripts_are_plain(),
        ),
        (
            "index.html has its policy first and no inline script or style",
            build.page_is_hardened(),
        ),
        (
            "names and integrity fit the content",
            build.integrity_fits(),
        ),
        ("404.html is the page as well", build.same_page_for_404()),
        (
            "compressed copies and checksums are there",
            build.complete(),
        ),
    ])
}

fn budget(dir: &Path) -> Result<std::result::Result<(), String>> {
    let total = main_total(dir)?;
    Ok(that(total <= BUDGET, || {
        format!(
            "they weigh {} bytes, the budget is {}",
            bytes(total),
            bytes(BUDGET)
        )
    }))
}

fn that(holds: bool, otherwise: impl FnOnce() -> String) -> std::result::Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

struct Build {
    names: Vec<String>,
    page: String,
    page_404: String,
    boot: String,
    sandbox_glue: String,
    /// Names and content of what lies under `assets/`, uncompressed.
    assets: Vec<(String, Vec<u8>)>,
}

impl Build {
    fn read(dir: &Path) -> Result<Self> {
        let names = files_below(dir)?;
        let originals = names.iter().filter_map(|name| name.strip_prefix("assets/"));
        let originals = originals.filter(|name| !name.ends_with(".br") && !name.ends_with(".gz"));
        let assets = originals
            .map(|name| Ok((name.to_owned(), read(&dir.join("assets").join(name))?)))
            .collect::<Result<Vec<_>>>()?;
        let script = |stem: &str| {
            let found = assets
                .iter()
                .find(|(name, _)| name.starts_with(stem) && name.ends_with(".js"));
            found
                .map(|(_, content)| String::from_utf8_lossy(content).into_owned())
                .unwrap_or_default()
        };
        Ok(Self {
            page: read_text(&dir.join("index.html"))?,
            page_404: read_text(&dir.join("404.html"))?,
            boot: script("boot-"),
            sandbox_glue: script("sandbox-"),
            names,
            assets,
        })
    }

    fn wasm(&self, stem: &str) -> &[u8] {
        let found = self
            .assets
            .iter()
            .find(|(name, _)| name.starts_with(stem) && name.ends_with(".wasm"));
        found.map_or(&[], |(_, content)| content)
    }

    fn no_sandbox_in_app(&self) -> std::result::Result<(), String> {
        let holds = |wasm: &[u8]| {
            wasm.windows(SANDBOX_TEXT.len())
                .any(|text| text == SANDBOX_TEXT.as_bytes())
        };
        that(holds(self.wasm("sandbox-")), || {
            format!("the sandbox itself lacks “{SANDBOX_TEXT}”: this check is blind")
        })?;
        for part in APP {
            let wasm = self.wasm(part);
            that(!wasm.is_empty() && !holds(wasm), || {
                format!("“{SANDBOX_TEXT}” was found in {part}*.wasm, or there is none")
            })?;
        }
        Ok(())
    }

    fn no_texts_in_app(&self) -> std::result::Result<(), String> {
        for language in texts::LANGUAGES {
            let stem = format!("texts-{language}-");
            let file = self.assets.iter().find(|(name, _)| name.starts_with(&stem));
            let file = file.ok_or_else(|| format!("the texts of “{language}” are missing"))?;
            // Short texts, such as “Copy”, may be words of something else.
            let longest = file
                .1
                .split(|byte| *byte == texts::SEPARATOR as u8)
                .max_by_key(|text| text.len())
                .unwrap_or_default();
            let holds = |part: &&str| {
                self.wasm(part)
                    .windows(longest.len())
                    .any(|text| text == longest)
            };
            that(!APP.iter().any(holds), || {
                format!("it holds “{}”", String::from_utf8_lossy(longest))
            })?;
        }
        Ok(())
    }

    fn scripts_are_plain(&self) -> std::result::Result<(), String> {
        that(
            !self.boot.is_empty() && !self.sandbox_glue.is_empty(),
            || "a script is missing".into(),
        )?;
        for script in [&self.boot, &self.sandbox_glue] {
            for unwanted in ["new Function", "eval(", "snippets/"] {
                that(!script.contains(unwanted), || {
                    format!("“{unwanted}” was found")
                })?;
            }
        }
        // A module that imports nothing by name is covered by its own integrity.
        for unwanted in [
            "import{",
            "import *",
            "import\"",
            "from\"",
            "export{",
            "export default",
        ] {
            that(!self.boot.contains(unwanted), || {
                format!("“{unwanted}” was found in the boot module")
            })?;
        }
        Ok(())
    }

    fn page_is_hardened(&self) -> std::result::Result<(), String> {
        let place = |text: &str| self.page.find(text).unwrap_or(usize::MAX);
        let policy = place("http-equiv=\"Content-Security-Policy\"");
        that(policy < place("<link") && policy < place("<script"), || {
            "something loads before the policy".into()
        })?;
        for unwanted in [
            " style=\"",
            "<style",
            "<base",
            "javascript:",
            "data-trunk",
            " onload=",
            " onclick=",
        ] {
            that(!self.page.contains(unwanted), || {
                format!("“{unwanted}” was found")
            })?;
        }
        let scripts = self.page.matches("<script").count();
        that(
            scripts == 1 && self.page.contains("<script type=\"module\" src=\""),
            || "a script stands in the page".into(),
        )
    }

    fn integrity_fits(&self) -> std::result::Result<(), String> {
        let vouchers = [&self.page, &self.boot];
        for (name, content) in &self.assets {
            that(name.contains(&short(content)), || {
                format!("{name} is not named by its content")
            })?;
            let hash = integrity(content);
            that(vouchers.iter().any(|text| text.contains(&hash)), || {
                format!("nothing vouches for {name}")
            })?;
        }
        that(self.assets.len() == 8, || {
            format!("there are {} assets, not eight", self.assets.len())
        })
    }

    fn same_page_for_404(&self) -> std::result::Result<(), String> {
        that(self.page == self.page_404, || {
            "it differs from index.html".into()
        })
    }

    fn complete(&self) -> std::result::Result<(), String> {
        let has = |name: &str| self.names.iter().any(|known| known == name);
        let copies = self
            .assets
            .iter()
            .flat_map(|(name, _)| [format!("assets/{name}.br"), format!("assets/{name}.gz")]);
        let fixed = [
            "SHA256SUMS",
            "_headers",
            "_redirects",
            "staticwebapp.config.json",
            "config.json",
            "config.schema.json",
            "sw.js",
        ];
        for name in copies.chain(fixed.map(str::to_owned)) {
            that(has(&name), || format!("{name} is missing"))?;
        }
        that(!has("config.json.br") && !has("config.json.gz"), || {
            "config.json has a copy that editing would not change".into()
        })
    }
}
