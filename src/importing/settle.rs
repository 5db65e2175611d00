//! What is decided about a file as a whole: to bring it in, to end it with nothing, to take it away. Each is recorded.

use crate::app::App;
use crate::domain::access::{Action, Event};
use crate::domain::care::import::{Choice, Status};
use crate::store::imports::{self, Import};
use crate::store::{self, Conn, audit};

/// The line of the audit trail about a file that is in, with what became of it.
pub(super) fn ended(import: &Import, at: i64) -> Event {
    let choice = import.choice.clone().unwrap_or_default();
    let counts = if import.status == Status::Refused.code() {
        format!("nothing brought in, {} refused", import.refused)
    } else {
        format!("{} added, {} changed, {} unchanged, {} refused", import.added, import.changed, import.unchanged, import.refused)
    };
    let event = Event { actor: "system".to_owned(), ..Event::at_command_line(at, Action::ImportDone) };
    event.about(format!("import:{}", import.id)).within(import.organisation_id.0).with(format!("{choice}; {counts}"))
}

/// Begins to bring in a file that was looked at; or, where all or nothing is asked for and lines are refused, ends it with
/// nothing. For all or nothing every line is looked at once more before the first is brought in: much may have been registered
/// while the file waited. `false` when it is not waiting for that any more.
pub async fn begin(app: &App, import: &Import, choice: Choice, event: Event) -> store::Result<bool> {
    let is_refused = choice == Choice::AllOrNothing && import.refused > 0;
    let chosen = Import { choice: Some(choice.code().to_owned()), ..import.clone() };
    let after = if is_refused {
        Import { status: Status::Refused.code().to_owned(), finished_at: Some(app.clock.now().micros()), ..chosen }
    } else {
        let next = if choice == Choice::AllOrNothing { Status::Checking } else { Status::Running };
        Import { status: next.code().to_owned(), done: 0, added: 0, changed: 0, unchanged: 0, refused: 0, leased_until: None, ..chosen }
    };
    settle(app, import, Status::Checked, after, event.with(choice.code())).await
}

/// Takes a file away that was not brought in. `false` when its lines are being brought in, or it is through.
pub async fn drop_file(app: &App, import: &Import, event: Event) -> store::Result<bool> {
    let finished_at = Some(app.clock.now().micros());
    let after = Import { status: Status::Dropped.code().to_owned(), finished_at, leased_until: None, ..import.clone() };
    let from = if import.status == Status::Checking.code() { Status::Checking } else { Status::Checked };
    settle(app, import, from, after, event).await
}

async fn settle(app: &App, before: &Import, from: Status, after: Import, event: Event) -> store::Result<bool> {
    if before.status != from.code() {
        return Ok(false);
    }
    let (before, secret) = (before.clone(), app.secret.clone());
    let event = event.about(format!("import:{}", before.id)).within(before.organisation_id.0);
    let work = move |tx: &mut Conn| {
        let is_moved = imports::advance(tx, &before, &after)?;
        if is_moved {
            audit::add(tx, &secret, &event)?;
        }
        Ok(is_moved)
    };
    app.store.write("settle import", work).await
}
