//! Who was heard and who was not: a provider sees its own people as they are counted, the commissioner what was released of
//! everybody, quarter by quarter.

use diesel::prelude::*;
use jiff::civil::date;
use saywell::domain::access::{Action, Event, Role};
use saywell::domain::indicator::Period;
use saywell::store::days::day;
use saywell::store::ids::{InvitationId, OrganisationId};
use saywell::store::invitations::{self, Invitation};
use saywell::store::schema::people;
use saywell::store::{Conn, episodes};

use super::super::support::answered::Said;
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

/// People of a provider who were asked in September: those not asked, those who did nothing, those who only opened it, and those
/// who finished.
fn in_september(app: &App, provider: OrganisationId, [left, silent, opened, finished]: [usize; 4]) {
    let september = date(2026, 9, 7);
    for at in 0..left + silent + opened + finished {
        let row = Invitation {
            asked_day: day(september),
            not_asked: (at < left).then(|| "declined".to_owned()),
            opened_at: (at >= left + silent).then_some(NOW.micros()),
            ..invitation(app, provider)
        };
        app.store().write_now("asked", |tx| invitations::add(tx, std::slice::from_ref(&row))).unwrap();
        if at >= left + silent + opened {
            let said = Said::of("employment", vec![("employment-status", "coding", "01".to_owned(), false)], Vec::new());
            app.says_when_asked(Some(row.episode_id), Some(row.id), september, &said);
        }
    }
}

async fn release(app: &App, through: &str) {
    let by = Event::at_command_line(app.state.clock.now().micros(), Action::FiguresReleased);
    app.state.release(Period::parse(through).unwrap(), by).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_commissioner_sees_who_was_heard_when_the_quarter_has_left_and_no_small_count() {
    let app = App::spawn();
    let (north, south, west) = (app.with_provider("North Team"), app.with_provider("South Team"), app.with_provider("West Team"));
    in_september(&app, north, [13, 29, 11, 13]);
    in_september(&app, south, [2, 37, 2, 2]);
    in_september(&app, west, [22, 37, 16, 23]);
    app.count_anew();
    let mut desk = app.commissioner().await;
    desk.open("/commissioner/heard").await;
    assert!(desk.words().contains("No quarter has been released yet") && desk.texts_of("table").is_empty());
    release(&app, "2026-08").await;
    desk.open("/commissioner/heard").await;
    assert!(desk.words().contains("No quarter has been released yet"), "September is to come");
    release(&app, "2026-09").await;
    desk.open("/commissioner/heard").await;
    assert!(desk.words().contains("July 2026 to September 2026"), "{}", desk.words());
    // 37 were not asked, 170 were, 67 of them opened it, and 38 finished. That all who were not asked are of one age and one sex is not
    // told: it would tell that nobody is of another.
    assert_eq!(row(&desk, "Everybody", "Everybody")[..5], ["hidden", "170", "70", "40", "24%"]);
    assert_eq!(row(&desk, "Breakdown: Provider", "South Team")[..5], ["hidden", "hidden", "hidden", "hidden", "–"]);
    assert!(desk.words().contains("Of 170 who were asked, 40 finished: 24%"));
    for (address, status) in [
        ("period=2026-09", 404),
        ("period=2027-Q1", 404),
        ("period=x", 404),
        ("survey=none", 404),
        ("survey=employment&period=2026-Q4", 200),
    ] {
        assert_eq!(desk.get(&format!("/commissioner/heard?{address}")).await.status, status, "{address}");
    }
    assert!(desk.words().contains("October 2026 to December 2026 has not been released."));
    assert_eq!(desk.get("/commissioner/heard.csv?survey=employment&period=2026-Q4").await.status, 404);
    assert_eq!(desk.get("/commissioner/heard.csv?survey=employment").await.status, 200);
    let line = |begins: &str| desk.body.lines().any(|line| line.contains(begins));
    assert!(line("employment,1,") || line("employment,2,"), "{}", desk.body);
    assert!(line("2026-07,2026-09,provider,") && line(",South Team,finished,,,,,mhsds,"), "{}", desk.body);
    assert!(line("2026-07,2026-09,all,,,unfinished,30,,,,mhsds,,"), "{}", desk.body);
    for exact in [",13,", ",11,", ",22,", ",37,", ",16,", ",23,", ",2,"] {
        let counts: Vec<&str> = desk.body.lines().filter(|line| line.contains(&format!("{exact},,"))).collect();
        assert!(counts.is_empty(), "{counts:?}");
    }
    assert_eq!(app.audited(Action::FiguresExported).len(), 1);
}

#[tokio::test]
async fn what_has_left_of_a_quarter_stands_and_no_rare_language_is_named() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    in_september(&app, north, [20, 40, 20, 40]);
    let rare = Invitation { asked_day: day(date(2026, 9, 7)), ..invitation(&app, north) };
    let speaks = |tx: &mut Conn| {
        let person = episodes::find(tx, rare.episode_id)?.person_id;
        diesel::update(people::table.filter(people::id.eq(person))).set(people::language.eq("ti")).execute(tx)?;
        invitations::add(tx, std::slice::from_ref(&rare))
    };
    app.store().write_now("asked", speaks).unwrap();
    app.count_anew();
    release(&app, "2026-09").await;
    let mut desk = app.commissioner().await;
    desk.open("/commissioner/heard").await;
    let before = desk.words();
    assert!(!before.contains("Tigrinya") && row(&desk, "Everybody", "Everybody")[1] == "100", "{before}");
    desk.get("/commissioner/heard.csv").await;
    assert!(!desk.body.contains(",ti,"));
    in_september(&app, north, [20, 0, 0, 0]);
    app.count_anew();
    assert_eq!(
        app.state.release(Period::parse("2026-09").unwrap(), Event::at_command_line(0, Action::FiguresReleased)).await.unwrap(),
        None
    );
    desk.open("/commissioner/heard").await;
    assert_eq!(desk.words(), before);
}
