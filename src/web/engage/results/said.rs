//! What was asked, in words: titles of outcomes and indicators, questions of the survey and their options, names of groups. Pages and
//! files take them from here.

use std::collections::HashMap;
use std::sync::Arc;

use crate::app::App;
use crate::domain::engagement::results::Group;
use crate::domain::survey::{Journey, Kind, Language, LinkId};
use crate::i18n::{Locale, MissingMessage};
use crate::store::events::Event;
use crate::store::organisations;
use crate::web::problem::Problem;

/// What an event asked, and how it is called.
pub struct Said<'a> {
    app: &'a App,
    locale: &'a Locale,
    journey: Arc<Journey>,
    /// Code and name of each locality.
    places: HashMap<i64, (String, String)>,
}

impl<'a> Said<'a> {
    pub async fn of(app: &'a App, locale: &'a Locale, event: &Event) -> Result<Self, Problem> {
        let journey = app.catalogue.current(&app.store, &event.survey_key()).await?.journey;
        let places = app.store.read("localities", organisations::localities).await?;
        Ok(Self { app, locale, journey, places: places.into_iter().map(|one| (one.id.0, (one.code, one.name))).collect() })
    }

    /// The title of an outcome; its key where the framework has it no more.
    pub fn outcome(&self, key: &str) -> String {
        let known = self.app.framework.outcomes.iter().find(|outcome| outcome.key == key);
        known.map_or_else(|| key.to_owned(), |outcome| outcome.title_in(self.language()).to_owned())
    }

    /// The title of an indicator; its key where the framework has it no more.
    pub fn indicator(&self, key: &str) -> String {
        self.app.framework.indicator(key).map_or_else(|| key.to_owned(), |one| one.title_in(self.language()).to_owned())
    }

    /// A question as it was asked.
    pub fn question(&self, id: &LinkId) -> String {
        self.journey.definition().item(id).map_or_else(|| id.as_str().to_owned(), |item| item.text.in_language(self.language()).to_owned())
    }

    /// The options of a question in the order they are counted in, each with its code: yes and no where there are none of its own,
    /// and somebody's own words last where they may be used.
    pub fn options(&self, id: &LinkId) -> Result<Vec<(String, String)>, MissingMessage> {
        let Some(item) = self.journey.definition().item(id) else { return Ok(Vec::new()) };
        if item.kind == Kind::Boolean {
            return Ok(vec![("true".to_owned(), self.t("results-yes")?), ("false".to_owned(), self.t("results-no")?)]);
        }
        let label = |text: &crate::domain::survey::LocalText| text.in_language(self.language()).to_owned();
        let mut options: Vec<(String, String)> =
            item.options().iter().map(|option| (option.coding.code.clone(), label(&option.label))).collect();
        if matches!(item.kind, Kind::Choice { open: true, .. }) {
            options.push(("own-words".to_owned(), self.t("results-own-words")?));
        }
        Ok(options)
    }

    /// What a group is called.
    pub fn group(&self, group: &Group) -> Result<String, MissingMessage> {
        match group {
            Group::Everybody => self.t("results-everybody"),
            Group::Respondent(who) => self.t(&format!("results-respondent-{}", who.code())),
            Group::Locality(None) => self.t("results-locality-unknown"),
            Group::Locality(Some(id)) => Ok(self.places.get(id).map_or_else(|| id.to_string(), |(_, name)| name.clone())),
            Group::Language(tag) => {
                let known = Language::parse(tag).and_then(|tag| self.app.locales.find(&tag).map(|locale| locale.name()));
                known.transpose().map(|name| name.unwrap_or_else(|| tag.clone()))
            }
            Group::Mode(mode) => Ok(self.t(&format!("results-mode-{mode}")).unwrap_or_else(|_| mode.clone())),
        }
    }

    /// The code of a group within its split; nothing for everybody.
    pub fn code(&self, group: &Group) -> String {
        match group {
            Group::Everybody => String::new(),
            Group::Respondent(who) => who.code().to_owned(),
            Group::Locality(None) => "unknown".to_owned(),
            Group::Locality(Some(id)) => self.places.get(id).map_or_else(|| id.to_string(), |(code, _)| code.clone()),
            Group::Language(code) | Group::Mode(code) => code.clone(),
        }
    }

    fn language(&self) -> &Language {
        self.locale.language()
    }

    fn t(&self, key: &str) -> Result<String, MissingMessage> {
        self.locale.t(key, &[])
    }
}

/// The split a group belongs to.
pub const fn split(group: &Group) -> &'static str {
    match group {
        Group::Everybody => "all",
        Group::Respondent(_) => "respondent",
        Group::Locality(_) => "locality",
        Group::Language(_) => "language",
        Group::Mode(_) => "mode",
    }
}
