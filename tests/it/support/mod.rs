//! A running Saywell for every test, and the people who use it.

pub mod alerts;
pub mod answered;
pub mod browser;
pub mod county;
pub mod database;
pub mod engagement;
pub mod events;
pub mod kept;
pub mod page;
pub mod people;
pub mod respondent;
pub mod staff;
pub mod themes;

use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex, mpsc};
use std::time::Duration;

use actix_web::dev::ServerHandle;
use jiff::tz::TimeZone;
use saywell::app;
use saywell::catalogue::Catalogue;
use saywell::clock::{Clock, Moment};
use saywell::config::{HelpLine, Settings};
use saywell::definitions::Definitions;
use saywell::domain::care::retention::Rules;
use saywell::domain::care::schedule::Schedules;
use saywell::domain::framework::{BUILT_IN, Framework};
use saywell::i18n::Locales;
use saywell::identity::Providers;
use saywell::keys::KeyRing;
use saywell::messages::{Gateways, Letter, Mailer, Words};
use saywell::password::Passwords;
use saywell::random::Random;
use saywell::released::Known;
use saywell::secret::Secret;
use saywell::store::Store;
use saywell::web::limit::Tries;
use saywell::web::pages::Pages;
use tokio::runtime::Runtime;

pub use browser::Browser;
pub use database::Database;

/// Sunday, 22 November 2026, ten in the morning in London: in every test it is now.
pub const NOW: Moment = Moment::from_micros(1_795_341_600_000_000);
pub const TEAM: &str = "team@example.org";

/// Says something that is seen although the test passes.
pub fn loudly(what: &str) {
    // Not `eprintln!`: the runner hides what that prints when the test passes.
    let mut screen = std::io::stderr();
    writeln!(screen, "\n{what}").unwrap();
}

/// A clock that stands still, so many days after [`NOW`].
pub fn clock_at(days: i64) -> Clock {
    Clock::fixed(NOW.plus_days(days), TimeZone::get("Europe/London").unwrap())
}

/// Servers outlive the tests that started them by a moment, so they do not run on a test's own runtime.
static SERVERS: LazyLock<Runtime> =
    LazyLock::new(|| tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap());

/// What is said, and what passwords are hashed with.
type Spoken = (Arc<Locales>, Arc<Pages>, Arc<Words>, Passwords);

/// Made once: the words and the pages are the same in every test.
static WORDS: LazyLock<Spoken> = LazyLock::new(|| {
    let locales = Arc::new(Locales::load().unwrap());
    let pages = Arc::new(Pages::load(&locales).unwrap());
    let words = Arc::new(Words::load(&locales).unwrap());
    (locales, pages, words, Passwords::new().unwrap())
});

/// A running Saywell with a database of its own.
pub struct App {
    pub state: app::App,
    pub letters: Arc<Mutex<Vec<Letter>>>,
    pub at: SocketAddr,
    handle: ServerHandle,
    pub database: Arc<Database>,
}

impl App {
    /// Saywell as it comes, with a local line for urgent help and a team that alerts go to.
    pub fn spawn() -> Self {
        Self::with(|_| {})
    }

    /// Saywell with other settings.
    pub fn with(change: impl FnOnce(&mut Settings)) -> Self {
        Self::start(Arc::new(Database::ready()), 0, change)
    }

    /// A second Saywell on the same database, so many days later.
    pub fn later(&self, days: i64) -> Self {
        Self::start(self.database.clone(), days, |_| {})
    }

    /// A second Saywell on the same database, so many minutes later.
    pub fn minutes_later(&self, minutes: i64) -> Self {
        let clock = Clock::fixed(NOW.plus_seconds(minutes * 60), TimeZone::get("Europe/London").unwrap());
        Self::run(self.database.clone(), clock, |_| {})
    }

    fn start(database: Arc<Database>, days: i64, change: impl FnOnce(&mut Settings)) -> Self {
        Self::run(database, clock_at(days), change)
    }

    fn run(database: Arc<Database>, clock: Clock, change: impl FnOnce(&mut Settings)) -> Self {
        let (state, letters) = assemble(&database, clock, change);
        Self::serve(state, letters, database)
    }

    fn serve(state: app::App, letters: Arc<Mutex<Vec<Letter>>>, database: Arc<Database>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let at = listener.local_addr().unwrap();
        let _on = SERVERS.enter();
        let server = saywell::web::server(state.clone(), listener).unwrap();
        let handle = server.handle();
        SERVERS.spawn(server);
        Self { state, letters, at, handle, database }
    }

    /// A second Saywell on the same database, which has nobody to send mail with.
    pub fn without_mail(&self) -> Self {
        let (mut state, letters) = assemble(&self.database, clock_at(0), |_| {});
        state.mailer = None;
        Self::serve(state, letters, self.database.clone())
    }

    pub fn store(&self) -> &Store {
        &self.state.store
    }

    /// Somebody with a new browser.
    pub fn patient(&self) -> Browser {
        Browser::new(self.at)
    }

    /// Everything that was written to the team.
    pub fn letters(&self) -> Vec<Letter> {
        self.letters.lock().unwrap().clone()
    }
}

impl Drop for App {
    fn drop(&mut self) {
        let (stopped, wait) = mpsc::channel();
        let stopping = self.handle.stop(false);
        SERVERS.spawn(async move {
            stopping.await;
            let _ = stopped.send(());
        });
        let _ = wait.recv_timeout(Duration::from_secs(5));
    }
}

fn assemble(database: &Database, clock: Clock, change: impl FnOnce(&mut Settings)) -> (app::App, Arc<Mutex<Vec<Letter>>>) {
    static SEED: AtomicU64 = AtomicU64::new(1);
    let (locales, pages, words, passwords) = &*WORDS;
    let mut settings = Settings {
        database: database.url.clone(),
        connections: 4,
        workers: 1,
        organisation: "Example Health and Care".to_owned(),
        help_line: Some(HelpLine {
            name: "Example crisis line".to_owned(),
            phone: "01632 960 001".to_owned(),
            hours: "day and night".to_owned(),
        }),
        ..Settings::default()
    };
    change(&mut settings);
    let (mailer, letters) = Mailer::in_memory("Saywell <noreply@example.org>").unwrap();
    let state = app::App {
        store: database.store(settings.connections),
        clock,
        random: Random::seeded(SEED.fetch_add(1, Ordering::Relaxed)),
        keys: KeyRing::parse("k1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8").unwrap(),
        secret: Secret::new("a key that everybody who reads this knows".into()),
        passwords: passwords.clone().refusing(settings.breached_passwords.as_deref()),
        gateways: Gateways::keeping(words.clone()),
        post: Arc::default(),
        files: Arc::default(),
        packs: Arc::default(),
        identity: Providers::new(&settings).unwrap(),
        locales: locales.clone(),
        pages: pages.clone(),
        catalogue: Catalogue::default(),
        framework: Arc::new(Framework::parse(BUILT_IN).unwrap()),
        definitions: Definitions::new(Framework::parse(BUILT_IN).unwrap().indicators),
        released: Known::default(),
        retention: Arc::new(Rules::parse(saywell::domain::care::retention::BUILT_IN).unwrap()),
        schedules: Arc::new(Schedules::built_in().unwrap()),
        tries: Arc::new(Tries::per_minute(settings.code_tries_per_minute)),
        alerts_to: Some(TEAM.to_owned()),
        mailer: Some(mailer),
        settings: Arc::new(settings),
    };
    (state, letters)
}
