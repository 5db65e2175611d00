//! What has left stands.

use jiff::civil::date;
use saywell::domain::access::Action;
use saywell::store::erasure::{self, Answers, Order};
use saywell::store::{Conn, episodes};

use super::super::support::answered::Said;
use super::super::support::{App, NOW, county::Care};
use super::{INDICATOR, left, month, release, sixty, whole};

#[tokio::test]
async fn a_period_leaves_once_and_answers_that_come_late_move_nothing_of_it() {
    let app = App::spawn();
    let county = sixty(&app);
    // Whoever answers in September says what they said in August.
    app.says(Some(county.people[0]), date(2026, 9, 3), &Said::settled("Y"));
    let made = release(&app, "2026-09").await.unwrap();
    assert_eq!((made.number, made.refused.len()), (1, 0));
    let then = left(&app).await;
    assert_eq!(whole(&then, INDICATOR, "2026-09"), Some((30, 60)));
    for person in &county.people[30..45] {
        app.says(Some(*person), date(2026, 9, 20), &Said::settled("Y"));
    }
    let again = release(&app, "2026-09").await;
    let more: Vec<_> = left(&app).await.into_keys().filter(|place| !then.contains_key(place)).collect();
    assert_eq!((again, more), (None, Vec::new()), "nothing is due");
    assert_eq!(left(&app).await, then);
    assert_eq!(release(&app, "2026-10").await.unwrap().number, 2);
    let now = left(&app).await;
    assert!(then.iter().all(|(place, released)| now.get(place) == Some(released)), "no figure that had left has moved");
    assert_eq!(whole(&now, INDICATOR, "2026-10"), Some((45, 60)));
}

#[tokio::test]
async fn answers_taken_back_and_people_erased_move_nothing_that_has_left() {
    let app = App::spawn();
    let county = sixty(&app);
    release(&app, "2026-09").await.unwrap();
    let then = left(&app).await;
    for answer in &county.answers[..10] {
        app.takes_back(INDICATOR, *answer);
    }
    let definitions = app.state.all_definitions().await.unwrap();
    for (at, episode) in (0..).zip(&county.people[20..30]) {
        let erase = |tx: &mut Conn| {
            let own = episodes::find(tx, *episode)?;
            let order = Order {
                id: at,
                organisation: own.organisation_id,
                person: own.person_id,
                by: None,
                reason: "asked to be forgotten".to_owned(),
                answers: Answers::Removed,
                at: NOW.micros(),
            };
            erasure::erase(tx, &order, &definitions)
        };
        app.store().write_now("erase", erase).unwrap();
    }
    assert_eq!(release(&app, "2026-09").await, None);
    release(&app, "2026-10").await.unwrap();
    let now = left(&app).await;
    assert!(then.iter().all(|(place, released)| now.get(place) == Some(released)));
    // Of those who are left, ten are settled.
    assert_eq!(whole(&now, INDICATOR, "2026-10").map(|(settled, _)| settled), Some(10));
}

#[tokio::test]
async fn what_leaves_by_the_timetable_is_what_has_settled() {
    let app = App::spawn();
    sixty(&app);
    // The eleventh of November is the first day that lies ten days after the end of October.
    for (days, settled) in [(-12, "2026-09"), (-11, "2026-10"), (0, "2026-10"), (18, "2026-10"), (19, "2026-11")] {
        assert_eq!(app.later(days).state.settled(), month(settled), "{days} days later");
    }
    let before = app.later(-12);
    let made = before.state.release_when_due().await.unwrap().unwrap();
    assert_eq!(made.number, 1);
    assert_eq!(before.state.release_when_due().await.unwrap(), None, "once");
    assert!(whole(&left(&before).await, INDICATOR, "2026-09").is_some());
    assert_eq!(whole(&left(&before).await, INDICATOR, "2026-10"), None);
    assert_eq!(app.later(-11).state.release_when_due().await.unwrap().unwrap().number, 2);
    assert!(whole(&left(&app).await, INDICATOR, "2026-10").is_some(), "another process sees it too");
}

#[tokio::test]
async fn how_long_a_month_waits_is_a_setting() {
    let app = App::with(|settings| settings.release_after_days = 25);
    assert_eq!(app.state.settled(), month("2026-09"));
    let app = App::with(|settings| settings.release_after_days = 0);
    assert_eq!(app.state.settled(), month("2026-10"), "the month under way has never settled");
}

#[tokio::test]
async fn a_month_nobody_was_counted_in_leaves_when_somebody_was() {
    let app = App::spawn();
    let provider = app.with_provider("North Team");
    let of = |opened| Care { opened, ..Care::with(provider) };
    for _ in 0..20 {
        app.with_episode(&of(date(2026, 9, 7)));
    }
    app.count_anew();
    release(&app, "2026-10").await.unwrap();
    assert_eq!(left(&app).await.keys().filter(|(key, period, _)| key == INDICATOR && *period < month("2026-09")).count(), 0);
    // Their records come later than they did.
    for _ in 0..20 {
        app.with_episode(&of(date(2026, 6, 1)));
    }
    app.count_anew();
    let then = left(&app).await;
    assert_eq!(release(&app, "2026-10").await.unwrap().number, 2);
    let now = left(&app).await;
    assert!(then.iter().all(|(place, released)| now.get(place) == Some(released)));
    assert!(now.keys().any(|(key, period, _)| key == INDICATOR && *period == month("2026-06")));
}

#[tokio::test]
async fn a_release_is_written_into_the_trail() {
    let app = App::spawn();
    sixty(&app);
    let made = release(&app, "2026-10").await.unwrap();
    let lines = app.audited(Action::FiguresReleased);
    let said: Vec<(&str, &str, String)> =
        lines.iter().map(|line| (line.actor.as_str(), line.subject.as_str(), line.detail.clone())).collect();
    assert_eq!(said, [("command line", "release:1", format!("through 2026-10, {} sheets, 0 refused", made.sheets))]);
    assert_eq!(release(&app, "2026-10").await, None);
    assert_eq!(app.audited(Action::FiguresReleased).len(), 1, "what did not leave is no release");
}
