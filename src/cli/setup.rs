//! Puts a running Saywell together from its settings.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, bail};
use indicatif::{ProgressBar, ProgressStyle};

use crate::app::App;
use crate::catalogue::{self, Catalogue};
use crate::clock::Clock;
use crate::config::Settings;
use crate::definitions::Definitions;
use crate::domain::care::retention::{self, Rules};
use crate::domain::care::schedule::Schedules;
use crate::domain::framework::{self, Framework};
use crate::domain::indicator::Definition;
use crate::i18n::Locales;
use crate::identity::Providers;
use crate::keys::KeyRing;
use crate::messages::{Gateways, Mailer, Texter, Words};
use crate::password::Passwords;
use crate::random::Random;
use crate::released::Known;
use crate::secret::Secret;
use crate::store::{self, Address, Store};
use crate::web::limit::Tries;
use crate::web::pages::Pages;

/// The database, as it is.
pub fn store(settings: &Settings) -> anyhow::Result<Store> {
    if let Some(problem) = settings.problems().into_iter().next() {
        return Err(problem.into());
    }
    Ok(Store::open(settings.address()?, settings.connections)?)
}

/// The database, or a sentence that says how to bring it up to date.
pub fn migrated_store(settings: &Settings) -> anyhow::Result<Store> {
    if let Ok(Address::Sqlite(path)) = settings.address()
        && !path.exists()
    {
        bail!("there is no database at {}: `saywell migrate` or `saywell serve` makes one", path.display());
    }
    let store = store(settings)?;
    if store.needs_migration()? {
        bail!("the database is older than this program: run `saywell migrate` first");
    }
    Ok(store)
}

/// The clock of the service.
pub fn clock(settings: &Settings) -> anyhow::Result<Clock> {
    Ok(Clock::system(settings.zone()?))
}

/// The framework in force.
pub fn framework(settings: &Settings) -> anyhow::Result<Framework> {
    let Some(file) = &settings.framework else { return Ok(Framework::parse(framework::BUILT_IN)?) };
    let source = std::fs::read_to_string(file).with_context(|| format!("the framework {} cannot be read", file.display()))?;
    Framework::parse(&source).with_context(|| format!("the framework {} cannot be used", file.display()))
}

/// The key that codes are derived with: the one configured, or with SQLite the one beside the database.
pub fn secret(settings: &Settings, store: &Store, random: &Random) -> anyhow::Result<Secret> {
    if let Some(key) = &settings.secret_key {
        return Ok(Secret::new(key.clone()));
    }
    let Address::Sqlite(path) = settings.address()? else {
        bail!("with PostgreSQL, `secret_key` must be set: at least 32 characters that nobody knows (SAYWELL_SECRET_KEY)");
    };
    let mut file = path.into_os_string();
    file.push(".key");
    let file = PathBuf::from(file);
    let is_needed = |conn: &mut store::Conn| Ok(store::responses::any(conn)? || store::audit::any(conn)?);
    if !file.exists() && store.read_now("any response", is_needed)? {
        bail!(
            "the key file {} is missing, and the codes that people hold and the audit trail depend on it: put it back from your backup. To begin with a \
             new key, which voids those codes, set `secret_key` (SAYWELL_SECRET_KEY)",
            file.display()
        );
    }
    Secret::beside(&file, random).with_context(|| format!("the key file {} cannot be read or made", file.display()))
}

/// Where the keys are that fields are sealed with: the file configured, or with SQLite the one beside the database.
fn key_file(settings: &Settings) -> anyhow::Result<PathBuf> {
    match (&settings.key_ring, settings.address()?) {
        (Some(file), _) => Ok(file.clone()),
        (None, Address::Sqlite(path)) => {
            let mut file = path.into_os_string();
            file.push(".keys");
            Ok(PathBuf::from(file))
        }
        (None, Address::Postgres(_)) => {
            bail!("with PostgreSQL, `key_ring` must name the file of the keys that fields are encrypted with (SAYWELL_KEY_RING)")
        }
    }
}

/// The key ring, which must be there.
pub fn kept_keys(settings: &Settings, random: &Random) -> anyhow::Result<KeyRing> {
    let file = key_file(settings)?;
    if !file.exists() {
        bail!("there is no key ring at {}: put it back from your backup, or let `saywell serve` make one", file.display());
    }
    KeyRing::beside(&file, random).with_context(|| format!("the key ring {}", file.display()))
}

/// The key ring, made with the first start.
fn keys(settings: &Settings, store: &Store, random: &Random) -> anyhow::Result<KeyRing> {
    let file = key_file(settings)?;
    if !file.exists() && store.read_now("any sealed", store::letters::any_sealed)? {
        bail!(
            "the key ring {} is missing, and what is encrypted can be read with nothing else: put it back from your backup",
            file.display()
        );
    }
    KeyRing::beside(&file, random).with_context(|| format!("the key ring {}", file.display()))
}

/// Everything, ready to serve.
pub fn app(settings: Settings, store: Store, clock: Clock, random: Random) -> anyhow::Result<App> {
    let secret = secret(&settings, &store, &random)?;
    let keys = keys(&settings, &store, &random)?;
    let locales = Arc::new(Locales::load()?);
    let mail = settings.mail.as_ref();
    let mailer = mail.map(|mail| Mailer::new(&mail.transport, &mail.from)).transpose()?;
    let alerts_to = mail.map(|mail| mail.alerts_to.clone());
    Ok(App {
        framework: Arc::new(framework(&settings)?),
        definitions: Definitions::new(store.read_now("definitions", store::definitions::in_force)?),
        released: Known::default(),
        retention: Arc::new(retention(&settings)?),
        schedules: Arc::new(schedules(&settings)?),
        pages: Arc::new(Pages::load(&locales)?),
        tries: Arc::new(Tries::per_minute(settings.code_tries_per_minute)),
        passwords: Passwords::new()?.refusing(settings.breached_passwords.as_deref()),
        post: Arc::default(),
        files: Arc::default(),
        packs: Arc::default(),
        identity: Providers::new(&settings)?,
        gateways: Gateways {
            mail: mailer.clone(),
            text: settings.text.as_ref().map(Texter::new).transpose()?,
            outbox: None,
            words: Arc::new(Words::load(&locales)?),
        },
        alerts_to,
        mailer,
        catalogue: Catalogue::default(),
        settings: Arc::new(settings),
        store,
        clock,
        random,
        secret,
        keys,
        locales,
    })
}

/// The rules of retention in force.
pub fn retention(settings: &Settings) -> anyhow::Result<Rules> {
    let Some(file) = &settings.retention else { return Ok(Rules::parse(retention::BUILT_IN)?) };
    let source = std::fs::read_to_string(file).with_context(|| format!("the rules of retention {} cannot be read", file.display()))?;
    Rules::parse(&source).with_context(|| format!("the rules of retention {} cannot be used", file.display()))
}

/// The schedules in force.
pub fn schedules(settings: &Settings) -> anyhow::Result<Schedules> {
    let Some(folder) = &settings.schedules else { return Ok(Schedules::built_in()?) };
    let unreadable = || format!("the schedules in {} cannot be read", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.extension().is_some_and(|end| end == "toml") {
            files.push((path.display().to_string(), std::fs::read_to_string(&path).with_context(unreadable)?));
        }
    }
    files.sort();
    Ok(Schedules::parse(files.iter().map(|(name, source)| (name.as_str(), source.as_str())))?)
}

/// Every definition that facts are counted by: those in force, with what is new in the framework, and the response rate of every
/// survey. A version that is in force is never changed.
pub fn definitions(framework: &Framework, store: &Store, clock: &Clock) -> anyhow::Result<Vec<Definition>> {
    let surveys = store.read_now("list surveys", store::surveys::list)?;
    let rates = surveys.iter().map(|(survey, _)| Definition::response_rate(&survey.key));
    let held: Vec<Definition> = framework.indicators.iter().cloned().chain(rates).collect();
    let otherwise = store.write_now("definitions", |tx| store::definitions::take(tx, &held, clock.now()))?;
    if let Some(one) = otherwise.first() {
        bail!(
            "the framework's file changes version {} of the indicator `{}`, which is in force: give what is counted otherwise a \
             version of its own, with the month from which it holds",
            one.version,
            one.key
        );
    }
    Ok(store.read_now("definitions", store::definitions::in_force)?)
}

/// Brings tables, built-in surveys and facts up to what this program knows.
pub fn prepare(settings: &Settings, store: &Store, clock: &Clock, random: &Random) -> anyhow::Result<()> {
    store.migrate()?;
    catalogue::import_built_in(store, clock, random)?;
    let framework = framework(settings)?;
    let all = definitions(&framework, store, clock)?;
    let stale = store.read_now("uncounted definitions", |conn| store::definitions::uncounted(conn, &all))?;
    if !stale.is_empty() {
        tracing::info!(count = stale.len(), "counting indicators whose definitions are new");
        rebuild(store, &stale, clock)?;
    }
    Ok(())
}

/// Counts indicators anew, with a progress bar. Returns the number of episodes.
pub fn rebuild(store: &Store, definitions: &[Definition], clock: &Clock) -> anyhow::Result<u64> {
    let episodes = u64::try_from(store.read_now("count episodes", store::episodes::count)?).unwrap_or_default();
    let bar = bar(episodes, "counting indicators");
    store.write_now("rebuild", |tx| {
        bar.set_position(0);
        store::facts::rebuild(tx, definitions, clock.now(), |done| bar.inc(done))
    })?;
    bar.finish_and_clear();
    Ok(episodes)
}

/// A progress bar on the error output; nothing where that is no terminal.
pub fn bar(length: u64, what: &str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg:28} {wide_bar} {pos}/{len} {eta}").unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(length).with_style(style).with_message(what.to_owned())
}
