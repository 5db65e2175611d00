//! The comments of one event as they lie before somebody who codes them: which are left, which comes next, which came before.

use crate::app::App;
use crate::store::Conn;
use crate::store::codings::{self, Standing};
use crate::store::events::Event;
use crate::store::ids::{AccountId, CommentId};
use crate::store::themes::{self, Theme};
use crate::web::problem::Problem;
use crate::web::right::ReadComments;
use crate::web::staff::Staff;

/// An event, its comments, and the codebook of whoever holds it.
pub struct Desk {
    pub event: Event,
    pub all: Vec<Standing>,
    pub themes: Vec<Theme>,
}

impl Desk {
    /// The desk of the event of that number. Asking for another organisation's is refused, and recorded.
    pub async fn load(app: &App, staff: &Staff<ReadComments>, number: &str) -> Result<Self, Problem> {
        let event = super::own(app, staff, number).await?;
        let (id, organisation) = (event.id, event.organisation_id);
        let read = move |conn: &mut Conn| Ok((codings::of_event(conn, id)?, themes::of_organisation(conn, organisation)?));
        let (all, themes) = app.store.read("coding", read).await?;
        Ok(Self { event, all, themes })
    }

    /// The comment of the number in an address. Asking for one of another event is refused, and recorded; where there is none, it
    /// may have been taken back since, and the way is back to where one stands.
    pub async fn comment(&self, app: &App, staff: &Staff<ReadComments>, number: &str) -> Result<&Standing, Problem> {
        let Ok(id) = number.parse::<i64>() else { return Err(staff.refused(app, "page:/engage/{id}/coding/{comment}").await) };
        if let Some(one) = self.all.iter().find(|one| one.id.0 == id) {
            return Ok(one);
        }
        if app.store.read("comment elsewhere", move |conn| codings::is_there(conn, CommentId(id))).await? {
            return Err(staff.refused(app, &format!("comment:{id}")).await);
        }
        Err(self.gone())
    }

    /// What was asked for is not there any more: the way back to where one stands.
    pub fn gone(&self) -> Problem {
        Problem::Elsewhere(format!("{}?done=gone#", self.at()))
    }

    /// Which of the comments it is, counted from 1.
    pub fn number(&self, id: CommentId) -> i64 {
        let before = self.all.iter().take_while(|one| one.id != id).count();
        i64::try_from(before).unwrap_or(i64::MAX).saturating_add(1)
    }

    /// How many are left for somebody.
    pub fn left(&self, account: AccountId) -> i64 {
        count(self.all.iter().filter(|one| one.is_left_for(account)))
    }

    /// The next one that is left for somebody after that one; from the first on where none is left after it.
    pub fn next(&self, account: AccountId, after: Option<CommentId>) -> Option<CommentId> {
        let mut left = self.all.iter().filter(|one| one.is_left_for(account)).map(|one| one.id).peekable();
        let first = left.peek().copied();
        left.find(|id| after.is_none_or(|after| *id > after)).or(first)
    }

    /// The last one before that one which somebody coded; the last of all where none is said.
    pub fn before(&self, account: AccountId, id: Option<CommentId>) -> Option<CommentId> {
        let mut coded = self.all.iter().filter(|one| one.coders.contains(&account)).map(|one| one.id);
        coded.rfind(|one| id.is_none_or(|id| *one < id))
    }

    /// The title of a theme.
    pub fn title(&self, id: i64) -> String {
        self.themes.iter().find(|theme| theme.id.0 == id).map(|theme| theme.title.clone()).unwrap_or_default()
    }

    /// The titles of themes, in the order of the codebook.
    pub fn titles(&self, ids: impl IntoIterator<Item = i64>) -> Vec<String> {
        let ids: Vec<i64> = ids.into_iter().collect();
        self.themes.iter().filter(|theme| ids.contains(&theme.id.0)).map(|theme| theme.title.clone()).collect()
    }

    /// The address of the coding of this event.
    pub fn at(&self) -> String {
        format!("/engage/{}/coding", self.event.id.0)
    }

    /// The address of the agreement about this event's comments.
    pub fn agreement(&self) -> String {
        format!("/engage/{}/agreement", self.event.id.0)
    }
}

/// How many there are.
pub fn count<T>(all: impl Iterator<Item = T>) -> i64 {
    i64::try_from(all.count()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: AccountId = AccountId(1);
    const ONE: AccountId = AccountId(2);
    const OTHER: AccountId = AccountId(3);

    fn desk(coders: &[&[AccountId]]) -> Desk {
        let standing = |(at, coders): (usize, &&[AccountId])| Standing {
            id: CommentId(i64::try_from(at).unwrap() + 1),
            themed_at: None,
            coders: coders.to_vec(),
        };
        Desk { event: Event::default(), all: coders.iter().enumerate().map(standing).collect(), themes: Vec::new() }
    }

    #[test]
    fn what_two_others_or_oneself_have_coded_is_not_left() {
        let desk = desk(&[&[ME], &[ONE], &[ONE, OTHER], &[], &[ME, ONE]]);
        assert_eq!(desk.left(ME), 2);
        assert_eq!(desk.next(ME, None), Some(CommentId(2)));
    }

    #[test]
    fn after_the_last_one_comes_the_first_that_is_left() {
        let desk = desk(&[&[], &[ME], &[]]);
        assert_eq!((desk.next(ME, Some(CommentId(1))), desk.next(ME, Some(CommentId(3)))), (Some(CommentId(3)), Some(CommentId(1))));
        assert_eq!(self::desk(&[&[ME]]).next(ME, None), None);
    }

    #[test]
    fn back_leads_to_what_one_coded_oneself() {
        let desk = desk(&[&[ME], &[ONE], &[ME], &[]]);
        assert_eq!((desk.before(ME, Some(CommentId(4))), desk.before(ME, Some(CommentId(3)))), (Some(CommentId(3)), Some(CommentId(1))));
        assert_eq!((desk.before(ME, None), desk.before(ME, Some(CommentId(1)))), (Some(CommentId(3)), None));
    }
}
