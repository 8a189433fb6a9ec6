//! Placeholders: `{name}` in the JSON, a parameter in the code, `{0}` in the files.

use crate::leaf::Leaf;

/// Parameters of a leaf. A plural's `count` comes first whether or not its forms print it.
pub fn parameters(key: &str, leaf: &Leaf) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    match leaf {
        Leaf::Text(text) => placeholders(key, text, &mut names)?,
        Leaf::Plural { one, other } => {
            names.push("count".to_owned());
            placeholders(key, one, &mut names)?;
            placeholders(key, other, &mut names)?;
        }
    }
    Ok(names)
}

/// Names of the placeholders of a text, in the order in which they first stand in it.
fn placeholders(key: &str, text: &str, names: &mut Vec<String>) -> Result<(), String> {
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        let wrong = || format!("`{key}`: braces only stand around the name of a placeholder");
        let after = rest[open..].strip_prefix('{').ok_or_else(wrong)?;
        let close = after.find('}').ok_or_else(wrong)?;
        let name = &after[..close];
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            return Err(wrong());
        }
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
        rest = &after[close + 1..];
    }
    Ok(())
}

/// Replaces the names of placeholders by their position: the run-time form.
pub fn numbered(text: &str, names: &[String]) -> String {
    names
        .iter()
        .enumerate()
        .fold(text.to_owned(), |text, (index, name)| {
            text.replace(&format!("{{{name}}}"), &format!("{{{index}}}"))
        })
}
