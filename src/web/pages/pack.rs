//! Board packs: asking for one, and how far each is.

use serde::Serialize;

use super::Page;
use super::compare::sample_field;
use super::form::Field;

/// The form, and the packs that were asked for.
#[derive(Debug, Clone, Serialize)]
pub struct Packs {
    /// Every indicator, of the same period.
    pub back: String,
    /// What can be chosen.
    pub fields: Vec<Field>,
    /// False before anything left.
    pub can_be_made: bool,
    pub packs: Vec<PackRow>,
    /// True while one is made.
    pub waits: bool,
    /// After how many seconds it looks again; nothing where it stands still.
    pub refreshes: Option<u32>,
    /// The same page: looking again by itself, and standing still.
    pub on: String,
    pub still: String,
}

/// One pack.
#[derive(Debug, Clone, Serialize)]
pub struct PackRow {
    pub period: String,
    pub programme: String,
    /// When it was asked for.
    pub asked: String,
    pub status: String,
    /// How many steps are done, and of how many, while it is made.
    pub progress: Option<(i64, i64)>,
    /// Where it can be fetched.
    pub href: Option<String>,
}

impl Page for Packs {
    const TEMPLATE: &'static str = "pages/commissioner/pack.html";

    fn samples() -> Vec<Self> {
        let row = PackRow {
            period: "October 2026".into(),
            programme: "Mental health".into(),
            asked: "22 November 2026, 10:00".into(),
            status: "Being made".into(),
            progress: Some((3, 18)),
            href: None,
        };
        let ready = PackRow { status: "Ready".into(), progress: None, href: Some("/commissioner/pack/7.pdf".into()), ..row.clone() };
        let busy = Self {
            back: "/commissioner?period=2026-10".into(),
            fields: vec![sample_field("period"), sample_field("programme")],
            can_be_made: true,
            packs: vec![row, ready],
            waits: true,
            refreshes: Some(5),
            on: "/commissioner/pack".into(),
            still: "/commissioner/pack?still=yes".into(),
        };
        let none = Self { can_be_made: false, packs: Vec::new(), waits: false, refreshes: None, ..busy.clone() };
        vec![none, Self { refreshes: None, ..busy.clone() }, busy]
    }
}
