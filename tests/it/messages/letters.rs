//! Letters to people: gathered, taken away, posted.

use diesel::prelude::*;
use jiff::civil::date;
use saywell::domain::access::{Action, Role};
use saywell::domain::care::channel::Channel;
use saywell::domain::care::demographics::Demographics;
use saywell::store::days::day;
use saywell::store::schema::people;

use super::super::paper::reading::{Reading, squeezed};
use super::super::support::{App, Browser, NOW};
use super::zofia;

/// The file of the only batch, as rows.
async fn taken(browser: &mut Browser) -> Vec<csv::StringRecord> {
    browser.open("/provider/letters").await;
    let at = browser.attributes("main form", "action").into_iter().find(|at| at.ends_with("/file")).unwrap();
    let token = browser.attributes("main form input[name=token]", "value").remove(0);
    browser.post(&at, &[("token", &token)]).await;
    assert_eq!(browser.status, 200);
    let mut file = csv::Reader::from_reader(browser.body.as_bytes());
    file.records().map(Result::unwrap).collect()
}

#[tokio::test]
async fn what_is_no_number_of_a_batch_is_refused() {
    let app = App::spawn();
    let mut browser = app.staff(Role::CareCoordinator, app.with_provider("North Team"));
    browser.open("/provider/letters").await;
    let token = browser.attributes("header form input[name=token]", "value").remove(0);
    for (number, before) in ["%00", "x", "20261122-100000"].into_iter().zip(0..) {
        for what in ["file", "print", "posted"] {
            browser.post(&format!("/provider/letters/{number}/{what}"), &[("token", &token)]).await;
            assert_eq!(browser.status, 404, "{number} {what}");
        }
        assert_eq!(app.audited(Action::Refused).len(), 3 * (before + 1));
    }
}

#[tokio::test]
async fn letters_gather_are_taken_away_and_count_as_sent_when_they_are_in_the_post() {
    let app = App::spawn();
    let (home, elsewhere) = (app.with_provider("North Team"), app.with_provider("South Team"));
    let due = app.due_at(home, Channel::Letter, &zofia());
    app.due_at(elsewhere, Channel::Letter, &zofia());
    saywell::jobs::turn(&app.state).await;
    let mut browser = app.staff(Role::CareCoordinator, home);
    browser.open("/provider/letters").await;
    assert!(browser.words().contains("1 letter waits."), "{}", browser.words());
    browser.press().await;
    assert!(browser.words().contains("No letters wait."), "{}", browser.words());
    for _ in 0..2 {
        let rows = taken(&mut browser).await;
        let [row] = &rows[..] else { panic!("{rows:?}") };
        let said: Vec<&str> = row.iter().collect();
        assert_eq!(said[1..9], ["invitation", "Zofia Nowak", "1 Mill Lane", "Marlford", "", "", "", "MX1 1AA"]);
        assert!(said.contains(&app.state.secret.code(saywell::secret::Purpose::Spoken, due.message).to_string().as_str()));
        assert_eq!(app.message(due).sent_at, None, "a file is not yet in the post");
    }
    browser.open("/provider/letters").await;
    let at = browser.attributes("main form", "action").into_iter().find(|at| at.ends_with("/posted")).unwrap();
    let token = browser.attributes("main form input[name=token]", "value").remove(0);
    browser.post(&at, &[("token", &token)]).await;
    browser.follow().await;
    assert!(browser.words().contains("The letters count as sent now."), "{}", browser.words());
    assert_eq!((app.message(due).sent_at, app.request_of(due).sent_at), (Some(NOW.micros()), Some(NOW.micros())));
    browser.post(&at, &[("token", &token)]).await;
    assert_eq!(browser.status, 404, "a batch is posted once");
    let told: Vec<String> = app.trail().into_iter().map(|line| line.action).filter(|action| action.starts_with("letters-")).collect();
    assert_eq!(told, [Action::LettersGathered, Action::LettersTaken, Action::LettersTaken, Action::LettersPosted].map(Action::code));
}

#[tokio::test]
async fn a_batch_is_printed_with_the_code_of_each_and_a_batch_of_others_is_not() {
    let app = App::spawn();
    let (home, elsewhere) = (app.with_provider("North Team"), app.with_provider("South Team"));
    let due = app.due_at(home, Channel::Letter, &zofia());
    let mut browser = app.staff(Role::CareCoordinator, home);
    browser.open("/provider/letters").await.press().await;
    let at = browser.attributes("main form", "action").into_iter().find(|at| at.ends_with("/print")).unwrap();
    for (organisation, status) in [(home, 200), (elsewhere, 404)] {
        let mut browser = app.staff(Role::CareCoordinator, organisation);
        browser.open("/provider/letters").await;
        let token = browser.attributes("input[name=token]", "value").remove(0);
        browser.post(&at, &[("token", &token)]).await;
        assert_eq!(browser.status, status);
        if browser.status == 200 {
            let words = Reading::of(&browser.bytes).words().concat();
            let code = app.state.secret.code(saywell::secret::Purpose::Spoken, due.message).to_string();
            assert!(["Zofia Nowak", "1 Mill Lane", "MX1 1AA", &code].iter().all(|said| words.contains(&squeezed(said))), "{words}");
        }
    }
    assert_eq!(app.audited(Action::LettersTaken).len(), 1);
}

#[tokio::test]
async fn who_died_after_the_batch_was_made_is_not_in_the_file_and_another_provider_finds_no_batch() {
    let app = App::spawn();
    let (home, elsewhere) = (app.with_provider("North Team"), app.with_provider("South Team"));
    let formula = Demographics { family_name: "=1+1".to_owned(), given_name: String::new(), ..zofia() };
    let (gone, here) = (app.due_at(home, Channel::Letter, &zofia()), app.due_at(home, Channel::Letter, &formula));
    let nowhere = app.due_at(home, Channel::Letter, &Demographics { address: Vec::new(), ..zofia() });
    let mut browser = app.staff(Role::CareCoordinator, home);
    browser.open("/provider/letters").await.press().await;
    let own = people::table.find((home, gone.person));
    app.store().write_now("died", |tx| Ok(diesel::update(own).set(people::died_day.eq(day(date(2026, 11, 21)))).execute(tx)?)).unwrap();
    let rows = taken(&mut browser).await;
    assert_eq!(rows.iter().map(|row| row[2].to_owned()).collect::<Vec<_>>(), ["'=1+1"], "and no name is a formula");
    assert_eq!(app.message(gone).failure.as_deref(), Some("not-wanted:died"));
    assert_eq!(app.message(nowhere).failure.as_deref(), Some("no-address"));
    let at = format!("/provider/letters/{}/file", app.message(here).gateway_id.unwrap());
    let mut other = app.staff(Role::CareCoordinator, elsewhere);
    other.open("/provider/letters").await;
    let token = other.attributes("form input[name=token]", "value").remove(0);
    other.post(&at, &[("token", &token)]).await;
    assert_eq!(other.status, 404);
}

#[tokio::test]
async fn the_outbox_is_there_only_while_saywell_is_tried_out() {
    let app = App::with(|settings| settings.development = true);
    let due = app.due(Channel::Email, &zofia());
    saywell::jobs::turn(&app.state).await;
    let mut browser = app.patient();
    browser.open("/development/outbox").await;
    assert!(browser.words().contains("To zofia@example.org") && browser.words().contains("Hello Zofia,"), "{}", browser.words());
    assert_eq!(browser.attributes("main a", "href"), [format!("/i/{}", app.state.secret.link_token(due.message))]);
    assert_eq!(App::spawn().patient().get("/development/outbox").await.status, 404);
}

#[tokio::test]
async fn letters_whose_survey_is_closed_leave_their_batch_and_wait_for_another() {
    let app = App::spawn();
    let home = app.with_provider("North Team");
    let due = app.due_at(home, Channel::Letter, &zofia());
    let mut browser = app.staff(Role::CareCoordinator, home);
    browser.open("/provider/letters").await.press().await;
    app.set_survey("employment", "closed");
    let at = browser.attributes("main form", "action").into_iter().find(|at| at.ends_with("/file")).unwrap();
    let token = browser.attributes("main form input[name=token]", "value").remove(0);
    browser.post(&at, &[("token", &token)]).await;
    assert_eq!((browser.status, browser.location().as_deref()), (303, Some("/provider/letters")), "none of them is to go out");
    assert_eq!((app.message(due).failed_at, app.message(due).gateway_id), (None, None));
    app.set_survey("employment", "open");
    browser.open("/provider/letters").await;
    assert!(browser.words().contains("1 letter waits."), "{}", browser.words());
    browser.press().await;
    assert_eq!(taken(&mut browser).await.len(), 1);
}
