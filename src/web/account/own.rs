//! Somebody's own account: who they are here, what they may do, how they show who they are, and where they are signed in.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::Deserialize;

use super::enrolment::MOST;
use crate::app::App;
use crate::clock::Moment;
use crate::i18n::Locale;
use crate::store::accounts::Grant;
use crate::store::external_identities::{self, Identity};
use crate::store::ids::OrganisationId;
use crate::store::second_factors::{self, SecondFactor};
use crate::store::sessions::{self, Session};
use crate::store::{Conn, organisations, recovery_codes};
use crate::web::pages::own_account::{Factor, Named, OwnAccount, Place, Tie};
use crate::web::pages::part::FieldError;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::view;
use crate::web::right::SignedIn;
use crate::web::staff::{Member, Staff};
use crate::web::visitor::Visitor;

/// What the page may say was done.
const DONE: [&str; 7] =
    ["password", "factor-added", "factor-removed", "session-named", "session-ended", "sessions-ended", "identity-linked"];

/// What was done just now.
#[derive(Debug, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// What is kept about an account.
struct Kept {
    names: HashMap<OrganisationId, String>,
    factors: Vec<SecondFactor>,
    codes_left: i64,
    sessions: Vec<Session>,
    identities: Vec<Identity>,
}

/// Shows the account.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SignedIn>, done: Query<Done>) -> Result<HttpResponse, Problem> {
    let done = DONE.iter().find(|key| **key == done.done);
    let done = done.map(|key| visitor.locale.t(&format!("own-done-{key}"), &[])).transpose()?;
    let page = OwnAccount { done, ..page(&app, &visitor, &staff).await? };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The account again, with what is wrong.
pub async fn again(app: &App, visitor: &Visitor, staff: &Member, wrong: FieldError) -> Result<HttpResponse, Problem> {
    let page = OwnAccount { errors: vec![wrong], ..page(app, visitor, staff).await? };
    reply::html(app, visitor, &page, view::INVALID, Some(staff.signed_in(app)))
}

async fn page(app: &App, visitor: &Visitor, staff: &Member) -> Result<OwnAccount, Problem> {
    let (account, now) = (staff.account, app.clock.now().micros());
    let load = move |conn: &mut Conn| {
        Ok(Kept {
            names: organisations::list(conn)?.into_iter().map(|one| (one.id, one.name)).collect(),
            factors: second_factors::of(conn, account)?,
            codes_left: recovery_codes::left(conn, account)?,
            sessions: sessions::of(conn, account, now)?,
            identities: external_identities::of(conn, account)?,
        })
    };
    let kept = app.store.read("own account", load).await?;
    let words = Words { app, locale: &visitor.locale };
    let is_only = kept.factors.len() == 1 && !app.settings.development;
    Ok(OwnAccount {
        name: staff.name.clone(),
        email: staff.email.clone(),
        employer: kept.names.get(&staff.organisation).cloned().unwrap_or_default(),
        roles: staff.grants.iter().map(|grant| words.role(*grant, &kept.names)).collect::<Result<_, _>>()?,
        may_add: kept.factors.len() < MOST,
        factors: kept.factors.iter().map(|factor| words.factor(factor, !is_only)).collect::<Result<_, _>>()?,
        codes_left: kept.codes_left,
        sessions: kept.sessions.iter().map(|one| words.place(one, staff.session_id)).collect::<Result<_, _>>()?,
        ties: kept.identities.iter().map(|tie| Tie { issuer: tie.issuer.clone(), since: words.moment(tie.linked_at) }).collect(),
        may_tie: app.identity.iter().next().is_some(),
        done: None,
        errors: Vec::new(),
    })
}

/// Rows in the words of the reader.
struct Words<'a> {
    app: &'a App,
    locale: &'a Locale,
}

impl Words<'_> {
    fn moment(&self, micros: i64) -> String {
        let at = Moment::from_micros(micros).zoned(self.app.clock.zone());
        format!("{}, {}", self.locale.date(at.date()), at.strftime("%H:%M"))
    }

    fn role(&self, grant: Grant, names: &HashMap<OrganisationId, String>) -> Result<Named, Problem> {
        let key = format!("role-{}", grant.role.code());
        Ok(Named {
            title: self.locale.t(&key, &[])?,
            explain: self.locale.t(&format!("{key}-explain"), &[])?,
            organisation: names.get(&grant.organisation).cloned().unwrap_or_default(),
        })
    }

    fn factor(&self, factor: &SecondFactor, may_go: bool) -> Result<Factor, Problem> {
        Ok(Factor {
            id: factor.id,
            name: factor.name.clone(),
            kind: self.locale.t(&format!("own-shown-{}", factor.kind), &[])?,
            added: self.moment(factor.created_at),
            used: factor.used_at.map(|at| self.moment(at)),
            may_go,
        })
    }

    fn place(&self, session: &Session, current: i64) -> Result<Place, Problem> {
        let unknown = || self.locale.t("own-device-unknown", &[]);
        let shown = session.factor.as_deref().map(|code| self.locale.t(&format!("own-shown-{code}"), &[]));
        Ok(Place {
            id: session.id,
            name: session.name.clone(),
            device: if session.device.is_empty() { unknown()? } else { session.device.clone() },
            network: session.network.clone(),
            shown: shown.transpose()?,
            began: self.moment(session.created_at),
            seen: self.moment(session.seen_at),
            current: session.id == current,
        })
    }
}

/// An answer that leads back to the account, and says there what was done.
#[must_use]
pub fn done(what: &'static str) -> HttpResponse {
    debug_assert!(DONE.contains(&what), "the account page has a sentence for it");
    reply::see_other(&format!("/account?done={what}#"))
}
