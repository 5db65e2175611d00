//! Finding people, and making two records of one person one.

use serde::Serialize;

use super::Page;
use super::part::{FieldError, Hidden};

/// Looking for somebody, and who was found.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Search {
    /// What was typed.
    pub typed: String,
    pub errors: Vec<FieldError>,
    /// False before anything was looked for.
    pub searched: bool,
    pub found: Vec<Found>,
    /// True when there are more than are shown.
    pub more: bool,
    /// True for those who may add a person.
    pub may_add: bool,
}

/// Somebody who was found.
#[derive(Debug, Clone, Serialize)]
pub struct Found {
    pub name: String,
    pub href: String,
    pub born: String,
    /// The end of the NHS number.
    pub number: Option<String>,
    pub provider: String,
}

/// The records that may be of the same person.
#[derive(Debug, Clone, Serialize)]
pub struct Duplicates {
    pub name: String,
    pub href: String,
    pub candidates: Vec<Candidate>,
}

/// One of them.
#[derive(Debug, Clone, Serialize)]
pub struct Candidate {
    pub name: String,
    pub href: String,
    /// Where the two are made one.
    pub merge: String,
    pub born: String,
    /// The end of the NHS number.
    pub number: Option<String>,
    pub postcode: Option<String>,
}

/// Two records before they become one.
#[derive(Debug, Clone, Serialize)]
pub struct Merge {
    pub stays: Merged,
    pub goes: Merged,
    /// The list of the records that may be of the same person.
    pub back: String,
    pub action: String,
    /// The same page with the other record staying.
    pub other_way: String,
    pub hidden: Vec<Hidden>,
    /// True where both have an NHS number and not the same one: they cannot be merged.
    pub differ: bool,
    /// True where a legal hold keeps the record that goes as it is: it cannot be merged into another.
    pub is_held: bool,
    /// True when one of them was changed since the page was made.
    pub is_stale: bool,
}

/// What one of two records says.
#[derive(Debug, Clone, Serialize)]
pub struct Merged {
    pub name: String,
    pub href: String,
    pub born: String,
    pub number: Option<String>,
    pub email: Option<String>,
    pub mobile: Option<String>,
    pub address: String,
    /// How many episodes, and how many reasons not to be asked.
    pub episodes: String,
    pub stops: String,
}

/// Who somebody is, how they are reached and what is to be kept in mind, on their page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Known {
    /// Nothing where no name is known.
    pub name: Option<String>,
    /// What was done a moment ago.
    pub done: Option<String>,
    /// Communication needs.
    pub needs: Vec<String>,
    /// The day they died.
    pub died: Option<String>,
    /// How they are reached, each with its label.
    pub ways: Vec<(String, String)>,
    /// True when somebody else has the same email address or mobile number.
    pub shared: bool,
    pub stops: Vec<Stop>,
    /// Where the record is changed; nothing for those who may not.
    pub change: Option<String>,
}

/// Why they are not asked.
#[derive(Debug, Clone, Serialize)]
pub struct Stop {
    pub reason: String,
    pub from: String,
    /// The last day; nothing where it holds for good.
    pub until: Option<String>,
    /// Where it is taken back, for those who may.
    pub lift: Option<String>,
}

impl Known {
    /// Somebody of whom everything is known.
    #[must_use]
    pub fn sample() -> Self {
        let stop = Stop {
            reason: "Bereavement".into(),
            from: "1 November 2026".into(),
            until: Some("1 February 2027".into()),
            lift: Some("/provider/people/204817/stops/1/lift".into()),
        };
        let for_good = Stop { until: None, lift: None, ..stop.clone() };
        Self {
            name: Some("Zofia Nowak".into()),
            done: Some("The person was added.".into()),
            needs: vec!["Large print".into(), "Interpreter".into()],
            died: Some("20 November 2026".into()),
            ways: vec![("Email address".into(), "zofia@example.org".into())],
            shared: true,
            stops: vec![stop, for_good],
            change: Some("/provider/people/204817".into()),
        }
    }
}

impl Page for Search {
    const TEMPLATE: &'static str = "pages/provider/search.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let one = Found {
            name: "Zofia Nowak".into(),
            href: "/provider/people/204817".into(),
            born: "1 February 1980".into(),
            number: Some("5919".into()),
            provider: "Fenmarch Trust".into(),
        };
        let other = Found { number: None, ..one.clone() };
        let found = Self { typed: "now".into(), searched: true, found: vec![one, other], more: true, may_add: true, ..Self::default() };
        let nobody = Self { found: Vec::new(), more: false, ..found.clone() };
        let wrong = Self { errors: vec![FieldError::new("wanted", "Type more.")], typed: "\"x".into(), ..Self::default() };
        vec![Self::default(), wrong, Self { may_add: false, ..nobody.clone() }, nobody, found]
    }
}

impl Page for Duplicates {
    const TEMPLATE: &'static str = "pages/provider/duplicates.html";

    fn samples() -> Vec<Self> {
        let one = Candidate {
            name: "Zofia Nowak".into(),
            href: "/provider/people/204817".into(),
            merge: "/provider/people/204818/merge/204817".into(),
            born: "1 February 1980".into(),
            number: Some("5919".into()),
            postcode: Some("ZZ9 9ZZ".into()),
        };
        let bare = Candidate { number: None, postcode: None, ..one.clone() };
        let full = Self { name: "Z Nowak".into(), href: "/provider/people/204818".into(), candidates: vec![one, bare] };
        vec![Self { candidates: Vec::new(), ..full.clone() }, full]
    }
}

impl Page for Merge {
    const TEMPLATE: &'static str = "pages/provider/merge.html";

    fn has_errors(&self) -> bool {
        self.is_stale
    }

    fn samples() -> Vec<Self> {
        let stays = Merged {
            name: "Zofia Nowak".into(),
            href: "/provider/people/204817".into(),
            born: "1 February 1980".into(),
            number: Some("943 476 5919".into()),
            email: Some("zofia@example.org".into()),
            mobile: Some("+447700900123".into()),
            address: "1 High Street, Marlford".into(),
            episodes: "2".into(),
            stops: "1".into(),
        };
        let goes = Merged { number: None, email: None, mobile: None, address: String::new(), ..stays.clone() };
        let plain = Self {
            stays,
            goes,
            back: "/provider/people/204817/merge".into(),
            action: "/provider/people/204817/merge/204818".into(),
            other_way: "/provider/people/204818/merge/204817".into(),
            hidden: vec![Hidden::new("revisions", "0 0")],
            differ: false,
            is_held: false,
            is_stale: false,
        };
        vec![
            Self { differ: true, ..plain.clone() },
            Self { is_held: true, ..plain.clone() },
            Self { is_stale: true, ..plain.clone() },
            plain,
        ]
    }
}
