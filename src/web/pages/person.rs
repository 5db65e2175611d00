//! One person in care, as their care coordinators see them.

use serde::Serialize;

use super::Page;
use super::register::Known;

/// One person.
#[derive(Debug, Clone, Serialize)]
pub struct Person {
    /// The pseudonymous number of the person.
    pub number: String,
    /// Who they are.
    pub known: Known,
    pub sex: String,
    /// The date of birth; the year alone where nothing else says who they are.
    pub born: String,
    /// What they say of themselves; nothing where nobody asked.
    pub ethnicity: Option<String>,
    pub locality: Option<String>,
    pub language: String,
    pub episodes: Vec<EpisodePart>,
    /// The language of the framework's own words, where it is not the page's.
    pub text_lang: Option<String>,
}

/// One episode of a person's care, and what was asked in it.
#[derive(Debug, Clone, Serialize)]
pub struct EpisodePart {
    pub programme: String,
    pub provider: String,
    pub opened: String,
    pub closed: Option<String>,
    /// Discharge from hospital into the service.
    pub discharged: Option<String>,
    /// The day a baby was born.
    pub delivered: Option<String>,
    /// Mental-health care cluster.
    pub cluster: Option<String>,
    /// Where it is put right and closed, for those who may.
    pub change: Option<String>,
    pub asks: Vec<AskRow>,
    /// What they will be asked; nothing where their organisation asks by no schedule in this programme.
    pub coming: Option<Vec<ComingRow>>,
}

/// One request to answer a survey. What was answered is not here.
#[derive(Debug, Clone, Serialize)]
pub struct AskRow {
    /// The title of the survey.
    pub survey: String,
    pub timepoint: String,
    pub asked: String,
    /// The last day on which they can answer; nothing where they are not asked.
    pub until: Option<String>,
    /// How far it is.
    pub state: String,
    /// When it got there, or why they were not asked.
    pub note: Option<String>,
    /// The way in which they are asked.
    pub channel: Option<String>,
    /// Who answered, where it was not the person.
    pub by: Option<String>,
    /// Where answers to it are entered; nothing where there are some already, or nobody here may.
    pub enter: Option<String>,
    /// Where their form on paper is printed, and the same in the words of somebody who answers for them.
    pub form: Option<String>,
    pub others_form: Option<String>,
}

/// One request that is still to come.
#[derive(Debug, Clone, Serialize)]
pub struct ComingRow {
    /// The title of the survey.
    pub survey: String,
    pub timepoint: String,
    /// From which day on, or after what.
    pub when: String,
    /// In which way, or why not; nothing where it cannot be said yet.
    pub how: Option<String>,
}

impl Page for Person {
    const TEMPLATE: &'static str = "pages/provider/person.html";

    fn samples() -> Vec<Self> {
        let episode = EpisodePart {
            programme: "Maternity".into(),
            provider: "Fenmarch Trust".into(),
            opened: "12 January 2026".into(),
            closed: Some("3 June 2026".into()),
            discharged: Some("11 January 2026".into()),
            delivered: Some("9 May 2026".into()),
            cluster: Some("04".into()),
            change: Some("/provider/people/204817/episodes/1".into()),
            asks: asks(),
            coming: Some(coming()),
        };
        let bare = EpisodePart {
            closed: None,
            discharged: None,
            delivered: None,
            cluster: None,
            change: None,
            asks: Vec::new(),
            coming: Some(Vec::new()),
            ..episode.clone()
        };
        let unscheduled = EpisodePart { coming: None, ..bare.clone() };
        let full = Self {
            number: "204817".into(),
            known: Known::sample(),
            sex: "Female".into(),
            born: "1990".into(),
            ethnicity: Some("Indian".into()),
            locality: Some("Dale".into()),
            language: "Polish".into(),
            episodes: vec![episode, bare, unscheduled],
            text_lang: Some("en".into()),
        };
        let new = Self { episodes: Vec::new(), ..full.clone() };
        vec![Self { known: Known::default(), ethnicity: None, locality: None, text_lang: None, ..full.clone() }, new, full]
    }
}

/// What was asked: one that waits, one that was answered, and one that was not asked after all.
fn asks() -> Vec<AskRow> {
    let ask = AskRow {
        survey: "Work and what you do".into(),
        timepoint: "At a review".into(),
        asked: "2 November 2026".into(),
        until: Some("2 December 2026".into()),
        state: "Answered".into(),
        note: Some("on 4 November 2026".into()),
        channel: Some("Email".into()),
        by: Some("by somebody else: Daughter or son".into()),
        enter: None,
        form: None,
        others_form: None,
    };
    let open = AskRow {
        state: "Written to".into(),
        by: None,
        enter: Some("/provider/people/1/answer/2".into()),
        form: Some("/provider/people/1/paper/2.pdf".into()),
        others_form: Some("/provider/people/1/paper/2.pdf?for=another".into()),
        ..ask.clone()
    };
    let left = AskRow { state: "Not asked".into(), note: None, channel: None, until: None, by: None, ..ask.clone() };
    vec![open, ask, left]
}

/// What is to come, on a day and after an event.
fn coming() -> Vec<ComingRow> {
    let coming = ComingRow {
        survey: "Where you live".into(),
        timepoint: "At the start".into(),
        when: "29 November 2026".into(),
        how: Some("Email".into()),
    };
    let after = ComingRow { when: "When this episode has ended".into(), how: None, ..coming.clone() };
    vec![coming, after]
}
