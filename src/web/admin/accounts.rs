//! The list of accounts. What is searched for is personal, so it is posted and stands in no address.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::Deserialize;

use super::{Realm, fault, moment};
use crate::app::App;
use crate::i18n::{Locale, MissingMessage};
use crate::store;
use crate::store::ids::AccountId;
use crate::store::staff::{Asked, Entry};
use crate::web::pages::admin::{AccountRow, Accounts, State};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageAccounts;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// How many accounts a page shows.
const PAGE: usize = 50;
/// More characters than this are in no name.
const WORDS_MOST: usize = 254;

/// Where the page begins.
#[derive(Debug, Deserialize)]
pub struct Beginning {
    after: Option<i64>,
}

/// Shows the accounts.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageAccounts>, from: Query<Beginning>) -> Result<HttpResponse, Problem> {
    list(&app, &visitor, &staff, "", from.after).await
}

/// Shows those with these words in name or address.
pub async fn search(app: Data<App>, visitor: Visitor, staff: Staff<ManageAccounts>, form: Posted) -> Result<HttpResponse, Problem> {
    let words: String = form.first("words").trim().chars().take(WORDS_MOST).collect();
    list(&app, &visitor, &staff, &words, form.first("after").parse().ok()).await
}

async fn list(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ManageAccounts>,
    words: &str,
    after: Option<i64>,
) -> Result<HttpResponse, Problem> {
    let asked = Asked { reach: Realm::of(app, staff).await?.reach, words: words.to_owned(), after: after.map(AccountId) };
    let mut found = app.store.read("accounts", move |conn| store::staff::list(conn, &asked, PAGE + 1)).await?;
    let is_more = found.len() > PAGE;
    found.truncate(PAGE);
    let more = found.last().filter(|_| is_more).map(|entry| entry.account.id.0.to_string());
    let rows = found.iter().map(|entry| row(app, &visitor.locale, entry)).collect::<Result<_, MissingMessage>>()?;
    reply::staff_page(app, visitor, &Accounts { words: words.to_owned(), rows, more }, staff)
}

fn row(app: &App, locale: &Locale, entry: &Entry) -> Result<AccountRow, MissingMessage> {
    let role = |(role, organisation): &(_, store::organisations::Organisation)| {
        let role = fault::role_name(locale, *role)?;
        locale.t("admin-role-in", &[("role", role.into()), ("organisation", organisation.name.as_str().into())])
    };
    Ok(AccountRow {
        href: format!("/admin/accounts/{}", entry.account.id.0),
        name: entry.account.name.clone(),
        email: entry.account.email.clone(),
        employer: entry.employer.clone(),
        roles: entry.roles.iter().map(role).collect::<Result<_, _>>()?,
        state: State::from(entry.state()),
        last_signed_in: entry.last_signed_in.map(|at| moment(app, locale, at)),
    })
}

impl From<store::staff::State> for State {
    fn from(state: store::staff::State) -> Self {
        match state {
            store::staff::State::Invited => Self::Invited,
            store::staff::State::Active => Self::Active,
            store::staff::State::Deactivated => Self::Deactivated,
        }
    }
}
