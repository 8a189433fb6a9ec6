//! Writing the constants and functions, and the texts in their order.

use std::fmt::Write as _;

use crate::leaf::{Leaf, Leaves};
use crate::parameters::{numbered, parameters};
use crate::{SEPARATOR, Texts};

/// Brings the two languages together.
pub fn generate(en: &Leaves, fr: &Leaves) -> Result<Texts, String> {
    same_keys(en, fr)?;
    let mut code = String::new();
    let mut table: [Vec<String>; 2] = Default::default();
    for (key, (english, french)) in en.keys().zip(en.values().zip(fr.values())) {
        let names = same_parameters(key, english, french)?;
        let place = table[0].len();
        let name = key.replace('.', "_");
        match (english, french) {
            (Leaf::Text(first), Leaf::Text(second)) => {
                table[0].push(numbered(first, &names));
                table[1].push(numbered(second, &names));
                let _ = writeln!(code, "/// {first:?}");
                if names.is_empty() {
                    let name = name.to_uppercase();
                    let _ = writeln!(code, "pub const {name}: Text = Text({place});");
                } else {
                    let call = format!("fill({place}, lang");
                    function(&mut code, &name, &names, &call, false);
                }
            }
            (
                Leaf::Plural { one, other },
                Leaf::Plural {
                    one: un,
                    other: autre,
                },
            ) => {
                table[0].extend([numbered(one, &names), numbered(other, &names)]);
                table[1].extend([numbered(un, &names), numbered(autre, &names)]);
                let _ = writeln!(code, "/// {other:?}");
                let call = format!("fill_plural({place}, lang, count");
                function(&mut code, &name, &names, &call, true);
            }
            _ => return Err(format!("`{key}` is a plural in one language only")),
        }
    }
    let count = table[0].len();
    if count > usize::from(u16::MAX) {
        return Err("there are too many texts: widen `Text`".to_owned());
    }
    let _ = writeln!(code, "const COUNT: usize = {count};");
    let files = table.map(|texts| texts.join(&SEPARATOR.to_string()));
    Ok(Texts { code, files })
}

fn same_keys(en: &Leaves, fr: &Leaves) -> Result<(), String> {
    let lacking = |these: &Leaves, those: &Leaves| -> Vec<String> {
        let lacking = those.keys().filter(|key| !these.has(key));
        lacking
            .map(|key| these.wrong(&format!("`{key}` is missing")))
            .collect()
    };
    let wrong = [lacking(en, fr), lacking(fr, en)].concat();
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n"))
    }
}

/// The parameters of a key in the order of the English text.
fn same_parameters(key: &str, english: &Leaf, french: &Leaf) -> Result<Vec<String>, String> {
    let names = parameters(key, english)?;
    let mut both = [names.clone(), parameters(key, french)?];
    both.iter_mut().for_each(|names| names.sort());
    if both[0] == both[1] {
        return Ok(names);
    }
    Err(format!(
        "`{key}`: the placeholders differ: {:?} and {:?}",
        both[0], both[1]
    ))
}

/// A function with one parameter for each placeholder: `count` a number in plurals, else text.
fn function(code: &mut String, key: &str, names: &[String], call: &str, plural: bool) {
    let name = key.to_lowercase();
    let texts = if plural { &names[1..] } else { names };
    let parameters: String = texts.iter().map(|name| format!(", {name}: &str")).collect();
    let count = if plural { ", count: u32" } else { "" };
    let arguments = texts.join(", ");
    let _ = writeln!(
        code,
        "pub fn {name}(lang: Lang{count}{parameters}) -> String {{ {call}, &[{arguments}]) }}"
    );
}
