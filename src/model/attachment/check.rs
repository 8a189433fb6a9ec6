//! Which files are taken.

/// Characters that a file's name may have; longer ones are cut before the extension.
const LONGEST_NAME: usize = 120;

/// What the configuration allows.
#[derive(Clone, Copy, Debug)]
pub struct Limits<'a> {
    pub max_files: u32,
    pub max_bytes_each: u64,
    /// Extensions in lower case, without a dot.
    pub types: &'a [String],
}

/// A file as it was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offered<'a> {
    pub name: &'a str,
    /// Bytes
    pub size: u64,
}

/// Why a file is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// The extension, empty where it has none.
    WrongType(String),
    /// The largest that is taken, in bytes.
    TooLarge(u64),
    Empty,
    /// How many are taken.
    TooMany(u32),
    /// The same file is there already.
    Twice,
    /// The browser cannot read it (any more): moved, changed or not permitted.
    Unreadable,
    /// Its contents are not what its extension says.
    OtherContents(String),
}

/// What is wrong with a file, beside those that were chosen before it.
pub fn check(limits: Limits, before: &[Offered], file: Offered) -> Option<FileProblem> {
    let extension = extension(file.name);
    let name = clean_name(file.name);
    let same = |other: &Offered| other.size == file.size && clean_name(other.name) == name;
    if before.iter().any(same) {
        return Some(FileProblem::Twice);
    }
    if !is_taken(limits.types, &extension) {
        return Some(FileProblem::WrongType(extension));
    }
    if file.size == 0 {
        return Some(FileProblem::Empty);
    }
    if file.size > limits.max_bytes_each {
        return Some(FileProblem::TooLarge(limits.max_bytes_each));
    }
    let full = before.len() >= limits.max_files as usize;
    full.then_some(FileProblem::TooMany(limits.max_files))
}

/// `jpg` and `jpeg` are one type.
fn is_taken(types: &[String], extension: &str) -> bool {
    let one = |extension: &str| {
        if extension == "jpeg" {
            "jpg"
        } else {
            extension
        }
        .to_owned()
    };
    !extension.is_empty() && types.iter().any(|own| one(own) == one(extension))
}

/// The extension in lower case, without its dot; empty where there is none.
pub fn extension(name: &str) -> String {
    let name = clean_name(name);
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => extension.to_ascii_lowercase(),
        _ => String::new(),
    }
}

/// The name that is shown and sent: no path, no controls, nothing that turns the direction of
/// writing (`gpj.exe` made to look like `exe.jpg`), and of a length that every system takes.
pub fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let hidden = |letter: char| {
        letter.is_control()
            || matches!(letter,
                '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let kept: String = last.chars().filter(|letter| !hidden(*letter)).collect();
    let kept = kept.trim();
    if kept.chars().count() <= LONGEST_NAME {
        return kept.to_owned();
    }
    let (stem, extension) = match kept.rsplit_once('.') {
        Some((stem, extension)) if extension.len() <= 10 => (stem, [".", extension].concat()),
        _ => (kept, String::new()),
    };
    let room = LONGEST_NAME - extension.chars().count();
    let stem: String = stem.chars().take(room).collect();
    stem + &extension
}

/// What is wrong with a file's contents, by the first bytes of them. Of types that nothing marks
/// only texts are looked into: they hold no zero byte.
pub fn contents(extension: &str, start: &[u8]) -> Option<FileProblem> {
    let begins = |marks: &[&[u8]]| marks.iter().any(|mark| start.starts_with(mark));
    let fits = match extension {
        "pdf" => begins(&[b"%PDF-"]),
        "png" => begins(&[b"\x89PNG\r\n\x1a\n"]),
        "jpg" | "jpeg" => begins(&[b"\xff\xd8\xff"]),
        // An archive without a file in it begins otherwise.
        "zip" => begins(&[b"PK\x03\x04", b"PK\x05\x06"]),
        "docx" | "xlsx" => begins(&[b"PK\x03\x04"]),
        "msg" => begins(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
        // In UTF-16 with its mark every other byte may be zero.
        "txt" | "csv" => begins(&[b"\xff\xfe", b"\xfe\xff"]) || !start.contains(&0),
        _ => true,
    };
    (!fits).then(|| FileProblem::OtherContents(extension.to_owned()))
}
