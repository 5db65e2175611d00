//! The survey of an event, made ready to be kept: composed of the survey that the event begins with and of its own questions,
//! and read as every other survey is before it may be asked.

use serde_json::Value;

use crate::app::App;
use crate::catalogue;
use crate::domain::engagement::compose::{Fault, Questions, Sources, compose};
use crate::domain::framework::Framework;
use crate::domain::survey::fhir;
use crate::store::events::{Event, listed};
use crate::store::surveys::{self, Survey, Version};
use crate::store::{self, Error};

/// The rows of an event's survey, to be kept with [`store::event_surveys::keep`].
#[derive(Debug, Clone)]
pub struct Prepared {
    pub survey: Survey,
    pub version: Version,
}

/// Why the survey of an event cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The survey that it is to begin with is not there.
    #[error("there is no survey {0}")]
    NoBase(String),
    /// The framework has no outcome or indicator of that key.
    #[error("the framework has nothing of the name {0}")]
    NotInFramework(String),
    #[error(transparent)]
    Fault(#[from] Fault),
    /// What came out cannot be asked.
    #[error(transparent)]
    Unreadable(#[from] fhir::Refused),
    #[error(transparent)]
    Store(Error),
}

impl App {
    /// Composes the survey of an event from its base survey, outcomes and indicators, open from `opens_at` until `closes_at`.
    pub async fn prepare(&self, event: &Event) -> Result<Prepared, Refused> {
        let base = match event.base_survey.clone() {
            Some(key) => Some(self.base(key).await?),
            None => None,
        };
        let source = composed(&self.framework, event, base.as_ref())?;
        let definition = catalogue::parse(&source)?.definition;
        let rows = catalogue::rows(&self.clock, &self.random, &source, &definition);
        let (survey, version) = rows.map_err(|why| Refused::Store(Error::Corrupt(why.to_string())))?;
        let survey = Survey { opens_at: Some(event.opens_at), closes_at: Some(event.closes_at), ..survey };
        Ok(Prepared { survey, version })
    }

    /// The same questions under the event's present title: a version of their own, to be kept with
    /// [`store::event_surveys::retitle`]. What was begun keeps the title under which it was begun.
    pub async fn retitled(&self, event: &Event) -> Result<Version, Refused> {
        let mut source = self.base(event.survey_key()).await?;
        let number = source.get("version").and_then(Value::as_str).and_then(|version| version.parse::<u32>().ok()).unwrap_or_default();
        if let Some(header) = source.as_object_mut() {
            header.insert("title".to_owned(), event.title.clone().into());
            header.insert("version".to_owned(), number.saturating_add(1).to_string().into());
        }
        let source = source.to_string().into_bytes();
        let definition = catalogue::parse(&source)?.definition;
        let rows = catalogue::rows(&self.clock, &self.random, &source, &definition);
        rows.map(|(_, version)| version).map_err(|why| Refused::Store(Error::Corrupt(why.to_string())))
    }

    /// The newest version of the survey of that key, as its file has it.
    async fn base(&self, key: String) -> Result<Value, Refused> {
        let named = key.clone();
        let find = move |conn: &mut store::Conn| {
            let (_, newest) = surveys::find(conn, &key)?;
            surveys::version(conn, newest.id)
        };
        let version = self.store.read("base survey", find).await.map_err(|why| match why {
            Error::NotFound => Refused::NoBase(named),
            other => Refused::Store(other),
        })?;
        serde_json::from_str(&version.source).map_err(|why| Refused::Store(Error::Corrupt(why.to_string())))
    }
}

fn composed(framework: &Framework, event: &Event, base: Option<&Value>) -> Result<Vec<u8>, Refused> {
    let missing = |key: &str| Refused::NotInFramework(key.to_owned());
    let outcomes = listed(&event.outcomes).map(|key| framework.outcome(key).ok_or_else(|| missing(key)));
    let indicators = listed(&event.indicators).map(|key| framework.indicator(key).ok_or_else(|| missing(key)));
    let (outcomes, indicators) = (outcomes.collect::<Result<Vec<_>, _>>()?, indicators.collect::<Result<Vec<_>, _>>()?);
    let (templates, about_you) = (catalogue::event_questions(), catalogue::about_you());
    let sources = Sources { templates: &templates, about_you: &about_you, base };
    let questions = Questions { key: &event.survey_key(), title: &event.title, outcomes: &outcomes, indicators: &indicators };
    Ok(compose(&sources, &questions)?.to_string().into_bytes())
}
