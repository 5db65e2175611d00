//! The definitions of indicators in force, as this process knows them.

use std::sync::{Arc, PoisonError, RwLock};

use crate::domain::indicator::Definition;
use crate::domain::indicator::definition::Kind;

/// Every version in force of every indicator of the framework. Copies know the same.
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
