//! A file of those who are to be expected at an event: its columns, and its lines, each read for itself.

use std::collections::BTreeSet;

use super::guest::{Fault, Guest, GuestFields};
use crate::domain::care::channel::codes;
use crate::domain::care::import::table::{self, Table, Unreadable};
use crate::domain::care::import::{Record, Wrong};

codes! {
    /// What a column holds.
    Column {
        /// The name, whole.
        Name = "name",
        /// Email address.
        Email = "email",
        /// In which part they come.
        Part = "part",
        /// Language tag.
        Language = "language",
        /// Communication needs.
        Needs = "communication-needs",
        /// What else they need.
        OtherNeeds = "other-needs",
        /// Whether they agreed to get email.
        MayEmail = "may-email",
    }
}

/// Other names, as letters and digits alone.
const ALIASES: &[(Column, &[&str])] = &[
    (Column::Name, &["fullname", "attendee", "attendeename", "guest", "participant"]),
    (Column::Email, &["emailaddress", "mail"]),
    (Column::Part, &["role", "capacity", "comingas", "attendingas"]),
    (Column::Language, &["preferredlanguage", "languagecode"]),
    (Column::Needs, &["needs", "accessibleinformation", "accessneeds"]),
    (Column::OtherNeeds, &["other", "notes", "accessrequirements", "dietaryrequirements"]),
    (Column::MayEmail, &["consent", "emailconsent", "consenttoemail", "agreedtoemail"]),
];

impl Column {
    fn named(heading: &str) -> Option<Self> {
        let plain: String = heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let is_it = |column: &Self| column.code().replace('-', "") == plain;
        let alias = || ALIASES.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(column, _)| *column);
        Self::ALL.iter().copied().find(is_it).or_else(alias)
    }
}

/// Why a whole file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    Unreadable(Unreadable),
    /// No column says who they are.
    NoNames,
    /// This column is there twice, perhaps under two names.
    ColumnTwice(Column),
    /// There is nothing below the heading.
    NoLines,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineFault {
    /// The line as such cannot be read.
    Line(Wrong),
    /// What stands in one cell.
    Cell(Fault),
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number in the file; the heading is 1.
    pub number: u32,
    pub read: Result<Guest, Vec<LineFault>>,
}

/// A file, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    pub lines: Vec<Line>,
    /// The headings of columns that are none of ours: what stands in them goes nowhere.
    pub ignored: Vec<String>,
}

/// Reads a file. An address that stands on an earlier line refuses the later one.
pub fn read(bytes: &[u8]) -> Result<List, Refused> {
    let text = table::text(bytes).map_err(Refused::Unreadable)?;
    let (heading, table) = Table::open(text).map_err(Refused::Unreadable)?;
    let columns: Vec<Option<Column>> = heading.iter().map(|name| Column::named(name)).collect();
    let is_twice = |column: &&Column| columns.iter().filter(|one| **one == Some(**column)).count() > 1;
    if let Some(twice) = Column::ALL.iter().find(is_twice) {
        return Err(Refused::ColumnTwice(*twice));
    }
    if !columns.contains(&Some(Column::Name)) {
        return Err(Refused::NoNames);
    }
    let mut seen = BTreeSet::new();
    let lines: Vec<Line> = table.map(|record| line(&columns, record, &mut seen)).collect();
    if lines.is_empty() {
        return Err(Refused::NoLines);
    }
    let unknown = heading.iter().zip(&columns).filter(|(name, column)| column.is_none() && !name.trim().is_empty());
    Ok(List { lines, ignored: unknown.map(|(name, _)| name.clone()).collect() })
}

fn line(columns: &[Option<Column>], record: Record, seen: &mut BTreeSet<String>) -> Line {
    let number = record.line;
    let cells = match record.cells {
        Ok(cells) => cells,
        Err(why) => return Line { number, read: Err(vec![LineFault::Line(why)]) },
    };
    let of = |wanted: Column| {
        let mut named = columns.iter().zip(&cells).filter(|(column, _)| **column == Some(wanted));
        named.next().map(|(_, cell)| cell.clone()).unwrap_or_default()
    };
    let needs = of(Column::Needs);
    let fields = GuestFields {
        name: of(Column::Name),
        email: of(Column::Email),
        part: of(Column::Part),
        language: of(Column::Language),
        needs: needs.split([';', '|', ',']).map(str::trim).filter(|need| !need.is_empty()).map(str::to_owned).collect(),
        other_needs: of(Column::OtherNeeds),
        may_email: of(Column::MayEmail),
    };
    let read = fields.read().and_then(|guest| {
        let is_new = guest.contact.email.as_ref().is_none_or(|email| seen.insert(email.to_lowercase()));
        if is_new { Ok(guest) } else { Err(vec![Fault::Twice]) }
    });
    Line { number, read: read.map_err(|faults| faults.into_iter().map(LineFault::Cell).collect()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_in_any_order_and_under_other_names() {
        let file = "E-mail;Full name;Role;Access needs;Consent;Seat;\r\nann@example.org;Ann Ash;patient;large-print|bsl;y;4;\r\n;Ben Beech;;;;;\r\n";
        let List { lines, ignored } = read(file.as_bytes()).unwrap();
        assert_eq!(ignored, ["Seat"]);
        let names: Vec<&str> = lines.iter().map(|line| line.read.as_ref().unwrap().contact.name.as_str()).collect();
        assert_eq!(names, ["Ann Ash", "Ben Beech"]);
        let ann = lines[0].read.as_ref().unwrap();
        assert_eq!((ann.contact.needs.len(), ann.may_email), (2, true));
    }

    #[test]
    fn each_line_is_refused_for_itself_and_an_address_stands_once() {
        let file = "name,email\nAnn,ann@example.org\nBen,ben\n,carl@example.org\nAnna,ANN@example.org\n\"Dan,x\nEve,eve@example.org\n";
        let lines = read(file.as_bytes()).unwrap().lines;
        let faults: Vec<(u32, Option<LineFault>)> =
            lines.iter().map(|line| (line.number, line.read.as_ref().err().map(|faults| faults[0]))).collect();
        let cell = |fault| Some(LineFault::Cell(fault));
        let expected = [
            (2, None),
            (3, cell(Fault::EmailWrong)),
            (4, cell(Fault::NameMissing)),
            (5, cell(Fault::Twice)),
            (6, Some(LineFault::Line(Wrong::Quote))),
            (7, None),
        ];
        assert_eq!(faults, expected);
    }

    #[test]
    fn a_file_that_names_nobody_is_refused_whole() {
        assert_eq!(read(b"email\na@example.org\n"), Err(Refused::NoNames));
        assert_eq!(read(b"name,full name\nAnn,Ann\n"), Err(Refused::ColumnTwice(Column::Name)));
        assert_eq!(read(b"name\n"), Err(Refused::NoLines));
        assert_eq!(read(b"PK\x03\x04"), Err(Refused::Unreadable(Unreadable::Workbook)));
    }

    #[test]
    fn every_name_stands_for_one_column() {
        let mut names: Vec<String> = Column::ALL.iter().map(|column| column.code().replace('-', "")).collect();
        names.extend(ALIASES.iter().flat_map(|(_, names)| *names).map(|name| (*name).to_owned()));
        let many = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), many);
    }
}
