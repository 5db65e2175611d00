//! What a file means for people of whom more is known than it says: who opted out, moved, was merged, was erased, or was
//! registered by hand while the file waited.

use diesel::prelude::*;
use saywell::domain::care::demographics::Demographics;
use saywell::domain::care::import::Choice;
use saywell::store::episodes::Person;
use saywell::store::erasure::{self, Answers, Order};
use saywell::store::ids::{OrganisationId, PersonId};
use saywell::store::intake::{self, Batch};
use saywell::store::merging::{self, Pair};
use saywell::store::schema::people;
use saywell::store::{Conn, Error, demographics, episodes};

use super::super::support::{App, NOW};
use super::{HEADING, counts};

/// Two people, each with an open episode, in a part of a county.
fn file(area: &str, opted_out: &str) -> String {
    let person = |number: usize| format!("P{number},,Zofia,Nowak,1980-02-01,F,,{area} 1AA,E{number},mental-health,2026-03-01,,{opted_out}");
    format!("{HEADING},opted_out\n{}\n{}\n", person(1), person(2))
}

impl App {
    /// Makes the second of two people one with the first.
    fn made_one(&self, organisation: OrganisationId) -> (PersonId, PersonId) {
        let all = self.everybody(organisation);
        let (stays, goes) = (&all[0], &all[1]);
        let row = |id| self.store().read_now("record", |conn| demographics::find(conn, organisation, id)).unwrap().unwrap();
        let whole = self.state.register().reseal(&row(stays.0.id), &stays.1, NOW.micros()).unwrap().unwrap();
        let pair = Pair {
            organisation,
            stays: stays.0.id,
            goes: goes.0.id,
            whole: (whole.row, whole.terms),
            seen: row(goes.0.id).revision,
            now: NOW.micros(),
        };
        assert!(self.store().write_now("merge", |tx| merging::merge(tx, &pair, &[])).unwrap());
        (pair.stays, pair.goes)
    }
}

#[tokio::test]
async fn who_opted_out_by_a_file_is_in_no_figure_from_then_on() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    app.imported(organisation, file("OX1", "no")).await;
    for episode in app.episodes_at(organisation) {
        app.with_invitation(episode.id, "employment");
    }
    app.count_anew();
    assert_eq!(counts(&app.imported(organisation, file("OX1", "yes")).await), [0, 2, 0, 0]);
    assert!(app.is_counted_right());
}

#[tokio::test]
async fn who_moved_is_counted_where_they_live_now_in_care_that_goes_on() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    let (_, there) = (app.with_locality("North End", "OX1"), app.with_locality("South End", "OX2"));
    app.imported(organisation, file("OX1", "")).await;
    app.with_invitation(app.episodes_at(organisation)[0].id, "employment");
    app.count_anew();
    app.imported(organisation, file("OX2", "")).await;
    assert!(app.episodes_at(organisation).iter().all(|episode| episode.locality_id == Some(there)));
    assert!(app.is_counted_right());
}

#[tokio::test]
async fn nobody_who_was_erased_comes_back_by_the_number_of_a_record_they_took_in() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    app.imported(organisation, file("OX1", "")).await;
    let (stays, goes) = app.made_one(organisation);
    let order = Order {
        id: 1,
        organisation,
        person: stays,
        by: None,
        reason: "They asked for it".to_owned(),
        answers: Answers::Removed,
        at: NOW.micros(),
    };
    app.store().write_now("erase", |tx| erasure::erase(tx, &order, &[])).unwrap();
    let traces: Person = app.store().read_now("person", |conn| Ok(people::table.find((organisation, goes)).first(conn)?)).unwrap();
    assert_ne!((traces.birth_day, traces.erased_at), (3683, None), "of what was taken in nothing stays either");
    let import = app.imported(organisation, file("OX1", "")).await;
    assert_eq!(app.refusals(import.id), [2, 3].map(|line| (line, "erased".to_owned())));
    assert!(app.episodes_at(organisation).is_empty());
}

#[tokio::test]
async fn what_staff_changed_since_lines_were_compared_is_not_undone() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    app.imported(organisation, file("OX1", "")).await;
    let before = app.episodes_at(organisation).remove(0);
    let by_staff = episodes::Episode { closed_day: Some(20_600), changed_at: Some(NOW.micros() + 1), ..before.clone() };
    let change = |tx: &mut Conn| saywell::store::registrations::change_episode(tx, &by_staff, before.changed_at, &[]);
    assert!(app.store().write_now("change", change).unwrap());
    let by_file = episodes::Episode { cluster: Some("04".to_owned()), changed_at: Some(NOW.micros() + 2), ..before.clone() };
    let batch = Batch { changed_episodes: vec![(by_file, before.changed_at)], ..Batch::default() };
    let written = app.store().write_now("write", |tx| intake::write(tx, &batch, &[]));
    assert!(matches!(written, Err(Error::Taken(_))), "{written:?}");
}

#[tokio::test]
async fn all_or_nothing_holds_for_what_was_registered_while_the_file_waited() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    let lines = "P1,,Anna,Nowak,1980-02-01,F,,,,,,\nP2,9434765919,Zofia,Nowak,1980-02-01,F,,,,,,\n";
    let import = app.checked(organisation, format!("{HEADING}\n{lines}")).await;
    assert_eq!(counts(&import), [2, 0, 0, 0]);
    let id = PersonId(app.state.random.id(&app.state.clock));
    let (sex, language) = ("2".to_owned(), "en".to_owned());
    let other = Person { organisation_id: organisation, id, birth_day: 1, sex, language, ..Person::default() };
    let record = Demographics { nhs_number: Some("9434765919".to_owned()), ..Demographics::default() };
    let kept = app.state.register().seal(7, (organisation, id), &record, NOW.micros()).unwrap();
    let add = |tx: &mut Conn| {
        episodes::add(tx, std::slice::from_ref(&other), &[])?;
        demographics::add(tx, &[(kept.row.clone(), kept.terms.clone())])
    };
    app.store().write_now("register", add).unwrap();
    let import = app.begun(&import, Choice::AllOrNothing).await;
    assert_eq!((import.status.as_str(), app.everybody(organisation).len(), app.parts()), ("refused", 1, 0));
    assert_eq!(app.refusals(import.id), [(3, "nhs-number-birth".to_owned())]);
}
