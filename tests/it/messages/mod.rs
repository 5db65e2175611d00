//! Messages to people: what is sent, what is not, and what becomes of it.

mod killed;
mod letters;
mod receipts;
mod sending;
mod texts;

use diesel::prelude::*;
use jiff::civil::date;
use saywell::domain::care::channel::Channel;
use saywell::domain::care::demographics::Demographics;
use saywell::messages::gateway::Item;
use saywell::messages::{Mail, Text};
use saywell::register::Register;
use saywell::secret::{Purpose, Secret, token_hash};
use saywell::store::days::day;
use saywell::store::ids::{InvitationId, OrganisationId, PersonId};
use saywell::store::invitations::Invitation;
use saywell::store::messages::Message;
use saywell::store::schema::{invitations, messages};
use saywell::store::{self, Conn, Store, demographics};

use super::support::county::Care;
use super::support::{App, NOW};

/// Zofia, with every kind of address.
fn zofia() -> Demographics {
    Demographics {
        given_name: "Zofia".to_owned(),
        family_name: "Nowak".to_owned(),
        email: Some("zofia@example.org".to_owned()),
        mobile: Some("+447700900123".to_owned()),
        address: vec!["1 Mill Lane".to_owned(), "Marlford".to_owned()],
        postcode: Some("MX1 1AA".to_owned()),
        ..Demographics::default()
    }
}

/// What an invitation and its message are made with.
struct Maker<'a> {
    secret: &'a Secret,
    register: &'a Register,
}

/// One message that is due, of an invitation to a person in somebody's care.
#[derive(Clone, Copy)]
struct Due {
    organisation: OrganisationId,
    person: PersonId,
    message: i64,
}

impl Maker<'_> {
    /// The invitation of that number, its message by that way, and the record of its person.
    fn add(
        &self,
        tx: &mut Conn,
        invitation: Invitation,
        (person, record): (PersonId, &Demographics),
        channel: Channel,
    ) -> store::Result<()> {
        let (organisation, id, now) = (invitation.organisation_id, invitation.id, NOW.micros());
        let code = self.secret.code(Purpose::Spoken, id.0);
        let asked = Invitation {
            token_hash: Some(token_hash(&self.secret.link_token(id.0))),
            code_hash: Some(self.secret.code_hash(Purpose::Spoken, &code)),
            schedule: Some("a schedule".to_owned()),
            next_at: Some(NOW.plus_days(7).micros()),
            expires_at: NOW.plus_days(30).micros(),
            ..invitation
        };
        let message = Message {
            id: id.0,
            organisation_id: organisation,
            person_id: person,
            invitation_id: id,
            kind: "invitation".to_owned(),
            channel: channel.code().to_owned(),
            reference: format!("m{}", id.0),
            created_at: now,
            due_at: now,
            ..Message::default()
        };
        store::invitations::add(tx, &[asked])?;
        store::messages::add(tx, &[message])?;
        let sealed = self.register.seal(id.0, (organisation, person), record, now).unwrap();
        demographics::add(tx, &[(sealed.row, sealed.terms)])
    }
}

impl App {
    /// A message to a person in the care of a new provider, due now.
    fn due(&self, channel: Channel, record: &Demographics) -> Due {
        let provider = self.with_provider("North Team");
        self.due_at(provider, channel, record)
    }

    fn due_at(&self, organisation: OrganisationId, channel: Channel, record: &Demographics) -> Due {
        let episode = self.with_episode(&Care::with(organisation));
        let owner = self.store().read_now("episode", |conn| store::episodes::find(conn, episode)).unwrap();
        let id = InvitationId(self.state.random.id(&self.state.clock));
        let row = Invitation {
            organisation_id: organisation,
            id,
            episode_id: episode,
            survey_id: self.survey("employment"),
            timepoint: "review".to_owned(),
            asked_day: day(date(2026, 11, 22)),
            ..Invitation::default()
        };
        let maker = Maker { secret: &self.state.secret, register: &self.state.register() };
        self.store().write_now("due", |tx| maker.add(tx, row.clone(), (owner.person_id, record), channel)).unwrap();
        Due { organisation, person: owner.person_id, message: id.0 }
    }

    /// The message as it is now.
    fn message(&self, due: Due) -> Message {
        message(self.store(), due.message)
    }

    /// As if it had been tried so often.
    fn set_tries(&self, due: Due, tries: i32) {
        let own = messages::table.find(due.message);
        self.store().write_now("tries", |tx| Ok(diesel::update(own).set(messages::tries.eq(tries)).execute(tx)?)).unwrap();
    }

    /// The invitation as it is now.
    fn request_of(&self, due: Due) -> Invitation {
        let found = |conn: &mut Conn| Ok(invitations::table.find((due.organisation, InvitationId(due.message))).first(conn)?);
        self.store().read_now("invitation", found).unwrap()
    }

    /// Every email that was handed over.
    fn mails(&self) -> Vec<Mail> {
        let is_mail = |item| if let Item::Mail(mail) = item { Some(*mail) } else { None };
        self.state.gateways.outbox.as_ref().unwrap().items().into_iter().filter_map(is_mail).collect()
    }

    /// Every text message that was handed over.
    fn texts(&self) -> Vec<Text> {
        let is_text = |item| if let Item::Text(text) = item { Some(text) } else { None };
        self.state.gateways.outbox.as_ref().unwrap().items().into_iter().filter_map(is_text).collect()
    }
}

fn message(store: &Store, id: i64) -> Message {
    store.read_now("message", |conn| Ok(messages::table.find(id).first(conn)?)).unwrap()
}
