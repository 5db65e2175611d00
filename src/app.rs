//! What every request can reach, and the server that takes them.

use std::sync::Arc;

use tokio::sync::Notify;

use crate::catalogue::Catalogue;
use crate::clock::Clock;
use crate::config::Settings;
use crate::definitions::Definitions;
use crate::domain::care::retention::Rules;
use crate::domain::care::schedule::Schedules;
use crate::domain::engagement::JoinCode;
use crate::domain::framework::Framework;
use crate::domain::indicator::Definition;
use crate::i18n::Locales;
use crate::identity::Providers;
use crate::keys::KeyRing;
use crate::messages::{Gateways, Mailer};
use crate::password::Passwords;
use crate::random::Random;
use crate::released::Known;
use crate::secret::Secret;
use crate::store::{self, Conn, Store, definitions, surveys};
use crate::web::limit::Tries;
use crate::web::pages::Pages;

/// Everything that one running Saywell shares.
#[derive(Clone)]
pub struct App {
    pub settings: Arc<Settings>,
    pub store: Store,
    pub clock: Clock,
    pub random: Random,
    pub secret: Secret,
    /// What sealed fields are opened with.
    pub keys: KeyRing,
    pub passwords: Passwords,
    pub locales: Arc<Locales>,
    pub pages: Arc<Pages>,
    pub catalogue: Catalogue,
    pub framework: Arc<Framework>,
    /// What the indicators of the framework count, version by version.
    pub definitions: Definitions,
    /// What has been released.
    pub released: Known,
    /// How long what names a person is kept.
    pub retention: Arc<Rules>,
    /// When people are asked.
    pub schedules: Arc<Schedules>,
    /// Whose sign-in is taken besides our own.
    pub identity: Providers,
    /// Wrong codes, counted by kind of browser and network address.
    pub tries: Arc<Tries>,
    /// Who sends letters to staff; nobody where no mail is configured.
    pub mailer: Option<Mailer>,
    /// What messages to people go through.
    pub gateways: Gateways,
    /// Rung when a letter waits.
    pub post: Arc<Notify>,
    /// Where alerts go that no team of an organisation looks at.
    pub alerts_to: Option<String>,
    /// Rung when a file of people waits.
    pub files: Arc<Notify>,
    /// Rung when somebody asks for a board pack.
    pub packs: Arc<Notify>,
}

impl App {
    /// The definitions that an answer to this survey may move: those that read it, and its response rate. Answers at an event
    /// move none: who came is no cohort.
    #[must_use]
    pub fn definitions_of(&self, survey: &str) -> Vec<Definition> {
        if JoinCode::of_survey_key(survey).is_some() {
            return Vec::new();
        }
        let all = self.definitions.all();
        let reads = all.iter().filter(|definition| definition.survey() == Some(survey));
        reads.cloned().chain([Definition::response_rate(survey)]).collect()
    }

    /// Every definition that facts are counted by: those in force, and the response rate of every survey.
    pub async fn all_definitions(&self) -> store::Result<Vec<Definition>> {
        let read = |conn: &mut Conn| Ok((surveys::list(conn)?, definitions::in_force(conn)?));
        let (surveys, in_force) = self.store.read("definitions", read).await?;
        self.definitions.replace(in_force);
        let rates = surveys.iter().map(|(survey, _)| Definition::response_rate(&survey.key));
        Ok(self.definitions.all().iter().cloned().chain(rates).collect())
    }
}
