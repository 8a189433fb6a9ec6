//! Deadlines as a calendar file (RFC 5545).

use crate::model::Timestamp;

/// An entry.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// The same for the same deadline, whenever the file is made: a second import changes the entry
    /// instead of adding one.
    pub uid: &'a str,
    /// The deadline. The entry is a moment, not a span.
    pub at: Timestamp,
    pub summary: &'a str,
    pub description: &'a str,
    /// Where to go; empty for nowhere.
    pub url: &'a str,
}

/// Octets of a line, its end not counted (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// The file. `made` is when; it reminds of each deadline a day before.
pub fn calendar(events: &[Event], made: Timestamp) -> String {
    let mut file = Lines::default();
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Latchkey//Cancellation windows//EN");
    file.line("CALSCALE:GREGORIAN");
    file.line("METHOD:PUBLISH");
    for event in events {
        file.line("BEGIN:VEVENT");
        file.text("UID", event.uid);
        file.line(&["DTSTAMP:", &stamp(made)].concat());
        file.line(&["DTSTART:", &stamp(event.at)].concat());
        file.text("SUMMARY", event.summary);
        file.text("DESCRIPTION", event.description);
        if !event.url.is_empty() {
            // An address is no text: nothing in it is escaped.
            file.line(&["URL:", &without_controls(event.url)].concat());
        }
        // A deadline takes nobody's time.
        file.line("TRANSP:TRANSPARENT");
        file.line("BEGIN:VALARM");
        file.line("ACTION:DISPLAY");
        file.text("DESCRIPTION", event.summary);
        file.line("TRIGGER:-P1D");
        file.line("END:VALARM");
        file.line("END:VEVENT");
    }
    file.line("END:VCALENDAR");
    file.0
}

/// `20211014T235900Z`
fn stamp(time: Timestamp) -> String {
    let (hour, minute, second, _) = time.time_of_day();
    let date = time.date();
    format!(
        "{:04}{:02}{:02}T{hour:02}{minute:02}{second:02}Z",
        date.year, date.month, date.day
    )
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Folds a line where it is too long, between two characters.
    fn line(&mut self, line: &str) {
        let mut room = LONGEST_LINE;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST_LINE - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is text (3.3.11).
    fn text(&mut self, name: &str, text: &str) {
        let mut line = [name, ":"].concat();
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        for letter in text.chars() {
            match letter {
                '\n' => line.push_str("\\n"),
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                // None is allowed but the tab.
                letter if letter.is_control() && letter != '\t' => {}
                letter => line.push(letter),
            }
        }
        self.line(&line);
    }
}

fn without_controls(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).collect()
}
