//! A small county with much that is small in it: providers, places, languages and groups of two or three people.

use diesel::prelude::*;
use jiff::civil::{Date, date};
use saywell::domain::care::demographics::Demographics;
use saywell::random::Random;
use saywell::store::Conn;
use saywell::store::days::day;
use saywell::store::demographics;
use saywell::store::episodes::{self, Episode, Person};
use saywell::store::ids::{EpisodeId, InvitationId, LocalityId, OrganisationId, PersonId};
use saywell::store::invitations::{self, Invitation};
use saywell::store::organisations::{self, Locality, Organisation};
use saywell::store::schema::responses;

use super::super::support::answered::Said;
use super::super::support::{App, NOW, clock_at};

/// What nobody may find: parts of names that no page has a reason to say.
pub const NAMES: [&str; 4] = ["Quillfeather", "Xanthippe", "ZZ9 9ZZ", "900 000 0041"];

/// Providers and how many of a hundred people they have; the first three are one consortium.
const PROVIDERS: [(&str, u64); 5] =
    [("Northern Trust", 50), ("Harbour Team", 25), ("Mill Lane", 2), ("Southern Trust", 18), ("Abbey Team", 5)];
const PLACES: [(&str, u64, i32); 6] =
    [("Aldham", 34, 1), ("Brook", 26, 3), ("Cotter", 20, 5), ("Dale", 12, 7), ("Edge", 6, 9), ("Fell", 2, 2)];

pub struct County {
    pub app: App,
    people: Vec<EpisodeId>,
    /// Whom each of them is with.
    with: Vec<OrganisationId>,
    /// Who was asked where they live, and has not said so yet.
    waiting: Vec<(usize, InvitationId)>,
    dice: Dice,
}

/// The same numbers on every machine.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed * 77 + 5)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    pub fn one_of<T: Clone>(&mut self, all: &[(T, u64)]) -> T {
        let mut at = self.below(all.iter().map(|(_, weight)| weight).sum());
        for (one, weight) in all {
            if at < *weight {
                return one.clone();
            }
            at -= weight;
        }
        unreachable!()
    }

    pub fn happens(&mut self, of_a_hundred: u64) -> bool {
        self.below(100) < of_a_hundred
    }
}

/// Who comes into care.
struct Newcomer {
    provider: usize,
    place: usize,
    programme: &'static str,
    born: Date,
    sex: &'static str,
    ethnicity: &'static str,
    language: &'static str,
}

impl Newcomer {
    fn any(dice: &mut Dice, programme: &'static str) -> Self {
        let decade = dice.one_of(&[(1955i16, 8), (1965, 20), (1975, 30), (1985, 30), (1995, 10), (2004, 2)]);
        let providers: Vec<(usize, u64)> = PROVIDERS.iter().map(|(_, share)| *share).enumerate().collect();
        let places: Vec<(usize, u64)> = PLACES.iter().map(|(_, share, _)| *share).enumerate().collect();
        Self {
            provider: dice.one_of(&providers),
            place: dice.one_of(&places),
            programme,
            born: date(if programme == "frail-older-people" { 1940 } else { decade }, 5, 1),
            sex: dice.one_of(&[("2", 50), ("1", 47), ("9", 1), ("X", 2)]),
            ethnicity: dice.one_of(&[("A", 80), ("C", 8), ("G", 1), ("J", 6), ("N", 4), ("S", 1)]),
            language: dice.one_of(&[("en", 92), ("pl", 6), ("cy", 2)]),
        }
    }
}

impl County {
    /// `with_one_more` of its smallest provider and one fewer of its largest; nothing else is another.
    pub fn new(with_one_more: bool) -> Self {
        // Whoever takes everything there is has the patience to go slowly.
        let app = App::with(|settings| settings.staff_requests_per_minute = 1_000_000);
        let random = Random::seeded(4711);
        let ids: Vec<OrganisationId> = PROVIDERS.iter().map(|_| OrganisationId(random.id(&clock_at(-200)))).collect();
        let provider = |(at, (name, _)): (usize, &(&str, u64))| Organisation {
            id: ids[at],
            ods_code: format!("P{at}"),
            name: (*name).to_owned(),
            kind: "partner".to_owned(),
            parent_id: [None, Some(ids[0]), Some(ids[0]), None, Some(ids[3])][at],
        };
        let providers: Vec<Organisation> = PROVIDERS.iter().enumerate().map(provider).collect();
        let place = |(at, (name, _, decile)): (usize, &(&str, u64, i32))| Locality {
            id: LocalityId(random.id(&clock_at(-200))),
            code: format!("E0{at}"),
            name: (*name).to_owned(),
            deprivation_decile: *decile,
        };
        let places: Vec<(Locality, Vec<String>)> = PLACES.iter().enumerate().map(place).map(|one| (one, Vec::new())).collect();
        app.store().write_now("providers", |tx| organisations::add(tx, &providers)).unwrap();
        app.store().write_now("places", |tx| organisations::add_localities(tx, &places)).unwrap();
        let mut county = Self { app, people: Vec::new(), with: Vec::new(), waiting: Vec::new(), dice: Dice::new(99) };
        let places: Vec<LocalityId> = places.iter().map(|(one, _)| one.id).collect();
        let mut newcomers: Vec<Newcomer> = (0..211).map(|_| Newcomer::any(&mut county.dice, "mental-health")).collect();
        newcomers.extend((0..60).map(|_| Newcomer::any(&mut county.dice, "frail-older-people")));
        newcomers.extend((0..60).map(|_| Newcomer::any(&mut county.dice, "maternity")));
        // The last but one of mental health never answers anything.
        let silent = Newcomer {
            provider: if with_one_more { 2 } else { 0 },
            place: 0,
            born: date(1975, 5, 1),
            sex: "2",
            ethnicity: "A",
            language: "en",
            programme: "mental-health",
        };
        newcomers.push(silent);
        county.add(&random, &ids, &places, &newcomers);
        county.answer_first();
        county.ask();
        county.app.count_anew();
        county
    }

    fn add(&mut self, random: &Random, providers: &[OrganisationId], places: &[LocalityId], newcomers: &[Newcomer]) {
        let (mut people, mut episodes, mut records) = (Vec::new(), Vec::new(), Vec::new());
        for (at, who) in newcomers.iter().enumerate() {
            let (person, id) = (PersonId(random.id(&clock_at(-170))), EpisodeId(random.id(&clock_at(-170))));
            let (organisation_id, birth_day, locality_id) = (providers[who.provider], day(who.born), Some(places[who.place]));
            people.push(Person {
                organisation_id,
                id: person,
                birth_day,
                sex: who.sex.to_owned(),
                ethnicity: Some(who.ethnicity.to_owned()),
                locality_id,
                language: who.language.to_owned(),
                ..Person::default()
            });
            let opened = date(2026, 6, 1 + i8::try_from(at % 28).unwrap());
            episodes.push(Episode {
                organisation_id,
                id,
                person_id: person,
                programme: who.programme.to_owned(),
                birth_day,
                locality_id,
                opened_day: day(opened),
                discharged_day: (who.programme == "frail-older-people").then_some(day(opened)),
                delivered_day: (who.programme == "maternity").then_some(day(opened)),
                ..Episode::default()
            });
            if at % 40 == 0 {
                let [family, given, postcode, number] = NAMES.map(str::to_owned);
                let own = Demographics {
                    family_name: family,
                    given_name: given,
                    postcode: Some(postcode),
                    nhs_number: (at == 0).then(|| number.replace(' ', "")),
                    ..Demographics::default()
                };
                let sealed =
                    self.app.state.register().seal(random.id(&clock_at(-170)), (organisation_id, person), &own, NOW.micros()).unwrap();
                records.push((sealed.row, sealed.terms));
            }
            self.people.push(id);
            self.with.push(organisation_id);
        }
        self.app.store().write_now("people", |tx| episodes::add(tx, &people, &episodes)).unwrap();
        self.app.store().write_now("names", |tx| demographics::add(tx, &records)).unwrap();
    }

    /// What was said from July to the middle of August.
    fn answer_first(&mut self) {
        for at in 0..self.people.len() - 1 {
            let episode = self.people[at];
            let on = date(2026, 7 + i8::from(at % 3 == 0), 1 + i8::try_from(at % 14).unwrap());
            for said in self.words(at) {
                self.app.said(Some(episode), on, &said);
            }
        }
        for at in 0..45 {
            let score = 1000 * i64::try_from(self.dice.below(13)).unwrap();
            let said = Said { respondent: "carer", ..Said::of("carer-experience", Vec::new(), vec![("carer-quality-of-life", score)]) };
            self.app.said(None, date(2026, 7 + at % 3, 3), &said);
        }
    }

    /// Who was asked from July to September where they live, and how far they came; nobody knows of the last.
    fn ask(&mut self) {
        let (survey, mut dice) = (self.app.survey("settled-accommodation"), Dice::new(7));
        let answered = self.app.responses("settled-accommodation");
        for at in 0..211 {
            let id = InvitationId(self.app.state.random.id(&self.app.state.clock));
            let own: Vec<_> = answered.iter().filter(|one| one.episode_id == Some(self.people[at])).map(|one| one.id).collect();
            let not_asked = (own.is_empty() && dice.happens(30)).then(|| "declined".to_owned());
            let opened = !own.is_empty() || (not_asked.is_none() && dice.happens(40));
            let row = Invitation {
                organisation_id: self.with[at],
                id,
                episode_id: self.people[at],
                survey_id: survey,
                timepoint: "review".to_owned(),
                asked_day: day(date(2026, 7 + i8::try_from(at % 3).unwrap(), 1 + i8::try_from(at % 20).unwrap())),
                channel: Some("text".to_owned()),
                expires_at: NOW.plus_days(30).micros(),
                sent_at: not_asked.is_none().then_some(NOW.micros()),
                opened_at: opened.then_some(NOW.micros()),
                not_asked,
                ..Invitation::default()
            };
            if own.is_empty() && row.not_asked.is_none() {
                self.waiting.push((at, id));
            }
            let asked = |tx: &mut Conn| {
                invitations::add(tx, std::slice::from_ref(&row))?;
                let theirs = responses::table.filter(responses::survey_id.eq(survey)).filter(responses::id.eq_any(&own));
                Ok(diesel::update(theirs).set(responses::invitation_id.eq(id)).execute(tx)?)
            };
            self.app.store().write_now("asked", asked).unwrap();
        }
    }

    /// What somebody says, of every survey they answer.
    fn words(&mut self, at: usize) -> Vec<Said> {
        let mode = self.dice.one_of(&[("web", 80), ("phone", 14), ("paper", 4), ("kiosk", 2)]);
        let respondent = self.dice.one_of(&[("self", 92), ("proxy", 8)]);
        let score = |dice: &mut Dice, most: u64| 1000 * i64::try_from(dice.below(most)).unwrap();
        let dice = &mut self.dice;
        let said = match at {
            0..211 => {
                let settled = Said::settled(dice.one_of(&[("Y", 70), ("N", 25), ("Z", 5)]));
                let status = dice.one_of(&[("01", 20), ("02", 60), ("08", 15), ("ZZ", 5)]).to_owned();
                let role = dice.one_of(&[("Y", 55), ("N", 45)]).to_owned();
                let answers = vec![("employment-status", "coding", status, false), ("has-meaningful-role", "text", role, true)];
                let both = vec![settled, Said::of("employment", answers, Vec::new())];
                both.into_iter().filter(|_| dice.happens(60)).collect()
            }
            211..271 => {
                let place = dice.one_of(&[("home", 70), ("hospital", 15), ("care-home", 15)]).to_owned();
                let scores = vec![("independence", score(dice, 25))];
                vec![Said::of("independence-at-home", vec![("where-now", "coding", place, false)], scores)]
            }
            _ => {
                let heard = dice.one_of(&[("always", 55), ("mostly", 30), ("never", 10), ("not-applicable", 5)]).to_owned();
                let scores = vec![("wellbeing", score(dice, 25))];
                vec![Said::of("postnatal-wellbeing", vec![("listened-to", "coding", heard, false)], scores)]
            }
        };
        said.into_iter().map(|said| Said { mode, respondent, ..said }).collect()
    }

    /// What happens between two releases: some answer late, some for the first time, and some take their answers back.
    pub fn goes_on(&mut self, month: i8) {
        for _ in 0..12 {
            let at = usize::try_from(self.dice.below(211)).unwrap();
            for said in self.words(at) {
                let on = date(2026, month, 1 + i8::try_from(at % 28).unwrap());
                self.app.says(Some(self.people[at]), on, &said);
            }
        }
        for (at, invitation) in self.waiting.drain(..6).collect::<Vec<_>>() {
            let on = date(2026, month, 1 + i8::try_from(at % 28).unwrap());
            self.app.says_when_asked(Some(self.people[at]), Some(invitation), on, &Said::settled("Y"));
        }
        let own = self.app.responses("settled-accommodation");
        for response in own.iter().step_by(40).filter(|one| one.status == "submitted") {
            self.app.takes_back("settled-accommodation", response.id);
        }
    }
}
