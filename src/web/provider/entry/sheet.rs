//! The sheet on which the paper of one person is typed.

use std::ops::Deref;

use super::Entry;
use crate::app::App;
use crate::store::days::date;
use crate::store::ids::VersionId;
use crate::web::form::Fields;
use crate::web::pages::part::{FieldError, Hidden};
use crate::web::pages::transcribe::Sheet as SheetPage;
use crate::web::problem::Problem;
use crate::web::sheet::Lines;
use crate::web::visitor::Visitor;

/// A survey laid out to be typed, for one person.
pub struct Sheet<'a> {
    pub entry: &'a Entry,
    lines: Lines<'a>,
}

/// How far a paper is.
#[derive(Debug, Clone, Copy)]
pub struct Turn {
    /// 1, and 2 for the second time.
    pub pass: usize,
    /// True when whoever types has typed it the first time.
    pub own: bool,
}

impl<'a> Deref for Sheet<'a> {
    type Target = Lines<'a>;

    fn deref(&self) -> &Lines<'a> {
        &self.lines
    }
}

impl<'a> Sheet<'a> {
    /// The sheet of a version of a survey. No day on the paper is before the person was asked.
    pub async fn of(app: &App, visitor: &'a Visitor, entry: &'a Entry, version: VersionId) -> Result<Self, Problem> {
        let asked = date(entry.asked.invitation.asked_day);
        Ok(Self { entry, lines: Lines::of(app, visitor, version, Some(asked)).await? })
    }

    /// The form with what was typed, and what is wrong with it.
    pub fn page(&self, turn: Turn, typed: &Fields, errors: &[FieldError]) -> Result<SheetPage, Problem> {
        Ok(SheetPage {
            name: self.entry.name.clone(),
            survey: self.entry.title.clone(),
            again: turn.pass > 1,
            own: turn.own,
            rows: self.rows(typed, errors)?,
            action: self.entry.address("transcribe"),
            hidden: vec![Hidden::new("pass", turn.pass.to_string())],
            back: self.entry.person_address(),
        })
    }
}
