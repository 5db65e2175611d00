//! The audit trail: its lines, and one line in full.

use serde::Serialize;
use tera::Context;

use super::part::{FieldError, Hidden};
use super::{Page, Unrendered};
use crate::i18n::Locale;

/// The trail, newest line first, with the form that searches it and the form that takes it away.
#[derive(Debug, Clone, Serialize)]
pub struct Trail {
    pub who: String,
    pub actions: Vec<Choice>,
    pub organisations: Vec<Choice>,
    pub subject: String,
    /// The first day, as the form sends it.
    pub from: String,
    /// The last day.
    pub to: String,
    /// True when the lines are what a search found.
    pub is_search: bool,
    /// The search, to be sent once more.
    pub hidden: Vec<Hidden>,
    pub lines: Vec<Row>,
    /// The number of the last line shown, where there are earlier ones.
    pub earlier: Option<String>,
    /// Why the lines are taken away, as it was typed.
    pub reason: String,
    /// What is wrong, at the field `who`, `action`, `organisation`, `subject`, `from`, `to` or `reason`.
    pub errors: Vec<FieldError>,
}

/// One option of a list.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub is_chosen: bool,
}

/// One line of the trail in a table.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    pub at: String,
    /// Where it stands in full.
    pub href: String,
    pub who: String,
    pub organisation: String,
    pub action: String,
    pub subject: String,
    pub reason: String,
    pub network: String,
}

/// One line in full.
#[derive(Debug, Clone, Serialize)]
pub struct LinePage {
    pub number: String,
    pub at: String,
    pub who: String,
    /// The id of their account.
    pub account: Option<String>,
    pub organisation: String,
    pub action: String,
    pub subject: String,
    pub reason: String,
    pub network: String,
    pub detail: String,
    pub hash: String,
    pub previous_hash: String,
    pub check: Check,
}

/// Whether a line is as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// It is, and so are those beside it.
    Sound,
    /// It is not.
    Altered,
    /// It is, but one beside it is not, or is missing.
    Neighbours,
}

impl Page for Trail {
    const TEMPLATE: &'static str = "pages/governance/trail.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        let mut context = Context::from_serialize(self)?;
        for field in ["who", "action", "organisation", "subject", "from", "to", "reason"] {
            let own: Vec<&FieldError> = self.errors.iter().filter(|error| error.field == field).collect();
            context.insert(format!("{field}_errors"), &own);
        }
        Ok(context)
    }

    fn samples() -> Vec<Self> {
        let choice = |value: &str, is_chosen| Choice { value: value.into(), label: format!("Did {value}"), is_chosen };
        let row = Row {
            at: "22 November 2026, 10:00:00".into(),
            href: "/governance/audit/7".into(),
            who: "A Person".into(),
            organisation: "Fenmarch Trust".into(),
            action: "Gave a role".into(),
            subject: "account:7".into(),
            reason: "Covers for a colleague".into(),
            network: "192.0.2.0/24".into(),
        };
        let bare =
            Row { organisation: String::new(), subject: String::new(), reason: String::new(), network: String::new(), ..row.clone() };
        let full = Self {
            who: "person".into(),
            actions: vec![choice("role-granted", true), choice("signed-in", false)],
            organisations: vec![choice("7", false)],
            subject: "account:7".into(),
            from: "2026-11-01".into(),
            to: "2026-11-22".into(),
            is_search: true,
            hidden: vec![Hidden::new("who", "person")],
            lines: vec![row, bare],
            earlier: Some("7".into()),
            reason: "A request".into(),
            errors: Vec::new(),
        };
        let plain = Self { is_search: false, hidden: Vec::new(), ..full.clone() };
        let fields = ["who", "action", "organisation", "subject", "from", "to", "reason"];
        let errors = fields.map(|field| FieldError::new(field, "That is not right.")).to_vec();
        let wrong = Self { errors, lines: Vec::new(), earlier: None, ..full.clone() };
        vec![Self { lines: Vec::new(), earlier: None, ..full.clone() }, full, plain, wrong]
    }
}

impl Page for LinePage {
    const TEMPLATE: &'static str = "pages/governance/line.html";

    fn samples() -> Vec<Self> {
        let sound = Self {
            number: "7".into(),
            at: "22 November 2026, 10:00:00".into(),
            who: "A Person".into(),
            account: Some("12".into()),
            organisation: "Fenmarch Trust".into(),
            action: "Gave a role".into(),
            subject: "account:7".into(),
            reason: "Covers for a colleague".into(),
            network: "192.0.2.0/24".into(),
            detail: "role survey-designer".into(),
            hash: "hT3k9Qm4w7YzB1x".into(),
            previous_hash: "pL8c2Vn5r6UeA0s".into(),
            check: Check::Sound,
        };
        let empty = String::new;
        let altered = Self { check: Check::Altered, account: None, organisation: empty(), subject: empty(), ..sound.clone() };
        let beside =
            Self { check: Check::Neighbours, reason: empty(), network: empty(), detail: empty(), previous_hash: empty(), ..sound.clone() };
        vec![sound, altered, beside]
    }
}
