//! `saywell survey`: import, list, open and close.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::Subcommand;

use super::setup;
use crate::catalogue;
use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::access::{Action, Event};
use crate::domain::survey::Definition;
use crate::random::Random;
use crate::secret::Secret;
use crate::store::surveys::{self, Imported};
use crate::store::{Error, Store, audit};

/// Surveys.
#[derive(Debug, Subcommand)]
pub enum Survey {
    /// Import a FHIR R4 Questionnaire (JSON). A survey that is there already gets a new version.
    Import {
        file: PathBuf,
        /// A FHIR ValueSet (JSON) with the options that the questionnaire names by address. May be given again.
        #[arg(long = "value-set")]
        value_sets: Vec<PathBuf>,
    },
    /// List the surveys.
    List,
    /// Take answers again.
    Open { key: String },
    /// Take no more answers.
    Close { key: String },
}

/// Whoever keeps this installation, and what their changes are recorded with.
struct Keeper {
    store: Store,
    clock: Clock,
    random: Random,
    secret: Secret,
}

impl Keeper {
    fn new(settings: &Settings, store: Store) -> anyhow::Result<Self> {
        let random = Random::system()?;
        let secret = setup::secret(settings, &store, &random)?;
        Ok(Self { clock: setup::clock(settings)?, store, random, secret })
    }

    fn event(&self, action: Action, key: &str) -> Event {
        Event {
            at: self.clock.now().micros(),
            account: None,
            actor: "command line".to_owned(),
            organisation: None,
            action,
            subject: format!("survey:{key}"),
            reason: String::new(),
            network: String::new(),
            detail: String::new(),
        }
    }
}

impl Survey {
    pub fn run(self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let store = setup::migrated_store(settings)?;
        match self {
            Self::Import { file, value_sets } => import(settings, store, &file, &value_sets, out),
            Self::List => list(&store, out),
            Self::Open { key } => set_status(&Keeper::new(settings, store)?, &key, "open", Action::SurveyOpened, out),
            Self::Close { key } => set_status(&Keeper::new(settings, store)?, &key, "closed", Action::SurveyClosed, out),
        }
    }
}

fn import(settings: &Settings, store: Store, file: &PathBuf, value_sets: &[PathBuf], out: &mut dyn Write) -> anyhow::Result<()> {
    let read = |path: &PathBuf| std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()));
    let mut source = read(file)?;
    for path in value_sets {
        source = catalogue::with_value_set(&source, &read(path)?).with_context(|| path.display().to_string())?;
    }
    let imported = catalogue::parse(&source).map_err(|why| anyhow::anyhow!("{} was not imported:\n{why}", file.display()))?;
    for note in &imported.notes {
        writeln!(out, "note: {note}")?;
    }
    let keeper = Keeper::new(settings, store)?;
    let (survey, version) = catalogue::rows(&keeper.clock, &keeper.random, &source, &imported.definition)?;
    let event = keeper.event(Action::SurveyImported, &survey.key);
    let done = keeper.store.write_now("import survey", |tx| {
        let done = surveys::import(tx, &survey, &version)?;
        let number = match done {
            Imported::Survey => 1,
            Imported::Version(number) => number,
            Imported::Unchanged(_) => return Ok(done),
        };
        audit::add(tx, &keeper.secret, &event.clone().with(format!("version {number}")))?;
        Ok(done)
    })?;
    say(&imported.definition, done, out)
}

fn say(definition: &Definition, done: Imported, out: &mut dyn Write) -> anyhow::Result<()> {
    let (key, title) = (&definition.key, definition.title.base());
    match done {
        Imported::Survey => writeln!(out, "Imported `{title}`. It can be answered at /s/{key}")?,
        Imported::Version(number) => writeln!(out, "Imported `{title}` as version {number} of /s/{key}. New answers are given to it.")?,
        Imported::Unchanged(number) => writeln!(out, "`{title}` is unchanged: it is version {number} of /s/{key} already.")?,
    }
    Ok(())
}

fn list(store: &Store, out: &mut dyn Write) -> anyhow::Result<()> {
    let all = store.read_now("list surveys", surveys::list)?;
    if all.is_empty() {
        writeln!(out, "There are no surveys yet. `saywell survey import FILE` brings one, `saywell serve` the built-in ones.")?;
    }
    let widest = all.iter().map(|(survey, _)| survey.key.len()).max().unwrap_or_default();
    for (survey, version) in all {
        writeln!(out, "{:widest$}  {:6}  version {} ({})  {}", survey.key, survey.status, version.number, version.version, version.title)?;
    }
    Ok(())
}

fn set_status(keeper: &Keeper, key: &str, status: &str, action: Action, out: &mut dyn Write) -> anyhow::Result<()> {
    let event = keeper.event(action, key);
    let done = keeper.store.write_now("set survey status", |tx| {
        if surveys::find(tx, key)?.0.status == status {
            return Ok(());
        }
        surveys::set_status(tx, key, status)?;
        audit::add(tx, &keeper.secret, &event)
    });
    match done {
        Ok(()) => Ok(writeln!(out, "`{key}` is {status}.")?),
        Err(Error::NotFound) => bail!("there is no survey `{key}`; `saywell survey list` names them"),
        Err(why) => Err(why.into()),
    }
}
