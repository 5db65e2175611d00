//! How far two people who coded the same comments agree. What each chose is shown only of comments that both have done.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::agreement_shown::{Twice, page};
use super::desk::Desk;
use crate::app::App;
use crate::domain::engagement::coding::Choices;
use crate::store::Conn;
use crate::store::codings::{self, Standing};
use crate::store::ids::AccountId;
use crate::store::themes;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ReadComments;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// What was done a moment ago.
#[derive(Debug, Deserialize)]
pub struct Done {
    done: Option<String>,
}

/// Shows how far they agree.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ReadComments>,
    id: Path<String>,
    done: Query<Done>,
) -> Result<HttpResponse, Problem> {
    let desk = Desk::load(&app, &staff, &id).await?;
    let event = desk.event.id;
    let read = move |conn: &mut Conn| {
        Ok((
            codings::chosen_at(conn, event)?,
            codings::names_at(conn, event)?,
            codings::settled_at(conn, event)?,
            themes::heard_at(conn, event)?,
        ))
    };
    let (chosen, names, settled, heard) = app.store.read("agreement", read).await?;
    let mut by: BTreeMap<_, Vec<i64>> = BTreeMap::new();
    for (comment, account, theme) in chosen {
        by.entry((comment, account)).or_default().push(theme.0);
    }
    let of = |standing: &Standing, account: AccountId| by.get(&(standing.id, account)).into_iter().flatten().copied().collect();
    let twice = |standing: &Standing| {
        let [one, other] = *standing.coders.as_slice() else { return None };
        // Whoever is first stays first, whichever of them finished a comment first.
        let (first, second) = (one.min(other), one.max(other));
        let choices = Choices { first: of(standing, first), second: of(standing, second) };
        Some(Twice { standing: standing.clone(), first, second, choices })
    };
    let twice: Vec<Twice> = desk.all.iter().filter_map(twice).collect();
    let done = (done.done.as_deref() == Some("settled")).then_some("agreement-done");
    let page = page(&visitor.locale, &desk, &twice, (&names, &settled, &heard), done)?;
    reply::staff_page(&app, &visitor, &page, &staff)
}
