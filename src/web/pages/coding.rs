//! Coding what people said at an event: where somebody stands, and one comment at a time.

use serde::Serialize;
use tera::Context;

use super::form::{Choice, Field, Input};
use super::part::{FieldError, Hidden};
use super::{Page, Unrendered};
use crate::i18n::Locale;

/// Where somebody stands with the comments of an event.
#[derive(Debug, Clone, Serialize)]
pub struct Coding {
    pub event: String,
    /// The event's own page.
    pub back: String,
    /// How many comments there are, and how many are left.
    pub sentences: Vec<String>,
    /// The next comment; nothing where none is left.
    pub next: Option<String>,
    /// The last one they coded, to look at it again.
    pub last: Option<String>,
    /// Where agreement is shown; nothing before two people have coded a comment.
    pub agreement: Option<String>,
    /// True while the codebook is empty.
    pub no_themes: bool,
    pub done: Option<String>,
}

/// What somebody said.
#[derive(Debug, Clone, Serialize)]
pub struct Said {
    pub question: String,
    /// The language of the question, where it is not the page's.
    pub lang: Option<String>,
    pub words: String,
    /// The language it was answered in, where it is not the page's.
    pub words_lang: Option<String>,
    /// Where a concern about it is raised, and where it is published.
    pub href: String,
}

/// One comment, to be coded.
#[derive(Debug, Clone, Serialize)]
pub struct OneComment {
    pub event: String,
    pub back: String,
    /// Which of the comments it is, and how many are left.
    pub position: String,
    pub comment: Said,
    /// The one before that they coded.
    pub before: Option<String>,
    /// Why it is not theirs to code any more; nothing where it is.
    pub closed: Option<String>,
    /// Where it can be settled, where it was coded twice.
    pub settle: Option<String>,
    pub action: String,
    /// The themes to choose from.
    pub themes: Field,
    /// A theme that the codebook does not have yet.
    pub new_theme: Field,
    /// Each outcome and indicator that the event asks about.
    pub stances: Vec<Field>,
    /// True where something is noted in these already.
    pub stances_open: bool,
    /// What was noted when the page was made.
    pub hidden: Vec<Hidden>,
}

/// The context of a page with what is wrong in its fields.
pub(super) fn with_errors(page: &impl Serialize, fields: &[&Field]) -> Result<Context, Unrendered> {
    let mut context = Context::from_serialize(page)?;
    context.insert("errors", &fields.iter().flat_map(|field| &field.errors).collect::<Vec<_>>());
    Ok(context)
}

impl Said {
    /// What somebody might have said.
    pub(super) fn sample() -> Self {
        let (question, words) = ("What matters to you?".into(), "My <own> words\n</textarea>".into());
        Self { question, lang: None, words, words_lang: None, href: "/engage/comments/12".into() }
    }
}

/// Themes to choose from.
pub(super) fn themes_sample() -> Field {
    let options = vec![Choice::new("7", "Getting there").hinted("Buses.".into()), Choice::new("none", "None of these")];
    Field::new("themes", "What is it about?".into(), Input::Checkboxes { options: Field::options("themes", options, "7") })
}

impl Page for Coding {
    const TEMPLATE: &'static str = "pages/engage/coding.html";

    fn samples() -> Vec<Self> {
        let plain = Self {
            event: "An afternoon for carers".into(),
            back: "/engage/7".into(),
            sentences: vec!["There are no comments yet.".into()],
            next: None,
            last: None,
            agreement: None,
            no_themes: true,
            done: None,
        };
        let full = Self {
            next: Some("/engage/7/coding/12".into()),
            last: Some("/engage/7/coding/11".into()),
            agreement: Some("/engage/7/agreement".into()),
            no_themes: false,
            done: Some("That was the last one.".into()),
            ..plain.clone()
        };
        vec![plain, full]
    }
}

impl Page for OneComment {
    const TEMPLATE: &'static str = "pages/engage/comment.html";

    fn has_errors(&self) -> bool {
        self.stances.iter().chain([&self.themes, &self.new_theme]).any(|field| !field.errors.is_empty())
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        with_errors(self, &[&self.themes, &self.new_theme])
    }

    fn samples() -> Vec<Self> {
        let stance = Field::new(
            "stance-outcome-settled",
            "A settled home".into(),
            Input::Select {
                options: Field::options(
                    "stance-outcome-settled",
                    vec![Choice::new("", "Nothing"), Choice::new("supports", "Supports")],
                    "",
                ),
            },
        );
        let plain = Self {
            event: "An afternoon for carers".into(),
            back: "/engage/7/coding".into(),
            position: "Comment 3 of 57".into(),
            comment: Said::sample(),
            before: None,
            closed: None,
            settle: None,
            action: "/engage/7/coding/12".into(),
            themes: themes_sample(),
            new_theme: Field::new("new-theme", "A new theme".into(), Input::Text { value: String::new() }),
            stances: Vec::new(),
            stances_open: false,
            hidden: Vec::new(),
        };
        let mut faulty = Self {
            before: Some("/engage/7/coding/11".into()),
            comment: Said { lang: Some("en".into()), words_lang: Some("pl".into()), ..Said::sample() },
            stances: vec![stance],
            stances_open: true,
            hidden: vec![Hidden::new("seen-outcome-settled", "")],
            ..plain.clone()
        };
        let closed = Self { closed: Some("Two others have coded it.".into()), stances_open: false, ..faulty.clone() };
        let settled = Self { settle: Some("/engage/7/agreement/12".into()), ..closed.clone() };
        faulty.themes.errors.push(FieldError::new("themes", "Choose a theme."));
        faulty.new_theme.errors.push(FieldError::new("new-theme", "Shorter."));
        vec![plain, faulty, closed, settled]
    }
}
