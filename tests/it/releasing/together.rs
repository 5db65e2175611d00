//! Several processes at once.

use std::collections::BTreeSet;

use jiff::civil::date;
use saywell::domain::access::Action;
use saywell::store::releases;

use super::super::support::App;
use super::super::support::answered::Said;
use super::{keeper, left, month, sixty};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_several_processes_that_release_at_once_one_does() {
    let app = App::spawn();
    sixty(&app);
    let others: Vec<App> = (0..3).map(|_| app.later(0)).collect();
    let releasing: Vec<_> = others
        .iter()
        .map(|other| {
            let (state, by) = (other.state.clone(), keeper(other));
            tokio::spawn(async move { state.release(month("2026-10"), by).await })
        })
        .collect();
    let mut made = Vec::new();
    for one in releasing {
        made.extend(one.await.unwrap().unwrap());
    }
    assert_eq!(made.iter().map(|made| made.number).collect::<Vec<_>>(), [1], "the others find that it was done");
    let kept = app.store().read_now("sheets", |conn| releases::since(conn, 0)).unwrap();
    let places: BTreeSet<(String, i32)> = kept.iter().map(|sheet| (sheet.indicator.clone(), sheet.period)).collect();
    assert_eq!((places.len(), made[0].sheets), (kept.len(), kept.len()), "each period once");
    assert_eq!(app.audited(Action::FiguresReleased).len(), 1);
    let seen = left(&app).await;
    for other in &others {
        assert_eq!(left(other).await, seen);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn answers_that_come_while_a_release_is_made_are_in_it_whole_or_not_at_all() {
    let app = App::spawn();
    let county = sixty(&app);
    let (state, by) = (app.state.clone(), keeper(&app));
    let releasing = tokio::spawn(async move { state.release(month("2026-10"), by).await });
    for person in &county.people[30..50] {
        app.says(Some(*person), date(2026, 9, 20), &Said::settled("Y"));
    }
    let made = releasing.await.unwrap().unwrap().unwrap();
    assert!(made.refused.is_empty(), "a sheet is made of one state of the answers: {:?}", made.refused);
}
