//! What the members of breakdowns are called: organisations and localities as the database names them, the others as the reader's
//! language does.

use std::collections::BTreeMap;

use crate::domain::indicator::Breakdown;
use crate::domain::indicator::strata::{NOT_STATED, code};
use crate::domain::release::Place;
use crate::i18n::{Locale, MissingMessage};
use crate::store::{self, Conn, organisations};

/// The names of organisations and localities.
#[derive(Debug, Clone, Default)]
pub struct Names {
    organisations: BTreeMap<i64, String>,
    localities: BTreeMap<i64, String>,
}

impl Names {
    /// As they are now.
    pub fn read(conn: &mut Conn) -> store::Result<Self> {
        Ok(Self {
            organisations: organisations::list(conn)?.into_iter().map(|one| (one.id.0, one.name)).collect(),
            localities: organisations::localities(conn)?.into_iter().map(|one| (one.id.0, one.name)).collect(),
        })
    }

    /// What a member is called. One that is no longer there goes by its number.
    pub fn of(&self, locale: &Locale, place: Place) -> Result<String, MissingMessage> {
        let known = |names: &BTreeMap<i64, String>| names.get(&place.member).cloned().unwrap_or_else(|| place.member.to_string());
        match place.breakdown {
            Breakdown::All => locale.t("compare-whole-name", &[]),
            _ if place.member == NOT_STATED => locale.t("compare-not-stated", &[]),
            Breakdown::Provider => Ok(known(&self.organisations)),
            Breakdown::Consortium => locale.t("compare-consortium-name", &[("lead", known(&self.organisations).into())]),
            Breakdown::Locality => Ok(known(&self.localities)),
            breakdown => coded(locale, breakdown, &code(breakdown, place.member).unwrap_or_default()),
        }
    }
}

/// What the member of a code list is called.
fn coded(locale: &Locale, breakdown: Breakdown, code: &str) -> Result<String, MissingMessage> {
    let say = |key: &str| locale.t(key, &[]);
    match breakdown {
        Breakdown::Deprivation => say(&format!("heard-deprivation-{code}")),
        Breakdown::Age => match code.split_once('-') {
            Some(("00", last)) => locale.t("heard-age-under", &[("last", last.into())]),
            Some((first, last)) => locale.t("heard-age", &[("first", first.into()), ("last", last.into())]),
            None => locale.t("heard-age-over", &[("first", code.into())]),
        },
        Breakdown::Sex => say(match code {
            "1" => "people-sex-male",
            "2" => "people-sex-female",
            "9" => "people-sex-indeterminate",
            _ => "people-sex-not-known",
        }),
        Breakdown::Ethnicity => say(&format!("heard-ethnicity-{code}")),
        Breakdown::Language => Ok(say(&format!("people-language-{code}")).unwrap_or_else(|_| code.to_owned())),
        Breakdown::Mode => say(&format!("alerts-mode-{code}")),
        Breakdown::Respondent => say(&format!("comments-respondent-{code}")),
        _ => Ok(code.to_owned()),
    }
}
