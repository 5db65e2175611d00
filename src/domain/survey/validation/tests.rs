use jiff::civil::date;

use super::super::definition::{Bound, Choice, Limits};
use super::super::samples::{between, choice, coding, item, number, option};
use super::*;

fn typed(text: &str) -> Posted {
    Posted { answers: vec![text.to_owned()], ..Posted::default() }
}

fn ticked(values: &[&str]) -> Posted {
    Posted { answers: values.iter().map(|&value| value.to_owned()).collect(), ..Posted::default() }
}

fn on(day: &str, month: &str, year: &str) -> Posted {
    Posted { day: day.to_owned(), month: month.to_owned(), year: year.to_owned(), ..Posted::default() }
}

fn with(kind: Kind, limits: Limits) -> Item {
    Item { limits, ..item("q", kind) }
}

fn value(item: &Item, posted: &Posted) -> Value {
    match parse(item, posted) {
        Ok(Given::Values(values)) if values.len() == 1 => values[0].clone(),
        other => panic!("{other:?}"),
    }
}

fn codes(item: &Item, posted: &Posted) -> Vec<String> {
    parse(item, posted).unwrap().values().iter().map(written).collect()
}

/// The field and the key of the only problem.
fn wrong(item: &Item, posted: &Posted) -> (Field, &'static str) {
    match parse(item, posted) {
        Err(problems) if problems.len() == 1 => (problems[0].field, problems[0].message.key()),
        other => panic!("{other:?}"),
    }
}

fn fault(item: &Item, posted: &Posted) -> &'static str {
    wrong(item, posted).1
}

#[test]
fn each_kind_of_question_asks_for_its_missing_answer_in_its_own_words() {
    let cases = [
        (Kind::Boolean, Field::Answer, "validation-required-choice"),
        (choice(&["a"], false), Field::Answer, "validation-required-choice"),
        (Kind::Integer, Field::Answer, "validation-required-number"),
        (Kind::Decimal, Field::Answer, "validation-required-number"),
        (Kind::Date, Field::Day, "validation-required-date"),
        (Kind::String, Field::Answer, "validation-required-text"),
        (Kind::Text, Field::Answer, "validation-required-text"),
    ];
    for (kind, field, key) in cases {
        let optional = item("q", kind);
        let required = Item { required: true, ..optional.clone() };
        for nothing in [Posted::default(), typed("")] {
            assert_eq!(parse(&optional, &nothing), Ok(Given::Skipped));
            assert_eq!(wrong(&required, &nothing), (field, key));
        }
    }
}

#[test]
fn prefer_not_to_say_counts_only_where_it_is_offered_and_gives_way_to_an_answer() {
    let decline = Posted { decline: true, ..Posted::default() };
    for kind in [Kind::Boolean, choice(&["a"], true), Kind::Integer, Kind::Date, Kind::Text] {
        let required = Item { required: true, ..item("q", kind) };
        let sensitive = Item { sensitive: true, ..required.clone() };
        assert_eq!(parse(&sensitive, &decline), Ok(Given::Declined));
        assert!(parse(&required, &decline).is_err());
    }
    let single = Item { sensitive: true, ..item("q", choice(&["a"], false)) };
    let both = Posted { decline: true, ..ticked(&["a"]) };
    assert_eq!(codes(&single, &both), ["a"]);
    assert_eq!(fault(&Item { repeats: true, ..single }, &both), "validation-exclusive");
}

#[test]
fn an_option_is_posted_by_its_code_or_by_system_and_code_where_the_code_is_shared() {
    let other_system =
        Choice { coding: super::super::definition::Coding { system: Some("urn:b".to_owned()), ..coding("1") }, ..option("1") };
    let options = vec![option("1"), other_system.clone(), option("2"), option("other")];
    let asked = item("q", Kind::Choice { options: options.clone(), open: true });
    let names: Vec<String> = options.iter().map(|option| option_value(option, &asked)).collect();
    assert_eq!(names, ["urn:test|1", "urn:b|1", "2", "urn:test|other"]);
    assert_eq!(value(&asked, &ticked(&["urn:b|1"])), Value::Coding(other_system.coding));
    assert_eq!(fault(&asked, &ticked(&["1"])), "validation-unknown-option");
    assert_eq!(fault(&item("q", Kind::Boolean), &ticked(&["yes"])), "validation-unknown-option");
    assert_eq!(value(&item("q", Kind::Boolean), &ticked(&["false"])), Value::Boolean(false));
}

#[test]
fn several_answers_are_counted_and_kept_in_the_order_of_the_options() {
    let limits = Limits { min_occurs: Some(2), max_occurs: Some(3), ..Limits::default() };
    let several = Item { repeats: true, ..with(choice(&["a", "b", "c", "d"], false), limits) };
    assert_eq!(codes(&several, &ticked(&["c", "a", "c"])), ["a", "c"]);
    assert_eq!(fault(&several, &ticked(&["a"])), "validation-too-few");
    assert_eq!(fault(&several, &ticked(&["a", "b", "c", "d"])), "validation-too-many");
    assert_eq!(fault(&item("q", choice(&["a", "b"], false)), &ticked(&["a", "b"])), "validation-too-many");
    assert_eq!(parse(&several, &Posted::default()), Ok(Given::Skipped));
}

#[test]
fn an_exclusive_option_stands_alone() {
    let options = vec![option("a"), Choice { exclusive: true, ..option("none") }];
    let limits = Limits { min_occurs: Some(2), ..Limits::default() };
    let several = Item { repeats: true, ..with(Kind::Choice { options, open: false }, limits) };
    assert_eq!(codes(&several, &ticked(&["none"])), ["none"]);
    assert_eq!(fault(&several, &ticked(&["a", "none"])), "validation-exclusive");
}

#[test]
fn own_words_answer_an_open_choice() {
    let open = item("q", choice(&["a"], true));
    let words = |values: &[&str], other: &str| Posted { other: other.to_owned(), ..ticked(values) };
    assert_eq!(value(&open, &words(&["other"], " mine ")), Value::Text("mine".to_owned()));
    assert_eq!(value(&open, &words(&[], "mine")), Value::Text("mine".to_owned()));
    assert_eq!(value(&open, &words(&["a"], "left behind")), Value::Coding(coding("a")));
    assert_eq!(wrong(&open, &words(&["other"], " ")), (Field::Other, "validation-other-empty"));
    assert_eq!(wrong(&open, &words(&["other"], &"x".repeat(256))), (Field::Other, "validation-too-long"));
    let sensitive = Item { sensitive: true, ..open };
    assert_eq!(parse(&sensitive, &Posted { decline: true, ..words(&[], "left behind") }), Ok(Given::Declined));
}

#[test]
fn whole_numbers_are_read_as_people_write_them() {
    let asked = item("q", Kind::Integer);
    let read =
        [("7", 7), (" 1 000 ", 1000), ("1,000", 1000), ("1,234,567", 1_234_567), ("-3", -3), ("\u{2212}3", -3), ("4.0", 4), ("٤٢", 42)];
    for (text, wanted) in read {
        assert_eq!(value(&asked, &typed(text)), Value::Integer(wanted), "{text}");
    }
    for (text, key) in
        [("1.5", "not-whole"), ("1,5", "not-whole"), ("seven", "not-a-number"), ("1e3", "not-a-number"), ("--1", "not-a-number")]
    {
        assert_eq!(fault(&asked, &typed(text)), format!("validation-{key}"), "{text}");
    }
    assert_eq!(fault(&asked, &typed("9223372036854775808")), "validation-too-large");
    assert_eq!(fault(&asked, &typed(&format!("-{}", "9".repeat(60)))), "validation-too-small");
}

#[test]
fn decimals_take_a_point_or_a_comma_and_no_guess() {
    let asked = item("q", Kind::Decimal);
    let read = [
        ("1.5", "1.5"),
        ("1,5", "1.5"),
        (".5", "0.5"),
        ("0,125", "0.125"),
        ("1,234.5", "1234.5"),
        ("-0.50", "-0.5"),
        ("1 234,5", "1234.5"),
    ];
    for (text, wanted) in read {
        assert_eq!(value(&asked, &typed(text)), Value::Decimal(number(wanted)), "{text}");
    }
    for text in ["1,250", "1.2.3", "12,34,5", "NaN", "inf", ".", "-", "1,2345.6"] {
        assert_eq!(fault(&asked, &typed(text)), "validation-not-a-number", "{text}");
    }
    assert_eq!(fault(&asked, &typed("1234567890123456789")), "validation-too-large");
    assert_eq!(fault(&asked, &typed("0.1234567890123456789")), "validation-too-many-decimals");
    let one_place = with(Kind::Decimal, Limits { decimal_places: Some(1), ..Limits::default() });
    assert_eq!(value(&one_place, &typed("1.50")), Value::Decimal(number("1.5")));
    assert_eq!(fault(&one_place, &typed("1.55")), "validation-too-many-decimals");
}

#[test]
fn a_number_stays_between_its_bounds_which_belong_to_it() {
    for kind in [Kind::Integer, Kind::Decimal] {
        let asked = with(kind, between("0", "10"));
        assert!(parse(&asked, &typed("0")).is_ok() && parse(&asked, &typed("10")).is_ok());
        assert_eq!(fault(&asked, &typed("-1")), "validation-too-small");
        assert_eq!(fault(&asked, &typed("11")), "validation-too-large");
        let Err(problems) = parse(&asked, &typed(&"9".repeat(40))) else { panic!("accepted") };
        assert_eq!(problems[0].message.arguments(), [("max", "10".to_owned())]);
    }
}

#[test]
fn a_month_may_be_a_figure_or_an_english_name() {
    let asked = item("q", Kind::Date);
    for month in ["2", "02", "feb", "Feb.", "FEBRUARY"] {
        assert_eq!(value(&asked, &on(" 29", month, "2024 ")), Value::Date(date(2024, 2, 29)), "{month}");
    }
}

#[test]
fn a_date_that_is_not_one_points_to_the_part_to_mend() {
    let asked = item("q", Kind::Date);
    let cases = [
        (("", "2", "2024"), Field::Day, "incomplete"),
        (("1", " ", "2024"), Field::Month, "incomplete"),
        (("1", "2", ""), Field::Year, "incomplete"),
        (("30", "2", "2024"), Field::Day, "not-real"),
        (("x", "2", "2024"), Field::Day, "not-real"),
        (("1", "13", "2024"), Field::Month, "not-real"),
        (("1", "ma", "2024"), Field::Month, "not-real"),
        (("1", "2", "24"), Field::Year, "not-real"),
        (("1", "2", "20245"), Field::Year, "not-real"),
    ];
    for ((day, month, year), field, key) in cases {
        let (at, found) = wrong(&asked, &on(day, month, year));
        assert_eq!((at, found), (field, format!("validation-date-{key}").as_str()), "{day}/{month}/{year}");
    }
}

#[test]
fn a_date_stays_between_its_bounds() {
    let limits = Limits { min: Some(Bound::Date(date(2024, 1, 1))), max: Some(Bound::Date(date(2024, 12, 31))), ..Limits::default() };
    let asked = with(Kind::Date, limits);
    assert!(parse(&asked, &on("1", "1", "2024")).is_ok());
    assert_eq!(fault(&asked, &on("31", "12", "2023")), "validation-date-too-early");
    assert_eq!(fault(&asked, &on("1", "1", "2025")), "validation-date-too-late");
}

#[test]
fn text_is_trimmed_and_loses_its_control_characters() {
    let words = Value::Text("one\ntwo".to_owned());
    assert_eq!(value(&item("q", Kind::Text), &typed("  one\r\ntwo\0\u{7} \r\n")), words);
    assert_eq!(value(&item("q", Kind::String), &typed("one\r\ntwo")), Value::Text("one two".to_owned()));
}

#[test]
fn text_is_counted_in_characters_and_keeps_its_length_and_shape() {
    let limits = Limits { min_length: Some(2), max_length: Some(3), pattern: Some("[a-ż]+|x".to_owned()), ..Limits::default() };
    let asked = with(Kind::String, limits);
    assert_eq!(value(&asked, &typed("żół")), Value::Text("żół".to_owned()));
    assert_eq!(fault(&asked, &typed("a")), "validation-too-short");
    assert_eq!(fault(&asked, &typed("a1")), "validation-pattern");
    let Err(problems) = parse(&asked, &typed("żółw")) else { panic!("accepted") };
    assert_eq!(problems[0].message, Message::TooLong { max: 3, length: 4 });
    assert_eq!(problems[0].message.arguments(), [("max", "3".to_owned()), ("length", "4".to_owned())]);
    for (kind, most) in [(Kind::String, 255), (Kind::Text, 4000)] {
        assert!(parse(&item("q", kind.clone()), &typed(&"x".repeat(most))).is_ok());
        assert_eq!(fault(&item("q", kind), &typed(&"x".repeat(most + 1))), "validation-too-long");
    }
}

#[test]
fn a_repeating_text_number_or_date_is_one_answer_a_line() {
    let limits = Limits { max_occurs: Some(2), ..Limits::default() };
    let asked = |kind| Item { repeats: true, ..with(kind, limits.clone()) };
    assert_eq!(codes(&asked(Kind::String), &typed("one\r\n\r\n two ")), ["one", "two"]);
    assert_eq!(codes(&asked(Kind::Integer), &typed("1\n2")), ["1", "2"]);
    assert_eq!(codes(&asked(Kind::Date), &typed("1 feb 2024\n2024-02-03")), ["01/02/2024", "03/02/2024"]);
    assert_eq!(fault(&asked(Kind::String), &typed("a\nb\nc")), "validation-too-many");
    assert_eq!(fault(&asked(Kind::Integer), &typed("x\ny\nz")), "validation-not-a-number");
    assert_eq!(fault(&asked(Kind::Date), &typed("feb 2024")), "validation-date-incomplete");
}
