//! Whoever may add a second factor: staff who showed lately who they are, and those whom a one-time link brought here and who
//! have no second factor yet.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use super::ceremony::Whose;
use super::pages::SignedIn;
use super::pages::part::Hidden;
use super::problem::Problem;
use super::visitor::Visitor;
use super::{staff, state};
use crate::app::App;
use crate::domain::access::truncated;
use crate::store::accounts::{self, Account};
use crate::store::{Conn, second_factors};

/// Where a second factor is added.
pub const PAGE: &str = "/account/second-factor";

/// Somebody who may add a second factor.
pub struct Enrolling {
    pub account: Account,
    /// True while they are not signed in yet.
    pub is_half: bool,
    pub whose: Whose,
    pub(super) network: String,
}

impl Enrolling {
    /// The hidden fields of their forms.
    #[must_use]
    pub fn hidden(&self, app: &App) -> Vec<Hidden> {
        staff::form_token(app, &self.whose.session)
    }

    /// What the header shows; nothing while they are not signed in.
    #[must_use]
    pub fn signed_in(&self, app: &App) -> Option<SignedIn> {
        (!self.is_half).then(|| SignedIn { name: self.account.name.clone(), hidden: self.hidden(app) })
    }
}

impl FromRequest for Enrolling {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { enrolling(&request).await })
    }
}

async fn enrolling(request: &HttpRequest) -> Result<Enrolling, Problem> {
    let app = state(request);
    let (session, signed, _) = staff::signed(request).await?.ok_or_else(|| staff::door(request, "/sign-in"))?;
    let is_half = signed.factor.is_none();
    if !is_half {
        staff::admit(request, None).await?.fresh(app, PAGE)?;
    }
    let id = signed.account_id;
    let find = move |conn: &mut Conn| Ok((accounts::get(conn, id)?, second_factors::of(conn, id)?.is_empty()));
    let (account, has_none) = app.store.read("enrolling", find).await?;
    if is_half && !(signed.is_enrolling && has_none) {
        return Err(Problem::Elsewhere("/sign-in/second".to_owned()));
    }
    let network = truncated(Visitor::of(request).address);
    Ok(Enrolling { account, is_half, whose: Whose { account: id, session }, network })
}
