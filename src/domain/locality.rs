//! Places small enough to know and large enough to count, as a file lists them: code, name, how deprived, and the first halves
//! of the postcodes that lie in them.

use std::collections::{BTreeMap, BTreeSet};

use super::care::import::table::{Table, Unreadable, text};

/// The columns, in any order.
pub const HEADING: [&str; 4] = ["code", "name", "deprivation_decile", "postcode_areas"];

/// Columns that may be left out: where a place lies on the map of tiles, counted from 1 at the top and from 1 at the left.
pub const MAP: [&str; 2] = ["map_row", "map_column"];

/// The most rows and columns of the map.
const WIDEST: i32 = 20;

/// The most characters of a code or a name.
const MOST: usize = 100;

/// One place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locality {
    pub code: String,
    pub name: String,
    /// Decile of the Index of Multiple Deprivation: 1 is the most deprived.
    pub deprivation_decile: i32,
    /// First halves of postcodes.
    pub postcode_areas: Vec<String>,
    /// Row and column on the map of tiles, from 1; none where the file does not say.
    pub tile: Option<(i32, i32)>,
}

/// What is wrong, and on which line of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub line: u32,
    pub what: String,
}

/// Reads a file. Either every line can be used, or everything that is wrong is told.
pub fn read(bytes: &[u8]) -> Result<Vec<Locality>, Vec<Fault>> {
    let whole = |what: &str| vec![Fault { line: 1, what: what.to_owned() }];
    let (heading, table) = text(bytes).and_then(Table::open).map_err(|why| whole(unreadable(why)))?;
    let names: Vec<String> = heading.iter().map(|name| name.trim().to_lowercase().replace([' ', '-'], "_")).collect();
    let place = |column: &str| names.iter().position(|name| name == column);
    let [Some(code), Some(name), Some(decile), Some(areas)] = HEADING.map(place) else {
        return Err(whole(&format!("the columns must be {}", HEADING.join(", "))));
    };
    let map = MAP.map(place);
    let mut reading = Reading::default();
    for record in table {
        let Ok(cells) = &record.cells else {
            reading.fault(record.line, "it cannot be read: look for quotation marks, and count the cells");
            continue;
        };
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            let tile = reading.tile(record.line, map.map(|at| at.map_or("", cell)));
            reading.take(record.line, [cell(code), cell(name), cell(decile), cell(areas)], tile);
        }
    }
    if reading.faults.is_empty() && reading.read.is_empty() {
        reading.fault(1, "there is nothing below the heading");
    }
    if reading.faults.is_empty() { Ok(reading.read) } else { Err(reading.faults) }
}

const fn unreadable(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Empty => "the first line must name the columns",
        Unreadable::Workbook => "it is a workbook: save it as CSV (UTF-8)",
        Unreadable::Encoding(_) => "it is not UTF-8: save it as CSV (UTF-8)",
        Unreadable::Heading => "a quotation mark strays in the first line",
    }
}

#[derive(Default)]
struct Reading {
    read: Vec<Locality>,
    codes: BTreeSet<String>,
    /// In which locality a postcode area lies.
    taken: BTreeMap<String, String>,
    /// Which places of the map are taken.
    tiles: BTreeSet<(i32, i32)>,
    faults: Vec<Fault>,
}

impl Reading {
    fn fault(&mut self, line: u32, what: &str) {
        self.faults.push(Fault { line, what: what.to_owned() });
    }

    /// A place on the map; none where both cells are empty.
    fn tile(&mut self, line: u32, [row, column]: [&str; 2]) -> Option<(i32, i32)> {
        if row.is_empty() && column.is_empty() {
            return None;
        }
        let number = |cell: &str| cell.parse::<i32>().ok().filter(|number| (1..=WIDEST).contains(number));
        let tile = number(row).zip(number(column));
        match tile {
            None => self.fault(line, &format!("`map_row` and `map_column` must both be numbers from 1 to {WIDEST}, or both be empty")),
            Some(place) if !self.tiles.insert(place) => self.fault(line, "another locality has that place on the map"),
            Some(_) => {}
        }
        tile
    }

    fn take(&mut self, line: u32, [code, name, decile, areas]: [&str; 4], tile: Option<(i32, i32)>) {
        if code.is_empty() || code.chars().count() > MOST {
            self.fault(line, "`code` must have 1 to 100 characters");
        } else if !self.codes.insert(code.to_owned()) {
            self.fault(line, &format!("the code `{code}` is there twice"));
        }
        if name.is_empty() || name.chars().count() > MOST {
            self.fault(line, "`name` must have 1 to 100 characters");
        }
        let deprivation_decile = decile.parse().ok().filter(|decile| (1..=10).contains(decile));
        if deprivation_decile.is_none() {
            self.fault(line, "`deprivation_decile` must be a number from 1 (most deprived) to 10");
        }
        let postcode_areas = self.areas(line, code, areas);
        if let Some(deprivation_decile) = deprivation_decile {
            self.read.push(Locality { code: code.to_owned(), name: name.to_owned(), deprivation_decile, postcode_areas, tile });
        }
    }

    fn areas(&mut self, line: u32, code: &str, areas: &str) -> Vec<String> {
        let mut all = Vec::new();
        for area in areas.split(|c: char| c.is_whitespace() || matches!(c, ';' | '|' | ',')).filter(|area| !area.is_empty()) {
            let area = area.to_ascii_uppercase();
            if !is_area(&area) {
                self.fault(line, &format!("`{area}` is not the first half of a postcode"));
            } else if let Some(other) = self.taken.insert(area.clone(), code.to_owned()) {
                self.fault(line, &format!("`{area}` lies in `{other}` already"));
            }
            all.push(area);
        }
        if all.is_empty() {
            self.fault(line, "`postcode_areas` must name the first half of at least one postcode");
        }
        all
    }
}

/// One or two letters, a digit, and perhaps a digit or a letter.
fn is_area(area: &str) -> bool {
    let letters = area.bytes().take_while(u8::is_ascii_uppercase).count();
    let mut rest = area.bytes().skip(letters);
    (1..=2).contains(&letters)
        && rest.next().is_some_and(|first| first.is_ascii_digit())
        && rest.next().is_none_or(|second| second.is_ascii_digit() || second.is_ascii_uppercase())
        && rest.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(file: &str) -> Vec<String> {
        read(file.as_bytes()).unwrap_err().into_iter().map(|fault| format!("{}: {}", fault.line, fault.what)).collect()
    }

    #[test]
    fn places_are_read_whatever_the_order_of_the_columns() {
        let file = "\u{feff}Name;Code;Postcode areas;Deprivation decile\nMarl Cross;E1;mz1 MZ2A;3\n\nFenwold;E2;MZ10;10\n";
        let read = read(file.as_bytes()).unwrap();
        assert_eq!(read.len(), 2);
        let first = &read[0];
        assert_eq!((first.code.as_str(), first.name.as_str(), first.deprivation_decile), ("E1", "Marl Cross", 3));
        assert_eq!(first.postcode_areas, ["MZ1", "MZ2A"]);
    }

    #[test]
    fn a_file_may_say_where_a_place_lies_on_the_map() {
        let heading = "code,name,deprivation_decile,postcode_areas,map_row,map_column";
        let read = read(format!("{heading}\nE1,One,1,MZ1,2,3\nE2,Two,2,MZ2,,\n").as_bytes()).unwrap();
        assert_eq!(read.iter().map(|one| one.tile).collect::<Vec<_>>(), [Some((2, 3)), None]);
        assert_eq!(
            wrong(&format!("{heading}\nE1,One,1,MZ1,2,3\nE2,Two,2,MZ2,2,3\nE3,Three,2,MZ3,0,1\nE4,Four,2,MZ4,1,\n")),
            [
                "3: another locality has that place on the map",
                "4: `map_row` and `map_column` must both be numbers from 1 to 20, or both be empty",
                "5: `map_row` and `map_column` must both be numbers from 1 to 20, or both be empty",
            ]
        );
    }

    #[test]
    fn everything_that_is_wrong_is_told_with_its_line() {
        let file = "code,name,deprivation_decile,postcode_areas\nE1,One,11,MZ1\nE1,Two,2,MZ1 OX41AA\nE3,,3,\n";
        assert_eq!(
            wrong(file),
            [
                "2: `deprivation_decile` must be a number from 1 (most deprived) to 10",
                "3: the code `E1` is there twice",
                "3: `MZ1` lies in `E1` already",
                "3: `OX41AA` is not the first half of a postcode",
                "4: `name` must have 1 to 100 characters",
                "4: `postcode_areas` must name the first half of at least one postcode",
            ]
        );
        assert_eq!(wrong("code,name\n1,2\n"), ["1: the columns must be code, name, deprivation_decile, postcode_areas"]);
        assert_eq!(wrong("code,name,deprivation_decile,postcode_areas\n"), ["1: there is nothing below the heading"]);
    }
}
