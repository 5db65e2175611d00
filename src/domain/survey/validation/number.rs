//! Numbers as people write them: spaces and commas between thousands, a comma or a point before the decimals.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::definition::{Bound, Limits};
use super::Message;

/// Most digits of a decimal, on both sides of the point together.
const DIGITS: usize = 18;
/// Most digits of any number that is looked at: more than an `i64` has, and no more than a `Decimal` holds exactly.
const READABLE: usize = 28;

/// A whole number that an `i64` holds. `None` if nothing was typed.
pub(super) fn parse_integer(typed: &str, limits: &Limits) -> Result<Option<i64>, Message> {
    let Some(written) = Written::read(typed, true)? else { return Ok(None) };
    if !written.decimals.is_empty() {
        return Err(Message::NotWhole);
    }
    let too_far = written.out_of_range(limits, Decimal::from(i64::MIN), Decimal::from(i64::MAX));
    let number = written.value().ok_or_else(|| too_far.clone())?;
    check_range(number, limits)?;
    number.to_i64().map(Some).ok_or(too_far)
}

/// A decimal of at most 18 digits. `None` if nothing was typed.
pub(super) fn parse_decimal(typed: &str, limits: &Limits) -> Result<Option<Decimal>, Message> {
    let Some(written) = Written::read(typed, false)? else { return Ok(None) };
    let furthest = Decimal::from(999_999_999_999_999_999_i64);
    let too_far = written.out_of_range(limits, -furthest, furthest);
    let room = DIGITS.checked_sub(written.whole.len()).ok_or_else(|| too_far.clone())?;
    let room = u32::try_from(room).unwrap_or_default();
    let places = limits.decimal_places.map_or(room, |places| places.min(room));
    if written.decimals.len() > places as usize {
        return Err(Message::TooManyDecimals { places });
    }
    let number = written.value().ok_or(too_far)?;
    check_range(number, limits)?;
    Ok(Some(number))
}

fn check_range(number: Decimal, limits: &Limits) -> Result<(), Message> {
    match (limits.min, limits.max) {
        (Some(Bound::Number(min)), _) if number < min => Err(Message::TooSmall { min }),
        (_, Some(Bound::Number(max))) if number > max => Err(Message::TooLarge { max }),
        _ => Ok(()),
    }
}

/// Digits of any script that Saywell speaks, as ASCII; everything else as it is.
pub(super) fn ascii_digits(typed: &str) -> String {
    let plain = |c: char| match c {
        '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10).unwrap_or(c),
        '۰'..='۹' => char::from_digit(u32::from(c) - u32::from('۰'), 10).unwrap_or(c),
        '٫' => '.',
        '٬' => ',',
        '\u{2212}' => '-',
        _ => c,
    };
    typed.chars().map(plain).collect()
}

/// A number taken apart: no leading zeros before the point, none that mean nothing after it.
struct Written {
    negative: bool,
    whole: String,
    decimals: String,
}

impl Written {
    /// `None` if nothing was typed.
    fn read(typed: &str, is_whole: bool) -> Result<Option<Self>, Message> {
        let typed: String = ascii_digits(typed).chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        if typed.is_empty() {
            return Ok(None);
        }
        let negative = typed.starts_with('-');
        let unsigned = typed.strip_prefix(['-', '+']).unwrap_or(&typed);
        let (whole, decimals) = split(unsigned, is_whole).ok_or(Message::NotANumber)?;
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if !digits(&whole) || !digits(decimals) || (whole.is_empty() && decimals.is_empty()) {
            return Err(Message::NotANumber);
        }
        let whole = whole.trim_start_matches('0').to_owned();
        Ok(Some(Self { negative, whole, decimals: decimals.trim_end_matches('0').to_owned() }))
    }

    fn value(&self) -> Option<Decimal> {
        if self.whole.len() + self.decimals.len() > READABLE {
            return None;
        }
        let sign = if self.negative { "-" } else { "" };
        format!("{sign}{}.{}", if self.whole.is_empty() { "0" } else { &self.whole }, self.decimals).trim_end_matches('.').parse().ok()
    }

    /// The message for a number beyond what can be held: the survey's own bound where it has one.
    fn out_of_range(&self, limits: &Limits, lowest: Decimal, highest: Decimal) -> Message {
        let bound = |bound: Option<Bound>, usual| match bound {
            Some(Bound::Number(number)) => number,
            _ => usual,
        };
        if self.negative {
            Message::TooSmall { min: bound(limits.min, lowest) }
        } else {
            Message::TooLarge { max: bound(limits.max, highest) }
        }
    }
}

/// The digits before and after the decimal mark.
///
/// A single comma before three digits is a thousand in English and a thousandth in Polish. Where a whole number is
/// wanted it can only be the first; elsewhere the person is asked to write it another way.
fn split(unsigned: &str, is_whole: bool) -> Option<(String, &str)> {
    if let Some((whole, decimals)) = unsigned.split_once('.') {
        return Some((without_thousands(whole)?, decimals));
    }
    match unsigned.split_once(',') {
        None => Some((unsigned.to_owned(), "")),
        Some((whole, decimals)) if !decimals.contains(',') => match without_thousands(unsigned) {
            Some(number) => is_whole.then_some((number, "")),
            None => Some((whole.to_owned(), decimals)),
        },
        Some(_) => Some((without_thousands(unsigned)?, "")),
    }
}

/// The digits without the commas, if the commas stand where thousands end.
fn without_thousands(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.iter().all(|group| group.len() == 3) && (1..=3).contains(&first.len()) && first != "0";
    (rest.is_empty() || grouped).then(|| format!("{first}{}", rest.concat()))
}
