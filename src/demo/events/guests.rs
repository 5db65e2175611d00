//! Who is expected at the events of the demo, what they are sent, and who of them came, answered, or wants no more emails. Their
//! addresses lead nowhere.

use std::ops::Range;

use crate::clock::Moment;
use crate::domain::care::demographics::words;
use crate::domain::care::need::Need;
use crate::domain::engagement::attendee::{Contact, Part, Source};
use crate::domain::engagement::notice::Kind;
use crate::store::attendees::{self, Attendee};
use crate::store::event_messages::{self, Order};
use crate::store::ids::AttendeeId;
use crate::store::{Conn, attendance, event_post};

use super::{Held, World};
use crate::demo::Error;
use crate::demo::dice::Dice;
use crate::demo::names;

/// Those who are expected at one event, in the order in which they were entered.
pub(super) struct Party(Vec<(Attendee, Contact)>);

impl Party {
    /// So many are expected, and were entered then: some without an address, some with needs. `also` is one of them.
    pub(super) fn expect(
        world: &mut World<'_>,
        held: &Held,
        (many, entered): (i32, Moment),
        also: Option<&Contact>,
    ) -> Result<Self, Error> {
        let sealer = world.setting.app.attendees();
        let mut party = Vec::new();
        for at in 0..many {
            let language = if world.dice.chance(0.12) { "pl" } else { "en" };
            let known = also.filter(|_| at == 4).cloned();
            let contact = known.unwrap_or_else(|| contact(at, language, &mut world.dice));
            let part = world.dice.pick([(Part::Carer, 50.0), (Part::Patient, 30.0), (Part::Staff, 12.0), (Part::Other, 8.0)]);
            let row = Attendee {
                id: AttendeeId(world.ids.next()),
                event_id: held.event.id,
                source: Source::Expected.code().to_owned(),
                part: part.map(|part| part.code().to_owned()),
                language: language.to_owned(),
                may_email: contact.email.is_some(),
                added_by: Some(held.event.created_by),
                added_at: entered.micros(),
                ..Attendee::default()
            };
            party.push((sealer.seal(row, &contact)?, contact));
        }
        let app = world.setting.app;
        let rows: Vec<Attendee> = party.iter().map(|(row, _)| row.clone()).collect();
        app.store.write_now("demo guests", |tx| {
            let rows = attendees::marked(tx, &rows, held.event.organisation_id, app.clock.today())?;
            attendees::add(tx, &rows)
        })?;
        Ok(Self(party))
    }

    /// Those among these who can be sent a link of their own.
    pub(super) fn reachable(&self, those: Range<usize>) -> Vec<AttendeeId> {
        let some = self.0.get(those).unwrap_or_default();
        some.iter().filter(|(_, contact)| contact.email.is_some()).map(|(row, _)| row.id).collect()
    }

    /// The first so many came.
    pub(super) fn came(&self, world: &mut World<'_>, held: &Held, many: usize, starts: Moment) -> Result<(), Error> {
        let mut came = Vec::new();
        for (row, _) in self.0.iter().take(many) {
            came.push((row.id, starts.plus_seconds(i64::from(world.dice.between(-900, 1200))).micros()));
        }
        let note = |tx: &mut Conn| came.iter().try_for_each(|(id, at)| attendees::came(tx, held.event.id, *id, Some(*at)));
        Ok(world.setting.app.store.write_now("demo door", note)?)
    }

    /// The first eight of them leave an address after they have answered, and so many others do; each wants to hear what becomes
    /// of what was said.
    pub(super) fn left(&self, world: &mut World<'_>, held: &Held, others: i32, ends: Moment) -> Result<(), Error> {
        let sealer = world.setting.app.attendees();
        let mut all: Vec<Contact> = self.0.iter().take(8).map(|(_, contact)| contact.clone()).collect();
        all.extend((0..others).map(|at| Contact { name: String::new(), ..contact(200 + at, "en", &mut world.dice) }));
        let mut rows = Vec::new();
        for contact in all.into_iter().filter(|contact| contact.email.is_some()) {
            let at = ends.plus_seconds(-60 * i64::from(world.dice.between(1, 70))).micros();
            let row = Attendee {
                id: AttendeeId(world.ids.next()),
                event_id: held.event.id,
                source: Source::Left.code().to_owned(),
                language: "en".to_owned(),
                may_email: true,
                wants_news: true,
                added_at: at,
                answered_at: Some(at),
                ..Attendee::default()
            };
            rows.push(sealer.seal(row, &Contact { email: contact.email, ..Contact::default() })?);
        }
        let add = |tx: &mut Conn| rows.iter().try_for_each(|row| attendance::left(tx, row));
        Ok(world.setting.app.store.write_now("demo addresses left", add)?)
    }

    /// One of them wants no more emails about events. Returns who that is.
    pub(super) fn stop(&self, world: &World<'_>, held: &Held, from: usize, at: Moment) -> Result<Contact, Error> {
        let found = self.0.iter().skip(from).find(|(_, contact)| contact.email.is_some());
        let (row, contact) = found.ok_or(Error::Store(crate::store::Error::NotFound))?;
        let stop = |tx: &mut Conn| attendees::stop(tx, row, held.event.organisation_id, at.micros()).map(drop);
        world.setting.app.store.write_now("demo stop", stop)?;
        Ok(contact.clone())
    }
}

impl World<'_> {
    /// Has everybody written to whom it concerns, at that moment.
    pub(super) fn mail(&self, held: &Held, (kind, number): (Kind, i32), at: Moment) -> Result<(), Error> {
        let order = Order::new(held.event.id, kind, number, (&self.clock_at(at), &self.setting.app.random));
        let gone = at.plus_seconds(90).micros();
        let send = |tx: &mut Conn| {
            event_messages::decide(tx, &order)?;
            let waiting = event_messages::of_event(tx, held.event.id)?.into_iter().filter(|message| message.sent_at.is_none());
            for message in waiting {
                event_post::claim(tx, &message, gone)?;
                event_post::sent(tx, message.id, gone)?;
            }
            Ok(())
        };
        Ok(self.setting.app.store.write_now("demo mail", send)?)
    }

    /// Has everybody invited; the program sends it when it runs.
    pub(super) fn invite_now(&self, held: &Held) -> Result<(), Error> {
        let app = self.setting.app;
        let order = Order::new(held.event.id, Kind::Invitation, 0, (&app.clock, &app.random));
        Ok(app.store.write_now("demo invitations", |tx| event_messages::decide(tx, &order).map(drop))?)
    }
}

/// Somebody; one in nine has no address.
fn contact(number: i32, language: &str, dice: &mut Dice) -> Contact {
    let (given, family) = names::name(language, dice.chance(0.64), dice);
    let plain = |name: &str| words(name).concat();
    let needs = [
        (Need::LargePrint, 0.08),
        (Need::Bsl, 0.03),
        (Need::Interpreter, if language == "en" { 0.0 } else { 0.5 }),
        (Need::CarerAssists, 0.06),
    ];
    let needs = needs.into_iter().filter(|(_, odds)| dice.chance(*odds)).map(|(need, _)| need).collect();
    Contact {
        name: format!("{given} {family}"),
        email: (number % 9 != 3).then(|| format!("{}.{}.e{}@example.org", plain(given), plain(family), 40 + number)),
        needs,
        other_needs: if number % 11 == 5 { "A chair with arms, near the door".to_owned() } else { String::new() },
    }
}
