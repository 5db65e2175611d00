//! The codebook of an organisation, and what was said at an event.

use saywell::store::codings::{self, Standing};
use saywell::store::events::Event;
use saywell::store::ids::{OrganisationId, ThemeId};
use saywell::store::themes::{self, Theme};

use super::{App, NOW};

impl App {
    /// A theme in the codebook of an organisation.
    pub fn with_theme(&self, organisation_id: OrganisationId, title: &str) -> ThemeId {
        let id = ThemeId(self.state.random.id(&self.state.clock));
        let created_by = self.with_staff("Theo Themes", &[]);
        let theme = Theme { id, organisation_id, title: title.to_owned(), created_by, created_at: NOW.micros(), ..Theme::default() };
        self.store().write_now("theme", |tx| themes::add(tx, &theme)).unwrap();
        id
    }

    /// The comments of an event in their order, and who coded each.
    pub fn comments_of(&self, event: &Event) -> Vec<Standing> {
        self.store().read_now("comments", |conn| codings::of_event(conn, event.id)).unwrap()
    }
}
