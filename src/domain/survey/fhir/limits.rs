//! The bounds that an answer must keep, and bounds that no answer could keep.

use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::reading::Reading;
use super::report::{Place, Reason, Remark};
use super::{extension, field};
use crate::domain::survey::definition::{Bound, Kind, Limits};

/// The limits of an item of that kind.
pub(super) fn read(reading: &mut Reading<'_>, place: &Place, json: &Json, kind: &Kind, repeats: bool) -> Limits {
    let mut limits = Limits {
        min: bound(reading, place, json, kind, ("minValue", extension::MIN_VALUE)),
        max: bound(reading, place, json, kind, ("maxValue", extension::MAX_VALUE)),
        ..Limits::default()
    };
    let number = |reading: &mut Reading<'_>, name, value: Option<&Json>| value.and_then(|value| whole(reading, place, name, value));
    let words = matches!(kind, Kind::String | Kind::Text | Kind::Choice { open: true, .. });
    let min_length = number(reading, "minLength", extension::value(json, extension::MIN_LENGTH));
    let max_length = number(reading, "maxLength", json.get("maxLength"));
    let pattern = extension::value(json, extension::REGEX).and_then(field::simple);
    let places = number(reading, "maxDecimalPlaces", extension::value(json, extension::DECIMAL_PLACES));
    limits.min_length = only_if(reading, place, words, "minLength", min_length);
    limits.max_length = only_if(reading, place, words, "maxLength", max_length);
    limits.pattern = only_if(reading, place, words, "regex", pattern).filter(|pattern| is_pattern(reading, place, pattern));
    limits.decimal_places = only_if(reading, place, *kind == Kind::Decimal, "maxDecimalPlaces", places);
    // On an item that does not repeat, minOccurs says no more than `required`, and maxOccurs nothing.
    let fewest = number(reading, "minOccurs", extension::value(json, extension::MIN_OCCURS));
    let most = number(reading, "maxOccurs", extension::value(json, extension::MAX_OCCURS));
    limits.min_occurs = only_if(reading, place, repeats, "minOccurs", fewest.filter(|fewest| repeats || *fewest > 1));
    limits.max_occurs = only_if(reading, place, repeats, "maxOccurs", most.filter(|most| repeats || *most > 1));
    check(reading, place, &limits, kind);
    limits
}

/// True if the file asks for at least one answer by `minOccurs`.
pub(super) fn asks_for_one(json: &Json) -> bool {
    extension::value(json, extension::MIN_OCCURS).and_then(field::count).is_some_and(|fewest| fewest > 0)
}

fn only_if<T>(reading: &mut Reading<'_>, place: &Place, applies: bool, name: &'static str, value: Option<T>) -> Option<T> {
    if value.is_some() && !applies {
        reading.note(place, Remark::NotApplicable(name));
    }
    value.filter(|_| applies)
}

fn whole(reading: &mut Reading<'_>, place: &Place, name: &'static str, value: &Json) -> Option<u32> {
    let number = field::count(value);
    if number.is_none() {
        reading.problem(place, Reason::Unreadable { name, expected: "a whole number", found: value.to_string() });
    }
    number
}

fn bound(reading: &mut Reading<'_>, place: &Place, json: &Json, kind: &Kind, named: (&'static str, &str)) -> Option<Bound> {
    let (name, address) = named;
    let Some(value) = extension::value(json, address) else {
        // SDC allows an expression beside the value in place of it.
        if extension::every(json, address).next().is_some() {
            reading.note(place, Remark::UnreadableIgnored(name));
        }
        return None;
    };
    let (bound, expected) = match kind {
        Kind::Integer | Kind::Decimal => (field::number(value).map(Bound::Number), "a number"),
        Kind::Date => (field::date(value).map(Bound::Date), "a date"),
        _ => {
            reading.note(place, Remark::NotApplicable(name));
            return None;
        }
    };
    if bound.is_none() {
        reading.problem(place, Reason::Unreadable { name, expected, found: value.to_string() });
    }
    bound
}

fn is_pattern(reading: &mut Reading<'_>, place: &Place, pattern: &str) -> bool {
    let compiles = regex_lite::Regex::new(&format!("^(?:{pattern})$")).is_ok();
    if !compiles {
        reading.problem(place, Reason::Pattern(pattern.to_owned()));
    }
    compiles
}

fn check(reading: &mut Reading<'_>, place: &Place, limits: &Limits, kind: &Kind) {
    let crossed = match (limits.min, limits.max) {
        (Some(Bound::Number(min)), Some(Bound::Number(max))) => (min > max).then(|| (show(min), show(max))),
        (Some(Bound::Date(min)), Some(Bound::Date(max))) => (min > max).then(|| (min.to_string(), max.to_string())),
        _ => None,
    };
    if let Some((low, high)) = crossed {
        reading.problem(place, Reason::Crossed { least: "minValue", low, most: "maxValue", high });
    }
    for (least, low, most, high) in
        [("minLength", limits.min_length, "maxLength", limits.max_length), ("minOccurs", limits.min_occurs, "maxOccurs", limits.max_occurs)]
    {
        if let (Some(low), Some(high)) = (low, high)
            && low > high
        {
            reading.problem(place, Reason::Crossed { least, low: low.to_string(), most, high: high.to_string() });
        }
    }
    if let (Some(fewest), Kind::Choice { options, open: false }) = (limits.min_occurs, kind)
        && !options.is_empty()
        && usize::try_from(fewest).is_ok_and(|fewest| fewest > options.len())
    {
        reading.problem(place, Reason::TooFewOptions(fewest, options.len()));
    }
}

fn show(number: Decimal) -> String {
    number.normalize().to_string()
}
