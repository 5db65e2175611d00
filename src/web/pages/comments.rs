//! What people said at events in their own words, for those who decide what is published of it: the queue, one comment with what
//! may be taken out of it, and the wording as everybody would read it. No title says what somebody said.

use serde::Serialize;
use tera::Context;

use super::form::{Choice as Choosable, Field, Input};
use super::part::{Choice, FieldError, Hidden};
use super::{Page, Unrendered};
use crate::i18n::Locale;

/// The comments that wait, or that something was decided about.
#[derive(Debug, Clone, Serialize)]
pub struct Comments {
    /// Which comments can be seen, with how many there are of each.
    pub kinds: Vec<Choice>,
    /// The events, to see the comments of one; nothing where there is but one.
    pub events: Option<Field>,
    /// What the form that chooses an event sends besides.
    pub hidden: Vec<Hidden>,
    pub caption: String,
    pub rows: Vec<CommentRow>,
    /// Which of them these are, where they are not all.
    pub more: Option<String>,
    /// Where the ones before these stand, and the ones after them.
    pub earlier: Option<String>,
    pub later: Option<String>,
    /// That there are none, and why.
    pub nothing: String,
}

/// One comment in the queue, without its words.
#[derive(Debug, Clone, Serialize)]
pub struct CommentRow {
    pub href: String,
    pub question: String,
    /// The language of the question, where it is not the page's.
    pub question_lang: Option<String>,
    pub event: String,
    pub received: String,
    pub status: String,
    /// That somebody may be at risk; nothing where neither the words nor a person say so.
    pub concern: Option<String>,
    pub may_publish: bool,
}

/// One comment.
#[derive(Debug, Clone, Serialize)]
pub struct Comment {
    pub event: String,
    /// The queue that it stands in.
    pub back: String,
    pub question: String,
    pub question_lang: Option<String>,
    /// The words as they were said.
    pub words: String,
    /// Their language, where it is not the page's.
    pub words_lang: Option<String>,
    pub facts: Vec<Fact>,
    /// That somebody may be at risk.
    pub concern: Option<String>,
    /// What everybody reads now; nothing while it is not published.
    pub published: Option<String>,
    /// What may be taken out; nothing where the words may not be published.
    pub redaction: Option<Redaction>,
    pub keep_back: Option<Deed>,
    pub raise: Deed,
    /// The next comment that waits.
    pub next: Option<String>,
    /// What was done a moment ago.
    pub done: Option<String>,
    /// What is wrong with the page as a whole, at its heading.
    pub fault: Option<FieldError>,
}

/// Something that is decided by a form of its own.
#[derive(Debug, Clone, Serialize)]
pub struct Deed {
    pub action: String,
    pub hidden: Vec<Hidden>,
    pub fields: Vec<Field>,
}

/// One thing that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    pub name: String,
    pub value: String,
}

/// The form in which somebody decides what is taken out.
#[derive(Debug, Clone, Serialize)]
pub struct Redaction {
    pub action: String,
    pub hidden: Vec<Hidden>,
    pub ticks: Vec<Tick>,
    /// That more is taken out than can be listed.
    pub rest: Option<String>,
    /// Further words, and what they are.
    pub fields: Vec<Field>,
}

/// Words that may be taken out.
#[derive(Debug, Clone, Serialize)]
pub struct Tick {
    pub id: String,
    pub value: String,
    pub checked: bool,
    pub words: String,
    /// What they are taken for, and how likely that is.
    pub kind: String,
    /// Where they stand.
    pub places: Vec<Place>,
    /// In how many other places they stand.
    pub more: Option<String>,
}

/// Words with what stands around them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    pub before: String,
    pub words: String,
    pub after: String,
}

/// The wording as everybody would read it.
#[derive(Debug, Clone, Serialize)]
pub struct Preview {
    pub event: String,
    pub back: String,
    pub question: String,
    pub question_lang: Option<String>,
    pub wording: String,
    pub wording_lang: Option<String>,
    /// How much is taken out.
    pub taken_out: String,
    /// That it is not the wording that was looked at before.
    pub changed: Option<String>,
    /// Where it is published, and where it is changed.
    pub publish: String,
    pub change: String,
    pub hidden: Vec<Hidden>,
}

impl Comment {
    /// Every field that something can be wrong with.
    fn fields(&self) -> impl Iterator<Item = &Field> {
        let redaction = self.redaction.iter().flat_map(|form| &form.fields);
        redaction.chain(self.keep_back.iter().flat_map(|form| &form.fields)).chain(&self.raise.fields)
    }
}

impl Page for Comments {
    const TEMPLATE: &'static str = "pages/comments/list.html";

    fn samples() -> Vec<Self> {
        let row = CommentRow {
            href: "/engage/comments/7".into(),
            question: "What matters most?".into(),
            question_lang: Some("en".into()),
            event: "Carers' café <Fenmarch>".into(),
            received: "22 November 2026".into(),
            status: "Waiting".into(),
            concern: Some("Somebody may be at risk".into()),
            may_publish: true,
        };
        let calm = CommentRow { question_lang: None, concern: None, may_publish: false, ..row.clone() };
        let options = Field::options("event", vec![Choosable::new("", "Every event"), Choosable::new("7", "Carers' café")], "7");
        let plain = Self {
            kinds: Choice::samples(),
            events: None,
            hidden: Vec::new(),
            caption: "Comments that wait".into(),
            rows: Vec::new(),
            more: None,
            earlier: None,
            later: None,
            nothing: "No comment waits.".into(),
        };
        let full = Self {
            events: Some(Field::new("event", "Event".into(), Input::Select { options })),
            hidden: vec![Hidden::new("status", "waiting")],
            rows: vec![row, calm],
            more: Some("There are more.".into()),
            earlier: Some("/engage/comments?event=7&status=waiting".into()),
            later: Some("/engage/comments?event=7&status=waiting&from=200".into()),
            ..plain.clone()
        };
        vec![plain, full]
    }
}

impl Page for Comment {
    const TEMPLATE: &'static str = "pages/comments/one.html";

    fn has_errors(&self) -> bool {
        self.fault.is_some() || self.fields().any(|field| !field.errors.is_empty())
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        let mut context = Context::from_serialize(self)?;
        let errors: Vec<&FieldError> = self.fault.iter().chain(self.fields().flat_map(|field| &field.errors)).collect();
        context.insert("errors", &errors);
        Ok(context)
    }

    fn samples() -> Vec<Self> {
        let reason = |id: &str| Field::new(id, "Why".into(), Input::Lines { value: "</textarea>".into() });
        let wrong = |mut field: Field| {
            field.errors.push(FieldError::new(field.id.clone(), "Something is wrong here."));
            field
        };
        let deed = |fields| Deed { action: "/engage/comments/7/concern".into(), hidden: vec![Hidden::new("revision", "1")], fields };
        let plain = Self {
            event: "Carers' café".into(),
            back: "/engage/comments".into(),
            question: "What matters most?".into(),
            question_lang: None,
            words: "My <own> words\nin two lines".into(),
            words_lang: None,
            facts: vec![Fact { name: "Who answered".into(), value: "A carer".into() }],
            concern: None,
            published: None,
            redaction: None,
            keep_back: None,
            raise: deed(vec![reason("concern-reason")]),
            next: None,
            done: None,
            fault: None,
        };
        let place = Place { before: "Nurse ".into(), words: "<Okafor>".into(), after: " was".into() };
        let tick = Tick {
            id: "cut".into(),
            value: "name:6+6".into(),
            checked: true,
            words: "<Okafor>".into(),
            kind: "a name, surely".into(),
            places: vec![place],
            more: Some("And in 4 other places".into()),
        };
        let other = Tick { id: "cut-2".into(), checked: false, more: None, ..tick.clone() };
        let redaction = Redaction {
            action: "/engage/comments/7/preview".into(),
            hidden: vec![Hidden::new("revision", "1")],
            ticks: vec![tick, other],
            rest: Some("12 more are taken out.".into()),
            fields: vec![wrong(reason("words"))],
        };
        let bare = Redaction { ticks: Vec::new(), rest: None, fields: vec![reason("words")], ..redaction.clone() };
        let full = Self {
            question_lang: Some("en".into()),
            words_lang: Some("pl".into()),
            concern: Some("Somebody may be at risk".into()),
            published: Some("[name] <was> rude".into()),
            redaction: Some(redaction),
            keep_back: Some(deed(vec![wrong(reason("reason"))])),
            next: Some("/engage/comments/8".into()),
            done: Some("It was published.".into()),
            fault: Some(FieldError::new("said", "Somebody else decided about it.")),
            ..plain.clone()
        };
        let found_nothing = Self { redaction: Some(bare), keep_back: full.keep_back.clone(), ..plain.clone() };
        vec![plain, full, found_nothing]
    }
}

impl Page for Preview {
    const TEMPLATE: &'static str = "pages/comments/preview.html";

    fn samples() -> Vec<Self> {
        let plain = Self {
            event: "Carers' café".into(),
            back: "/engage/comments/7".into(),
            question: "What matters most?".into(),
            question_lang: None,
            wording: "[name] <was> rude".into(),
            wording_lang: None,
            taken_out: "One thing is taken out.".into(),
            changed: None,
            publish: "/engage/comments/7/publish".into(),
            change: "/engage/comments/7/preview".into(),
            hidden: vec![Hidden::new("wording", "\"abc")],
        };
        let changed = Some("Look at it again.".to_owned());
        vec![plain.clone(), Self { question_lang: Some("en".into()), wording_lang: Some("pl".into()), changed, ..plain }]
    }
}
