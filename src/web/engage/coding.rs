//! Coding the comments of an event: one at a time, by at most two people, neither of whom sees what the other chose before both
//! are done. It can be broken off and gone on with on another day.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::coding_kept::{Outcome, put};
use super::coding_shown::{overview, page};
use super::coding_typed::{Fault, Topic, read};
use super::desk::Desk;
use crate::app::App;
use crate::store::codings::Kept;
use crate::store::ids::CommentId;
use crate::web::form::Fields;
use crate::web::posted::Posted;
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

/// Shows where somebody stands.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ReadComments>,
    id: Path<String>,
    done: Query<Done>,
) -> Result<HttpResponse, Problem> {
    let desk = Desk::load(&app, &staff, &id).await?;
    let page = overview(&visitor, &staff, &desk, done.done.as_deref())?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Shows one comment.
pub async fn one(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ReadComments>,
    at: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let desk = Desk::load(&app, &staff, &at.0).await?;
    let comment = desk.comment(&app, &staff, &at.1).await?;
    let page = page(&app, &visitor, &staff, (&desk, comment), None).await?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Keeps what somebody made of it, and shows the next.
pub async fn keep(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ReadComments>,
    at: Path<(String, String)>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let desk = Desk::load(&app, &staff, &at.0).await?;
    let comment = desk.comment(&app, &staff, &at.1).await?.id;
    let faults = match read(&typed, &Topic::of(&app, &desk.event, visitor.locale.language())) {
        Ok(made) => match put(&app, &staff, &desk, comment, made).await? {
            Outcome::Kept(Kept::Kept) => return Ok(on(&staff, &desk, comment)),
            Outcome::Kept(Kept::CodedTwice | Kept::Fixed) => Vec::new(),
            Outcome::Gone => vec![Fault::Gone],
        },
        Err(faults) => faults,
    };
    again(&app, &visitor, &staff, (&at.0, &at.1), (&typed, &faults)).await
}

/// The way on: to the next comment that is left, or back to where one stands.
fn on(staff: &Staff<ReadComments>, desk: &Desk, done: CommentId) -> HttpResponse {
    let next = desk.next(staff.account, Some(done)).filter(|next| *next != done);
    reply::see_other(&next.map_or_else(|| format!("{}?done=last#", desk.at()), |next| format!("{}/{}#", desk.at(), next.0)))
}

/// The page again, with what was typed. Without a fault, others have coded the comment meanwhile, and the page says so.
async fn again(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ReadComments>,
    (event, comment): (&str, &str),
    typed: (&Fields, &[Fault]),
) -> Result<HttpResponse, Problem> {
    let desk = Desk::load(app, staff, event).await?;
    let standing = desk.comment(app, staff, comment).await?;
    let page = page(app, visitor, staff, (&desk, standing), Some(typed)).await?;
    reply::staff_again(app, visitor, &page, staff)
}
