//! Definitions of indicators: what each version counts in plain words, writing a new one, its effect beside the one in force, and
//! the decision about it by somebody else. Whoever looks at it sees released figures and rules, and nobody.

mod codes;
pub mod decide;
mod difference;
pub mod effect;
mod fields;
pub mod list;
pub mod show;
pub mod steps;
mod surveys;
mod typed;
mod words;
pub mod write;

use crate::app::App;
use crate::domain::indicator::{Definition, Period};
use crate::i18n::Locale;
use crate::store::definitions::{self, IN_FORCE, Kept};
use crate::web::problem::Problem;

/// One indicator with all its versions.
pub(super) struct About {
    /// Every version, the oldest first.
    pub versions: Vec<Kept>,
    /// The newest in force.
    pub current: Definition,
}

impl About {
    /// The indicator of that key, if it is one of the framework's.
    pub(super) async fn load(app: &App, key: &str) -> Result<Self, Problem> {
        if app.framework.indicator(key).is_none() {
            return Err(Problem::NotFound);
        }
        let own = key.to_owned();
        let versions = app.store.read("versions of a definition", move |conn| definitions::of(conn, &own)).await?;
        let newest = versions.iter().rev().find(|one| one.status == IN_FORCE).ok_or(Problem::NotFound)?;
        Ok(Self { current: newest.definition()?, versions })
    }

    /// The draft, if somebody is at one.
    pub(super) fn draft(&self) -> Option<&Kept> {
        self.versions.iter().find(|one| one.is_draft())
    }

    /// The version that was in force before that one.
    pub(super) fn before(&self, version: i32) -> Option<&Kept> {
        self.versions.iter().rev().find(|one| one.status == IN_FORCE && one.version < version)
    }

    /// The first month in which another version holds instead of that one, where one is to come or has come.
    pub(super) fn until(&self, version: i32) -> Option<Period> {
        let next = self.versions.iter().filter(|one| one.status == IN_FORCE && one.version > version);
        next.map(|one| Period::from_number(one.effective_from)).min()
    }

    /// The page of the indicator.
    pub(super) fn at(&self) -> String {
        format!("/definitions/{}", self.current.key)
    }
}

/// A month in words.
pub(super) fn month(locale: &Locale, period: Period) -> String {
    locale.month_year(period.first_day())
}
