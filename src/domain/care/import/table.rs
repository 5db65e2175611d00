//! The lines of a CSV file (RFC 4180), each read for itself: a quotation mark that is never closed spoils its own line and
//! none after it, so that what becomes of every other line is still known.

use serde::{Deserialize, Serialize};

use super::fault::Wrong;

/// The most lines of the file that one record may run over: an address has no more.
const MOST_LINES: usize = 8;

/// One record: the cells of a line of the table, or why it cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The line of the file on which it begins; the heading is line 1.
    pub line: u32,
    pub cells: Result<Vec<String>, Wrong>,
}

/// Why a whole file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It has no heading.
    Empty,
    /// It is a workbook, not CSV.
    Workbook,
    /// It is not UTF-8; the first wrong character is on that line.
    Encoding(u32),
    /// The heading itself cannot be read.
    Heading,
}

/// The text of a file, without a byte order mark.
pub fn text(bytes: &[u8]) -> Result<&str, Unreadable> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Unreadable::Workbook);
    }
    std::str::from_utf8(bytes).map_err(|why| {
        let before = bytes.get(..why.valid_up_to()).unwrap_or_default();
        let lines = before.split(|byte| *byte == b'\n').count();
        Unreadable::Encoding(u32::try_from(lines).unwrap_or(u32::MAX))
    })
}

/// A table read record by record.
pub struct Table<'a> {
    rest: &'a str,
    /// The line of the file that `rest` begins with.
    line: u32,
    delimiter: char,
    /// How many cells every record has.
    width: usize,
}

impl<'a> Table<'a> {
    /// Reads the heading: its cells, and the table below it. Whether commas, semicolons or tabs part the cells is seen from it.
    pub fn open(text: &'a str) -> Result<(Vec<String>, Self), Unreadable> {
        let first = text.lines().next().unwrap_or_default();
        if first.trim().is_empty() {
            return Err(Unreadable::Empty);
        }
        let count = |c: char| first.chars().filter(|other| *other == c).count();
        let delimiter = [',', ';', '\t'].into_iter().rev().max_by_key(|c| count(*c)).unwrap_or(',');
        let Ok((heading, rest, lines)) = record(text, delimiter) else { return Err(Unreadable::Heading) };
        let width = heading.len();
        Ok((heading, Self { rest, line: 1 + lines, delimiter, width }))
    }

    /// A record that has as many cells as the heading, and where it ends; else why not, and it ends with its line.
    fn next_record(&self) -> (Result<Vec<String>, Wrong>, &'a str, u32) {
        let spoilt = |why| {
            let rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
            (Err(why), rest, 1)
        };
        match record(self.rest, self.delimiter) {
            Err(why) => spoilt(why),
            Ok((cells, ..)) if cells.len() != self.width => spoilt(Wrong::Cells),
            Ok((cells, ..)) if cells.iter().any(|cell| cell.contains(is_unprintable)) => spoilt(Wrong::Unprintable),
            Ok((cells, rest, lines)) => (Ok(cells), rest, lines),
        }
    }
}

impl Iterator for Table<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let line = self.line;
            let first = self.rest.lines().next().unwrap_or_default();
            let is_blank = first.chars().all(|c| c == self.delimiter || c.is_whitespace());
            let (cells, rest, lines) = self.next_record();
            (self.rest, self.line) = (rest, line + lines);
            if !(is_blank && lines == 1) {
                return Some(Record { line, cells });
            }
        }
    }
}

/// PostgreSQL keeps no NUL in a text, and nobody types the others.
fn is_unprintable(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// The cells of the first record of a text, what comes after it, and over how many lines it runs.
fn record(text: &str, delimiter: char) -> Result<(Vec<String>, &str, u32), Wrong> {
    let (mut cells, mut rest, mut lines) = (Vec::new(), text, 1);
    loop {
        let (cell, after) = match rest.strip_prefix('"') {
            Some(quoted) => {
                let (cell, after) = closed(quoted)?;
                lines += u32::try_from(cell.matches('\n').count()).unwrap_or(u32::MAX);
                (cell, after)
            }
            None => plain(rest, delimiter)?,
        };
        cells.push(cell);
        if let Some(next) = after.strip_prefix(delimiter) {
            rest = next;
            continue;
        }
        let ended =
            after.strip_prefix("\r\n").or_else(|| after.strip_prefix('\n')).or(after.trim_end_matches('\r').is_empty().then_some(""));
        return ended.map(|rest| (cells, rest, lines)).ok_or(Wrong::Quote);
    }
}

/// A cell without quotation marks, and what comes after it.
fn plain(text: &str, delimiter: char) -> Result<(String, &str), Wrong> {
    let end = text.find([delimiter, '\n']).unwrap_or(text.len());
    let (cell, after) = text.split_at(end);
    let (cell, after) = match cell.strip_suffix('\r') {
        Some(short) if !after.starts_with(delimiter) => (short, text.get(short.len()..).unwrap_or_default()),
        _ => (cell, after),
    };
    if cell.contains('"') { Err(Wrong::Quote) } else { Ok((cell.trim().to_owned(), after)) }
}

/// A cell up to the quotation mark that closes it, and what comes after that.
fn closed(text: &str) -> Result<(String, &str), Wrong> {
    let (mut cell, mut rest) = (String::new(), text);
    loop {
        let (before, after) = rest.split_once('"').ok_or(Wrong::Quote)?;
        cell.push_str(before);
        if cell.matches('\n').count() >= MOST_LINES {
            return Err(Wrong::Quote);
        }
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None => return Ok((cell.trim().to_owned(), after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u32, Result<Vec<String>, Wrong>)> {
        Table::open(text).unwrap().1.map(|record| (record.line, record.cells)).collect()
    }

    fn cells(all: &[&str]) -> Vec<String> {
        all.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn cells_are_parted_by_what_parts_the_heading() {
        for (text, c) in [("a,b\r\n1,\"x, y\"\r\n", ", "), ("a;b\n1;\"x; y\"", "; "), ("a\tb\n1\tx, y\n", ", ")] {
            assert_eq!(read(text), [(2, Ok(cells(&["1", &format!("x{c}y")])))], "{text:?}");
        }
    }

    #[test]
    fn a_quoted_cell_may_run_over_lines_and_hold_quotation_marks() {
        let text = "a,b\n1,\"1 High St\nOld \"\"Mill\"\"\"\n2,x\n";
        assert_eq!(read(text), [(2, Ok(cells(&["1", "1 High St\nOld \"Mill\""]))), (4, Ok(cells(&["2", "x"])))]);
    }

    #[test]
    fn a_stray_quotation_mark_spoils_its_own_line_alone() {
        let lines = |stray: &str| format!("a,b,c\n1,\"x\",y\n{stray}\n3,\"x, z\",y\n4,,\n5,\"\",\"\"\n");
        for stray in ["2,\"x,y", "2,x,\"y", "2,x\",y", "2,\"x\"z,y", "\"2,x,y", "2,x,y\""] {
            let read = read(&lines(stray));
            assert_eq!(read.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3, 4, 5, 6], "{stray}");
            assert!(matches!(read[1].1, Err(Wrong::Quote | Wrong::Cells)), "{stray}: {:?}", read[1]);
            assert_eq!(read[2].1, Ok(cells(&["3", "x, z", "y"])), "{stray}");
        }
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_does_not_swallow_the_file() {
        let many: Vec<String> = (0..40_000).map(|number| format!("{number},x")).collect();
        let read = read(&format!("a,b\n0,\"x\n{}\n", many.join("\n")));
        assert_eq!(read.len(), 40_001);
        assert_eq!(read.iter().filter(|(_, cells)| cells.is_err()).count(), 1);
    }

    #[test]
    fn too_few_or_too_many_cells_and_unprintable_characters_are_told() {
        let read = read("a,b\n1\n1,2,3\n1,x\0y\n\n,\n2,y\n");
        let told: Vec<_> = read.iter().map(|(line, cells)| (*line, cells.as_ref().err().copied())).collect();
        assert_eq!(told, [(2, Some(Wrong::Cells)), (3, Some(Wrong::Cells)), (4, Some(Wrong::Unprintable)), (7, None)]);
    }

    #[test]
    fn a_file_that_is_not_utf_8_is_refused_with_the_line() {
        assert_eq!(text(b"\xef\xbb\xbfa,b"), Ok("a,b"));
        assert_eq!(text(b"a,b\nx,Zo\xeb\n"), Err(Unreadable::Encoding(2)));
        assert_eq!(text(b"\xff\xfea\0"), Err(Unreadable::Encoding(1)));
        assert_eq!(text(b"PK\x03\x04rest"), Err(Unreadable::Workbook));
        assert_eq!(Table::open("\n1,2").err(), Some(Unreadable::Empty));
    }
}
