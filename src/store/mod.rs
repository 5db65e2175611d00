//! The only room that knows SQL. Every unit of work is one named closure over one connection on a blocking thread;
//! nothing in it can wait for the network, and nothing outside begins or ends a transaction.

pub mod accounts;
pub mod alert_cases;
pub mod alert_notes;
pub mod alert_teams;
pub mod alerts;
pub mod answer_publications;
pub mod answers;
pub mod answers_back;
pub mod attendance;
pub mod attendees;
pub mod audit;
pub mod behind;
pub mod board_packs;
pub mod cases;
pub mod cells;
pub mod ceremonies;
pub mod codings;
pub mod comments;
pub mod conn;
pub mod counting;
pub mod days;
pub mod definitions;
pub mod demographics;
pub mod drafts;
pub mod due;
pub mod entries;
pub mod episodes;
pub mod erasure;
pub mod error;
pub mod event_changes;
pub mod event_messages;
pub mod event_papers;
pub mod event_post;
pub mod event_releases;
pub mod event_results;
pub mod event_retention;
pub mod event_surveys;
pub mod events;
pub mod evidence;
pub mod external_identities;
pub mod facts;
pub mod heard;
pub mod holds;
pub mod ids;
pub mod imports;
pub mod intake;
pub mod invitations;
pub mod invited;
pub mod kiosks;
pub mod known_devices;
pub mod letter_post;
pub mod letters;
pub mod loosened;
pub mod merging;
pub mod messages;
pub mod moderation;
pub mod one_time_links;
pub mod organisations;
pub mod people;
pub mod planned;
pub mod previews;
pub mod record;
pub mod recovery_codes;
pub mod registrations;
pub mod releases;
pub mod responses;
pub mod retention;
pub mod rights;
pub mod schedule_starts;
pub mod schema;
pub mod scores;
pub mod sealed;
pub mod second_factors;
pub mod sessions;
pub mod shares;
pub mod staff;
pub mod stances;
pub mod stops;
pub mod subjects;
pub mod submissions;
pub mod supplied;
pub mod surveys;
pub mod themes;
pub mod throttles;
pub mod trail;
pub mod transcriptions;
pub mod turns;
pub mod unwanted;
pub mod validations;
pub mod withdrawals;

use std::sync::Arc;
use std::time::Duration;

use diesel::r2d2::{NopErrorHandler, Pool};
use tokio::sync::Semaphore;

use conn::Opener;
pub use conn::{Address, Conn};
pub use error::{Error, Result};

/// How long a unit of work is tried again when another transaction was in its way.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long somebody who writes waits for their turn: a whole room may press a button at the same moment, and whoever stands
/// in line is better off than whoever is sent away.
const LINE: Duration = Duration::from_secs(20);

/// The database, shared by every thread.
#[derive(Clone)]
pub struct Store {
    pool: Pool<Opener>,
    /// As many seats as connections: a crowd waits here, not on blocked threads.
    seats: Arc<Semaphore>,
    /// Fewer seats for those who write, so that writers who wait for one another never keep readers out.
    writers: Arc<Semaphore>,
}

impl Store {
    /// Opens the database with that many connections.
    pub fn open(address: Address, connections: u32) -> Result<Self> {
        let writers = match &address {
            Address::Sqlite(_) => 1,
            Address::Postgres(_) => connections.saturating_sub(1).max(1),
        };
        conn::look(&address)?;
        let pool = Pool::builder()
            .max_size(connections)
            .min_idle(Some(1))
            .connection_timeout(Duration::from_secs(5))
            .error_handler(Box::new(NopErrorHandler))
            .build(Opener(address))
            .map_err(|why| Error::Unreachable(why.to_string()))?;
        let seats = |many: u32| Arc::new(Semaphore::new(many as usize));
        Ok(Self { pool, seats: seats(connections), writers: seats(writers) })
    }

    /// Does one decision in one transaction, named for telemetry.
    pub async fn write<T: Send + 'static>(&self, name: &'static str, work: impl Fn(&mut Conn) -> Result<T> + Send + 'static) -> Result<T> {
        let store = self.clone();
        let _turn = tokio::time::timeout(LINE, self.writers.acquire()).await.map_err(|_| Error::Busy(name.to_owned()))?;
        self.seated(move || store.write_now(name, work)).await
    }

    /// Reads, without a transaction of its own.
    pub async fn read<T: Send + 'static>(
        &self,
        name: &'static str,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let store = self.clone();
        self.seated(move || store.read_now(name, work)).await
    }

    async fn seated<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let seat = self.seats.clone().acquire_owned().await.map_err(|_| Error::Busy("closing".to_owned()))?;
        let done = tokio::task::spawn_blocking(move || {
            let _seat = seat;
            work()
        });
        done.await.map_err(|why| Error::Corrupt(format!("the unit of work did not end: {why}")))?
    }

    /// [`Store::write`] on the calling thread; for the command line.
    pub fn write_now<T>(&self, name: &'static str, work: impl Fn(&mut Conn) -> Result<T>) -> Result<T> {
        let _span = tracing::debug_span!("write", name).entered();
        let began = std::time::Instant::now();
        loop {
            match conn::write(&mut *self.connection()?, &work) {
                Err(Error::Busy(why)) if began.elapsed() < PATIENCE => tracing::debug!(name, why, "trying again"),
                done => return done,
            }
        }
    }

    /// [`Store::read`] on the calling thread; for the command line.
    pub fn read_now<T>(&self, name: &'static str, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let _span = tracing::debug_span!("read", name).entered();
        work(&mut *self.connection()?)
    }

    /// Clears away what deleted rows have left behind in the files of the database.
    pub async fn scrub(&self) -> Result<()> {
        self.read("scrub", conn::scrub).await
    }

    fn connection(&self) -> Result<diesel::r2d2::PooledConnection<Opener>> {
        self.pool.get().map_err(|why| Error::Unreachable(why.to_string()))
    }

    /// Brings the tables up to date. Returns how many migrations it ran.
    pub fn migrate(&self) -> Result<usize> {
        conn::migrate(&mut *self.connection()?)
    }

    /// True when the tables are older than this program.
    pub fn needs_migration(&self) -> Result<bool> {
        conn::needs_migration(&mut *self.connection()?)
    }
}
