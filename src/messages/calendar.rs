//! An entry for people's calendars (RFC 5545), as it goes with an email (RFC 6047). It names nobody who comes: who else is
//! expected is nobody's business.

use std::fmt::Write;

use jiff::Timestamp;

/// The most bytes of a line, before it goes on in the next.
const LINE: usize = 75;

/// What the entry does in a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// It is put there, or takes the place of an earlier one.
    Publish,
    /// What was put there is taken out.
    Cancel,
}

impl Method {
    /// Its name in the entry and in the type of the attachment.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Cancel => "CANCEL",
        }
    }

    const fn status(self) -> &'static str {
        match self {
            Self::Publish => "CONFIRMED",
            Self::Cancel => "CANCELLED",
        }
    }
}

/// One event in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    pub method: Method,
    /// The same for every entry of an event.
    pub uid: String,
    /// Grows with every change: the entry with the highest is the one that holds.
    pub sequence: i32,
    /// Microseconds since 1970, as all times here.
    pub stamped_at: i64,
    pub starts_at: i64,
    pub ends_at: i64,
    pub summary: String,
    pub place: String,
    pub description: String,
    /// The name of whoever holds it.
    pub organiser: String,
    /// Where more is to be read.
    pub address: String,
}

impl Calendar {
    /// The file, sent by that address. Times stand in UTC, which every calendar shows as the time on its owner's wall.
    #[must_use]
    pub fn text(&self, sender: &str) -> String {
        let common_name = self.organiser.replace(|c: char| c == '"' || c.is_control(), " ");
        let lines = [
            "BEGIN:VCALENDAR".to_owned(),
            "VERSION:2.0".to_owned(),
            "PRODID:-//Saywell//Saywell//EN".to_owned(),
            format!("METHOD:{}", self.method.name()),
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", escaped(&self.uid)),
            format!("SEQUENCE:{}", self.sequence),
            format!("DTSTAMP:{}", stamp(self.stamped_at)),
            format!("DTSTART:{}", stamp(self.starts_at)),
            format!("DTEND:{}", stamp(self.ends_at)),
            format!("STATUS:{}", self.method.status()),
            format!("SUMMARY:{}", escaped(&self.summary)),
            format!("LOCATION:{}", escaped(&self.place)),
            format!("DESCRIPTION:{}", escaped(&self.description)),
            format!("ORGANIZER;CN=\"{common_name}\":mailto:{sender}"),
            format!("URL:{}", self.address),
            "END:VEVENT".to_owned(),
            "END:VCALENDAR".to_owned(),
        ];
        lines.iter().map(|line| folded(line)).collect()
    }
}

/// A moment in UTC: `20261203T100000Z`.
fn stamp(micros: i64) -> String {
    let at = Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH);
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as a value: what has a meaning there is marked.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => {
                value.push('\\');
                value.push(c);
            }
            '\n' => value.push_str("\\n"),
            c if c.is_control() => value.push(' '),
            c => value.push(c),
        }
    }
    value
}

/// A line with its end, broken where it is too long, and never within a letter.
fn folded(line: &str) -> String {
    let (mut text, mut length) = (String::with_capacity(line.len() + 8), 0);
    for c in line.chars() {
        if length + c.len_utf8() > LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(c);
        length += c.len_utf8();
    }
    let _ = text.write_str("\r\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Calendar {
        Calendar {
            method: Method::Publish,
            uid: "event-7@example.org".to_owned(),
            sequence: 3,
            stamped_at: 1_795_341_600_000_000,
            starts_at: 1_795_341_600_000_000,
            ends_at: 1_795_348_800_000_000,
            summary: "Tea; talk, and \\ more".to_owned(),
            place: "Zażółć gęślą jaźń ".repeat(8),
            description: "One\r\nTwo\u{7}".to_owned(),
            organiser: "The \"Marl\" Trust".to_owned(),
            address: "https://answers.example.org/e/ACD347".to_owned(),
        }
    }

    #[test]
    fn a_line_is_broken_before_it_is_too_long_and_reads_on_as_it_was() {
        let text = entry().text("noreply@example.org");
        assert!(text.split("\r\n").all(|line| line.len() <= LINE && !line.contains('\n')));
        assert!(text.replace("\r\n ", "").contains(&format!("LOCATION:{}\r\n", entry().place)));
    }

    #[test]
    fn times_stand_in_utc_and_what_has_a_meaning_is_marked() {
        let text = entry().text("noreply@example.org");
        for line in [
            "DTSTART:20261122T100000Z",
            "DTEND:20261122T120000Z",
            "SUMMARY:Tea\\; talk\\, and \\\\ more",
            "DESCRIPTION:One\\nTwo ",
            "ORGANIZER;CN=\"The  Marl  Trust\":mailto:noreply@example.org",
            "SEQUENCE:3",
            "METHOD:PUBLISH",
            "STATUS:CONFIRMED",
        ] {
            assert!(text.contains(&format!("\r\n{line}\r\n")), "{line} is not in {text}");
        }
        assert!(!text.contains("ATTENDEE"));
    }

    #[test]
    fn what_is_called_off_is_taken_out_of_the_calendar() {
        let text = Calendar { method: Method::Cancel, ..entry() }.text("noreply@example.org");
        assert!(text.contains("\r\nMETHOD:CANCEL\r\n") && text.contains("\r\nSTATUS:CANCELLED\r\n"));
    }
}
