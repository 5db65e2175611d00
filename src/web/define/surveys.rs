//! What the surveys ask, for those who write a definition and those who read one.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::app::App;
use crate::domain::indicator::faults::{Asks, Known};
use crate::domain::survey::{Definition as Survey, Item, Journey, Language, LinkId};
use crate::store;
use crate::web::problem::Problem;

/// Every survey in its newest version.
pub struct Surveys {
    all: Vec<(String, Arc<Journey>)>,
    programmes: Vec<String>,
}

impl Surveys {
    pub async fn load(app: &App) -> Result<Self, Problem> {
        let mut all = Vec::new();
        for (survey, version) in app.store.read("list surveys", store::surveys::list).await? {
            all.push((survey.key, app.catalogue.version(&app.store, version.id).await?));
        }
        Ok(Self { all, programmes: app.framework.programmes.iter().map(|one| one.key.clone()).collect() })
    }

    fn find(&self, key: &str) -> Option<&Survey> {
        self.all.iter().find(|(own, _)| own == key).map(|(_, journey)| journey.definition())
    }

    /// The key and the title of each.
    pub fn titles(&self, language: &Language) -> Vec<(String, String)> {
        let title = |(key, journey): &(String, Arc<Journey>)| (key.clone(), journey.definition().title.in_language(language).to_owned());
        self.all.iter().map(title).collect()
    }

    /// What a definition may name.
    pub fn known(&self) -> Known {
        let codes = |item: &Item| item.options().iter().map(|option| option.coding.code.clone()).collect();
        let asks = |survey: &Survey| Asks {
            items: survey.walk().filter(|item| item.is_question()).map(|item| (item.link_id.as_str().to_owned(), codes(item))).collect(),
            scores: survey.scores.iter().map(|score| score.key.clone()).collect(),
        };
        let surveys: BTreeMap<String, Asks> = self.all.iter().map(|(key, journey)| (key.clone(), asks(journey.definition()))).collect();
        Known { programmes: self.programmes.clone(), surveys }
    }

    /// The title of a survey; its key where there is none of that key.
    pub fn title(&self, key: &str, language: &Language) -> String {
        self.find(key).map_or_else(|| key.to_owned(), |survey| survey.title.in_language(language).to_owned())
    }

    /// The title of a score; its own key where there is none.
    pub fn score(&self, survey: &str, score: &str, language: &Language) -> String {
        let found = self.find(survey).and_then(|survey| survey.scores.iter().find(|one| one.key == score));
        let title = found.map(|score| score.title.in_language(language).to_owned());
        title.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| score.to_owned())
    }

    /// The words of a question; its own key where it is not asked in words.
    pub fn question(&self, survey: &str, item: &str, language: &Language) -> String {
        let words = self.item(survey, item).map(|item| item.text.in_language(language).to_owned());
        words.filter(|words| !words.trim().is_empty()).unwrap_or_else(|| item.to_owned())
    }

    /// The words of some answers to a question; a code where there are none.
    pub fn answers(&self, (survey, item): (&str, &str), codes: &[String], language: &Language) -> String {
        let options = self.item(survey, item).map_or(&[][..], Item::options);
        let label = |code: &String| {
            let option = options.iter().find(|option| option.coding.code == *code);
            option.map_or_else(|| code.clone(), |option| option.label.in_language(language).to_owned())
        };
        codes.iter().map(|code| format!("“{}”", label(code))).collect::<Vec<_>>().join(", ")
    }

    fn item(&self, survey: &str, item: &str) -> Option<&Item> {
        self.find(survey)?.item(&LinkId::parse(item)?)
    }
}
