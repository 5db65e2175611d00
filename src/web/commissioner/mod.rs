//! Reviewing indicators. Figures come from the ledger of releases and from nowhere else: no handler here can reach an answer, a
//! person, a sum that has not left, or what has come in since the last release. So to look every day shows no more than to look once.

mod asked;
mod beside;
mod beside_charts;
mod beside_words;
mod charts;
pub mod compare;
pub mod consortium;
mod equity;
pub(super) mod figures;
pub(super) mod file;
mod funnel;
mod gateway;
pub mod heard;
pub mod indicator;
mod judged;
pub mod lineage;
pub mod map;
mod names;
pub mod overview;
pub mod pack;
pub(crate) mod pack_pages;
mod parts;
mod periods;
mod target;
pub mod trend;
mod ways;

use crate::domain::indicator::Definition;
use crate::i18n::Locale;

/// The language of a definition's words, where it is not the page's.
fn language_of(definition: &Definition, locale: &Locale) -> Option<String> {
    let page = locale.language().primary();
    (page != "en" && !definition.said.contains_key(page)).then(|| "en".to_owned())
}

/// The language of the framework's own words that are not translated, where it is not the page's.
fn language_of_framework(locale: &Locale) -> Option<String> {
    (locale.language().primary() != "en").then(|| "en".to_owned())
}
