//! The definitions of indicators in force, as this process knows them, and the counting of those that are new.

use std::sync::{Arc, PoisonError, RwLock};

use crate::app::App;
use crate::domain::indicator::definition::Kind;
use crate::domain::indicator::{Definition, Period};
use crate::released::Leaf;
use crate::store::counting::{self, At, BATCH, Batch};
use crate::store::definitions::Kept;
use crate::store::{self, Conn, previews};

/// Every version in force of every indicator of the framework. Copies know the same. What came into force since is found out by
/// whoever counts: see [`store::definitions::kept_up`].
#[derive(Clone)]
pub struct Definitions(Arc<RwLock<Arc<Vec<Definition>>>>);

impl Definitions {
    /// These, but for response rates, which every survey has of its own.
    #[must_use]
    pub fn new(all: Vec<Definition>) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(of_framework(all)))))
    }

    /// All of them, the oldest version of each indicator first.
    #[must_use]
    pub fn all(&self) -> Arc<Vec<Definition>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The version of an indicator that holds in a month: the newest of those that had begun by then, or the first before it began.
    #[must_use]
    pub fn in_month(&self, key: &str, month: Period) -> Option<Definition> {
        let all = self.all();
        let own = || all.iter().filter(|one| one.key == key);
        own().rfind(|one| one.effective_from <= month).or_else(|| own().next()).cloned()
    }

    /// Knows these from now on.
    pub fn replace(&self, all: Vec<Definition>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(of_framework(all));
    }
}

fn of_framework(mut all: Vec<Definition>) -> Vec<Definition> {
    all.retain(|definition| definition.kind != Kind::Response);
    all
}

impl App {
    /// An indicator of the framework by the version of its definition that holds in a month.
    #[must_use]
    pub fn definition(&self, key: &str, month: Period) -> Option<Definition> {
        let known = self.framework.indicator(key)?;
        Some(self.definitions.in_month(key, month).unwrap_or_else(|| known.clone()))
    }

    /// An indicator of the framework as it is defined today.
    #[must_use]
    pub fn definition_now(&self, key: &str) -> Option<Definition> {
        self.definition(key, Period::of(self.clock.today()))
    }

    /// An indicator of the framework by the version that a released figure was counted by: the figure keeps its words.
    #[must_use]
    pub fn counted_by(&self, key: &str, (period, leaf): (Period, &Leaf)) -> Option<Definition> {
        self.framework.indicator(key)?;
        let all = self.definitions.all();
        let same = all.iter().find(|one| one.key == key && i32::try_from(one.version) == Ok(leaf.version));
        same.cloned().or_else(|| self.definition(key, period))
    }

    /// Counts drafts and versions that are new or were written anew, while answers go on coming in, and forgets drafts that were
    /// given up. Several processes may do it at once: none undoes what another did.
    pub async fn count_definitions(&self) -> store::Result<()> {
        for kept in self.store.read("drafts given up", counting::given_up).await? {
            self.sweep(&kept).await?;
            self.store.write("forget a draft", move |tx| counting::forget(tx, &kept)).await?;
        }
        for kept in self.store.read("definitions to count", counting::waiting).await? {
            self.count(kept).await?;
        }
        let in_force = self.store.read("definitions", store::definitions::in_force).await?;
        self.definitions.replace(in_force);
        Ok(())
    }

    async fn sweep(&self, kept: &Kept) -> store::Result<()> {
        loop {
            let kept = kept.clone();
            if !self.store.write("sweep facts", move |tx| counting::sweep(tx, &kept)).await? {
                return Ok(());
            }
        }
    }

    async fn count(&self, kept: Kept) -> store::Result<()> {
        let (definition, now) = (kept.definition()?, self.clock.now());
        if kept.counting_at.is_none() {
            self.sweep(&kept).await?;
            let own = kept.clone();
            self.store.write("begin counting", move |tx| counting::begin(tx, &own, now)).await?;
        }
        let mut at = At::START;
        loop {
            let (own, rules) = (kept.clone(), definition.clone());
            match self.store.write("count some", move |tx| counting::step(tx, &own, &rules, at, BATCH)).await? {
                Batch::More(next) => at = next,
                Batch::Done => break,
                Batch::Stopped => return Ok(()),
            }
        }
        let secret = self.secret.clone();
        let finish = move |tx: &mut Conn| {
            let is_draft = kept.is_draft();
            let shown = is_draft.then(|| previews::made(tx, &kept, &definition, &secret.ledger_key())).transpose()?;
            counting::finish(tx, &kept, shown, now)
        };
        self.store.write("counted", finish).await.map(drop)
    }
}
