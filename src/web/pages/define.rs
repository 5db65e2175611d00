//! Definitions of indicators: rules in words, released figures, and what staff wrote.

use serde::Serialize;

use super::Page;

/// Every indicator with the version in force.
#[derive(Debug, Clone, Serialize)]
pub struct DefinitionsPage {
    pub programmes: Vec<ProgrammeDefinitions>,
    /// The language of titles, where it is not the page's.
    pub text_lang: Option<String>,
}

/// The indicators of one programme.
#[derive(Debug, Clone, Serialize)]
pub struct ProgrammeDefinitions {
    pub title: String,
    pub lines: Vec<DefinitionLine>,
}

/// One indicator.
#[derive(Debug, Clone, Serialize)]
pub struct DefinitionLine {
    pub title: String,
    /// The language of the title, where it is not the page's.
    pub lang: Option<String>,
    pub href: String,
    /// Which version is in force, and since when.
    pub in_force: String,
    /// Where the draft stands, if there is one.
    pub draft: Option<String>,
}

/// Some rules in plain words.
#[derive(Debug, Clone, Serialize)]
pub struct Rule {
    pub heading: String,
    pub sentences: Vec<String>,
}

/// One version of a definition.
#[derive(Debug, Clone, Serialize)]
pub struct DefinitionPage {
    /// The page of the indicator; the addresses of the draft begin with it.
    pub at: String,
    pub title: String,
    /// What was done a moment ago.
    pub done: Option<String>,
    pub version: i32,
    /// Where this version stands, one sentence each.
    pub state: Vec<String>,
    pub rules: Vec<Rule>,
    /// What the author says: a heading, and the words.
    pub own: Vec<Rule>,
    /// Against which version, and what differs, line by line.
    pub differences: Option<Differences>,
    pub effect: Option<Effect>,
    /// Every version, the newest first.
    pub versions: Vec<VersionLine>,
    pub may: May,
    /// The language of the author's words, where it is not the page's.
    pub text_lang: Option<String>,
    /// The hash of what is counted by it.
    pub sha256: String,
}

/// What whoever looks may do about the draft.
#[derive(Debug, Clone, Copy, Default, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a button")]
pub struct May {
    /// True where a new version may be begun.
    pub begin: bool,
    /// True where the draft may be written anew, or dropped.
    pub change: bool,
    /// True where it may be proposed.
    pub propose: bool,
    /// True where it may be decided about.
    pub decide: bool,
}

/// What differs between two versions.
#[derive(Debug, Clone, Serialize)]
pub struct Differences {
    /// Which version it is held against, in a sentence.
    pub against: String,
    pub lines: Vec<Line>,
}

/// A line of TOML.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// `+` where it came, `-` where it went, nothing where it stayed.
    pub mark: String,
    /// The same, in a word.
    pub said: String,
    pub text: String,
}

/// A draft's figures beside those in force.
#[derive(Debug, Clone, Serialize)]
pub struct Effect {
    pub rows: Vec<EffectRow>,
}

/// One period.
#[derive(Debug, Clone, Serialize)]
pub struct EffectRow {
    pub period: String,
    /// The figure that left.
    pub in_force: String,
    pub draft: String,
    /// The difference of what is shown.
    pub change: String,
}

/// One version in the history.
#[derive(Debug, Clone, Serialize)]
pub struct VersionLine {
    pub title: String,
    pub href: String,
    pub toml: String,
    /// Where it stands, in a sentence.
    pub state: String,
    pub reason: Option<String>,
    /// True for the one that the page shows.
    pub current: bool,
}

impl Page for DefinitionsPage {
    const TEMPLATE: &'static str = "pages/define/list.html";

    fn samples() -> Vec<Self> {
        let line = |draft: Option<&str>, lang: Option<&str>| DefinitionLine {
            title: "People in <settled> accommodation".into(),
            lang: lang.map(Into::into),
            href: "/definitions/settled".into(),
            in_force: "Version 1, from January 2020".into(),
            draft: draft.map(Into::into),
        };
        let lines = vec![line(None, None), line(Some("Version 2 is being written."), Some("en"))];
        let programmes = vec![ProgrammeDefinitions { title: "Mental health".into(), lines }];
        vec![Self { programmes: programmes.clone(), text_lang: None }, Self { programmes, text_lang: Some("en".into()) }]
    }
}

impl Page for DefinitionPage {
    const TEMPLATE: &'static str = "pages/define/definition.html";

    fn samples() -> Vec<Self> {
        let rule = |heading: &str| Rule { heading: heading.into(), sentences: vec!["Aged 18 or over.".into(), "My <own> words".into()] };
        let line = |mark: &str, said: &str| Line { mark: mark.into(), said: said.into(), text: "age-from = <18>".into() };
        let version = |current: bool| VersionLine {
            title: "Version 2".into(),
            href: "/definitions/settled/versions/2".into(),
            toml: "/definitions/settled/versions/2/toml".into(),
            state: "In force from December 2026.".into(),
            reason: (!current).then(|| "My <own> reason".into()),
            current,
        };
        let row = EffectRow {
            period: "October 2026".into(),
            in_force: "50% (20 of 40)".into(),
            draft: "60% (30 of 50)".into(),
            change: "+10".into(),
        };
        let full = Self {
            at: "/definitions/settled".into(),
            title: "People in settled accommodation".into(),
            done: Some("Saved.".into()),
            version: 2,
            state: vec!["It is being written.".into()],
            rules: vec![rule("Who is counted"), rule("What counts")],
            own: vec![rule("Why it matters")],
            differences: Some(Differences {
                against: "What differs from version 1".into(),
                lines: vec![line("", ""), line("-", "went"), line("+", "came")],
            }),
            effect: Some(Effect { rows: vec![row] }),
            versions: vec![version(true), version(false)],
            may: May { begin: false, change: true, propose: true, decide: true },
            text_lang: Some("en".into()),
            sha256: "0a".repeat(32),
        };
        let empty = Self { effect: Some(Effect { rows: Vec::new() }), may: May::default(), text_lang: None, ..full.clone() };
        let bare = Self {
            done: None,
            differences: None,
            effect: None,
            may: May { begin: true, ..May::default() },
            text_lang: None,
            ..full.clone()
        };
        vec![full, empty, bare]
    }
}
