//! What somebody said, opened for one page of whoever codes it. That it was read is recorded first.

use super::comments::{find, shown, viewed};
use crate::app::App;
use crate::store::events::Event;
use crate::store::ids::CommentId;
use crate::web::pages::coding::Said;
use crate::web::problem::Problem;
use crate::web::right::ReadComments;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// A comment of an event with the question it answers.
pub async fn open(app: &App, visitor: &Visitor, staff: &Staff<ReadComments>, event: &Event, id: CommentId) -> Result<Said, Problem> {
    let found = find(app, staff, &id.0.to_string()).await?;
    if found.event.id != event.id {
        return Err(staff.refused(app, &format!("comment:{}", id.0)).await);
    }
    viewed(app, staff, &found).await?;
    let (question, lang) = shown::question(app, visitor, &found).await?;
    let words_lang = shown::words_lang(visitor, &found);
    Ok(Said { question, lang, words: found.words, words_lang, href: format!("/engage/comments/{}", id.0) })
}
