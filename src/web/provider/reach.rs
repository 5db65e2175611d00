//! Which organisation is looked at: one's own, or one of those it leads.

use serde::Deserialize;

use crate::app::App;
use crate::domain::indicator::Period;
use crate::store::organisations::{self, Organisation};
use crate::web::pages::part::Choice;
use crate::web::problem::Problem;
use crate::web::reply::encoded;
use crate::web::right::SeeProviderFigures;
use crate::web::staff::Staff;

/// Whom the query names.
#[derive(Debug, Deserialize)]
pub struct Whose {
    /// An ODS code.
    organisation: Option<String>,
}

/// Whose figures may be seen, and whose are looked at.
pub struct Reach {
    pub all: Vec<Organisation>,
    pub chosen: Organisation,
}

impl Reach {
    /// Whose figures these staff may see, and the one of them that was asked for: without a name, whom they work for. An
    /// organisation that is not theirs is [`Problem::NotFound`], and recorded.
    pub async fn of(app: &App, staff: &Staff<SeeProviderFigures>, whose: &Whose) -> Result<Self, Problem> {
        let everybody = app.store.read("organisations", organisations::list).await?;
        let own = staff.organisations();
        let is_theirs = |one: &&Organisation| own.contains(&one.id) || one.parent_id.is_some_and(|parent| own.contains(&parent));
        let mut all: Vec<Organisation> = everybody.iter().filter(is_theirs).cloned().collect();
        all.sort_by_key(|one| !own.contains(&one.id));
        let chosen = match &whose.organisation {
            None => all.iter().find(|one| one.id == staff.organisation).or(all.first()),
            Some(code) => all.iter().find(|one| one.ods_code == *code),
        };
        if let Some(chosen) = chosen.cloned() {
            return Ok(Self { all, chosen });
        }
        let named = everybody.iter().find(|one| whose.organisation.as_ref() == Some(&one.ods_code));
        let subject = named.map_or_else(|| "page:/provider".to_owned(), |one| format!("organisation:{}", one.id.0));
        Err(staff.refused(app, &subject).await)
    }

    /// The same page for each organisation whose figures may be seen; none where there is but one.
    pub fn choices(&self, period: Period) -> Vec<Choice> {
        let choice = |one: &Organisation| Choice {
            label: one.name.clone(),
            href: format!("/provider?organisation={}&period={period}", encoded(&one.ods_code)),
            current: one.id == self.chosen.id,
        };
        if self.all.len() < 2 { Vec::new() } else { self.all.iter().map(choice).collect() }
    }

    /// The query that names the one looked at.
    pub fn query(&self) -> String {
        format!("organisation={}", encoded(&self.chosen.ods_code))
    }
}
