//! Shorter names between a WebAssembly file and its glue.
//!
//! wasm-bindgen calls an import `__wbg_querySelector_5f3c…`, once in the WebAssembly and once in the
//! glue. Nobody reads the names there, and their hashes do not compress.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

use crate::failure::{During, Result};

/// How the names begin that wasm-bindgen gives.
const PREFIXES: [&str; 3] = ["__wbg_", "__wbindgen_", "wasm_bindgen__"];

/// The same for esbuild, which renames in the glue whatever begins so.
pub const PATTERN: &str = "^(__wbg_|__wbindgen_|wasm_bindgen__)";

/// New names by the old ones.
pub type Names = BTreeMap<String, String>;

/// Renames what the file imports and exports by a name of wasm-bindgen's.
pub fn shorten(wasm: &[u8]) -> Result<(Vec<u8>, Names)> {
    const ACT: &str = "Reading a WebAssembly file";
    let mut names = Names::new();
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.during(ACT)? {
            Payload::ImportSection(imports) => {
                let mut section = ImportSection::new();
                for import in imports.into_imports() {
                    let import = import.during(ACT)?;
                    let name = renamed(import.name, &mut names);
                    let kind = RoundtripReencoder.entity_type(import.ty).during(ACT)?;
                    section.import(import.module, &name, kind);
                }
                module.section(&section);
            }
            Payload::ExportSection(exports) => {
                let mut section = ExportSection::new();
                for export in exports {
                    let export = export.during(ACT)?;
                    let name = renamed(export.name, &mut names);
                    let kind = RoundtripReencoder.export_kind(export.kind).during(ACT)?;
                    section.export(&name, kind, export.index);
                }
                module.section(&section);
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    let data = &wasm[range.start as usize..range.end as usize];
                    module.section(&RawSection { id, data });
                }
            }
        }
    }
    Ok((module.finish(), names))
}

fn renamed(name: &str, names: &mut Names) -> String {
    if !PREFIXES.iter().any(|prefix| name.starts_with(prefix)) {
        return name.to_owned();
    }
    let next = short_name(names.len());
    names.entry(name.to_owned()).or_insert(next).clone()
}

/// `$a`, `$b`, … `$z`, `$aa`, `$ba`, …: names that neither JavaScript nor the glue has.
fn short_name(mut number: usize) -> String {
    let mut name = String::from("$");
    loop {
        name.push(char::from(b'a' + (number % 26) as u8));
        if number < 26 {
            return name;
        }
        number = number / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use wasm_encoder::{EntityType, ExportKind, MemoryType};

    use super::*;

    #[test]
    fn short_names_are_distinct() {
        let names: BTreeSet<_> = (0..2_000).map(short_name).collect();
        assert_eq!(names.len(), 2_000);
        assert_eq!(short_name(0), "$a");
        assert_eq!(short_name(26), "$aa");
    }

    #[test]
    fn names_of_wasm_bindgen_are_renamed_and_others_stay() {
        let memory = MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        let mut imports = ImportSection::new();
        imports.import("./glue.js", "__wbg_append_12", EntityType::Memory(memory));
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0);
        exports.export("__wbindgen_malloc", ExportKind::Memory, 0);
        let mut module = Module::new();
        module.section(&imports).section(&exports);

        let (shortened, names) = shorten(&module.finish()).unwrap();

        assert_eq!(names["__wbg_append_12"], "$a");
        assert_eq!(names["__wbindgen_malloc"], "$b");
        let (again, none) = shorten(&shortened).unwrap();
        assert_eq!(again, shortened);
        assert!(none.is_empty());
        let text = String::from_utf8_lossy(&shortened);
        assert!(text.contains("./glue.js") && text.contains("memory"));
        assert!(!text.contains("__wb"));
    }
}
