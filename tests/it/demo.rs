//! The demo county: the same for the same seed, of the size that was asked for, and with nobody's data in it.

use std::collections::BTreeMap;

use jiff::civil::date;
use saywell::demo::{self, Plan, Setting, Stage, Step, Summary};
use saywell::domain::access::Action;
use saywell::domain::engagement::State;
use saywell::domain::framework::{BUILT_IN, Framework};
use saywell::secret::token_hash;
use saywell::store::events::{self, Event};
use saywell::store::moderation::{self, Counts};
use saywell::store::{
    Store, accounts, alerts, attendees, cells, codings, days, event_messages, event_results, invited, organisations, validations,
};

use crate::support::{App, Browser, NOW};

type Cells = BTreeMap<(String, String, i64, i32), [i64; 5]>;

struct County {
    app: App,
    summary: Summary,
    steps: Vec<Step>,
}

impl County {
    async fn seeded(seed: u64) -> Self {
        let app = App::spawn();
        let surveys = app.state.catalogue.all(app.store()).unwrap();
        let plan = Plan { seed, scale: 0.005, today: date(2026, 11, 22) };
        assert!(!demo::is_seeded(app.store()).unwrap());
        let mut steps = Vec::new();
        let summary = demo::seed(&Setting { app: &app.state, surveys: &surveys }, &plan, &mut |step| steps.push(step)).await.unwrap();
        Self { app, summary, steps }
    }

    fn store(&self) -> &Store {
        self.app.store()
    }

    fn cells(&self) -> Cells {
        self.store().read_now("cells", cells::all).unwrap()
    }

    /// The events that are over, under way and to come.
    fn events(&self) -> [Event; 3] {
        let find = |conn: &mut saywell::store::Conn| {
            let board = accounts::find(conn, demo::EMAIL)?.organisation_id;
            events::list(conn, &[board])
        };
        let mut all = self.store().read_now("events", find).unwrap();
        all.reverse();
        all.try_into().unwrap()
    }

    fn comments(&self, event: &Event) -> Counts {
        self.store().read_now("comments", |conn| moderation::counts(conn, &[event.id])).unwrap()
    }

    fn signed_in(&self, email: &str) -> Browser {
        let account = self.store().read_now("account", |conn| accounts::find(conn, email)).unwrap();
        self.app.signed_in(account.id)
    }
}

#[tokio::test]
async fn the_same_seed_gives_the_same_county() {
    let (one, same, other) = (County::seeded(7).await, County::seeded(7).await, County::seeded(8).await);
    assert_eq!(one.cells(), same.cells());
    assert_eq!(one.summary.links, same.summary.links);
    assert_ne!(one.cells(), other.cells());
}

#[tokio::test]
async fn a_county_is_as_large_as_its_scale_says() {
    let county = County::seeded(7).await;
    assert_eq!(county.summary.episodes, 300);
    // The events are as large as ever.
    let responses = county.summary.responses - 181;
    assert!((140..300).contains(&responses), "{:?}", county.summary);
    assert!(county.summary.invitations > responses - 20, "{:?}", county.summary);
    let (providers, localities) =
        county.store().read_now("places", |conn| Ok((organisations::providers(conn)?, organisations::localities(conn)?))).unwrap();
    assert_eq!((providers.len(), localities.len()), (8, 13));
}

#[tokio::test]
async fn every_indicator_of_the_framework_has_figures() {
    let cells = County::seeded(7).await.cells();
    for indicator in Framework::parse(BUILT_IN).unwrap().indicators {
        assert!(cells.keys().any(|(key, ..)| *key == indicator.counted_as()), "{} has no cells", indicator.key);
    }
    assert!(cells.keys().any(|(key, ..)| key == "response:event-feedback@1"));
}

#[tokio::test]
async fn a_county_that_is_complete_can_be_signed_in_to_and_answered() {
    let county = County::seeded(7).await;
    assert!(demo::is_seeded(county.store()).unwrap());
    county.store().read_now("account", |conn| accounts::find(conn, demo::EMAIL)).unwrap();
    assert!(!county.summary.links.is_empty());
    for link in &county.summary.links {
        let hash = token_hash(&link.token);
        let found = county.store().read_now("link", |conn| invited::by_token_hash(conn, &hash)).unwrap().unwrap();
        assert_eq!((found.survey.as_str(), days::date(found.person.birth_day)), (link.survey.as_str(), link.born));
    }
}

#[tokio::test]
async fn progress_ends_where_it_said_it_would() {
    let county = County::seeded(7).await;
    for stage in [Stage::Inventing, Stage::Counting] {
        let last = county.steps.iter().rfind(|step| step.stage == stage).unwrap();
        assert_eq!(last.done, last.of, "{stage:?}");
    }
}

#[tokio::test]
async fn a_fresh_demo_does_not_write_to_the_team_about_old_alerts() {
    let county = County::seeded(7).await;
    let waiting = county.store().read_now("alerts", alerts::untold).unwrap();
    assert!(waiting.len() <= 1, "{waiting:?}");
}

#[tokio::test]
async fn one_event_is_over_one_runs_and_one_is_to_come() {
    let county = County::seeded(7).await;
    let events = county.events();
    let states = events.each_ref().map(|event| event.state(NOW.micros()));
    assert_eq!(states, [State::Closed, State::Open, State::Planned]);
    let sent = |event: &Event| {
        let survey = event.survey_id.unwrap();
        county.store().read_now("sent", |conn| event_results::answered(conn, survey)).unwrap().len()
    };
    let [over, now, coming] = events.each_ref().map(sent);
    assert!((150..=170).contains(&over) && now == 23 && coming == 0, "{over} {now} {coming}");
}

#[tokio::test]
async fn what_was_said_at_the_event_that_is_over_is_read_coded_and_answered() {
    let county = County::seeded(7).await;
    let [over, ..] = county.events();
    let comments = county.comments(&over);
    assert!(comments.published >= 5 && comments.kept_back >= 2 && comments.waiting > comments.published, "{comments:?}");
    let coded = county.store().read_now("coded", |conn| codings::of_event(conn, over.id)).unwrap();
    let [twice, settled] =
        [coded.iter().filter(|one| one.is_coded_twice()).count(), coded.iter().filter(|one| one.themed_at.is_some()).count()];
    assert!(settled > 10 && (1..=3).contains(&(twice - settled)) && coded.len() > twice, "{} {twice} {settled}", coded.len());
    assert!(over.answered_back_at.is_some());
    let decided = county.store().read_now("validations", validations::all).unwrap();
    let told: Vec<(&str, &str)> = decided.iter().map(|(_, key, decision)| (key.as_str(), decision.verdict.code())).collect();
    assert_eq!(told, [("crisis-response", "sent-back"), ("carer-quality-of-life", "validated")]);
    let trail = county.app.trail();
    assert!(trail.iter().any(|line| line.action == Action::CommentKeptBack.code() && !line.reason.is_empty()));
}

#[tokio::test]
async fn whoever_was_expected_was_written_to_and_whoever_wants_no_emails_is_not() {
    let county = County::seeded(7).await;
    let [over, _, coming] = county.events();
    let (counts, messages) = county
        .store()
        .read_now("over", |conn| Ok((attendees::counts(conn, over.id, NOW.micros())?, event_messages::of_event(conn, over.id)?)))
        .unwrap();
    assert!(counts.expected == 30 && counts.came == 22 && counts.answered > 10 && counts.left > 5, "{counts:?}");
    for kind in ["invitation", "follow-up", "reminder", "thanks", "news"] {
        assert!(messages.iter().any(|message| message.kind == kind), "{kind}");
    }
    assert!(messages.iter().all(|message| message.sent_at.is_some()));
    let find = |conn: &mut saywell::store::Conn| Ok((attendees::of_event(conn, coming.id)?, event_messages::of_event(conn, coming.id)?));
    let (expected, invited) = county.store().read_now("coming", find).unwrap();
    assert_eq!(expected.iter().filter(|one| one.not_asked.is_some()).count(), 1);
    assert!(expected.iter().any(|one| one.email_hash.is_none()));
    assert!(!invited.is_empty() && invited.iter().all(|message| message.sent_at.is_none()));
    let written = |id| invited.iter().any(|message| message.attendee_id == id);
    assert!(expected.iter().all(|one| written(one.id) == (one.email_hash.is_some() && one.not_asked.is_none())));
}

#[tokio::test]
async fn the_pages_of_the_event_that_is_over_have_something_to_say() {
    let county = County::seeded(7).await;
    let [over, ..] = county.events();
    let at = format!("/engage/{}", over.id.0);
    let mut lead = county.signed_in("engagement@marlshire.example");
    for page in ["", "/results", "/coding", "/agreement", "/answers", "/people", "/tablets"] {
        lead.get(&format!("{at}{page}")).await;
        assert_eq!(lead.status, 200, "{page}");
    }
    lead.get(&format!("{at}/results")).await;
    assert!(lead.words().contains("The people who care for me feel supported"));
    assert!(!lead.words().contains("still running"));
    for page in ["/engage", "/engage/comments", "/engage/themes", "/engage/results"] {
        lead.get(page).await;
        assert_eq!(lead.status, 200, "{page}");
    }
    let mut approver = county.signed_in("approver@marlshire.example");
    approver.get("/framework/indicators/carer-quality-of-life").await;
    assert!(approver.words().contains("Validated with patients and carers on"), "{}", approver.words());
    assert!(approver.words().contains(&over.title));
    let mut anybody = county.app.patient();
    anybody.get(&format!("/e/{}/heard", over.join_code)).await;
    assert_eq!(anybody.status, 200);
    assert!(anybody.words().contains("answering machine"));
    assert!(!["Okafor", "01632 960 177", "Kowalska"].iter().any(|taken_out| anybody.words().contains(taken_out)));
    anybody.get("/heard").await;
    assert!(anybody.words().contains(&over.title));
}
