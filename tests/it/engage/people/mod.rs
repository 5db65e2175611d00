//! Engagement events: who is expected, and what is sent to them.

mod listing;
mod post;
mod rights;

use saywell::domain::access::Role;
use saywell::domain::engagement::attendee::Contact;
use saywell::messages::Mail;
use saywell::messages::gateway::Item;
use saywell::secret::token_hash;
use saywell::store::attendees::{self, Attendee};
use saywell::store::event_messages::{self, Message};
use saywell::store::events::Event;
use saywell::store::ids::{AttendeeId, OrganisationId, PersonId};

use super::super::support::people::ZOFIA;
use super::super::support::{App, Browser, NOW};

impl App {
    /// Somebody on the list of an event, who agreed to email.
    fn expect(&self, event: &Event, name: &str, email: &str) -> Attendee {
        let contact = Contact { name: name.to_owned(), email: Some(email.to_owned()), ..Contact::default() };
        let row = Attendee {
            id: AttendeeId(self.state.random.id(&self.state.clock)),
            event_id: event.id,
            source: "expected".to_owned(),
            language: "en".to_owned(),
            may_email: true,
            added_at: NOW.micros(),
            ..Attendee::default()
        };
        let row = self.state.attendees().seal(row, &contact).unwrap();
        self.store().write_now("expect", |tx| attendees::add(tx, std::slice::from_ref(&row))).unwrap();
        row
    }

    /// Those on the list of an event as they are now.
    fn attendees_of(&self, event: &Event) -> Vec<Attendee> {
        self.store().read_now("attendees", |conn| attendees::of_event(conn, event.id)).unwrap()
    }

    fn attendee(&self, one: &Attendee) -> Attendee {
        self.store().read_now("attendee", |conn| attendees::find(conn, one.event_id, one.id)).unwrap()
    }

    /// Puts a changed row in the place of another.
    fn set_attendee(&self, row: &Attendee) {
        self.store().write_now("attendee", |tx| attendees::change(tx, row)).unwrap();
    }

    /// What was decided to be sent about an event.
    fn event_messages(&self, event: &Event) -> Vec<Message> {
        self.store().read_now("event messages", |conn| event_messages::of_event(conn, event.id)).unwrap()
    }

    /// Every email that was handed over by this Saywell.
    fn mail(&self) -> Vec<Mail> {
        let is_mail = |item| if let Item::Mail(mail) = item { Some(*mail) } else { None };
        self.state.gateways.outbox.as_ref().unwrap().items().into_iter().filter_map(is_mail).collect()
    }

    /// To whom they went, in the order of the alphabet.
    fn written_to(&self) -> Vec<String> {
        let mut all: Vec<String> = self.mail().into_iter().map(|mail| mail.to).collect();
        all.sort();
        all
    }

    async fn turn(&self) {
        saywell::jobs::turn(&self.state).await;
    }

    fn lead(&self, organisation: OrganisationId) -> Browser {
        self.staff(Role::EngagementLead, organisation)
    }

    /// The token of a form of whoever is signed in.
    fn token(&self, browser: &Browser) -> String {
        self.state.secret.form_token(&token_hash(&browser.cookie("__Host-saywell-session")), self.state.random.bytes())
    }

    /// Zofia in the register of that provider, with that address.
    async fn with_zofia(&self, provider: OrganisationId, email: &str) -> PersonId {
        let typed: Vec<(&str, &str)> =
            ZOFIA.iter().map(|(field, value)| (*field, if *field == "email" { email } else { *value })).collect();
        self.staff(Role::CareCoordinator, provider).register(&typed).await
    }
}

/// A county that holds an event, and whoever leads it.
struct World {
    app: App,
    county: OrganisationId,
    event: Event,
    lead: Browser,
}

impl World {
    fn new() -> Self {
        let app = App::spawn();
        let county = app.with_organisation("Example County", "commissioner");
        let event = Event { survey_id: Some(app.survey("employment")), ..app.event_of(county) };
        app.planned(&event);
        let lead = app.lead(county);
        Self { app, county, event, lead }
    }

    fn at(&self) -> String {
        format!("/engage/{}/people", self.event.id.0)
    }

    /// Sends fields of one's own making to an address below the list.
    async fn post(&mut self, below: &str, fields: &[(&str, &str)]) -> &mut Browser {
        let token = self.app.token(&self.lead);
        let at = format!("{}{below}", self.at());
        self.lead.post(&at, &[&[("token", token.as_str())], fields].concat()).await
    }

    /// Sends a file as the form would.
    async fn upload(&mut self, file: &[u8]) -> &mut Browser {
        let token = self.app.token(&self.lead);
        let mut body = format!("--edge\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n{token}\r\n").into_bytes();
        body.extend(b"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"expected.csv\"\r\n\r\n");
        body.extend(file);
        body.extend(b"\r\n--edge--\r\n");
        let at = format!("{}/import", self.at());
        self.lead.post_bytes(&at, "multipart/form-data; boundary=edge", body).await
    }

    /// The rows of the list, as they are read.
    async fn rows(&mut self) -> Vec<String> {
        let at = self.at();
        self.lead.open(&at).await;
        assert_eq!(self.lead.status, 200, "{}", self.lead.words());
        self.lead.texts_of("section:last-of-type tbody tr")
    }
}
