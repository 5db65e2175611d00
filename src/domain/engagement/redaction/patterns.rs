//! What is found by its form: addresses of email and web, numbers, postcodes and days.

use std::sync::LazyLock;

use linkify::{LinkFinder, LinkKind};
use regex_lite::Regex;

use super::{Category, Confidence, Found};
use crate::domain::care::nhs_number::NhsNumber;
use crate::domain::care::postcode::postcode;

/// Fewest and most digits of a telephone number (ITU-T E.164), and most of any number that is somebody's.
const PHONE: std::ops::RangeInclusive<usize> = 7..=15;
const MOST_DIGITS: usize = 40;

/// Months as people write them in English, Polish and Ukrainian.
const MONTHS: &str = "january|february|march|april|may|june|july|august|september|october|november|december|\
    jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|\
    stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|wrzesnia|października|pazdziernika|listopada|grudnia|\
    styczeń|luty|marzec|kwiecień|maj|czerwiec|lipiec|sierpień|wrzesień|październik|listopad|grudzień|\
    січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня";

/// A pattern of ours; one that could not be read would be none at all, and the tests below would say so.
fn pattern(source: &str) -> Option<Regex> {
    Regex::new(source).ok()
}

static DAYS: LazyLock<[(Option<Regex>, Confidence); 5]> = LazyLock::new(|| {
    let all = MONTHS;
    [
        (pattern(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}"), Confidence::Sure),
        (pattern(r"\d{1,2}\s?[-./]\s?\d{1,2}\s?[-./]\s?(?:\d{4}|\d{2})"), Confidence::Sure),
        (
            pattern(&format!(r"(?i)\d{{1,2}}(?:st|nd|rd|th|\.)?[ \t]{{1,3}}(?:of[ \t]{{1,3}})?(?:{all})\.?(?:,?[ \t]{{1,3}}\d{{4}})?")),
            Confidence::Sure,
        ),
        (pattern(&format!(r"(?i)(?:{all})\.?[ \t]{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?(?:,?[ \t]{{1,3}}\d{{4}})?")), Confidence::Likely),
        (pattern(&format!(r"(?i)(?:{all})\.?,?[ \t]{{1,3}}\d{{4}}")), Confidence::Likely),
    ]
});
static DIGITS: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"(?:\+|\(\+?)?\d(?:[ \t\u{a0}().‐‑‒–—-]{0,3}\d){5,}"));
static NHS: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"\d(?:[ \t\u{a0}‐‑‒–-]?\d){9}"));
static POSTCODE: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"(?i)[a-z]{1,2}\d[a-z\d]?[ \t\u{a0}]{0,2}\d[a-z]{2}"));
static AREA: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"[A-Z]{2}\d{1,2}"));
static HANDLE: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"@[A-Za-z\d_][A-Za-z\d_.]*[A-Za-z\d_]"));

/// Everything that is found by its form.
pub fn find(text: &str) -> Vec<Found> {
    let mut all = links(text);
    let whole = |category, confidence| move |_: &str, is_whole: bool| is_whole.then_some((category, confidence));
    for (days, confidence) in &*DAYS {
        all.extend(each(text, days.as_ref(), whole(Category::Date, *confidence)));
    }
    all.extend(each(text, NHS.as_ref(), |digits, is_whole| {
        (is_whole && NhsNumber::parse(digits).is_ok()).then_some((Category::NhsNumber, Confidence::Sure))
    }));
    let mut numbers = each(text, DIGITS.as_ref(), |digits, _| number(digits));
    numbers.retain(|number| !text.get(number.bytes.clone()).is_some_and(are_years));
    all.extend(numbers);
    all.extend(each(text, POSTCODE.as_ref(), |typed, is_whole| {
        postcode(typed).filter(|_| is_whole).map(|_| (Category::Postcode, Confidence::Sure))
    }));
    all.extend(each(text, AREA.as_ref(), whole(Category::Postcode, Confidence::Possible)));
    all.extend(each(text, HANDLE.as_ref(), |_, _| Some((Category::Web, Confidence::Likely))));
    all
}

fn links(text: &str) -> Vec<Found> {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    let one = |link: linkify::Link<'_>| {
        let category = if *link.kind() == LinkKind::Email { Category::Email } else { Category::Web };
        Found::new(link.start()..link.end(), category, Confidence::Sure)
    };
    finder.links(text).map(one).collect()
}

/// What a pattern finds that `is` something; it is asked with whether no letter or digit goes on before or behind the find. After
/// a find that is nothing the search goes on one character later, so that it hides nothing behind it.
fn each(text: &str, pattern: Option<&Regex>, is: impl Fn(&str, bool) -> Option<(Category, Confidence)>) -> Vec<Found> {
    let mut found = Vec::new();
    let (Some(pattern), mut at) = (pattern, 0) else { return found };
    while let Some(hit) = pattern.find_at(text, at) {
        match is(hit.as_str(), is_whole(text, hit.start(), hit.end())) {
            Some((category, confidence)) => {
                found.push(Found::new(hit.range(), category, confidence));
                at = hit.end();
            }
            None => at = hit.start() + hit.as_str().chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let goes_on = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    let behind = text.get(end..).and_then(|behind| behind.chars().next());
    !goes_on(before) && !goes_on(behind)
}

/// A run of digits: a telephone number, or a longer number that is somebody's own.
fn number(run: &str) -> Option<(Category, Confidence)> {
    let is_dialled = run.starts_with(['+', '(', '0']);
    match digits(run).len() {
        many if PHONE.contains(&many) => Some((Category::Phone, if is_dialled { Confidence::Sure } else { Confidence::Likely })),
        many if many > *PHONE.end() && many <= MOST_DIGITS => Some((Category::Phone, Confidence::Likely)),
        many if many > MOST_DIGITS => Some((Category::Other, Confidence::Likely)),
        _ => None,
    }
}

/// True for a year and another, such as "2019-2020".
fn are_years(run: &str) -> bool {
    let is_year = |year: &str| year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    digits(run).split_at_checked(4).is_some_and(|(one, other)| is_year(one) && is_year(other))
}

fn digits(run: &str) -> String {
    run.chars().filter(char::is_ascii_digit).collect()
}
