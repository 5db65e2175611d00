//! Keeping what somebody made of a comment: the themes, one that is added to the codebook on the way, and what is noted about
//! the framework, in one transaction with the lines of the audit trail.

use std::collections::BTreeSet;

use super::coding_typed::{Change, Made};
use super::desk::Desk;
use super::themes::about;
use crate::app::App;
use crate::domain::access::{Action, Event};
use crate::domain::engagement::Stance;
use crate::domain::engagement::wording::same_title;
use crate::secret::Secret;
use crate::store::codings::{self, Kept};
use crate::store::ids::{AccountId, CommentId, ThemeId};
use crate::store::stances::{self, Row};
use crate::store::themes::{self, Theme};
use crate::store::{Conn, Error, Result, audit};
use crate::web::problem::Problem;
use crate::web::right::ReadComments;
use crate::web::staff::Staff;

/// What became of a choice.
pub enum Outcome {
    /// It was kept, or why not.
    Kept(Kept),
    /// A theme that was chosen is not offered any more.
    Gone,
}

/// What is to be kept of one comment.
struct Keeping {
    comment: CommentId,
    account: AccountId,
    made: Made,
    /// The theme that is added, with the line about it.
    new: Option<(Theme, Event)>,
    /// The line about the choice.
    coded: Event,
    secret: Secret,
    now: i64,
}

/// Keeps a choice with everything that comes with it.
pub async fn put(
    app: &App,
    staff: &Staff<ReadComments>,
    desk: &Desk,
    comment: CommentId,
    made: Made,
) -> std::result::Result<Outcome, Problem> {
    let (organisation, now) = (desk.event.organisation_id, app.clock.now().micros());
    let new = made.new.clone().map(|title| {
        let id = ThemeId(app.random.id(&app.clock));
        let new = Theme { id, organisation_id: organisation, title, created_by: staff.account, created_at: now, ..Theme::default() };
        let added = about(app, staff, &new, Action::ThemeAdded).with(&new.title);
        (new, added)
    });
    let coded = staff.event(app, Action::CommentCoded).about(format!("comment:{}", comment.0)).within(organisation.0);
    let keeping = Keeping { comment, account: staff.account, made, new, coded, secret: app.secret.clone(), now };
    let work = move |tx: &mut Conn| {
        // Nobody else adds to the trail, and so nobody else adds, retires or merges a theme, until this is done.
        audit::turn(tx)?;
        let kept = codings::may_keep(tx, keeping.comment, keeping.account)?;
        if kept != Kept::Kept {
            return Ok(Outcome::Kept(kept));
        }
        let codebook = themes::of_organisation(tx, organisation)?;
        keeping.write(tx, &codebook)
    };
    match app.store.write("comment coded", work).await {
        Err(Error::NotFound) => Err(desk.gone()),
        done => Ok(done?),
    }
}

impl Keeping {
    fn write(&self, tx: &mut Conn, codebook: &[Theme]) -> Result<Outcome> {
        let own = codings::choices(tx, self.comment)?.into_iter().find(|choice| choice.account == self.account);
        let own = own.map(|choice| choice.themes).unwrap_or_default();
        let is_offered = |id: &ThemeId| codebook.iter().any(|theme| theme.id == *id && theme.retired_at.is_none());
        if !self.made.themes.iter().all(|id| own.contains(id) || is_offered(id)) {
            return Ok(Outcome::Gone);
        }
        let mut chosen = self.made.themes.clone();
        chosen.extend(self.added(tx, codebook)?);
        let all: Vec<ThemeId> = chosen.iter().copied().collect();
        codings::keep(tx, self.comment, self.account, &all, self.now)?;
        self.made.changes.iter().try_for_each(|change| self.note(tx, change))?;
        audit::add(tx, &self.secret, &self.coded.clone().with(self.detail(codebook, &chosen)))?;
        Ok(Outcome::Kept(Kept::Kept))
    }

    /// The theme that is added, or the one that is called the same already.
    fn added(&self, tx: &mut Conn, codebook: &[Theme]) -> Result<Option<ThemeId>> {
        let Some((new, line)) = &self.new else { return Ok(None) };
        let same = codebook.iter().find(|theme| theme.retired_at.is_none() && same_title(&theme.title, &new.title));
        if let Some(same) = same {
            return Ok(Some(same.id));
        }
        themes::add(tx, new)?;
        audit::add(tx, &self.secret, line)?;
        Ok(Some(new.id))
    }

    fn note(&self, tx: &mut Conn, Change { topic, to }: &Change) -> Result<()> {
        let (subject, subject_key) = (topic.subject.code().to_owned(), topic.key.clone());
        let Some(stance) = to else { return stances::remove(tx, self.comment, &subject, &subject_key) };
        let stance = stance.code().to_owned();
        stances::put(tx, &Row { comment_id: self.comment, subject, subject_key, stance, noted_by: self.account, noted_at: self.now })
    }

    /// What was chosen, for the audit trail.
    fn detail(&self, codebook: &[Theme], chosen: &BTreeSet<ThemeId>) -> String {
        let named = |id: &ThemeId| codebook.iter().chain(self.new.as_ref().map(|(new, _)| new)).find(|theme| theme.id == *id);
        let titles: Vec<&str> = chosen.iter().filter_map(named).map(|theme| theme.title.as_str()).collect();
        let themes = if titles.is_empty() { "none".to_owned() } else { titles.join(", ") };
        let noted = self.made.changes.iter().map(|Change { topic, to }| {
            let stance = to.map_or("nothing", Stance::code);
            format!("; {stance} {}:{}", topic.subject.code(), topic.key)
        });
        std::iter::once(themes).chain(noted).collect()
    }
}
