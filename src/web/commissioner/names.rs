//! What the members of breakdowns are called.

use std::collections::{BTreeSet, HashMap};

use crate::app::App;
use crate::domain::indicator::Breakdown;
use crate::domain::indicator::strata::{self, NOT_STATED};
use crate::domain::release::Place;
use crate::i18n::{Locale, MissingMessage};
use crate::store;
use crate::store::organisations::{self, Organisation};

/// Those who have partners, by name.
fn leads(all: &[Organisation]) -> Vec<i64> {
    let led: BTreeSet<i64> = all.iter().filter(|one| one.kind == "partner").filter_map(|one| one.parent_id).map(|id| id.0).collect();
    let mut leads: Vec<&Organisation> = all.iter().filter(|one| led.contains(&one.id.0)).collect();
    leads.sort_by_key(|one| &one.name);
    leads.into_iter().map(|one| one.id.0).collect()
}

/// The codes and names of organisations and localities.
#[derive(Default)]
pub struct Names {
    providers: HashMap<i64, (String, String)>,
    localities: HashMap<i64, (String, String)>,
    /// Those who have partners, by name.
    leads: Vec<i64>,
}

impl Names {
    /// Those there are now.
    pub async fn read(app: &App) -> store::Result<Self> {
        let read = |conn: &mut store::Conn| {
            let all = organisations::list(conn)?;
            let leads = leads(&all);
            let providers = all.into_iter().map(|one| (one.id.0, (one.ods_code, one.name))).collect();
            let localities = organisations::localities(conn)?.into_iter().map(|one| (one.id.0, (one.code, one.name))).collect();
            Ok(Self { providers, localities, leads })
        };
        app.store.read("names", read).await
    }

    /// The consortia, by the name of who leads them.
    pub fn consortia(&self) -> impl Iterator<Item = Place> + '_ {
        self.leads.iter().map(|lead| Place::of(Breakdown::Consortium, *lead))
    }

    fn known(&self, place: Place) -> Option<&(String, String)> {
        match place.breakdown {
            Breakdown::Provider | Breakdown::Consortium => self.providers.get(&place.member),
            Breakdown::Locality => self.localities.get(&place.member),
            _ => None,
        }
    }

    /// The code of a member; empty where there is none.
    pub fn code(&self, place: Place) -> String {
        let known = self.known(place).map(|(code, _)| code.clone());
        known.or_else(|| strata::code(place.breakdown, place.member)).unwrap_or_default()
    }

    /// The name of a member, in the reader's language.
    pub fn name(&self, locale: &Locale, place: Place) -> Result<String, MissingMessage> {
        if place == Place::WHOLE {
            return locale.t("figure-whole", &[]);
        }
        if place.member == NOT_STATED {
            return locale.t("figure-not-stated", &[]);
        }
        if let Some((_, name)) = self.known(place) {
            return match place.breakdown {
                Breakdown::Consortium => locale.t("figure-consortium-name", &[("lead", name.as_str().into())]),
                _ => Ok(name.clone()),
            };
        }
        let code = self.code(place);
        match place.breakdown {
            Breakdown::Age => match code.split_once('-') {
                Some(("00", last)) => locale.t("heard-age-under", &[("last", last.into())]),
                Some((first, last)) => locale.t("heard-age", &[("first", first.into()), ("last", last.into())]),
                None => locale.t("heard-age-over", &[("first", code.into())]),
            },
            Breakdown::Sex => locale.t(
                match code.as_str() {
                    "1" => "people-sex-male",
                    "2" => "people-sex-female",
                    "9" => "people-sex-indeterminate",
                    _ => "people-sex-not-known",
                },
                &[],
            ),
            Breakdown::Deprivation | Breakdown::Ethnicity => locale.t(&format!("heard-{}-{code}", place.breakdown.code()), &[]),
            Breakdown::Language => Ok(locale.t(&format!("people-language-{code}"), &[]).unwrap_or(code)),
            Breakdown::Mode | Breakdown::Respondent | Breakdown::Change | Breakdown::Exclusion => {
                locale.t(&format!("figure-{}-{code}", place.breakdown.code()), &[])
            }
            _ => Ok(code),
        }
    }
}
