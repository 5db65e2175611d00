//! One connection type for both databases, and the ways to open and to end a transaction on it.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::pg::PgConnection;
use diesel::r2d2::{self, ManageConnection, R2D2Connection};
use diesel::sqlite::SqliteConnection;
use diesel::{Connection, ConnectionError};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use secrecy::{ExposeSecret, SecretString};

use super::error::{Error, Result};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// A connection to either database.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

/// Compiles one body twice, once for each database: for upserts and batches, which the common type does not know.
macro_rules! per_backend {
    ($conn:expr, |$c:ident| $body:expr) => {
        match $conn {
            $crate::store::conn::Conn::Postgres($c) => $body,
            $crate::store::conn::Conn::Sqlite($c) => $body,
        }
    };
}
pub(crate) use per_backend;

/// Where the database is. Chosen by the scheme, because SQLite would take any text for a file name.
#[derive(Debug, Clone)]
pub enum Address {
    Postgres(SecretString),
    Sqlite(PathBuf),
}

/// Text that names no database.
#[derive(Debug, thiserror::Error)]
#[error("a database address starts with `postgres://` or `sqlite:`, for example `sqlite:saywell.sqlite`")]
pub struct BadAddress;

impl FromStr for Address {
    type Err = BadAddress;

    fn from_str(text: &str) -> std::result::Result<Self, BadAddress> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.into()));
        }
        let path = text.strip_prefix("sqlite:").map(|rest| rest.strip_prefix("//").unwrap_or(rest)).unwrap_or_default();
        if path.is_empty() { Err(BadAddress) } else { Ok(Self::Sqlite(path.into())) }
    }
}

/// Opens connections for the pool.
#[derive(Debug)]
pub struct Opener(pub Address);

impl ManageConnection for Opener {
    type Connection = Conn;
    type Error = r2d2::Error;

    fn connect(&self) -> std::result::Result<Conn, r2d2::Error> {
        open(&self.0).map_err(r2d2::Error::ConnectionError)
    }

    fn is_valid(&self, conn: &mut Conn) -> std::result::Result<(), r2d2::Error> {
        conn.ping().map_err(r2d2::Error::QueryError)
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        std::thread::panicking() || conn.is_broken()
    }
}

/// Opens a connection and lets it go again, to say at once and in one line why there is none.
pub fn look(address: &Address) -> Result<()> {
    let refused = |why: ConnectionError| {
        let why = why.to_string();
        let line = why.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_owned();
        match address {
            Address::Sqlite(path) => Error::Unreachable(format!("{}: {line}", path.display())),
            Address::Postgres(_) => Error::Unreachable(line),
        }
    };
    open(address).map(drop).map_err(refused)
}

fn open(address: &Address) -> std::result::Result<Conn, ConnectionError> {
    match address {
        Address::Postgres(url) => PgConnection::establish(url.expose_secret()).map(Conn::Postgres),
        Address::Sqlite(path) => {
            begin(path);
            let mut conn = SqliteConnection::establish(&path.to_string_lossy())?;
            // FULL: an acknowledged answer survives a power cut. WAL: readers never wait for the writer.
            conn.batch_execute(
                "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
                 PRAGMA secure_delete = ON;",
            )
            .map_err(ConnectionError::CouldntSetupConfiguration)?;
            Ok(Conn::Sqlite(conn))
        }
    }
}

/// Makes the file of a new database, for its owner alone: it holds what people said. The files that SQLite keeps beside it
/// take its permissions. Whatever goes wrong here, opening the file says.
fn begin(path: &Path) {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    drop(options.open(path));
}

/// Brings the tables up to date. Returns how many migrations it ran.
pub fn migrate(conn: &mut Conn) -> Result<usize> {
    let ran = match conn {
        Conn::Sqlite(lite) => lite.run_pending_migrations(SQLITE).map(|done| done.len()),
        Conn::Postgres(_) => return migrate_postgres(conn),
    };
    ran.map_err(|why| Error::Migration(why.to_string()))
}

/// Several processes may start at once: the first takes a lock for the length of the migration, the others wait.
fn migrate_postgres(conn: &mut Conn) -> Result<usize> {
    conn.batch_execute("SELECT pg_advisory_lock(7320491)")?;
    let ran = conn.run_pending_migrations(POSTGRES).map(|done| done.len()).map_err(|why| Error::Migration(why.to_string()));
    conn.batch_execute("SELECT pg_advisory_unlock(7320491)")?;
    ran
}

/// True when there are migrations this database has not had.
pub fn needs_migration(conn: &mut Conn) -> Result<bool> {
    let pending = match conn {
        Conn::Sqlite(lite) => lite.has_pending_migration(SQLITE),
        Conn::Postgres(pg) => pg.has_pending_migration(POSTGRES),
    };
    pending.map_err(|why| Error::Migration(why.to_string()))
}

/// Undoes every migration, newest first; the tables and all that is in them are gone. Only tests do this.
pub fn revert_all(conn: &mut Conn) -> Result<()> {
    let reverted = match conn {
        Conn::Sqlite(lite) => lite.revert_all_migrations(SQLITE).map(drop),
        Conn::Postgres(pg) => pg.revert_all_migrations(POSTGRES).map(drop),
    };
    reverted.map_err(|why| Error::Migration(why.to_string()))
}

/// The tables with rows about one person, which PostgreSQL is to vacuum when some of them were taken out.
const SCRUBBED: [&str; 17] = [
    "alert_notes",
    "alerts",
    "answers",
    "attendees",
    "contact_stops",
    "demographic_terms",
    "demographics",
    "episodes",
    "event_messages",
    "import_parts",
    "invitations",
    "messages",
    "people",
    "responses",
    "rights_requests",
    "scores",
    "transcriptions",
];

/// Clears away what deleted rows have left behind: SQLite overwrites them at once, but its log still has them until it is
/// folded in; PostgreSQL keeps them until the tables are vacuumed.
pub fn scrub(conn: &mut Conn) -> Result<()> {
    match conn {
        Conn::Sqlite(lite) => Ok(lite.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?),
        Conn::Postgres(pg) => {
            // One by one: a vacuum of several tables in one text would be a transaction, in which there is none.
            for table in SCRUBBED {
                pg.batch_execute(&format!("VACUUM {table}"))?;
            }
            Ok(())
        }
    }
}

/// Runs one decision in one transaction. On SQLite it begins IMMEDIATE, because a transaction that reads first and
/// writes later fails at once when another writer is there.
pub fn write<T>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    match conn {
        Conn::Postgres(pg) => AnsiTransactionManager::begin_transaction(pg)?,
        Conn::Sqlite(lite) => AnsiTransactionManager::begin_transaction_sql(lite, "BEGIN IMMEDIATE")?,
    }
    match work(conn) {
        Ok(done) => {
            <Conn as Connection>::TransactionManager::commit_transaction(conn)?;
            Ok(done)
        }
        Err(why) => {
            <Conn as Connection>::TransactionManager::rollback_transaction(conn)?;
            Err(why)
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    #[test]
    fn a_database_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let address = super::Address::Sqlite(folder.path().join("saywell.sqlite"));
        let mut conn = super::open(&address).unwrap();
        super::migrate(&mut conn).unwrap();
        for file in std::fs::read_dir(folder.path()).unwrap().map(Result::unwrap) {
            assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{}", file.path().display());
        }
    }
}
