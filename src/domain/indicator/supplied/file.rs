//! A file of supplied values: its columns, and its lines as they stand there. Refuses to judge what stands in a cell.

use super::fault::Fault;
use crate::domain::care::channel::codes;
use crate::domain::care::import::table::{Table, Unreadable, text};

/// The most lines of a file.
pub const MOST_LINES: usize = 20_000;

codes! {
    /// A column; its code is its name in the heading.
    Column {
        /// The key of the indicator.
        Indicator = "indicator",
        /// The ODS code of the organisation whose value it is.
        Organisation = "organisation",
        /// The month.
        Period = "period",
        /// The age band, where the indicator is standardised for age.
        Stratum = "stratum",
        /// What was counted.
        Numerator = "numerator",
        /// What it is counted out of, or what was expected.
        Denominator = "denominator",
        /// Provisional or final.
        Status = "status",
        /// The data set it comes from.
        Source = "source",
        /// Why a final value is given anew.
        Reason = "reason",
    }
}

impl Column {
    /// Whether a file may do without it. Every cell of it is then empty.
    #[must_use]
    pub const fn is_optional(self) -> bool {
        matches!(self, Self::Stratum | Self::Reason)
    }
}

/// Why a whole file is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadFile {
    Unreadable(Unreadable),
    /// These columns are missing.
    Missing(Vec<Column>),
    /// This column is there twice.
    Twice(Column),
    /// These are no columns of such a file.
    Unknown(Vec<String>),
    /// There is nothing below the heading.
    NoLines,
    /// There are more lines than [`MOST_LINES`].
    TooMany,
}

/// One line: the text of each column, or why it cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The line of the file on which it begins; the heading is line 1.
    pub number: u32,
    pub cells: Result<Cells, Fault>,
}

/// The text of each column, in the order of [`Column::ALL`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cells(Vec<String>);

impl Cells {
    /// What stands in a column, without blanks around it.
    #[must_use]
    pub fn at(&self, column: Column) -> &str {
        let place = Column::ALL.iter().position(|one| *one == column);
        place.and_then(|place| self.0.get(place)).map_or("", |cell| cell.trim())
    }
}

/// Reads a file. Blank lines are passed over.
pub fn read(bytes: &[u8]) -> Result<Vec<Line>, BadFile> {
    let (heading, table) = text(bytes).and_then(Table::open).map_err(BadFile::Unreadable)?;
    let places = places(&heading)?;
    let mut lines = Vec::new();
    for record in table {
        let cell = |place: &Option<usize>, cells: &[String]| place.and_then(|place| cells.get(place)).cloned().unwrap_or_default();
        let cells = match &record.cells {
            Ok(cells) => Ok(Cells(places.iter().map(|place| cell(place, cells)).collect())),
            Err(wrong) => Err(Fault::of_line(*wrong)),
        };
        lines.push(Line { number: record.line, cells });
        if lines.len() > MOST_LINES {
            return Err(BadFile::TooMany);
        }
    }
    if lines.is_empty() { Err(BadFile::NoLines) } else { Ok(lines) }
}

/// Where each column stands. Capitals, blanks and hyphens in a name do not matter.
fn places(heading: &[String]) -> Result<Vec<Option<usize>>, BadFile> {
    let names: Vec<String> = heading.iter().map(|name| name.trim().to_lowercase().replace([' ', '-'], "_")).collect();
    let unknown: Vec<String> = names.iter().filter(|name| Column::from_code(name).is_none()).cloned().collect();
    if !unknown.is_empty() {
        return Err(BadFile::Unknown(unknown));
    }
    let twice = |column: &&Column| names.iter().filter(|name| *name == column.code()).count() > 1;
    if let Some(column) = Column::ALL.iter().find(twice) {
        return Err(BadFile::Twice(*column));
    }
    let place = |column: &Column| names.iter().position(|name| name == column.code());
    let missing: Vec<Column> = Column::ALL.iter().copied().filter(|column| !column.is_optional() && place(column).is_none()).collect();
    if missing.is_empty() { Ok(Column::ALL.iter().map(place).collect()) } else { Err(BadFile::Missing(missing)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_in_any_order_and_some_may_be_left_out() {
        let lines = read(b"Period,numerator;x\n").unwrap_err();
        assert!(matches!(lines, BadFile::Unknown(_)), "{lines:?}");
        let text = "period;Indicator;organisation;numerator;denominator;status;source\n2026-09;crisis-response;X1;3;4;final;Register\n\n";
        let lines = read(text.as_bytes()).unwrap();
        let cells = lines[0].cells.as_ref().unwrap();
        assert_eq!((lines.len(), lines[0].number, cells.at(Column::Indicator), cells.at(Column::Stratum)), (1, 2, "crisis-response", ""));
    }

    #[test]
    fn a_file_that_is_none_is_refused_with_what_is_wrong() {
        let heading = "indicator,organisation,period,stratum,numerator,denominator,status,source,reason";
        assert_eq!(read(b""), Err(BadFile::Unreadable(Unreadable::Empty)));
        assert_eq!(read(heading.as_bytes()), Err(BadFile::NoLines));
        assert_eq!(
            read(b"indicator,period\n1,2"),
            Err(BadFile::Missing(vec![Column::Organisation, Column::Numerator, Column::Denominator, Column::Status, Column::Source]))
        );
        assert_eq!(read(format!("{heading},Source\n").as_bytes()), Err(BadFile::Twice(Column::Source)));
        assert_eq!(read(format!("{heading},ward\n").as_bytes()), Err(BadFile::Unknown(vec!["ward".to_owned()])));
        let many = format!("{heading}\n{}", "a,b,c,,1,2,final,x,\n".repeat(MOST_LINES + 1));
        assert_eq!(read(many.as_bytes()), Err(BadFile::TooMany));
    }

    #[test]
    fn a_spoilt_line_is_told_and_spoils_no_other() {
        let text = "indicator,organisation,period,numerator,denominator,status,source\na,\"b,c,1,2,final,x\na,b,c\na,b,c,1,2,final,x\n";
        let faults: Vec<Option<Fault>> = read(text.as_bytes()).unwrap().into_iter().map(|line| line.cells.err()).collect();
        assert_eq!(faults, [Some(Fault::Quote), Some(Fault::Cells), None]);
    }
}
