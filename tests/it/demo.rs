//! The demo county: the same for the same seed, of the size that was asked for, and with nobody's data in it.

use std::collections::BTreeMap;

use jiff::civil::date;
use jiff::tz::TimeZone;
use saywell::catalogue::{self, Catalogue, Current};
use saywell::clock::{Clock, Moment};
use saywell::demo::{self, Plan, Setting, Stage, Step, Summary};
use saywell::domain::framework::{BUILT_IN, Framework};
use saywell::keys::KeyRing;
use saywell::random::Random;
use saywell::register::Register;
use saywell::secret::{Secret, token_hash};
use saywell::store::{Address, Store, accounts, alerts, cells, days, invited, organisations, surveys};
use saywell::words::Words;

type Cells = BTreeMap<(String, String, i64, i32), [i64; 5]>;

struct County {
    _folder: tempfile::TempDir,
    store: Store,
    summary: Summary,
    steps: Vec<Step>,
}

impl County {
    async fn seeded(seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(Address::Sqlite(folder.path().join("demo.sqlite")), 2).unwrap();
        store.migrate().unwrap();
        // 2026-11-22 at noon.
        let clock = Clock::fixed(Moment::from_micros(1_795_348_800_000_000), TimeZone::get("Europe/London").unwrap());
        catalogue::import_built_in(&store, &clock, &Random::seeded(1)).unwrap();
        let surveys = every_survey(&store).await;
        let framework = Framework::parse(BUILT_IN).unwrap();
        let secret = Secret::new("a key of thirty-two characters or more".into());
        let (register, words) = sealers();
        let setting = Setting {
            store: &store,
            clock: &clock,
            secret: &secret,
            register: &register,
            words: &words,
            framework: &framework,
            surveys: &surveys,
        };
        let plan = Plan { seed, scale: 0.005, today: date(2026, 11, 22) };
        assert!(!demo::is_seeded(&store).unwrap());
        let mut steps = Vec::new();
        let summary = demo::seed(&setting, &plan, &mut |step| steps.push(step)).unwrap();
        Self { _folder: folder, store, summary, steps }
    }

    fn cells(&self) -> Cells {
        self.store.read_now("cells", cells::all).unwrap()
    }
}

fn sealers() -> (Register, Words) {
    let random = Random::seeded(1);
    let keys = KeyRing::parse(&KeyRing::fresh(&random)).unwrap();
    let words = Words::new(keys.clone(), random.clone());
    (Register::new(keys, Secret::new("a key of thirty-two characters or more".into()), random), words)
}

async fn every_survey(store: &Store) -> Vec<Current> {
    let catalogue = Catalogue::default();
    let mut all = Vec::new();
    for (survey, _) in store.read_now("surveys", surveys::list).unwrap() {
        all.push(catalogue.current(store, &survey.key).await.unwrap());
    }
    all
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
    assert!((140..300).contains(&county.summary.responses), "{:?}", county.summary);
    assert!(county.summary.invitations > county.summary.responses - 20, "{:?}", county.summary);
    let (providers, localities) =
        county.store.read_now("places", |conn| Ok((organisations::providers(conn)?, organisations::localities(conn)?))).unwrap();
    assert_eq!((providers.len(), localities.len()), (8, 13));
}

#[tokio::test]
async fn every_indicator_of_the_framework_has_figures() {
    let cells = County::seeded(7).await.cells();
    for indicator in Framework::parse(BUILT_IN).unwrap().indicators {
        assert!(cells.keys().any(|(key, ..)| *key == indicator.key), "{} has no cells", indicator.key);
    }
    assert!(cells.keys().any(|(key, ..)| key == "response:event-feedback"));
}

#[tokio::test]
async fn a_county_that_is_complete_can_be_signed_in_to_and_answered() {
    let county = County::seeded(7).await;
    assert!(demo::is_seeded(&county.store).unwrap());
    county.store.read_now("account", |conn| accounts::find(conn, demo::EMAIL)).unwrap();
    assert!(!county.summary.links.is_empty());
    for link in &county.summary.links {
        let hash = token_hash(&link.token);
        let found = county.store.read_now("link", |conn| invited::by_token_hash(conn, &hash)).unwrap().unwrap();
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
    let waiting = county.store.read_now("alerts", alerts::untold).unwrap();
    assert!(waiting.len() <= 1, "{waiting:?}");
}
