//! Compressed copies beside the files.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::files::{files_below, read, write};
use crate::failure::{During, Result};

/// What is worth compressing.
const ENDINGS: [&str; 8] = [
    ".html",
    ".js",
    ".css",
    ".wasm",
    ".json",
    ".svg",
    ".webmanifest",
    ".txt",
];

/// Writes `.br` and `.gz` beside every file below `dir` that gets smaller.
///
/// `config.json` has none: who hosts the page edits it, and would go on serving
/// the old copies.
pub fn pack(dir: &Path) -> Result<()> {
    for name in files_below(dir)? {
        if !ENDINGS.iter().any(|ending| name.ends_with(ending)) || name == "config.json" {
            continue;
        }
        let file = dir.join(&name);
        let content = read(&file)?;
        for (ending, packed) in [(".br", brotli(&content)?), (".gz", gzip(&content)?)] {
            if packed.len() < content.len() {
                write(&dir.join(format!("{name}{ending}")), packed)?;
            }
        }
    }
    Ok(())
}

/// Brotli at its best.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &content[..], &mut packed, &best).during("Compressing")?;
    Ok(packed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(content).during("Compressing")?;
    packer.finish().during("Compressing")
}
