//! The surveys in use, parsed once and shared: each version becomes a journey when it is first asked for and stays one.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use anyhow::{Context, bail};
use data_encoding::HEXLOWER;
use rust_embed::RustEmbed;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::clock::Clock;
use crate::domain::engagement::JoinCode;
use crate::domain::survey::fhir::{self, Imported, Modules, Refused, ValueSets};
use crate::domain::survey::journey::Journey;
use crate::domain::survey::{Definition, Respondent};
use crate::random::Random;
use crate::store::ids::{SurveyId, VersionId};
use crate::store::surveys::{self, Newest, Survey, Version};
use crate::store::{self, Store};

/// The surveys that Saywell brings with it.
#[derive(RustEmbed)]
#[folder = "surveys/"]
struct BuiltIn;

/// The module that surveys may include, and that is no survey of its own.
const MODULE: &str = "about-you";

/// The sentences of the questions that every event asks; no survey of its own either.
const EVENT_QUESTIONS: &str = "event-questions";

/// Parsed survey versions by id.
#[derive(Clone, Default)]
pub struct Catalogue {
    parsed: Arc<RwLock<HashMap<VersionId, Parsed>>>,
}

/// A version in the words of those who answer about themselves, and of those who answer on behalf of another.
#[derive(Clone)]
struct Parsed {
    plain: Arc<Journey>,
    of_another: Arc<Journey>,
}

/// A survey with the version that new answers are given to.
#[derive(Clone)]
pub struct Current {
    pub survey: Survey,
    pub version_id: VersionId,
    pub journey: Arc<Journey>,
}

/// Why a survey cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum Missing {
    #[error(transparent)]
    Store(#[from] store::Error),
    #[error("a stored survey version cannot be read: {0}")]
    Unreadable(Refused),
}

impl Catalogue {
    /// The survey of that key and its newest version.
    pub async fn current(&self, store: &Store, key: &str) -> Result<Current, Missing> {
        let key = key.to_owned();
        let (survey, newest) = store.read("find survey", move |conn| surveys::find(conn, &key)).await?;
        Ok(Current { journey: self.version(store, newest.id).await?, version_id: newest.id, survey })
    }

    /// Every survey with its newest version; for the command line.
    pub fn all(&self, store: &Store) -> Result<Vec<Current>, Missing> {
        let all = store.read_now("list surveys", surveys::list)?;
        let current = |(survey, newest): (Survey, Newest)| {
            let version = store.read_now("survey version", |conn| surveys::version(conn, newest.id))?;
            Ok(Current { journey: self.keep(&version)?.plain, version_id: newest.id, survey })
        };
        all.into_iter().map(current).collect()
    }

    /// The version that a response was begun with.
    pub async fn version(&self, store: &Store, id: VersionId) -> Result<Arc<Journey>, Missing> {
        Ok(self.both(store, id).await?.plain)
    }

    /// The version that a response was begun with, in the words of that respondent.
    pub async fn worded(&self, store: &Store, id: VersionId, respondent: &str) -> Result<Arc<Journey>, Missing> {
        let parsed = self.both(store, id).await?;
        let for_another = respondent == Respondent::Proxy.code();
        Ok(if for_another { parsed.of_another } else { parsed.plain })
    }

    async fn both(&self, store: &Store, id: VersionId) -> Result<Parsed, Missing> {
        if let Some(parsed) = self.parsed.read().unwrap_or_else(PoisonError::into_inner).get(&id) {
            return Ok(parsed.clone());
        }
        let version = store.read("survey version", move |conn| surveys::version(conn, id)).await?;
        self.keep(&version)
    }

    fn keep(&self, version: &Version) -> Result<Parsed, Missing> {
        let definition = parse(version.source.as_bytes()).map_err(Missing::Unreadable)?.definition;
        let otherwise = definition.speaks_of_another().then(|| definition.worded_for(Respondent::Proxy));
        let plain = Arc::new(Journey::new(Arc::new(definition)));
        let of_another = otherwise.map_or_else(|| plain.clone(), |worded| Arc::new(Journey::new(Arc::new(worded))));
        let parsed = Parsed { plain, of_another };
        self.parsed.write().unwrap_or_else(PoisonError::into_inner).insert(version.id, parsed.clone());
        Ok(parsed)
    }
}

/// Reads a questionnaire with the built-in modules and answer lists at hand.
pub fn parse(source: &[u8]) -> Result<Imported, Refused> {
    fhir::import(source, &ValueSets::built_in(), &modules())
}

/// The same questionnaire with the options of a FHIR ValueSet put into it, so that what is kept can be read by itself.
pub fn with_value_set(questionnaire: &[u8], value_set: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut questionnaire: Value = serde_json::from_slice(questionnaire).context("the questionnaire is not JSON")?;
    let mut set: Value = serde_json::from_slice(value_set).context("not JSON")?;
    let Some(url) = set.get("url").and_then(Value::as_str).map(str::to_owned) else { bail!("a ValueSet needs a `url`") };
    let id = format!("supplied-{}", HEXLOWER.encode(Sha256::digest(url.as_bytes()).first_chunk::<4>().unwrap_or(&[0; 4])));
    point_at(&mut questionnaire, &url, &id);
    if let (Some(set), Some(form)) = (set.as_object_mut(), questionnaire.as_object_mut()) {
        set.insert("id".to_owned(), Value::String(id));
        let contained = form.entry("contained").or_insert_with(|| Value::Array(Vec::new()));
        contained.as_array_mut().context("`contained` is not a list")?.push(Value::Object(std::mem::take(set)));
    }
    Ok(serde_json::to_vec_pretty(&questionnaire)?)
}

/// Makes every item that names the value set by its address name the contained one.
fn point_at(json: &mut Value, url: &str, id: &str) {
    match json {
        Value::Object(fields) => {
            for (name, value) in fields {
                let is_named = value.as_str().is_some_and(|at| at.split('|').next() == Some(url));
                if name == "answerValueSet" && is_named {
                    *value = Value::String(format!("#{id}"));
                } else {
                    point_at(value, url, id);
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| point_at(value, url, id)),
        _ => {}
    }
}

fn modules() -> Modules {
    let file = BuiltIn::get(&format!("{MODULE}.json")).map(|file| file.data.into_owned());
    file.into_iter().fold(Modules::default(), |modules, source| modules.with(MODULE, source))
}

/// The sentences of the questions that every event asks.
#[must_use]
pub fn event_questions() -> Value {
    own_file(EVENT_QUESTIONS)
}

/// The module of questions about the person.
#[must_use]
pub fn about_you() -> Value {
    own_file(MODULE)
}

/// A file of ours that is no survey of its own. It is part of the program and a test reads it.
fn own_file(name: &str) -> Value {
    let file = BuiltIn::get(&format!("{name}.json"));
    file.and_then(|file| serde_json::from_slice(&file.data).ok()).unwrap_or_default()
}

/// The built-in surveys: file name and content.
pub fn built_in() -> impl Iterator<Item = (String, Vec<u8>)> {
    let is_survey = |name: &str| Path::new(name).file_stem().is_some_and(|stem| stem != MODULE && stem != EVENT_QUESTIONS);
    BuiltIn::iter().filter(move |name| is_survey(name)).filter_map(|name| Some((name.to_string(), BuiltIn::get(&name)?.data.into_owned())))
}

/// Imports the built-in surveys; those that are there already are left as they are.
pub fn import_built_in(store: &Store, clock: &Clock, random: &Random) -> anyhow::Result<()> {
    for (name, source) in built_in() {
        let imported = parse(&source).map_err(|why| anyhow::anyhow!("the built-in survey {name}: {why}"))?;
        import(store, clock, random, &source, &imported.definition)?;
    }
    Ok(())
}

/// Keeps a survey that was parsed from `source`. Names made of a join code are kept for the surveys of events.
pub fn import(store: &Store, clock: &Clock, random: &Random, source: &[u8], definition: &Definition) -> anyhow::Result<surveys::Imported> {
    if JoinCode::of_survey_key(definition.key.as_str()).is_some() {
        bail!("the name {} is kept for events; give the file another id", definition.key);
    }
    let (survey, version) = rows(clock, random, source, definition)?;
    Ok(store.write_now("import survey", |tx| surveys::import(tx, &survey, &version))?)
}

/// The rows of a survey that was parsed from `source`, as if it were new.
pub fn rows(clock: &Clock, random: &Random, source: &[u8], definition: &Definition) -> anyhow::Result<(Survey, Version)> {
    let now = clock.now().micros();
    let survey = Survey {
        id: SurveyId(random.id(clock)),
        key: definition.key.to_string(),
        status: "open".to_owned(),
        created_at: now,
        opens_at: None,
        closes_at: None,
    };
    let version = Version {
        id: VersionId(random.id(clock)),
        survey_id: survey.id,
        number: 1,
        version: definition.version.clone(),
        title: definition.title.base().to_owned(),
        source: String::from_utf8(source.to_vec())?,
        sha256: HEXLOWER.encode(&Sha256::digest(source)),
        imported_at: now,
    };
    Ok((survey, version))
}
