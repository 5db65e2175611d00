//! What is done for every person, every message and every turn reads what it needs and never a whole table. Asked of SQLite, which
//! says how it would go about each statement; the indexes are the same on both databases.

use std::sync::{Arc, Mutex};

use diesel::connection::{Connection, InstrumentationEvent};
use diesel::prelude::*;
use diesel::sql_types::Text;
use jiff::civil::date;
use saywell::domain::care::channel::Channel;
use saywell::domain::care::retention::{BUILT_IN, Rules};
use saywell::domain::care::schedule::{Anchor, Span};
use saywell::store::cases::{self, Wanted};
use saywell::store::erasure::{self, Answers, Order};
use saywell::store::ids::{InvitationId, OrganisationId, PersonId};
use saywell::store::intake::{self, Named};
use saywell::store::{Conn, Result, episodes, invitations, letter_post, messages, people, retention, subjects};

use super::super::support::App;
use super::super::support::county::Care;

/// Tables that grow with the people of a county.
const LARGE: [&str; 10] =
    ["people", "episodes", "invitations", "responses", "answers", "scores", "messages", "demographics", "alerts", "facts"];

#[derive(QueryableByName)]
struct Step {
    #[diesel(sql_type = Text)]
    detail: String,
}

/// True for a step that reads a large table from one end to the other, or all that one organisation has in it.
fn is_scan(step: &Step) -> bool {
    let whole = |table: &str| step.detail == format!("SCAN {table}");
    let own = |table: &str| step.detail.starts_with(&format!("SEARCH {table} ")) && step.detail.ends_with("(organisation_id=?)");
    LARGE.iter().any(|table| whole(table) || own(table))
}

/// The statements of a piece of work that read too much.
fn scans(app: &App, work: impl Fn(&mut Conn) -> Result<()>) -> Vec<String> {
    let said = Arc::new(Mutex::new(Vec::new()));
    let heard = said.clone();
    let listened = |tx: &mut Conn| {
        let heard = heard.clone();
        tx.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::StartQuery { query, .. } = event {
                heard.lock().unwrap().push(query.to_string());
            }
        });
        let done = work(tx);
        tx.set_instrumentation(|_: InstrumentationEvent<'_>| {});
        done
    };
    app.store().write_now("listened", listened).unwrap();
    let all: Vec<String> = said.lock().unwrap().clone();
    let mut scans = Vec::new();
    for statement in all {
        let text = statement.split(" -- binds").next().unwrap_or_default().to_owned();
        // Where a list is empty nothing is read at all.
        if text.contains("(1=0)") || !["SELECT", "UPDATE", "DELETE"].iter().any(|word| text.starts_with(word)) {
            continue;
        }
        let steps = |conn: &mut Conn| Ok(diesel::sql_query(format!("EXPLAIN QUERY PLAN {text}")).load::<Step>(conn)?);
        let steps = app.store().read_now("explained", steps).unwrap();
        scans.extend(steps.iter().filter(|step| is_scan(step)).map(|step| format!("{}: {text}", step.detail)));
    }
    scans
}

fn is_sqlite(app: &App) -> bool {
    app.store().read_now("which", |conn| Ok(matches!(conn, Conn::Sqlite(_)))).unwrap()
}

fn of_every_step(organisation: OrganisationId) -> impl Fn(&mut Conn) -> Result<()> {
    move |tx| {
        for anchor in Anchor::ALL {
            let wanted = Wanted {
                organisation,
                programme: "maternity".to_owned(),
                schedule: "postnatal-wellbeing".to_owned(),
                timepoint: "birth-6-8-weeks".to_owned(),
                anchor: *anchor,
                days: Span { first: date(2026, 11, 1), last: date(2026, 11, 22) },
            };
            cases::undecided(tx, &wanted)?;
        }
        cases::again(tx, (organisation, "postnatal-wellbeing"), 1, InvitationId(0))?;
        messages::due(tx, &[Channel::Email], 1, 50)?;
        letter_post::waiting(tx, &[organisation], 1)?;
        Ok(())
    }
}

#[test]
fn no_turn_and_no_answer_reads_a_whole_table() {
    let app = App::spawn();
    if !is_sqlite(&app) {
        return;
    }
    let organisation = app.with_provider("North Team");
    let episode = app.with_episode(&Care::with(organisation));
    app.with_invitation(episode, "employment");
    let own = app.store().read_now("episode", |conn| episodes::find(conn, episode)).unwrap();
    let asked = app.store().read_now("asked", |conn| cases::of_episodes(conn, organisation, &[episode])).unwrap();
    assert_eq!(asked.len(), 1);
    assert_eq!(scans(&app, of_every_step(organisation)), Vec::<String>::new());
    let answered = |tx: &mut Conn| {
        let id = InvitationId(1);
        invitations::opened(tx, id, 1)?;
        invitations::started(tx, id, 1)?;
        invitations::finished(tx, id, 1)?;
        invitations::declined(tx, id, 1)?;
        subjects::of_episodes(tx, std::slice::from_ref(&own))?;
        subjects::surveys_asked(tx, own.id)?;
        people::count_anew(tx, organisation, own.person_id, &[])
    };
    assert_eq!(scans(&app, answered), Vec::<String>::new());
    let numbers = vec!["one".to_owned(), "two".to_owned()];
    let named = Named { people: numbers.clone(), nhs_numbers: numbers.clone(), episodes: numbers };
    assert_eq!(scans(&app, |tx| intake::known(tx, organisation, &named).map(drop)), Vec::<String>::new());
}

#[test]
fn nobody_is_erased_by_reading_what_everybody_said() {
    let app = App::spawn();
    if !is_sqlite(&app) {
        return;
    }
    let organisation = app.with_provider("North Team");
    for answers in [Answers::Kept, Answers::Removed] {
        let episode = app.with_episode(&Care::with(organisation));
        let person = app.store().read_now("episode", |conn| episodes::find(conn, episode)).unwrap().person_id;
        let (id, reason) = (episode.0, "They asked for it".to_owned());
        let order = Order { id, organisation, person, by: None, reason, answers, at: 1 };
        assert_eq!(scans(&app, |tx| erasure::erase(tx, &order, &[]).map(drop)), Vec::<String>::new());
    }
    let rules = Rules::parse(BUILT_IN).unwrap();
    let looked = |tx: &mut Conn| retention::over(tx, &rules, date(2026, 11, 22), Some((organisation, PersonId(0))), 500).map(drop);
    assert_eq!(scans(&app, looked), Vec::<String>::new());
}
