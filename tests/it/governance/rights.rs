//! The rights of people: what is held can be had, put under a hold, left out of figures, and erased without a trace.

use saywell::domain::access::{Action, Role};
use saywell::domain::care::demographics::Demographics;
use saywell::jobs;
use saywell::store::alerts::{self, Alert};
use saywell::store::days::day;
use saywell::store::ids::{EpisodeId, OrganisationId, PersonId};
use saywell::store::{cells, demographics, episodes, retention};

use super::super::support::county::Care;
use super::super::support::database::postgres;
use super::super::support::{App, Browser, NOW};

const NHS_NUMBER: &str = "9434765919";
const SURVEY: &str = "settled-accommodation";

struct World {
    app: App,
    trust: OrganisationId,
    episode: EpisodeId,
    person: PersonId,
    officer: Browser,
}

impl World {
    /// Somebody in care who has answered, and an officer of their provider.
    async fn new() -> Self {
        let app = App::spawn();
        let trust = app.with_provider("Example Trust");
        let (episode, person) = someone(&app, &Care::with(trust));
        let link = app.with_invitation(episode, SURVEY);
        app.count_anew();
        let mut browser = app.invited(&link).await;
        browser.set_out().await.choose_code("01").press().await.open(&format!("/s/{SURVEY}/check")).await.press().await;
        assert_eq!(browser.step(), "done");
        let officer = app.staff(Role::InformationGovernance, trust);
        Self { app, trust, episode, person, officer }
    }

    fn at(&self) -> String {
        format!("/governance/people/{}", self.person.0)
    }

    async fn erase(&mut self, answers: &str) -> u16 {
        let at = format!("{}/erase", self.at());
        self.officer.open(&at).await;
        self.post(&at, &[("answers", answers), ("reason", "They asked for it")]).await;
        self.officer.status
    }

    async fn post(&mut self, address: &str, fields: &[(&str, &str)]) {
        let token = self.officer.attributes("header form input[name=token]", "value")[0].clone();
        self.officer.post(address, &[&[("token", token.as_str())], fields].concat()).await;
    }

    /// Numerator and denominator of the settled-accommodation indicator for everybody, in the month of the tests.
    fn counted(&self) -> (i64, i64) {
        let month = saywell::domain::indicator::Period::of(NOW.date(self.app.state.clock.zone())).number();
        let all = self.app.store().read_now("cells", cells::all).unwrap();
        let counted_as = format!("{SURVEY}@1");
        let own =
            all.iter().filter(|((indicator, breakdown, _, from), _)| *indicator == counted_as && breakdown == "all" && *from <= month);
        own.fold((0, 0), |(numerator, denominator), (_, sums)| (numerator + sums[0], denominator + sums[1]))
    }
}

/// Somebody with a name, in care.
fn someone(app: &App, care: &Care) -> (EpisodeId, PersonId) {
    let episode = app.with_episode(care);
    let person = app.store().read_now("episode", |conn| episodes::find(conn, episode)).unwrap().person_id;
    let record = Demographics {
        given_name: "Wilhelmina".to_owned(),
        family_name: "Featherstonehaugh".to_owned(),
        nhs_number: Some(NHS_NUMBER.to_owned()),
        email: Some("mina@example.org".to_owned()),
        address: vec!["1 Otter Row".to_owned()],
        ..Demographics::default()
    };
    let sealed = app.state.register().seal(app.state.random.id(&app.state.clock), (care.provider, person), &record, 0).unwrap();
    app.store().write_now("record", |tx| demographics::add(tx, &[(sealed.row.clone(), sealed.terms.clone())])).unwrap();
    (episode, person)
}

#[tokio::test]
async fn a_record_is_found_by_nhs_number_and_by_nothing_like_it() {
    let mut world = World::new().await;
    world.officer.open("/governance/people").await;
    world.post("/governance/people", &[("number", "943 476 5919")]).await;
    world.officer.follow().await;
    assert_eq!((world.officer.path(), world.officer.heading().as_str()), (world.at().as_str(), "Wilhelmina Featherstonehaugh"));
    for (typed, says) in [("943 476 5991", "changed places"), ("", "Enter an NHS number"), ("12345", "no such record")] {
        world.officer.open("/governance/people").await;
        world.post("/governance/people", &[("number", typed)]).await;
        assert_eq!(world.officer.status, 422);
        assert!(world.officer.errors()[0].1.contains(says), "{typed}");
    }
    let mut elsewhere = world.app.staff(Role::InformationGovernance, world.app.with_provider("Another Trust"));
    elsewhere.get(&world.at()).await;
    assert_eq!(elsewhere.status, 404);
}

#[tokio::test]
async fn a_copy_has_what_is_held_what_was_answered_and_who_looked() {
    let mut world = World::new().await;
    let at = world.at();
    world.officer.open(&at).await;
    world.post(&format!("{at}/copy"), &[("format", "json")]).await;
    let copy: serde_json::Value = serde_json::from_str(&world.officer.body).unwrap();
    let facts = copy["person"].as_array().unwrap();
    let fact = |name: &str| facts.iter().find(|fact| fact["name"] == name).map(|fact| fact["value"].as_str().unwrap().to_owned());
    assert_eq!(fact("nhs_number").as_deref(), Some(NHS_NUMBER));
    assert_eq!(fact("family_name").as_deref(), Some("Featherstonehaugh"));
    assert_eq!(copy["responses"][0]["survey"], SURVEY);
    assert_eq!(
        (copy["invitations"][0][0]["value"].as_str(), copy["invitations"][0][0]["words"].as_str()),
        (Some(SURVEY), Some("Where you live"))
    );
    assert!(!copy["responses"][0]["answers"][0]["question"].as_str().unwrap().is_empty());
    assert!(!copy["access"].as_array().unwrap().is_empty());
    world.officer.open(&at).await;
    world.post(&format!("{at}/copy"), &[("format", "page")]).await;
    let words = world.officer.words();
    assert!(words.contains("Featherstonehaugh") && words.contains("1 Otter Row"));
    for said in ["Sex Female", "Programme Mental health", "Who answered You", "How On the web", "Where you live"] {
        assert!(words.contains(said), "a code is written out for people: {said} in {words}");
    }
    assert_eq!(world.app.audited(Action::RecordExported).len(), 2);
}

#[tokio::test]
async fn erasing_takes_a_person_out_of_the_figures_and_leaves_no_readable_trace() {
    let mut world = World::new().await;
    assert_eq!(world.counted(), (1, 1));
    let (trust, person) = (world.trust, world.person);
    let record = |world: &World| world.app.store().read_now("record", |conn| demographics::find(conn, trust, person)).unwrap().unwrap();
    let before = record(&world);
    assert_eq!(world.erase("removed").await, 303);
    assert_eq!(world.counted(), (0, 0));
    world.app.count_anew();
    assert_eq!(world.counted(), (0, 0));
    let left = record(&world);
    assert!(left.sealed_key.is_none() && left.sealed.is_none() && left.nhs_number_hash.is_none() && left.email_hash.is_none());
    let held = world.app.database.bytes(world.app.store());
    let mut traces = ["Wilhelmina", "Featherstonehaugh", NHS_NUMBER, "mina@example.org", "Otter Row"].map(str::to_owned).to_vec();
    // SQLite writes over what it frees: not even the key is left, and who has the files and the ring of keys can read nothing. On
    // PostgreSQL what a vacuumed row held stays in its page, sealed, until another row is written there.
    if postgres().is_none() {
        traces.extend([before.sealed_key.unwrap(), before.sealed.unwrap()]);
    }
    for trace in traces {
        assert!(!held.windows(trace.len()).any(|some| some == trace.as_bytes()), "{trace}");
    }
    assert_eq!(world.app.audited(Action::PersonErased).len(), 1);
    let at = world.at();
    world.officer.open(&at).await;
    assert!(world.officer.words().contains("Nothing that names this person is left"));
}

#[tokio::test]
async fn answers_that_are_kept_are_counted_as_before_with_nobody_behind_them() {
    let mut world = World::new().await;
    assert_eq!(world.erase("kept").await, 303);
    assert_eq!(world.counted(), (1, 1));
    world.app.count_anew();
    assert_eq!(world.counted(), (1, 1));
    assert!(world.app.responses(SURVEY).iter().all(|response| response.receipt_hash.is_none() && response.resume_hash.is_empty()));
}

#[tokio::test]
async fn a_legal_hold_keeps_a_record_from_being_erased_until_it_is_lifted() {
    let mut world = World::new().await;
    let at = world.at();
    world.officer.open(&format!("{at}/hold")).await;
    world.post(&format!("{at}/hold"), &[("reason", "Case 17 of 2026")]).await;
    assert_eq!(world.erase("removed").await, 422);
    assert!(world.officer.errors()[0].1.contains("legal hold"));
    assert_eq!(world.counted(), (1, 1));
    world.officer.open(&at).await;
    let lift = world.officer.attributes("form[action*='/hold/']", "action")[0].clone();
    world.post(&lift, &[]).await;
    assert_eq!(world.erase("removed").await, 303);
    assert_eq!(world.counted(), (0, 0));
}

#[tokio::test]
async fn who_is_left_out_is_in_no_figure_until_counted_again() {
    let mut world = World::new().await;
    let figures = format!("{}/figures", world.at());
    world.officer.open(&world.at()).await;
    world.post(&figures, &[("counted", "no")]).await;
    assert_eq!(world.counted(), (0, 0));
    world.app.count_anew();
    assert_eq!(world.counted(), (0, 0));
    world.officer.open(&world.at()).await;
    world.post(&figures, &[("counted", "yes")]).await;
    assert_eq!(world.counted(), (1, 1));
    assert_eq!(world.app.audited(Action::OptOutChanged).len(), 2);
}

#[tokio::test]
async fn a_request_is_due_in_a_month_and_answered_once() {
    let mut world = World::new().await;
    let at = world.at();
    world.officer.open(&format!("{at}/request")).await;
    world.post(&format!("{at}/request"), &[("kind", ""), ("received", "2027-01-01")]).await;
    assert_eq!((world.officer.status, world.officer.errors().len()), (422, 2));
    world.post(&format!("{at}/request"), &[("kind", "access"), ("received", "2026-10-03")]).await;
    world.officer.open("/governance/people").await;
    assert!(world.officer.texts_of("tbody tr")[0].contains("3 November 2026") && world.officer.words().contains("Late"));
    world.officer.open(&at).await;
    let close = world.officer.attributes("form[action*='/request/']", "action")[0].clone();
    world.post(&close, &[("outcome", "done")]).await;
    world.officer.open(&at).await;
    world.post(&close, &[("outcome", "refused")]).await;
    world.officer.open(&at).await;
    assert!(world.officer.words().contains("Done") && !world.officer.words().contains("Refused: "));
    assert_eq!(world.app.audited(Action::RightsAnswered).len(), 1);
}

#[tokio::test]
async fn the_rules_erase_what_nothing_keeps_and_count_first_without_erasing() {
    let mut world = World::new().await;
    let long_ago = Care { closed: Some(jiff::civil::date(2006, 1, 31)), opened: jiff::civil::date(2005, 1, 1), ..Care::with(world.trust) };
    let old = world.app.with_episode(&long_ago);
    let held = world.app.with_episode(&long_ago);
    let person = |episode| world.app.store().read_now("episode", |conn| episodes::find(conn, episode)).unwrap().person_id;
    let (gone, kept) = (person(old), person(held));
    let hold = saywell::store::holds::Hold {
        organisation_id: world.trust,
        id: 1,
        person_id: kept,
        reason: "Case 17".to_owned(),
        placed_by: world.app.with_staff("A Colleague", &[]),
        placed_at: 0,
        lifted_at: None,
    };
    world.app.store().write_now("hold", |tx| saywell::store::holds::place(tx, &hold)).unwrap();
    world.officer.open("/governance/retention").await;
    world.post("/governance/retention", &[]).await;
    world.officer.open("/governance/retention").await;
    let run = world.app.store().read_now("runs", |conn| retention::runs(conn, 10)).unwrap().remove(0);
    assert_eq!((run.is_dry, run.found, run.erased, run.held), (true, 2, 0, 1));
    assert!(world.officer.words().contains("counted only"));
    jobs::keep_the_rules(&world.app.state).await.unwrap();
    let run = world.app.store().read_now("runs", |conn| retention::runs(conn, 10)).unwrap().into_iter().find(|run| !run.is_dry).unwrap();
    assert_eq!((run.found, run.erased, run.held), (2, 1, 1));
    let erased = |person| {
        let trust = world.trust;
        world.app.store().read_now("erased", |conn| saywell::store::erasure::is_erased(conn, trust, person)).unwrap()
    };
    assert!(erased(gone) && !erased(kept) && !erased(world.person));
    assert!(day(long_ago.opened) < 20_000 && world.episode != old);
}

/// The first of July in the year that everybody in these tests was born in.
const MIDDLE: jiff::civil::Date = jiff::civil::date(1980, 7, 1);

/// A second record of the same person, with these fields besides.
async fn twin(world: &World, desk: &mut Browser, more: &[(&str, &str)]) -> PersonId {
    let same = [
        ("given-name", "Wilhelmina"),
        ("family-name", "Featherstonehaugh"),
        ("birth-day", "1"),
        ("birth-month", "5"),
        ("birth-year", "1980"),
        ("sex", "2"),
    ];
    let id = desk.register(&[&same[..], more].concat()).await;
    desk.open(&format!("/provider/people/{}/merge/{}", world.person.0, id.0)).await.press().await;
    assert!(desk.words().contains("The two records are one now."), "{}", desk.words());
    id
}

#[tokio::test]
async fn who_opts_out_with_their_care_coordinator_is_in_no_figure_either() {
    let world = World::new().await;
    let mut desk = world.app.staff(Role::CareCoordinator, world.trust);
    let edit = format!("/provider/people/{}/edit", world.person.0);
    for (said, counted) in [("yes", (0, 0)), ("no", (1, 1))] {
        desk.send_form(&edit, &[("opted-out", said)]).await;
        assert_eq!((desk.status, world.counted()), (303, counted), "{said}: {:?}", desk.errors());
        assert!(world.app.is_counted_right(), "{said}");
    }
}

#[tokio::test]
async fn an_opt_out_in_one_of_two_records_holds_for_the_figures_of_both() {
    let world = World::new().await;
    let mut desk = world.app.staff(Role::CareCoordinator, world.trust);
    twin(&world, &mut desk, &[("opted-out", "yes")]).await;
    assert_eq!((world.counted(), world.app.is_counted_right()), ((0, 0), true));
}

#[tokio::test]
async fn erasing_a_record_erases_those_that_became_part_of_it() {
    let mut world = World::new().await;
    let mut desk = world.app.staff(Role::CareCoordinator, world.trust);
    let gone = twin(&world, &mut desk, &[("needs", "large-print")]).await;
    assert_eq!(world.erase("removed").await, 303);
    for id in [world.person, gone] {
        let left = world.app.person(id);
        assert_eq!((left.birth_day, left.sex.as_str(), left.needs, left.erased_at.is_some()), (day(MIDDLE), "X", None, true));
    }
}

#[tokio::test]
async fn of_answers_that_are_kept_neither_the_birthday_nor_what_was_never_sent_is_left() {
    let mut world = World::new().await;
    let link = world.app.with_invitation(world.episode, "employment");
    world.app.invited(&link).await.set_out().await.pick_first().press().await;
    assert_eq!(world.app.responses("employment").len(), 1);
    assert_eq!(world.erase("kept").await, 303);
    assert!(world.app.responses("employment").is_empty() && world.app.rows("employment").is_empty());
    assert_eq!(world.app.episodes_of(world.person)[0].birth_day, day(MIDDLE));
    assert!(world.counted() == (1, 1) && world.app.is_counted_right());
}

#[tokio::test]
async fn a_copy_tells_who_looked_at_the_alert_too_and_at_the_record_that_was_taken_in() {
    let mut world = World::new().await;
    let mut desk = world.app.staff(Role::CareCoordinator, world.trust);
    twin(&world, &mut desk, &[]).await;
    let response = world.app.responses(SURVEY).remove(0);
    let alert = Alert {
        survey_id: response.survey_id,
        response_id: response.id,
        link_id: "accommodation-type".to_owned(),
        organisation_id: Some(world.trust),
        ..Alert::default()
    };
    world.app.store().write_now("alert", |tx| alerts::add(tx, &alert)).unwrap();
    desk.open(&format!("/provider/alerts/{}", response.id.0)).await;
    assert_eq!(desk.status, 200);
    let at = world.at();
    world.officer.open(&at).await;
    world.post(&format!("{at}/copy"), &[("format", "json")]).await;
    let copy: serde_json::Value = serde_json::from_str(&world.officer.body).unwrap();
    let told = copy["access"].to_string();
    for action in ["Registered a person", "Looked at an alert"] {
        assert!(told.contains(action), "{action}: {told}");
    }
}

#[tokio::test]
async fn a_form_that_is_sent_twice_is_noted_once() {
    let mut world = World::new().await;
    let at = world.at();
    for _ in 0..2 {
        world.officer.open(&at).await;
        world.post(&format!("{at}/hold"), &[("reason", "Case 17 of 2026")]).await;
        world.officer.open(&at).await;
        world.post(&format!("{at}/request"), &[("kind", "access"), ("received", "2026-11-03")]).await;
    }
    world.officer.open(&at).await;
    for what in ["form[action*='/hold/']", "form[action*='/request/']"] {
        assert_eq!(world.officer.attributes(what, "action").len(), 1, "{what}");
    }
    assert_eq!((world.app.audited(Action::HoldPlaced).len(), world.app.audited(Action::RightsRequested).len()), (1, 1));
}
