//! The order of the functions in a WebAssembly file: like beside like.
//!
//! Nothing depends on it but how well the file compresses. Generic code and views become many
//! functions that are nearly the same, and brotli tells what was just said in fewer bits than what
//! was said long ago.

use std::collections::HashMap;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

use crate::failure::{During, Result};

/// Bytes in a row that two functions share, to be alike in them.
const SAMPLE: usize = 4;

/// What more functions than this share says little about any two of them.
const COMMON: usize = 400;

/// Puts the functions into an order in which they compress well.
pub fn like_beside_like(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.during("Reading a WebAssembly file")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import.during("Reading what a WebAssembly file imports")?;
                    imported += u32::from(matches!(import.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let order = chain(&bodies);
    let mut places = vec![0; order.len()];
    for (place, &function) in (imported..).zip(&order) {
        places[function] = place;
    }
    let mut module = Module::new();
    Reorder {
        imported,
        order,
        places,
    }
    .parse_core_module(&mut module, Parser::new(0), wasm)
    .map_err(|error| format!("Putting the functions of a WebAssembly file in order: {error}"))?;
    Ok(module.finish())
}

/// Each function followed by the one most like it of those that are left.
fn chain(bodies: &[&[u8]]) -> Vec<usize> {
    let samples: Vec<Vec<&[u8]>> = bodies.iter().map(|body| samples(body)).collect();
    let mut having: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, samples) in samples.iter().enumerate() {
        for sample in samples {
            having.entry(sample).or_default().push(function);
        }
    }
    having.retain(|_, functions| (2..=COMMON).contains(&functions.len()));

    let mut order = Vec::with_capacity(bodies.len());
    let mut placed = vec![false; bodies.len()];
    let mut shared = vec![0_usize; bodies.len()];
    for first in 0..bodies.len() {
        let mut next = (!placed[first]).then_some(first);
        while let Some(function) = next {
            placed[function] = true;
            order.push(function);
            let mut like = Vec::new();
            for sample in &samples[function] {
                for &other in having.get(sample).into_iter().flatten() {
                    if !placed[other] {
                        if shared[other] == 0 {
                            like.push(other);
                        }
                        shared[other] += 1;
                    }
                }
            }
            // What they share, in proportion to what they have: in millionths.
            let likeness = |other: usize| {
                let all = samples[function].len() + samples[other].len() - shared[other];
                shared[other] * 1_000_000 / all
            };
            next = like
                .iter()
                .copied()
                .max_by_key(|&other| (likeness(other), usize::MAX - other));
            for other in like {
                shared[other] = 0;
            }
        }
    }
    order
}

/// All there is in a row in a function, each once.
fn samples(body: &[u8]) -> Vec<&[u8]> {
    let mut samples: Vec<_> = body.windows(SAMPLE).collect();
    samples.sort_unstable();
    samples.dedup();
    samples
}

/// Writes a file with its functions in another order.
struct Reorder {
    /// How many functions are imported, which stand before all others.
    imported: u32,
    /// The functions in their new order.
    order: Vec<usize>,
    /// The new number of each function.
    places: Vec<u32>,
}

type Reordered = std::result::Result<(), Error>;

impl Reencode for Reorder {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error> {
        Ok(match function.checked_sub(self.imported) {
            None => function,
            Some(own) => self.places[own as usize],
        })
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader,
    ) -> Reordered {
        let types = section
            .into_iter()
            .collect::<std::result::Result<Vec<_>, _>>()?;
        for &function in &self.order {
            functions.function(types[function]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader,
    ) -> Reordered {
        let bodies = section
            .into_iter()
            .collect::<std::result::Result<Vec<_>, _>>()?;
        for function in self.order.clone() {
            self.parse_function_body(code, bodies[function].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        EntityType, ExportKind, ExportSection, Function, ImportSection, TypeSection, ValType,
    };
    use wasmparser::Operator;

    use super::*;

    /// A file with a function for each number, which returns it; all are exported by their names.
    fn returning(numbers: &[(&str, i64)]) -> Vec<u8> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        let (mut functions, mut exports) = (FunctionSection::new(), ExportSection::new());
        let mut code = CodeSection::new();
        types.ty().function([], [ValType::I64]);
        imports.import("elsewhere", "other", EntityType::Function(0));
        for (index, (name, number)) in (1..).zip(numbers) {
            functions.function(0);
            exports.export(name, ExportKind::Func, index);
            let mut body = Function::new([]);
            body.instructions().i64_const(*number).end();
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions);
        module.section(&exports).section(&code);
        module.finish()
    }

    /// What stands in a file: the numbers in the order of the functions, and the exports.
    fn read(wasm: &[u8]) -> (Vec<i64>, Vec<(String, u32)>) {
        let (mut numbers, mut exports) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.unwrap() {
                Payload::CodeSectionEntry(body) => {
                    let mut operators = body.get_operators_reader().unwrap();
                    if let Operator::I64Const { value } = operators.read().unwrap() {
                        numbers.push(value);
                    }
                }
                Payload::ExportSection(section) => {
                    let named = section.into_iter().map(std::result::Result::unwrap);
                    exports.extend(named.map(|export| (export.name.to_owned(), export.index)));
                }
                _ => {}
            }
        }
        (numbers, exports)
    }

    #[test]
    fn functions_that_are_alike_stand_beside_each_other_and_keep_their_names() {
        let (like, unlike) = (0x1122_3344_5566_7788, -1);
        let wasm = returning(&[("a", like), ("b", unlike), ("c", like + (1 << 60))]);

        let ordered = like_beside_like(&wasm).unwrap();

        let (numbers, exports) = read(&ordered);
        assert_eq!(numbers, [like, like + (1 << 60), unlike]);
        let expected = [("a", 1), ("b", 3), ("c", 2)].map(|(name, at)| (name.to_owned(), at));
        assert_eq!(exports, expected);
        assert_eq!(like_beside_like(&ordered).unwrap(), ordered);
    }
}
