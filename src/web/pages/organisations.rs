//! Organisations, as administrators see them.

use serde::Serialize;

use super::Page;

/// Organisations, each below its parent.
#[derive(Debug, Clone, Serialize)]
pub struct Organisations {
    pub rows: Vec<OrganisationRow>,
    /// True for whoever may add one.
    pub may_add: bool,
}

/// One organisation in the list.
#[derive(Debug, Clone, Serialize)]
pub struct OrganisationRow {
    pub href: String,
    pub name: String,
    /// How many organisations are above it in the list.
    pub depth: usize,
    pub ods_code: String,
    pub kind: String,
    pub parent: Option<String>,
    pub accounts: i64,
}

/// One organisation.
#[derive(Debug, Clone, Serialize)]
pub struct Organisation {
    pub at: String,
    pub name: String,
    pub ods_code: String,
    pub kind: String,
    pub parent: Option<String>,
    pub accounts: i64,
    /// Who may see its people; nothing where it has no lead provider.
    pub sharing: Option<Sharing>,
    /// The organisations whose people it may see.
    pub sees: Vec<String>,
    /// What was done a moment ago, as a sentence.
    pub done: Option<String>,
}

/// Whether the lead provider may see the people of its partner.
#[derive(Debug, Clone, Serialize)]
pub struct Sharing {
    pub lead: String,
    pub allowed: bool,
    /// True where the reader may change it.
    pub may_change: bool,
}

impl Page for Organisations {
    const TEMPLATE: &'static str = "pages/admin/organisations.html";

    fn samples() -> Vec<Self> {
        let row = |depth, parent: Option<&str>| OrganisationRow {
            href: "/admin/organisations/1".into(),
            name: "Fenmarch Trust".into(),
            depth,
            ods_code: "X1".into(),
            kind: "Lead provider".into(),
            parent: parent.map(str::to_owned),
            accounts: 3,
        };
        let rows = vec![row(0, None), row(1, Some("Fenmarch Trust"))];
        vec![Self { rows, may_add: true }, Self { rows: Vec::new(), may_add: false }]
    }
}

impl Page for Organisation {
    const TEMPLATE: &'static str = "pages/admin/organisation.html";

    fn samples() -> Vec<Self> {
        let bare = Self {
            at: "/admin/organisations/1".into(),
            name: "Dale Partner".into(),
            ods_code: "X2".into(),
            kind: "Partner".into(),
            parent: None,
            accounts: 0,
            sharing: None,
            sees: Vec::new(),
            done: None,
        };
        let with = |allowed, may_change| Self {
            parent: Some("Fenmarch Trust".into()),
            sharing: Some(Sharing { lead: "Fenmarch Trust".into(), allowed, may_change }),
            sees: vec!["Another Partner".into()],
            done: Some("The organisation was changed.".into()),
            ..bare.clone()
        };
        vec![bare.clone(), with(true, true), with(true, false), with(false, true), with(false, false)]
    }
}
