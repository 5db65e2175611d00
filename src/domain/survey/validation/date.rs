//! Dates as people write them: three fields, a month in figures or by its English name, a year in full.

use jiff::civil::Date;

use super::super::answer::Value;
use super::super::definition::{Bound, Limits};
use super::number::ascii_digits;
use super::{Field, Message, Posted, Problem};

/// First letters that tell the English months apart are three.
const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// The date in the three fields. `None` if all are empty.
pub(in super::super) fn parse(posted: &Posted, limits: &Limits) -> Result<Option<Value>, Vec<Problem>> {
    let parts = [(Field::Day, posted.day.trim()), (Field::Month, posted.month.trim()), (Field::Year, posted.year.trim())];
    if parts.iter().all(|(_, part)| part.is_empty()) {
        return Ok(None);
    }
    if let Some((field, _)) = parts.iter().find(|(_, part)| part.is_empty()) {
        return Err(vec![Problem { field: *field, message: Message::DateIncomplete }]);
    }
    let [(_, day), (_, month), (_, year)] = parts;
    let date = read(day, month, year).map_err(|field| vec![Problem { field, message: Message::DateNotReal }])?;
    check_range(date, limits).map_err(|message| vec![Problem { field: Field::Day, message }])?;
    Ok(Some(Value::Date(date)))
}

/// A date on one line: day, month and year, or year first, with anything between. `None` if the line is empty.
pub(super) fn parse_line(typed: &str, limits: &Limits) -> Result<Option<Date>, Message> {
    let parts: Vec<&str> = typed.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let date = match parts.as_slice() {
        [] => return Ok(None),
        [year, month, day] if year.chars().count() == 4 => read(day, month, year),
        [day, month, year] => read(day, month, year),
        _ => return Err(Message::DateIncomplete),
    };
    let date = date.map_err(|_| Message::DateNotReal)?;
    check_range(date, limits)?;
    Ok(Some(date))
}

pub(super) fn refill(date: Date) -> Posted {
    Posted { day: date.day().to_string(), month: date.month().to_string(), year: format!("{:04}", date.year()), ..Posted::default() }
}

/// The date, or the field to blame. A year of two digits is nobody's year.
fn read(day: &str, month: &str, year: &str) -> Result<Date, Field> {
    let year =
        Some(ascii_digits(year)).filter(|year| year.len() == 4 && !year.starts_with('0') && year.bytes().all(|b| b.is_ascii_digit()));
    let year = year.and_then(|year| year.parse().ok()).ok_or(Field::Year)?;
    let month = read_month(month).ok_or(Field::Month)?;
    let day = ascii_digits(day).parse().map_err(|_| Field::Day)?;
    Date::new(year, month, day).map_err(|_| Field::Day)
}

fn read_month(month: &str) -> Option<i8> {
    let month = ascii_digits(month).to_lowercase();
    let month = month.trim_end_matches('.');
    if let Ok(number) = month.parse::<i8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let named = |name: &str| month.len() >= 3 && name.starts_with(month);
    let place = MONTHS.iter().position(|name| named(name))?;
    i8::try_from(place + 1).ok()
}

fn check_range(date: Date, limits: &Limits) -> Result<(), Message> {
    match (limits.min, limits.max) {
        (Some(Bound::Date(min)), _) if date < min => Err(Message::DateTooEarly { min }),
        (_, Some(Bound::Date(max))) if date > max => Err(Message::DateTooLate { max }),
        _ => Ok(()),
    }
}
