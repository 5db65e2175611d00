//! The outcome framework, and how far it stands on what patients and carers said: where each outcome and indicator stands, which
//! events support or question it, and what an approver decided. Whoever looks at it sees released figures and published comments,
//! and nobody.

pub mod decide;
pub mod decision;
pub(crate) mod evidence;
mod exhibit;
pub mod list;
pub mod topic;

use crate::app::App;
use crate::domain::engagement::Subject;
use crate::domain::framework::standing::Standing;
use crate::i18n::{Locale, MissingMessage};
use crate::store::validations::{self, Validation};
use crate::web::answered::shown::day;
use crate::web::pages::commissioner::InFramework;
use crate::web::problem::Problem;

/// An outcome or an indicator of the framework.
pub(crate) struct Topic {
    pub subject: Subject,
    pub key: String,
    pub title: String,
    pub version: u32,
    /// The language of the title, where it is not the page's.
    pub lang: Option<String>,
}

impl Topic {
    /// The one of that key, if there is one, in the words of that language where the framework has them: an indicator by the
    /// version of its definition that holds today.
    pub(crate) fn of(app: &App, locale: &Locale, subject: Subject, key: &str) -> Option<Self> {
        let language = locale.language();
        let (title, version, translated) = match subject {
            Subject::Outcome => {
                let one = app.framework.outcome(key)?;
                (one.title_in(language).to_owned(), one.version, one.said.contains_key(language.primary()))
            }
            Subject::Indicator => {
                let one = app.definition_now(key)?;
                (one.title_in(language).to_owned(), one.version, one.said.contains_key(language.primary()))
            }
        };
        let lang = (!translated && language.primary() != "en").then(|| "en".to_owned());
        Some(Self { subject, key: key.to_owned(), title, version, lang })
    }

    /// Its address.
    pub(super) fn at(&self) -> String {
        format!("/framework/{}s/{}", self.subject.code(), self.key)
    }
}

/// Where something stands, in a sentence.
pub(super) fn standing(app: &App, locale: &Locale, standing: Standing, version: u32) -> Result<String, MissingMessage> {
    let key = format!("framework-standing-{}", standing.code());
    let Some(decision) = standing.decision() else { return locale.t(&key, &[]) };
    let arguments = [
        ("day", day(app, locale, decision.at).into()),
        ("version", i64::from(decision.version).into()),
        ("now", i64::from(version).into()),
    ];
    locale.t(&key, &arguments)
}

/// Where an indicator stands, with the way to what it stands on.
pub(super) async fn of_indicator(app: &App, locale: &Locale, key: &str) -> Result<Option<InFramework>, Problem> {
    let Some(topic) = Topic::of(app, locale, Subject::Indicator, key) else { return Ok(None) };
    let own = topic.key.clone();
    let history = app.store.read("validations", move |conn| validations::of(conn, Subject::Indicator, &own)).await?;
    let decisions = history.iter().map(Validation::decision).collect::<Result<Vec<_>, _>>()?;
    let said = standing(app, locale, Standing::of(&decisions, topic.version), topic.version)?;
    Ok(Some(InFramework { said, href: topic.at() }))
}
