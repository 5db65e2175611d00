//! What has been released, as this process knows it: every release is read once, because it never changes.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use data_encoding::BASE64;

use crate::app::App;
use crate::domain::disclosure::{Certificate, Counts, LedgerKey, NotKept, Releasable};
use crate::domain::indicator::Period;
use crate::domain::release::{Place, heard};
use crate::store::releases::{self, Kept, Release};
use crate::store::{self, Conn};

/// What was released of one indicator for one period.
#[derive(Debug, Clone)]
pub struct Leaf {
    /// Which release it left in.
    pub release: i64,
    /// The version of the definition it was counted by, and its hash.
    pub version: i32,
    pub definition_sha256: String,
    pub figures: Releasable<Place>,
    pub shares: Releasable<Place>,
    /// SHA-256 over all that is public of the sheet, as its certificate has it.
    pub public: String,
}

/// What was released of one survey for one quarter of those who were not heard.
#[derive(Debug, Clone)]
pub struct Unheard {
    /// Which release it left in.
    pub release: i64,
    /// Those who could have been asked, and were not.
    pub not_asked: Counts<Place>,
    /// Those who opened the survey, and did not finish.
    pub unfinished: Counts<Place>,
}

/// Everything that has left.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// The newest release.
    pub newest: Option<Release>,
    releases: BTreeMap<i64, Release>,
    leaves: BTreeMap<String, BTreeMap<Period, Arc<Leaf>>>,
    /// By survey, and by the last month of the quarter.
    unheard: BTreeMap<String, BTreeMap<Period, Arc<Unheard>>>,
}

impl Ledger {
    /// With what was released since.
    fn later(&self, conn: &mut Conn, key: &LedgerKey) -> store::Result<Self> {
        let known = self.newest.as_ref().map_or(0, |newest| newest.number);
        let releases: BTreeMap<i64, Release> = releases::list(conn)?.into_iter().map(|one| (one.number, one)).collect();
        let newest = releases.values().next_back().cloned();
        let mut ledger = Self { newest, releases, leaves: self.leaves.clone(), unheard: self.unheard.clone() };
        for kept in releases::since(conn, known)? {
            let period = Period::from_number(kept.period);
            if let Some(survey) = heard::survey_of(&kept.indicator) {
                if let Some(unheard) = Unheard::read(&kept, key)? {
                    ledger.unheard.entry(survey.to_owned()).or_default().insert(period, Arc::new(unheard));
                }
            } else if let Some(leaf) = Leaf::read(&kept, key)? {
                ledger.leaves.entry(kept.indicator).or_default().insert(period, Arc::new(leaf));
            }
        }
        Ok(ledger)
    }

    /// The release of that number.
    #[must_use]
    pub fn release(&self, number: i64) -> Option<&Release> {
        self.releases.get(&number)
    }

    /// The periods of an indicator that have left.
    #[must_use]
    pub fn periods(&self, indicator: &str) -> impl DoubleEndedIterator<Item = (Period, &Leaf)> {
        self.leaves.get(indicator).into_iter().flatten().map(|(period, leaf)| (*period, &**leaf))
    }

    /// What left of an indicator for a period.
    #[must_use]
    pub fn leaf(&self, indicator: &str, period: Period) -> Option<&Leaf> {
        self.leaves.get(indicator)?.get(&period).map(|leaf| &**leaf)
    }

    /// Who was not heard of a survey in the quarter that ends with that month.
    #[must_use]
    pub fn unheard(&self, survey: &str, last: Period) -> Option<&Unheard> {
        self.unheard.get(survey)?.get(&last).map(|unheard| &**unheard)
    }

    /// The surveys of which something has left of who was not heard, and the last months of the quarters that have.
    pub fn heard(&self) -> impl Iterator<Item = (&str, impl DoubleEndedIterator<Item = Period>)> {
        self.unheard.iter().map(|(survey, quarters)| (survey.as_str(), quarters.keys().copied()))
    }

    /// One place of an indicator, period by period up to and including `last`.
    #[must_use]
    pub fn series(&self, indicator: &str, place: Place, last: Period) -> Option<Releasable<Period>> {
        let until = self.periods(indicator).filter(|(period, _)| *period <= last);
        Releasable::across(until.map(|(period, leaf)| (period, &leaf.figures)), &place)
    }
}

/// What was kept of a sheet's first or second table, as it was. An error where it is not.
fn read_back<T>(kept: &Kept, sealed: &str, key: &LedgerKey, read: fn(&[u8], &LedgerKey) -> Result<T, NotKept>) -> store::Result<T> {
    let unread = |why: &dyn std::fmt::Display| {
        let (indicator, period) = (&kept.indicator, Period::from_number(kept.period));
        let number = kept.release_number;
        store::Error::Corrupt(format!("what release {number} showed of `{indicator}` for {period} cannot be read back: {why}"))
    };
    let bytes = BASE64.decode(sealed.as_bytes()).map_err(|why| unread(&why))?;
    read(&bytes, key).map_err(|why| unread(&why))
}

impl Unheard {
    /// Nothing where the sheet was refused.
    fn read(kept: &Kept, key: &LedgerKey) -> store::Result<Option<Self>> {
        if kept.status == releases::REFUSED {
            return Ok(None);
        }
        let table = |sealed: &str| read_back(kept, sealed, key, Counts::read_back);
        Ok(Some(Self { release: kept.release_number, not_asked: table(&kept.figures)?, unfinished: table(&kept.shares)? }))
    }
}

impl Leaf {
    /// Nothing where the sheet was refused. An error where it is not as it was kept.
    pub(crate) fn read(kept: &Kept, key: &LedgerKey) -> store::Result<Option<Self>> {
        if kept.status == releases::REFUSED {
            return Ok(None);
        }
        let table = |sealed: &str| read_back(kept, sealed, key, Releasable::read_back);
        let certificate: Certificate = serde_json::from_str(&kept.certificate)
            .map_err(|why| store::Error::Corrupt(format!("the certificate of a released sheet: {why}")))?;
        Ok(Some(Self {
            release: kept.release_number,
            version: kept.version,
            definition_sha256: kept.definition_sha256.clone(),
            figures: table(&kept.figures)?,
            shares: table(&kept.shares)?,
            public: certificate.public,
        }))
    }
}

/// The newest ledger that this process has read. Copies share it.
#[derive(Clone, Default)]
pub struct Known(Arc<RwLock<Arc<Ledger>>>);

impl Known {
    /// Knows the same, and learns by itself from now on.
    #[must_use]
    pub fn apart(&self) -> Self {
        Self(Arc::new(RwLock::new(self.get())))
    }

    fn get(&self) -> Arc<Ledger> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn put(&self, ledger: Arc<Ledger>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = ledger;
    }
}

impl App {
    /// Everything that has left. Costs one small read while there is no new release, and after one what is new in it.
    pub async fn ledger(&self) -> store::Result<Arc<Ledger>> {
        let number = self.store.read("newest release", releases::newest_number).await?;
        let known = self.released.get();
        if known.newest.as_ref().map_or(0, |newest| newest.number) == number {
            return Ok(known);
        }
        // A database that was put back knows less than this process: then nothing of what it knew holds.
        let is_behind = known.newest.as_ref().is_some_and(|newest| newest.number > number);
        let known = if is_behind { Arc::default() } else { known };
        let key = self.secret.ledger_key();
        let ledger = Arc::new(self.store.read("ledger", move |conn| known.later(conn, &key)).await?);
        self.released.put(ledger.clone());
        Ok(ledger)
    }
}
