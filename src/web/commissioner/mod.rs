//! Reviewing indicators. Figures come from the ledger of releases and from nowhere else: no handler here can reach an answer, a
//! person, a sum that has not left, or what has come in since the last release. So to look every day shows no more than to look once.

mod beside;
mod beside_words;
mod charts;
pub mod compare;
pub mod consortium;
mod drawn;
mod equity;
pub(super) mod figures;
pub(super) mod file;
mod funnel;
mod gateway;
pub mod heard;
pub mod indicator;
mod judged;
pub mod lineage;
mod looking;
pub mod map;
mod named;
mod names;
pub mod overview;
pub mod pack;
pub(crate) mod pack_pages;
mod parts;
mod periods;
pub mod trend;

use crate::app::App;
use crate::domain::indicator::Definition;
use crate::i18n::Locale;
use crate::released::Leaf;

/// The definition that a figure was counted by, if it is still known.
pub(super) fn counted_by(app: &App, key: &str, leaf: &Leaf) -> Option<Definition> {
    let is_it = |one: &&Definition| one.key == key && i32::try_from(one.version) == Ok(leaf.version);
    app.definitions.all().iter().find(is_it).cloned()
}

/// The language of a definition's words, where it is not the page's.
pub(super) fn language_of(definition: &Definition, locale: &Locale) -> Option<String> {
    let page = locale.language().primary();
    (page != "en" && !definition.said.contains_key(page)).then(|| "en".to_owned())
}
