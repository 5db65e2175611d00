//! The page of one's own account.

use serde::Serialize;

use super::Page;
use super::part::FieldError;

/// Somebody's own account.
#[derive(Debug, Clone, Serialize)]
pub struct OwnAccount {
    pub name: String,
    pub email: String,
    pub employer: String,
    pub roles: Vec<Named>,
    pub factors: Vec<Factor>,
    /// False when they have as many second factors as anybody may.
    pub may_add: bool,
    pub codes_left: i64,
    pub sessions: Vec<Place>,
    /// Where else they may sign in.
    pub ties: Vec<Tie>,
    /// True when there is anywhere else that they may sign in.
    pub may_tie: bool,
    /// What was done just now.
    pub done: Option<String>,
    /// What is wrong, at `second-factors` or at the name of a session.
    pub errors: Vec<FieldError>,
}

/// A role and where it is held.
#[derive(Debug, Clone, Serialize)]
pub struct Named {
    pub title: String,
    pub explain: String,
    pub organisation: String,
}

/// A second factor.
#[derive(Debug, Clone, Serialize)]
pub struct Factor {
    pub id: i64,
    pub name: String,
    /// What it is, in words.
    pub kind: String,
    pub added: String,
    pub used: Option<String>,
    /// False for the only one.
    pub may_go: bool,
}

/// Somewhere they are signed in.
#[derive(Debug, Clone, Serialize)]
pub struct Place {
    pub id: i64,
    /// What they call the device.
    pub name: Option<String>,
    pub device: String,
    pub network: String,
    /// How they showed who they are; nothing while they are half way in.
    pub shown: Option<String>,
    pub began: String,
    pub seen: String,
    /// True for the session that looks at the page.
    pub current: bool,
}

/// The sign-in of an organisation that the account is tied to.
#[derive(Debug, Clone, Serialize)]
pub struct Tie {
    pub issuer: String,
    pub since: String,
}

impl Page for OwnAccount {
    const TEMPLATE: &'static str = "pages/account/own.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let factor = |id, may_go, used: Option<&str>| Factor {
            id,
            name: "My phone".into(),
            kind: "Authenticator app".into(),
            added: "1 May 2026, 10:00".into(),
            used: used.map(Into::into),
            may_go,
        };
        let place = |id, name: Option<&str>, current: bool| Place {
            id,
            name: name.map(Into::into),
            device: "Firefox, Windows".into(),
            network: "192.0.2.0/24".into(),
            shown: current.then(|| "Authenticator app".into()),
            began: "22 November 2026, 09:00".into(),
            seen: "22 November 2026, 10:00".into(),
            current,
        };
        let role = Named { title: "Administrator".into(), explain: "Looks after accounts.".into(), organisation: "Fenmarch".into() };
        let full = Self {
            name: "Ann Example".into(),
            email: "ann@example.org".into(),
            employer: "Fenmarch & Dale".into(),
            roles: vec![role],
            factors: vec![factor(1, true, Some("22 November 2026, 10:00")), factor(2, true, None)],
            may_add: true,
            codes_left: 9,
            sessions: vec![place(3, Some("Office"), true), place(4, None, false), place(5, Some("Tablet"), false)],
            ties: vec![Tie { issuer: "https://sign-in.example.org".into(), since: "1 May 2026, 10:00".into() }],
            may_tie: true,
            done: Some("The device was signed out.".into()),
            errors: Vec::new(),
        };
        let bare = Self {
            roles: Vec::new(),
            factors: vec![factor(1, false, None)],
            may_add: false,
            codes_left: 0,
            sessions: vec![place(3, None, true)],
            ties: Vec::new(),
            may_tie: false,
            done: None,
            errors: vec![FieldError::new("second-factors", "You cannot remove your only second factor.")],
            ..full.clone()
        };
        let none = Self { factors: Vec::new(), errors: vec![FieldError::new("name-4", "Too long.")], done: None, ..full.clone() };
        vec![full, bare, none]
    }
}
