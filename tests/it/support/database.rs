//! A database of its own for every test: with SQLite a copy of a file that was migrated once, with PostgreSQL a schema.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, RunQueryDsl};
use saywell::catalogue::{self, Catalogue};
use saywell::domain::framework::{BUILT_IN, Framework};
use saywell::domain::indicator::Definition;
use saywell::random::Random;
use saywell::store::{self, Address, Conn, Store};
use tempfile::TempDir;

use super::clock_at;

/// The variable that holds the address of a PostgreSQL server: with it the whole suite runs there.
pub const POSTGRES: &str = "SAYWELL_TEST_POSTGRES";

/// The PostgreSQL server to test on, if there is one.
pub fn postgres() -> Option<String> {
    std::env::var(POSTGRES).ok().filter(|url| !url.is_empty())
}

/// A database that is gone when the test ends.
pub struct Database {
    pub url: String,
    home: Home,
}

enum Home {
    Folder { _folder: TempDir },
    Schema { server: String, name: String },
}

impl Database {
    /// A database that is up to date, with the built-in surveys and nothing else.
    pub fn ready() -> Self {
        if postgres().is_some() {
            let database = Self::empty();
            furnish(&database.store(1));
            return database;
        }
        let database = Self::empty();
        std::fs::copy(&*TEMPLATE.1, database.url.strip_prefix("sqlite:").unwrap()).unwrap();
        database
    }

    /// A database without a single table.
    pub fn empty() -> Self {
        match postgres() {
            Some(server) => Self::schema(server),
            None => Self::file(),
        }
    }

    fn file() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("saywell.sqlite").display());
        Self { url, home: Home::Folder { _folder: folder } }
    }

    fn schema(server: String) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let name = format!("saywell_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        run(&server, &format!("CREATE SCHEMA {name}"));
        let sign = if server.contains('?') { '&' } else { '?' };
        Self { url: format!("{server}{sign}options=-csearch_path%3D{name}"), home: Home::Schema { server, name } }
    }

    pub fn address(&self) -> Address {
        self.url.parse().unwrap()
    }

    /// Everything in the files of the database, once all that was written is in them. With PostgreSQL these are the files of
    /// the whole server.
    pub fn bytes(&self, store: &Store) -> Vec<u8> {
        match &self.home {
            Home::Folder { .. } => files(std::path::Path::new(self.url.strip_prefix("sqlite:").unwrap()).parent().unwrap()),
            Home::Schema { .. } => {
                #[derive(diesel::QueryableByName)]
                struct Setting {
                    #[diesel(sql_type = diesel::sql_types::Text)]
                    setting: String,
                }
                let home = store.read_now("data directory", |conn| {
                    diesel::sql_query("CHECKPOINT").execute(conn)?;
                    Ok(diesel::sql_query("SELECT setting FROM pg_settings WHERE name = 'data_directory'").load::<Setting>(conn)?)
                });
                files(&PathBuf::from(&home.unwrap()[0].setting).join("base"))
            }
        }
    }

    /// A pool of its own on this database, as another process would have.
    pub fn store(&self, connections: u32) -> Store {
        Store::open(self.address(), connections).unwrap()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Home::Schema { server, name } = &self.home {
            run(server, &format!("DROP SCHEMA IF EXISTS {name} CASCADE"));
        }
    }
}

fn files(folder: &std::path::Path) -> Vec<u8> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { std::fs::read(&path).unwrap_or_default() }).collect()
}

fn run(server: &str, sql: &str) {
    PgConnection::establish(server).unwrap().batch_execute(&format!("SET client_min_messages = warning; {sql}")).unwrap();
}

/// The migrated file that SQLite tests copy.
static TEMPLATE: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let (first, copy) = (folder.path().join("first.sqlite"), folder.path().join("template.sqlite"));
    let store = Store::open(Address::Sqlite(first), 1).unwrap();
    furnish(&store);
    let sql = format!("VACUUM INTO '{}'", copy.display());
    store.read_now("copy", |conn| Ok(diesel::sql_query(&sql).execute(conn)?)).unwrap();
    (folder, copy)
});

fn furnish(store: &Store) {
    let (clock, random) = (clock_at(-365), Random::seeded(0));
    store.migrate().unwrap();
    catalogue::import_built_in(store, &clock, &random).unwrap();
    let all = definitions(store);
    let count = |tx: &mut Conn| {
        store::definitions::take(tx, &all, clock.now())?;
        store::facts::rebuild(tx, &all, clock.now(), |_| {})
    };
    store.write_now("count", count).unwrap();
}

/// Every definition that facts are counted by: those of the framework, and the response rate of every survey.
pub fn definitions(store: &Store) -> Vec<Definition> {
    let framework = Framework::parse(BUILT_IN).unwrap();
    let surveys = Catalogue::default().all(store).unwrap();
    framework.indicators.into_iter().chain(surveys.iter().map(|one| Definition::response_rate(&one.survey.key))).collect()
}
