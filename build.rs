//! Turns `locales/en.json` and `locales/fr.json` into the code behind `i18n::text`, and into the
//! texts themselves for whatever is not the page of a build. What is wrong with them stops the build.

use std::path::Path;
use std::{env, fs, process};

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=locales");
    if let Err(message) = write() {
        for line in message.lines() {
            println!("cargo:error={line}");
        }
        process::exit(1);
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
