//! Letters to staff, sealed for the post: whoever decides that one is written puts it beside the decision, and a job sends it.

use crate::app::App;
use crate::keys::{Failure, Place};
use crate::messages::Letter;
use crate::store::letters::{SEALED, Waiting};

impl App {
    /// The letter as it waits in the database, ready for [`crate::store::letters::add`]. `kind` says what it is about.
    pub fn sealed(&self, kind: &str, letter: &Letter) -> Result<Waiting, Failure> {
        let (id, now) = (self.random.id(&self.clock), self.clock.now().micros());
        let plain = serde_json::to_string(letter).map_err(|_| Failure::Altered)?;
        Ok(Waiting {
            id,
            kind: kind.to_owned(),
            sealed: Some(self.keys.seal(Place { column: SEALED, row: id }, &plain, &self.random)?),
            created_at: now,
            due_at: now,
            tries: 0,
            sent_at: None,
            failed_at: None,
        })
    }
}
