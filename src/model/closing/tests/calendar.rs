//! Against the rules of RFC 5545, by a reader of its own.

use super::super::{Event, calendar};
use super::at;

const MADE: &str = "2026-11-23T10:00:00.500Z";

fn event<'a>(summary: &'a str, description: &'a str) -> Event<'a> {
    Event {
        uid: "7kQ2_xYz-0-P1-0001@latchkey",
        at: at("2026-12-24T23:59:00Z"),
        summary,
        description,
        url: "https://shop.example/customers/1/cancel?order=a,b;c",
    }
}

fn file(summary: &str, description: &str) -> String {
    calendar(&[event(summary, description)], at(MADE))
}

/// Unfolds (3.1) and splits into names and values.
fn properties(file: &str) -> Vec<(String, String)> {
    let whole = file.replace("\r\n ", "");
    let lines = whole.split("\r\n").filter(|line| !line.is_empty());
    let pairs = lines.map(|line| line.split_once(':').unwrap());
    pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// Takes a text back out of its escapes (3.3.11).
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next().unwrap() {
                'n' | 'N' => text.push('\n'),
                other if "\\;,".contains(other) => text.push(other),
                other => panic!("\\{other} is no escape"),
            },
            ';' | ',' => panic!("{letter} has to be escaped"),
            letter => text.push(letter),
        }
    }
    text
}

fn value(file: &str, name: &str) -> String {
    let found = properties(file).into_iter().find(|(own, _)| own == name);
    found.unwrap().1
}

#[test]
fn every_line_ends_in_crlf_and_has_75_octets_at_most() {
    let long = "Été 日本 🙂, ".repeat(40);
    for text in ["", "short", &long, &"x".repeat(500)] {
        let file = file(text, text);
        assert!(file.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        assert_eq!(file.matches('\r').count(), file.matches("\r\n").count());
        for line in file.split("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
        }
        let text = text.trim_end();
        let read = unescaped(&value(&file, "SUMMARY"));
        assert_eq!(read.trim_end(), text);
    }
}

/// A fold costs nothing but itself: lines just at the limit stay whole.
#[test]
fn a_line_is_folded_at_its_limit_and_not_before() {
    let name = "SUMMARY:".len();
    let folds = |length: usize| file(&"x".repeat(length), "").matches("\r\n x").count();
    // In the entry and in its alarm, whose line is longer by the longer name.
    assert_eq!(folds(75 - "DESCRIPTION:".len()), 0);
    assert_eq!(folds(75 - name), 1);
    assert_eq!(folds(75 - name + 1), 2);
    assert_eq!(folds(75 - name + 74), 2 + 1);
}

#[test]
fn texts_come_back_as_they_were() {
    for text in [
        "a, b; c \\ d\ne",
        "\\n is no new line",
        "SQL Server\u{202e} – 2 Core: 100 %",
        "BEGIN:VEVENT\nEND:VCALENDAR",
        "quote \" and 'quote'",
    ] {
        let file = file(text, text);
        assert_eq!(unescaped(&value(&file, "SUMMARY")), text);
        assert_eq!(unescaped(&value(&file, "DESCRIPTION")), text);
        assert_eq!(file.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
    }
    let windows = file("a\r\nb\rc\u{7}", "");
    assert_eq!(unescaped(&value(&windows, "SUMMARY")), "a\nb\nc");
}

#[test]
fn an_entry_has_what_the_rules_ask_for() {
    let file = calendar(&[event("a", "b"), event("c", "d")], at(MADE));
    let all = properties(&file);
    let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    let entry = [
        "BEGIN",
        "UID",
        "DTSTAMP",
        "DTSTART",
        "SUMMARY",
        "DESCRIPTION",
        "URL",
        "TRANSP",
        "BEGIN",
        "ACTION",
        "DESCRIPTION",
        "TRIGGER",
        "END",
        "END",
    ];
    let head = ["BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD"];
    assert_eq!(names[..5], head);
    assert_eq!(names[5..19], entry);
    assert_eq!(names[19..33], entry);
    assert_eq!(names[33..], ["END"]);
    assert_eq!(value(&file, "VERSION"), "2.0");
    assert_eq!(value(&file, "DTSTAMP"), "20261123T100000Z");
    assert_eq!(value(&file, "DTSTART"), "20261224T235900Z");
    assert_eq!(value(&file, "TRIGGER"), "-P1D");
    let url = value(&file, "URL");
    assert_eq!(url, "https://shop.example/customers/1/cancel?order=a,b;c");
}

#[test]
fn an_entry_keeps_its_id_whenever_the_file_is_made() {
    let uid = |made: &str| value(&calendar(&[event("a", "b")], at(made)), "UID");
    assert_eq!(uid(MADE), uid("2026-12-01T00:00:00Z"));
}

#[test]
fn without_an_address_there_is_no_line_for_it() {
    let nowhere = Event {
        url: "",
        ..event("a", "b")
    };
    assert!(!calendar(&[nowhere], at(MADE)).contains("URL"));
    let hostile = Event {
        url: "https://x.example/\r\nATTACH:y",
        ..event("a", "b")
    };
    assert!(!calendar(&[hostile], at(MADE)).contains("\r\nATTACH"));
}
