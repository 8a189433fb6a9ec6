//! Compressed copies beside the files.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::digest::sha256;
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

/// Writes `.br` and `.gz` beside every file below `dir` that gets smaller. What
/// was compressed before is taken from `known`, where it lies by its hash.
///
/// `config.json` has none: who hosts the page edits it, and would go on serving
/// the old copies.
pub fn pack(dir: &Path, known: &Path) -> Result<()> {
    for name in files_below(dir)? {
        if !ENDINGS.iter().any(|ending| name.ends_with(ending)) || name == "config.json" {
            continue;
        }
        let file = dir.join(&name);
        let content = read(&file)?;
        for (ending, compress) in [(".br", brotli as Compress), (".gz", gzip)] {
            let kept = known.join(format!("{}{ending}", sha256(&content)));
            let packed = match read(&kept) {
                Ok(packed) => packed,
                Err(_) => compress(&content)?,
            };
            if packed.len() < content.len() {
                write(&dir.join(format!("{name}{ending}")), &packed)?;
            }
            write(&kept, packed)?;
        }
    }
    Ok(())
}

type Compress = fn(&[u8]) -> Result<Vec<u8>>;

/// Brotli at its best.
fn brotli(content: &[u8]) -> Result<Vec<u8>> {
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
