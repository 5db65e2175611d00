//! Reading what people said at events in their own words, and deciding what is published of it. A comment is seen by those who may
//! read the comments of its event, and each look is recorded. Nothing is published but the very wording that somebody looked at.

pub mod decide;
pub mod list;
mod offers;
pub mod shown;
mod wording;

use crate::app::App;
use crate::domain::access::{Action, Event as Recorded};
use crate::domain::survey::{Answers, Given, LinkId, Value};
use crate::store::comments::{self, Comment};
use crate::store::events::{self, Event};
use crate::store::ids::{CommentId, EventId, OrganisationId};
use crate::store::moderation::{self, Wanted};
use crate::store::responses::{self, Response};
use crate::store::{Conn, Error, answers, audit, organisations};
use crate::web::problem::Problem;
use crate::web::right::ReadComments;
use crate::web::staff::Staff;

/// A comment with everything behind it.
pub struct Found {
    pub comment: Comment,
    pub event: Event,
    pub response: Response,
    /// The words as they were said.
    pub words: String,
    /// What everybody reads now; nothing while it is not published.
    pub wording: Option<String>,
    /// What was taken out when it was last published.
    pub redactions: Vec<(i32, i32, String)>,
    /// Who decided about it.
    pub decided_by: Option<String>,
    /// Names of places and organisations that are known around here.
    pub places: Vec<String>,
    /// The next comment of the event that waits.
    pub next: Option<CommentId>,
}

impl Found {
    /// Where it stands.
    fn address(&self) -> String {
        format!("/engage/comments/{}", self.comment.id.0)
    }

    /// A line of the audit trail about it.
    fn recorded(&self, app: &App, staff: &Staff<ReadComments>, action: Action) -> Recorded {
        staff.event(app, action).about(subject(self.comment.id)).within(self.event.organisation_id.0)
    }
}

fn subject(id: CommentId) -> String {
    format!("comment:{}", id.0)
}

/// The comment of the number in an address, opened. One that is not at an event of theirs is refused, and recorded.
pub(super) async fn find(app: &App, staff: &Staff<ReadComments>, number: &str) -> Result<Found, Problem> {
    let Ok(id) = number.parse() else { return Err(staff.refused(app, "page:/engage/comments/{id}").await) };
    let (id, held) = (CommentId(id), staff.organisations());
    match app.store.read("comment", move |conn| behind(conn, id, &held)).await {
        Ok((found, given)) => Ok(opened(app, found, &given)?),
        Err(Error::NotFound) => Err(staff.refused(app, &subject(id)).await),
        Err(why) => Err(why.into()),
    }
}

/// The comment with what stands around it, and the sealed answer that it was made of.
fn behind(conn: &mut Conn, id: CommentId, held: &[OrganisationId]) -> Result<(Found, Given), Error> {
    let events = events::list(conn, held)?;
    let ids: Vec<EventId> = events.iter().map(|event| event.id).collect();
    let comment = comments::find(conn, id, &ids)?;
    let event = events.into_iter().find(|event| event.id == comment.event_id).ok_or(Error::NotFound)?;
    let response = responses::get(conn, comment.survey_id, comment.response_id)?;
    let said = answers::load(conn, comment.survey_id, comment.response_id)?;
    let given = LinkId::parse(&comment.link_id).and_then(|id| said.get(&id).cloned()).unwrap_or(Given::Skipped);
    let waiting = moderation::queue(conn, &[event.id], Wanted::Waiting, 2)?;
    let localities = organisations::localities(conn)?.into_iter().map(|locality| locality.name);
    let found = Found {
        words: String::new(),
        wording: None,
        redactions: moderation::redactions(conn, id)?,
        decided_by: moderation::decided_by(conn, id)?,
        places: organisations::list(conn)?.into_iter().map(|organisation| organisation.name).chain(localities).collect(),
        next: waiting.iter().map(|comment| comment.id).find(|other| *other != id),
        comment,
        event,
        response,
    };
    Ok((found, given))
}

fn opened(app: &App, found: Found, given: &Given) -> Result<Found, Problem> {
    let own = app.words().of(&found.response)?;
    let sealed: Answers = LinkId::parse(&found.comment.link_id).map(|id| (id, given.clone())).into_iter().collect();
    let opened = own.opened(&sealed)?;
    let lines = opened.iter().flat_map(|(_, given)| given.values()).filter_map(|value| match value {
        Value::Text(words) => Some(words.as_str()),
        _ => None,
    });
    // Forms send line ends as two characters; spans count one.
    let words = lines.collect::<Vec<_>>().join("\n").replace("\r\n", "\n");
    let wording = found.comment.sealed.as_deref().map(|sealed| own.open_wording(found.comment.id, sealed)).transpose()?;
    Ok(Found { words, wording, ..found })
}

/// Records that a comment is looked at, before it is shown.
pub(super) async fn viewed(app: &App, staff: &Staff<ReadComments>, found: &Found) -> Result<(), Problem> {
    let (event, secret) = (found.recorded(app, staff, Action::CommentViewed), app.secret.clone());
    Ok(app.store.write("comment viewed", move |tx| audit::add(tx, &secret, &event)).await?)
}
