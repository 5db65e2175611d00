//! Fills in a form as somebody in a hurry would: the first option, and as little typing as the page allows.
//!
//! The first option of a built-in survey never leads to the page with urgent help, so no team is alarmed by a
//! measurement.

use super::page::{Field, Form, Input};

/// How often a page that comes back with errors is filled in anew.
pub const TRIES: usize = 4;

/// What is typed where a number is asked, try by try.
const NUMBERS: [&str; TRIES] = ["20", "3", "0", "60"];
/// What is typed where words are asked, try by try; the second is the first half of a postcode.
const WORDS: [&str; TRIES] = ["Measured, not meant", "ZZ9", "", "A"];
/// Day, month and year, try by try.
const DATES: [[&str; 3]; TRIES] = [["15", "6", "2025"], ["15", "6", "1990"], ["", "", ""], ["15", "6", "2060"]];

/// The pairs to post on the given try, counted from 0.
pub fn fill(form: &Form, attempt: usize) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for field in &form.fields {
        let again = pairs.iter().any(|(name, _)| *name == field.name);
        let value = match field.input {
            Input::Hidden => Some(field.value.clone()),
            Input::Radio | Input::Checkbox => (!again && field.name != "decline").then(|| field.value.clone()),
            Input::Text | Input::Number => Some(typed(field, attempt).to_owned()),
        };
        pairs.extend(value.map(|value| (field.name.clone(), value)));
    }
    pairs
}

fn typed(field: &Field, attempt: usize) -> &'static str {
    let [day, month, year] = DATES.get(attempt).copied().unwrap_or_default();
    match (field.name.as_str(), field.input) {
        ("day", _) => day,
        ("month", _) => month,
        ("year", _) => year,
        // The person's own words go with the option "other", which is never the first.
        ("other", _) => "",
        (_, Input::Number) => NUMBERS.get(attempt).copied().unwrap_or_default(),
        _ => WORDS.get(attempt).copied().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(Input, &str, &str)]) -> Form {
        let field =
            |(input, name, value): &(Input, &str, &str)| Field { input: *input, name: (*name).to_owned(), value: (*value).to_owned() };
        Form { action: String::new(), fields: fields.iter().map(field).collect() }
    }

    fn filled(fields: &[(Input, &str, &str)], attempt: usize) -> Vec<(String, String)> {
        fill(&form(fields), attempt)
    }

    #[test]
    fn the_first_option_is_chosen_and_what_is_hidden_goes_with_it() {
        let fields = [
            (Input::Hidden, "key", "k"),
            (Input::Checkbox, "answer", "a"),
            (Input::Checkbox, "answer", "b"),
            (Input::Checkbox, "decline", "yes"),
            (Input::Text, "other", ""),
        ];
        let expected = [("key", "k"), ("answer", "a"), ("other", "")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(filled(&fields, 0), expected);
    }

    #[test]
    fn another_try_types_something_else() {
        let number = |attempt| filled(&[(Input::Number, "answer", "")], attempt);
        assert_ne!(number(0), number(1));
        let date: Vec<String> =
            ["day", "month", "year"].iter().flat_map(|part| filled(&[(Input::Text, part, "")], 0)).map(|(_, value)| value).collect();
        assert_eq!(date, ["15", "6", "2025"]);
    }
}
