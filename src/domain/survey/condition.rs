//! One `enableWhen`: an answer compared with a value.

use std::cmp::Ordering;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::answer::{Answers, Value};
use super::definition::{Coding, Expected, Operator, Test};

/// Whether one `enableWhen` holds for these answers.
///
/// Of several answers, one is enough. `!=` needs an answer, and every answer to differ: a question that nobody
/// answered opens no follow-up.
pub(super) fn passes(test: &Test, answers: &Answers) -> bool {
    let values = answers.values(&test.question);
    let any = |wanted: fn(Ordering) -> bool| values.iter().any(|value| compare(value, &test.expected).is_some_and(wanted));
    match test.operator {
        Operator::Exists => (test.expected == Expected::Boolean(true)) != values.is_empty(),
        Operator::Equal => any(Ordering::is_eq),
        Operator::NotEqual => !values.is_empty() && !any(Ordering::is_eq),
        Operator::Greater => any(Ordering::is_gt),
        Operator::Less => any(Ordering::is_lt),
        Operator::GreaterOrEqual => any(Ordering::is_ge),
        Operator::LessOrEqual => any(Ordering::is_le),
    }
}

/// How a value stands to an expected one. `None` where the two have no order and are not equal.
fn compare(value: &Value, expected: &Expected) -> Option<Ordering> {
    match (value, expected) {
        (Value::Boolean(said), Expected::Boolean(wanted)) => (said == wanted).then_some(Ordering::Equal),
        (Value::Integer(said), Expected::Number(wanted)) => Some(Decimal::from(*said).cmp(wanted)),
        (Value::Decimal(said), Expected::Number(wanted)) => Some(said.cmp(wanted)),
        (Value::Date(said), Expected::Date(wanted)) => Some(said.cmp(wanted)),
        (Value::Text(said), Expected::Text(wanted)) => Some(said.as_str().cmp(wanted)),
        (Value::Coding(said), Expected::Coding(wanted)) => same(said, wanted).then_some(Ordering::Equal),
        (Value::Coding(said), wanted) => compare_plain(said, wanted),
        _ => None,
    }
}

/// Two codings are the same when the codes are, and the systems are or one of them is not stated.
pub(super) fn same(one: &Coding, other: &Coding) -> bool {
    one.code == other.code && (one.system == other.system || one.system.is_none() || other.system.is_none())
}

/// An option that its file gave as plain text, a number or a date is held as a code; a condition names it as it was given.
fn compare_plain(said: &Coding, expected: &Expected) -> Option<Ordering> {
    match expected {
        Expected::Number(wanted) => said.code.parse::<Decimal>().ok().map(|number| number.cmp(wanted)),
        Expected::Date(wanted) => said.code.parse::<Date>().ok().map(|date| date.cmp(wanted)),
        Expected::Text(wanted) if said.display.as_deref() == Some(wanted) => Some(Ordering::Equal),
        Expected::Text(wanted) => Some(said.code.as_str().cmp(wanted)),
        Expected::Boolean(_) | Expected::Coding(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::answer::Given;
    use super::super::samples::{coding, id, number, test};
    use super::*;

    fn holds(said: &[Value], operator: Operator, expected: Expected) -> bool {
        let mut answers = Answers::default();
        if !said.is_empty() {
            answers.put(id("q"), Given::Values(said.to_vec()));
        }
        passes(&test("q", operator, expected), &answers)
    }

    #[test]
    fn every_operator_compares_numbers() {
        let cases = [
            (Operator::Equal, [false, true, false]),
            (Operator::NotEqual, [true, false, true]),
            (Operator::Greater, [false, false, true]),
            (Operator::Less, [true, false, false]),
            (Operator::GreaterOrEqual, [false, true, true]),
            (Operator::LessOrEqual, [true, true, false]),
        ];
        for (operator, wanted) in cases {
            let integers = [2, 3, 4].map(|said| holds(&[Value::Integer(said)], operator, Expected::Number(number("3"))));
            let decimals =
                ["2.9", "3.0", "3.1"].map(|said| holds(&[Value::Decimal(number(said))], operator, Expected::Number(number("3"))));
            assert_eq!((integers, decimals), (wanted, wanted), "{operator:?}");
        }
    }

    #[test]
    fn dates_and_words_have_an_order() {
        let compare = |operator, day| holds(&[Value::Date(date(2026, 2, 1))], operator, Expected::Date(date(2026, 2, day)));
        assert!(compare(Operator::Less, 2) && !compare(Operator::Greater, 1));
        assert!(holds(&[Value::Text("b".to_owned())], Operator::Greater, Expected::Text("a".to_owned())));
    }

    #[test]
    fn exists_asks_whether_there_is_an_answer() {
        for (said, expected, wanted) in [(true, true, true), (true, false, false), (false, true, false), (false, false, true)] {
            let said = if said { vec![Value::Integer(0)] } else { Vec::new() };
            assert_eq!(holds(&said, Operator::Exists, Expected::Boolean(expected)), wanted);
        }
    }

    #[test]
    fn declined_and_skipped_are_no_answer() {
        for given in [Given::Declined, Given::Skipped] {
            let answers: Answers = [(id("q"), given)].into_iter().collect();
            assert!(!passes(&test("q", Operator::Exists, Expected::Boolean(true)), &answers));
            assert!(!passes(&test("q", Operator::NotEqual, Expected::Boolean(true)), &answers));
        }
    }

    #[test]
    fn one_of_several_answers_is_enough_to_be_equal_and_too_many_to_differ() {
        let said = [Value::Coding(coding("a")), Value::Coding(coding("b"))];
        assert!(holds(&said, Operator::Equal, Expected::Coding(coding("b"))));
        assert!(!holds(&said, Operator::NotEqual, Expected::Coding(coding("b"))));
        assert!(holds(&said, Operator::NotEqual, Expected::Coding(coding("c"))));
    }

    #[test]
    fn codings_are_equal_when_the_system_is_the_same_or_not_stated() {
        let system = |system: Option<&str>| Coding { system: system.map(str::to_owned), ..coding("a") };
        let said = [Value::Coding(system(Some("urn:one")))];
        for (wanted, equal) in [(Some("urn:one"), true), (None, true), (Some("urn:two"), false)] {
            assert_eq!(holds(&said, Operator::Equal, Expected::Coding(system(wanted))), equal);
        }
    }

    #[test]
    fn plain_options_are_compared_as_the_file_wrote_them() {
        let said = [Value::Coding(Coding { system: None, code: "3".to_owned(), display: Some("Three".to_owned()) })];
        assert!(holds(&said, Operator::Greater, Expected::Number(number("2"))));
        assert!(holds(&said, Operator::Equal, Expected::Text("3".to_owned())));
        assert!(holds(&said, Operator::Equal, Expected::Text("Three".to_owned())));
    }
}
