//! Who was heard and who was not: a provider sees its own people as they are counted, the commissioner everybody as far as
//! disclosure control lets it out.

use jiff::civil::date;
use saywell::domain::access::{Action, Role};
use saywell::store::days::day;
use saywell::store::ids::{InvitationId, OrganisationId};
use saywell::store::invitations::{self, Invitation};
use saywell::store::{Conn, episodes};

use super::super::support::county::Care;
use super::super::support::{App, Browser, NOW};

/// People of a provider who were asked by text message in November, of whom some finished.
fn asked(app: &App, provider: OrganisationId, many: usize, finished: usize) {
    for at in 0..many {
        let row = Invitation { finished_at: (at < finished).then_some(NOW.micros()), ..invitation(app, provider) };
        app.store().write_now("asked", |tx| invitations::add(tx, std::slice::from_ref(&row))).unwrap();
    }
}

fn invitation(app: &App, provider: OrganisationId) -> Invitation {
    let episode = app.with_episode(&Care::with(provider));
    let care = app.store().read_now("episode", |conn: &mut Conn| episodes::find(conn, episode)).unwrap();
    Invitation {
        organisation_id: care.organisation_id,
        id: InvitationId(app.state.random.id(&app.state.clock)),
        episode_id: episode,
        survey_id: app.survey("employment"),
        timepoint: "review".to_owned(),
        asked_day: day(date(2026, 11, 2)),
        channel: Some("text".to_owned()),
        expires_at: NOW.plus_days(30).micros(),
        sent_at: Some(NOW.micros()),
        ..Invitation::default()
    }
}

/// The cells of the row of that name in the table with that caption.
fn row(browser: &Browser, caption: &str, name: &str) -> Vec<String> {
    let at = browser.texts_of("caption").iter().position(|one| one == caption).unwrap_or_else(|| panic!("{}", browser.words()));
    let table = format!("section:nth-of-type({}) tbody tr", at + 1);
    let names = browser.texts_of(&format!("{table} th .app-cell"));
    let at = names.iter().position(|one| one == name).unwrap_or_else(|| panic!("{names:?}"));
    browser.texts_of(&format!("{table}:nth-child({}) td .app-cell", at + 1))
}

#[tokio::test]
async fn a_provider_sees_how_far_its_own_people_came_and_nobody_elses() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    asked(&app, north, 3, 1);
    asked(&app, south, 7, 7);
    let left = Invitation { not_asked: Some("declined".to_owned()), sent_at: None, ..invitation(&app, north) };
    let outside = Invitation { not_asked: Some("not-eligible".to_owned()), sent_at: None, ..invitation(&app, north) };
    app.store().write_now("left out", |tx| invitations::add(tx, &[left.clone(), outside.clone()])).unwrap();
    let mut manager = app.staff(Role::ProviderManager, north);
    manager.open("/provider/heard").await;
    assert_eq!(row(&manager, "Everybody", "Everybody")[..6], ["4", "3", "3", "1", "1", "1"]);
    assert_eq!(row(&manager, "Breakdown: Way of asking", "Text message")[..6], ["4", "3", "3", "1", "1", "1"]);
    assert!(manager.words().contains("Of 4 who could have been asked, 1 finished: 25%") && !manager.words().contains("South Team"));
    manager.click("By month").await;
    assert!(manager.words().contains("November 2026"));
    manager.click("October 2026").await;
    assert!(manager.words().contains("Nobody in this programme could have been asked"));
    for nonsense in ["period=2027-Q1", "period=x", "programme=none"] {
        assert_eq!(manager.get(&format!("/provider/heard?{nonsense}")).await.status, 404, "{nonsense}");
    }
}

#[tokio::test]
async fn who_is_heard_less_than_everybody_else_is_named() {
    let app = App::spawn();
    let lead = app.with_provider("North Team");
    asked(&app, lead, 30, 25);
    for _ in 0..30 {
        let row = Invitation { channel: Some("letter".to_owned()), ..invitation(&app, lead) };
        app.store().write_now("asked", |tx| invitations::add(tx, std::slice::from_ref(&row))).unwrap();
    }
    let mut manager = app.staff(Role::ProviderManager, lead);
    manager.open("/provider/heard").await;
    let said = manager.texts_of("main li");
    assert!(said.iter().any(|one| one.starts_with("Way of asking, Letter: 0% finished, and 83% of everybody else.")), "{said:?}");
    assert!(!said.iter().any(|one| one.contains("Text message")));
}

#[tokio::test]
async fn a_commissioner_sees_rounded_counts_and_no_small_ones() {
    let app = App::spawn();
    let (north, south, west) = (app.with_provider("North Team"), app.with_provider("South Team"), app.with_provider("West Team"));
    asked(&app, north, 42, 13);
    asked(&app, south, 41, 2);
    asked(&app, west, 60, 23);
    let mut desk = app.commissioner().await;
    desk.open("/commissioner/heard").await;
    assert_eq!(row(&desk, "Everybody", "Everybody")[..6], ["145", "hidden", "hidden", "40", "40", "40"]);
    assert_eq!(row(&desk, "Breakdown: Provider", "South Team")[5], "hidden");
    assert_eq!(row(&desk, "Breakdown: Provider", "North Team")[5], "hidden", "it would give the other away");
    assert_eq!(row(&desk, "Breakdown: Provider", "West Team")[5..7], ["25", "42%"]);
    for (address, status) in [("/commissioner/heard?period=2026-11", 404), ("/commissioner/heard.csv?programme=mental-health", 200)] {
        assert_eq!(desk.get(address).await.status, status, "{address}");
    }
    assert!(
        desk.body.lines().any(|line| line.starts_with("mental-health,2026-Q4,provider,South Team,finished,,,,,hidden")),
        "{}",
        desk.body
    );
    assert!(desk.body.contains("provider,West Team,finished,25,42.0,"));
    for exact in [",13,", ",42,", ",23,", ",41,"] {
        assert!(!desk.body.contains(exact), "{exact}");
    }
    assert_eq!(app.audited(Action::FiguresExported).len(), 1);
}
