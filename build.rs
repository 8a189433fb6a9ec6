//! Turns `locales/en.json` and `locales/fr.json` into the code behind `i18n::text`, and into the
//! texts themselves for whatever is not the page of a build. What is wrong with them stops the build.
//!
//! Sets `release_page` for the program of a build's page, which has files beside it: its texts and a
//! part of its code come from there.

use std::path::Path;
use std::{env, fs, process};

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=locales");
    name_release_page();
    if let Err(message) = write() {
        for line in message.lines() {
            println!("cargo:error={line}");
        }
        process::exit(1);
    }
}

fn name_release_page() {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    println!("cargo:rustc-check-cfg=cfg(release_page)");
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("PROFILE", "release") {
        println!("cargo:rustc-cfg=release_page");
        // What refers to what: by it the build knows which code belongs to which file.
        println!("cargo:rustc-link-arg-bin=latchkey=--emit-relocs");
    }
}

fn write() -> Result<(), String> {
    let made = texts::read(Path::new("locales"))?;
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let write = |name: &str, content: &str| {
        fs::write(Path::new(&out).join(name), content).map_err(|error| error.to_string())
    };
    write("text.rs", &made.code)?;
    for (language, file) in texts::LANGUAGES.iter().zip(&made.files) {
        write(&format!("{language}.txt"), file)?;
    }
    Ok(())
}
