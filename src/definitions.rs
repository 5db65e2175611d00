//! The definitions of indicators in force, as this process knows them, and the counting of those that are new.

use std::sync::{Arc, PoisonError, RwLock};

use crate::app::App;
use crate::domain::indicator::Definition;
use crate::domain::indicator::definition::Kind;
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
