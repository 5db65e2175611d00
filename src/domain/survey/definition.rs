//! A survey as Saywell runs it: parsed once from its FHIR Questionnaire, immutable ever after.

use std::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::fhirpath::Expression;
use super::scoring::Score;
use super::text::{Language, LocalText};

/// The short name of a survey in addresses: lower-case letters, digits and hyphens, at most 60 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SurveyKey(String);

impl SurveyKey {
    /// Reads a key. `None` if it is empty, too long or has other characters.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        let fits = (1..=60).contains(&key.len())
            && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !key.starts_with('-')
            && !key.ends_with('-');
        fits.then(|| Self(key.to_owned()))
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SurveyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// FHIR `Questionnaire.item.linkId`: the name of one item, unique within its survey.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct LinkId(String);

impl LinkId {
    /// Any text that is not empty.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        (!id.trim().is_empty()).then(|| Self(id.to_owned()))
    }

    /// The linkId as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for LinkId {
    type Error = &'static str;

    fn try_from(id: String) -> Result<Self, Self::Error> {
        Self::parse(&id).ok_or("an empty linkId")
    }
}

impl fmt::Display for LinkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One immutable version of a survey.
#[derive(Debug, Clone)]
pub struct Definition {
    pub key: SurveyKey,
    /// FHIR canonical url, where the file gives one.
    pub url: Option<String>,
    /// `Questionnaire.version`, or "1" where the file gives none.
    pub version: String,
    pub title: LocalText,
    /// Why we ask (`Questionnaire.purpose`, else `description`); shown on the start page.
    pub purpose: LocalText,
    /// `Questionnaire.copyright`: shown at the foot of every page of the survey.
    pub copyright: Option<String>,
    /// Minutes an ordinary person needs (`urn:saywell:minutes`), where stated.
    pub minutes: Option<u16>,
    /// The programme of care it belongs to (`urn:saywell:programme`), where stated.
    pub programme: Option<String>,
    /// Who may answer (`urn:saywell:respondent`); all three where the file says nothing.
    pub respondents: Vec<Respondent>,
    /// The base language first, then every language that it is translated into.
    pub languages: Vec<Language>,
    /// Languages whose words were drafted by machine and await review (`urn:saywell:machine-drafted`).
    pub machine_drafted: Vec<Language>,
    /// True where people who come back may see their own scores (`urn:saywell:show-own-results`).
    pub shows_own_results: bool,
    /// FHIRPath variables of the whole questionnaire, in the order declared.
    pub variables: Vec<Variable>,
    pub items: Vec<Item>,
    pub scores: Vec<Score>,
}

/// A named FHIRPath expression (SDC `variable`).
#[derive(Debug, Clone)]
pub struct Variable {
    pub name: String,
    pub expression: Expression,
}

/// Who gives the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Respondent {
    /// The person whose care it is.
    Self_,
    /// Somebody answering for that person, with them or on their behalf.
    Proxy,
    /// A carer, about themselves.
    Carer,
}

impl Respondent {
    /// Every respondent, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Self_, Self::Proxy, Self::Carer];

    /// The code that stands for it in files and in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Self_ => "self",
            Self::Proxy => "proxy",
            Self::Carer => "carer",
        }
    }

    /// The respondent a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|who| who.code() == code)
    }
}

/// One item of a survey: a question, some words, or a group of items.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "the yes-or-no properties of a FHIR item are independent of one another")]
pub struct Item {
    pub link_id: LinkId,
    /// The number or letter printed before the text, such as "1.".
    pub prefix: Option<String>,
    pub text: LocalText,
    /// Help where a person would need it (a child `display` with itemControl `help`, or `entryFormat`).
    pub help: Option<LocalText>,
    pub kind: Kind,
    pub required: bool,
    /// More than one answer may be given.
    pub repeats: bool,
    /// "Prefer not to say" is offered (`urn:saywell:sensitive`).
    pub sensitive: bool,
    /// Never shown (`questionnaire-hidden`).
    pub hidden: bool,
    /// Never asked; filled by `calculated`, or left empty.
    pub read_only: bool,
    /// SDC `calculatedExpression`: the answer is derived from the others.
    pub calculated: Option<Expression>,
    /// FHIRPath variables declared on this item, in order.
    pub variables: Vec<Variable>,
    pub limits: Limits,
    pub enabled: Enabled,
    /// What was chosen at these questions is not offered here (`urn:saywell:differs-from`).
    pub differs_from: Vec<LinkId>,
    /// Answers that call for urgent help (`urn:saywell:risk`); empty for nearly every item.
    pub risk: Vec<String>,
    /// Codes of the item itself (LOINC, SNOMED CT), for scoring and exchange.
    pub codes: Vec<Coding>,
    /// Unit shown after a number.
    pub unit: Option<String>,
    pub items: Vec<Item>,
}

/// What sort of answer an item takes.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Group,
    /// Words only.
    Display,
    Boolean,
    /// One of the options (several, where the item repeats). `open`: or the person's own words.
    Choice {
        options: Vec<Choice>,
        open: bool,
    },
    Integer,
    Decimal,
    Date,
    /// One line of text.
    String,
    /// Several lines of text.
    Text,
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    pub coding: Coding,
    pub label: LocalText,
    /// A sentence under the label (`urn:saywell:hint`).
    pub hint: Option<LocalText>,
    /// `ordinalValue` or `itemWeight`: what the option scores.
    pub ordinal: Option<Decimal>,
    /// Cannot be chosen together with others (`optionExclusive`).
    pub exclusive: bool,
}

/// A code from a code system.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Coding {
    pub system: Option<String>,
    pub code: String,
    pub display: Option<String>,
}

/// The bounds that an answer must keep.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Limits {
    pub min: Option<Bound>,
    pub max: Option<Bound>,
    pub min_length: Option<u32>,
    pub max_length: Option<u32>,
    /// A regular expression the whole text must match (`regex`).
    pub pattern: Option<String>,
    /// Most digits after the decimal point (`maxDecimalPlaces`).
    pub decimal_places: Option<u32>,
    /// Fewest and most answers of a repeating item (`minOccurs`, `maxOccurs`).
    pub min_occurs: Option<u32>,
    pub max_occurs: Option<u32>,
}

/// One end of a range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    Number(Decimal),
    Date(Date),
}

/// When an item is asked.
#[derive(Debug, Clone, Default)]
pub enum Enabled {
    #[default]
    Always,
    /// `enableWhen` with `enableBehavior` all or any.
    When { all: bool, tests: Vec<Test> },
    /// SDC `enableWhenExpression`.
    Expression(Expression),
}

/// One `enableWhen`: a comparison of an earlier answer with a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    pub question: LinkId,
    pub operator: Operator,
    pub expected: Expected,
}

/// FHIR `questionnaire-enable-operator`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    Exists,
    Equal,
    NotEqual,
    Greater,
    Less,
    GreaterOrEqual,
    LessOrEqual,
}

/// The value an `enableWhen` compares with.
#[derive(Debug, Clone, PartialEq)]
pub enum Expected {
    Boolean(bool),
    Number(Decimal),
    Date(Date),
    Text(String),
    Coding(Coding),
}

impl Definition {
    /// Every item, parents before children, in the order they are written.
    pub fn walk(&self) -> impl Iterator<Item = &Item> {
        let mut stack: Vec<&Item> = self.items.iter().rev().collect();
        std::iter::from_fn(move || {
            let item = stack.pop()?;
            stack.extend(item.items.iter().rev());
            Some(item)
        })
    }

    /// The item of that name.
    #[must_use]
    pub fn item(&self, id: &LinkId) -> Option<&Item> {
        self.walk().find(|item| item.link_id == *id)
    }
}

impl Item {
    /// True for an item that a person answers.
    #[must_use]
    pub fn is_question(&self) -> bool {
        !matches!(self.kind, Kind::Group | Kind::Display)
    }

    /// True for a question that a person is shown: not hidden, not read-only, not calculated.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.is_question() && !self.hidden && !self.read_only && self.calculated.is_none()
    }

    /// The options of a choice; none for every other kind.
    #[must_use]
    pub fn options(&self) -> &[Choice] {
        match &self.kind {
            Kind::Choice { options, .. } => options,
            _ => &[],
        }
    }
}
