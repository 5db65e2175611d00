//! Invented questions, of every kind, that show every branch of their template.

use super::part::{FieldError, Hidden};
use super::question::{Choice, Input, Other, Question};

/// One sample of each input, and the same with everything that a page can carry.
pub(super) fn questions() -> Vec<Question> {
    inputs().into_iter().flat_map(|input| [bare(input.clone()), full(bare(input))]).collect()
}

fn inputs() -> [Input; 9] {
    let choice = |value: &str, checked: bool| Choice {
        value: value.into(),
        label: format!("Option {value}"),
        hint: checked.then(|| "A hint".into()),
        checked,
    };
    let options = vec![choice("a", false), choice("b\"", true)];
    let other = Some(Other { label: "Something else".into(), text: "My <own> words".into(), max_length: Some(255) });
    [
        Input::Radios { options: options.clone(), other: None },
        Input::Radios { options: options.clone(), other: other.clone() },
        Input::Checkboxes { options: options.clone(), other: None, most: None },
        Input::Checkboxes { options, other, most: Some(3) },
        Input::Number { value: "7,5".into(), unit: Some("hours".into()), whole: false },
        Input::Number { value: String::new(), unit: None, whole: true },
        Input::Date { day: "31".into(), month: "February".into(), year: "2026".into() },
        Input::Text { value: "x".into() },
        Input::Textarea { value: "</textarea>".into(), max_length: Some(4000), one_a_line: true },
    ]
}

fn bare(input: Input) -> Question {
    Question {
        survey: "How are things?".into(),
        caption: None,
        prefix: None,
        heading: "Who helps you?".into(),
        intro: Vec::new(),
        help: None,
        input,
        decline: None,
        required: true,
        errors: Vec::new(),
        back: None,
        action: "/s/sample/help".into(),
        hidden: Vec::new(),
        progress: None,
        later: None,
        copyright: None,
        text_lang: None,
    }
}

fn full(question: Question) -> Question {
    Question {
        caption: Some("Support".into()),
        prefix: Some("3a".into()),
        intro: vec!["Think of the last week.".into()],
        help: Some("Anyone counts.".into()),
        decline: Some(true),
        required: false,
        errors: vec![FieldError::new("answer", "Choose an answer."), FieldError::new("other", "Say what.")],
        back: Some("/s/sample".into()),
        hidden: vec![Hidden::new("revision", "3")],
        progress: Some((3, 12)),
        later: Some("/s/sample/later".into()),
        copyright: Some("A Foundation".into()),
        text_lang: Some("en".into()),
        ..question
    }
}
