//! Accounts, as administrators see them. Every form on these pages carries the hidden fields of whoever is signed in.

use serde::Serialize;

use super::Page;
use super::part::FieldError;

/// Accounts, page by page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Accounts {
    /// What was searched for.
    pub words: String,
    pub rows: Vec<AccountRow>,
    /// Where the next page begins: after the account of this number.
    pub more: Option<String>,
}

/// One account in the list.
#[derive(Debug, Clone, Serialize)]
pub struct AccountRow {
    pub href: String,
    pub name: String,
    pub email: String,
    pub employer: String,
    /// Each role with its organisation.
    pub roles: Vec<String>,
    pub state: State,
    pub last_signed_in: Option<String>,
}

/// How things stand with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    Invited,
    Active,
    Deactivated,
}

/// One account.
#[derive(Debug, Clone, Serialize)]
pub struct Account {
    /// Its address, below which the forms are.
    pub at: String,
    pub name: String,
    pub email: String,
    pub employer: String,
    pub language: String,
    pub state: State,
    pub last_signed_in: Option<String>,
    pub roles: Vec<HeldRole>,
    pub may: May,
    /// What was done a moment ago, as a sentence.
    pub done: Option<String>,
    /// Why something was not done, at `roles`.
    pub errors: Vec<FieldError>,
}

/// A role that somebody holds.
#[derive(Debug, Clone, Serialize)]
pub struct HeldRole {
    pub role: String,
    pub organisation: String,
    /// What the button that takes it away sends; nothing where the reader may not.
    pub revoke: Option<Revoke>,
}

/// A role in an organisation, by code and number.
#[derive(Debug, Clone, Serialize)]
pub struct Revoke {
    pub role: String,
    pub organisation: String,
}

/// What the reader may do with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum May {
    /// Everything.
    Everything,
    /// Give and take roles in organisations of their own; the account holds roles beyond those.
    Roles,
    /// Change name, address and language: the account is their own.
    Own,
}

/// A one-time link to hand over, where no mail is configured. Shown once.
#[derive(Debug, Clone, Serialize)]
pub struct Handover {
    pub name: String,
    pub link: String,
    pub days: i64,
    /// The address of the account.
    pub at: String,
}

impl Page for Accounts {
    const TEMPLATE: &'static str = "pages/admin/accounts.html";

    fn samples() -> Vec<Self> {
        let row = |state, roles: &[&str], last: Option<&str>| AccountRow {
            href: "/admin/accounts/1".into(),
            name: "My <own> words".into(),
            email: "a.person@example.org".into(),
            employer: "Fenmarch Trust".into(),
            roles: roles.iter().map(|role| (*role).to_owned()).collect(),
            state,
            last_signed_in: last.map(str::to_owned),
        };
        let rows = vec![
            row(State::Invited, &[], None),
            row(State::Active, &["Care coordinator, Fenmarch Trust", "Survey designer, Fenmarch Trust"], Some("22 November 2026")),
            row(State::Deactivated, &["Administrator, Fenmarch Trust"], None),
        ];
        let list = Self { words: String::new(), rows, more: Some("3".into()) };
        vec![
            Self::default(),
            Self { words: "My <own> words".into(), ..Self::default() },
            Self { words: "person".into(), ..list.clone() },
            list,
        ]
    }
}

impl Page for Account {
    const TEMPLATE: &'static str = "pages/admin/account.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let held = |revoke| HeldRole { role: "Care coordinator".into(), organisation: "Fenmarch Trust".into(), revoke };
        let revoke = Revoke { role: "care-coordinator".into(), organisation: "2".into() };
        let active = Self {
            at: "/admin/accounts/1".into(),
            name: "A Person".into(),
            email: "a.person@example.org".into(),
            employer: "Fenmarch Trust".into(),
            language: "English".into(),
            state: State::Active,
            last_signed_in: Some("22 November 2026".into()),
            roles: vec![held(Some(revoke)), held(None)],
            may: May::Everything,
            done: Some("The account was changed.".into()),
            errors: vec![FieldError::new("roles", "Nobody else looks after Saywell.")],
        };
        let quiet = Self { done: None, errors: Vec::new(), last_signed_in: None, ..active.clone() };
        vec![
            Self { state: State::Invited, roles: Vec::new(), ..quiet.clone() },
            Self { state: State::Deactivated, ..quiet.clone() },
            Self { may: May::Roles, ..quiet.clone() },
            Self { may: May::Own, ..quiet },
            active,
        ]
    }
}

impl Page for Handover {
    const TEMPLATE: &'static str = "pages/admin/handover.html";

    fn samples() -> Vec<Self> {
        let link = "https://saywell.example.org/welcome/3q2-7w".into();
        vec![Self { name: "A Person".into(), link, days: 7, at: "/admin/accounts/1".into() }]
    }
}
