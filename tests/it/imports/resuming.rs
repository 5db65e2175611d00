//! A program that ends half-way: the file goes on where it was, no line is lost and none done twice, and the indicators are
//! what they would be had everything been counted anew.

use diesel::prelude::*;
use saywell::domain::access::Action;
use saywell::domain::care::import::Choice;
use saywell::importing::{Worker, begin};
use saywell::store::schema::import_parts;
use saywell::store::{cells, imports};

use super::super::support::App;
use super::{HEADING, counts, event, line};

/// Four batches.
const LINES: usize = 1_600;

fn file() -> String {
    let mut lines: Vec<String> = (2..LINES + 2).map(line).collect();
    // Says of the first person what their own line does not.
    lines[LINES - 1] = "P2,,Zofia,Green,1980-02-01,F,someone@example.org,,,,,".into();
    lines[700] = "P702,,Zofia,Nowak,soon,F,,,,,,".into();
    format!("{HEADING}\n{}\n", lines.join("\n"))
}

/// Does so many batches, and ends without a word.
async fn broken_off(app: &App, id: i64, batches: usize) {
    let mut worker = Worker::take(&app.state, id).await.unwrap().unwrap();
    for _ in 0..batches {
        assert!(worker.step().await.unwrap());
    }
}

#[tokio::test]
async fn what_was_broken_off_goes_on_where_it_was() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    let id = app.uploaded(organisation, file()).await.unwrap().id;
    broken_off(&app, id, 2).await;
    // Nobody else takes it while it may still be held, and somebody does when it cannot be.
    assert_eq!(app.worked(id).await.done, 1_000);
    let import = app.minutes_later(1).worked(id).await;
    assert_eq!((import.status.as_str(), counts(&import)), ("checked", [1_598, 0, 0, 2]));
    let told = [(702, "birth-wrong".to_owned()), (1_601, "person-differs".to_owned())];
    assert_eq!(app.refusals(id), told);
    assert!(begin(&app.state, &import, Choice::ValidLines, event(Action::ImportBegun)).await.unwrap());
    broken_off(&app, id, 3).await;
    assert_eq!(app.episodes_at(organisation).len(), 1_499);
    let import = app.minutes_later(1).worked(id).await;
    assert_eq!((import.status.as_str(), counts(&import)), ("done", [1_598, 0, 0, 2]));
    assert_eq!(app.refusals(id), told);
    assert_eq!((app.everybody(organisation).len(), app.episodes_at(organisation).len(), app.parts()), (1_598, 1_598, 0));
    assert!(app.everybody(organisation).iter().all(|(_, record)| record.family_name == "Nowak"));
}

#[tokio::test]
async fn two_programs_never_do_the_same_lines() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    let import = app.checked(organisation, file()).await;
    assert!(begin(&app.state, &import, Choice::ValidLines, event(Action::ImportBegun)).await.unwrap());
    let later = app.minutes_later(1);
    let mut slow = Worker::take(&app.state, import.id).await.unwrap().unwrap();
    assert!(slow.step().await.unwrap());
    // The lease of the slow one has run out: the quick one does a batch, and the slow one finds that it was done.
    let mut quick = Worker::take(&later.state, import.id).await.unwrap().unwrap();
    assert!(quick.step().await.unwrap());
    assert!(!slow.step().await.unwrap());
    while quick.step().await.unwrap() {}
    let import = app.store().read_now("import", |conn| imports::get(conn, import.id)).unwrap();
    assert_eq!((counts(&import), app.everybody(organisation).len()), ([1_598, 0, 0, 2], 1_598));
}

#[tokio::test]
async fn the_indicators_move_with_what_is_brought_in_and_changed() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    let line = |number: usize, dates: &str| format!("P{number},,Zofia,Nowak,1940-02-01,F,,,E{number},frail-older-people,{dates}");
    let file = |dates: &str, born: &str| {
        let lines: Vec<String> = (1..40).map(|number| line(number, dates)).collect();
        format!("{HEADING},hospital_discharge_date\n{}\n", lines.join("\n")).replace("1940-02-01", born)
    };
    app.imported(organisation, file("2026-03-01,,2026-03-05", "1940-02-01")).await;
    let episode = app.episodes_at(organisation).remove(0);
    app.with_invitation(episode.id, "independence-at-home");
    app.count_anew();
    app.imported(organisation, file("2026-03-01,2026-10-01,2026-04-05", "1939-02-01")).await;
    let all = |app: &App| app.store().read_now("cells", cells::all).unwrap();
    let moved = all(&app);
    app.count_anew();
    assert_eq!(moved, all(&app));
    assert!(app.episodes_at(organisation).iter().all(|episode| episode.closed_day.is_some()));
}

#[tokio::test]
async fn a_file_that_cannot_be_worked_on_holds_up_no_other() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    let mut files = Vec::new();
    for _ in 0..6 {
        files.push(app.uploaded(north, file()).await.unwrap().id);
    }
    let lost = || import_parts::table.filter(import_parts::import_id.eq_any(&files));
    app.store().write_now("lose", |tx| Ok(diesel::delete(lost()).execute(tx)?)).unwrap();
    let id = app.uploaded(south, format!("{HEADING}\n{}\n", line(2))).await.unwrap().id;
    saywell::jobs::turn(&app.state).await;
    let status = app.store().read_now("import", |conn| imports::get(conn, id)).unwrap().status;
    assert_eq!(status, "checked");
}
