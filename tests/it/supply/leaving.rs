//! What leaves of supplied values: final ones, once, as figures of their kind; and what has left is not restated by a file.

use saywell::domain::access::{Action, Event};
use saywell::domain::disclosure::Figure;
use saywell::domain::indicator::Period;
use saywell::domain::release::Place;
use saywell::supplying::Choice;

use super::super::support::{App, NOW};
use super::faults;

fn september() -> Period {
    Period::parse("2026-09").unwrap()
}

async fn release(app: &App) {
    let event = Event::at_command_line(NOW.micros(), Action::FiguresReleased);
    app.state.release(september(), event).await.unwrap();
}

/// Value, numerator and denominator of the whole, as they left.
async fn left(app: &App, indicator: &str) -> Option<(f64, Option<u64>, u64)> {
    let ledger = app.state.ledger().await.unwrap();
    let leaf = ledger.leaf(indicator, september())?;
    let figure: &Figure = leaf.figures.find(&Place::WHOLE)?.figure()?;
    Some((figure.value(), figure.numerator(), figure.denominator()))
}

#[tokio::test]
async fn each_kind_leaves_as_a_figure_of_its_kind() {
    let app = App::supplied_with();
    let [north, south] = ["North", "South"].map(|name| app.with_provider(name).0);
    let line = |indicator: &str, provider: i64, rest: &str| format!("{indicator},X{provider},2026-09,{rest},final,Register,");
    let lines = [
        line("crisis-response", north, ",61,100"),
        line("falls", north, ",31,2000"),
        line("falls", south, ",29,2000"),
        line("deaths", north, ",31,20.25"),
        line("deaths", south, ",29,19.75"),
        line("fractures", north, "0-64,20,10000"),
        line("fractures", north, "65+,30,2000"),
        line("fractures", south, "0-64,40,10000"),
        line("fractures", south, "65+,10,2000"),
    ];
    assert!(app.supply(&lines, Choice::AllOrNothing).await.is_written);
    release(&app).await;
    assert_eq!(left(&app, "crisis-response").await, Some((60.0, Some(60), 100)));
    assert_eq!(left(&app, "falls").await, Some((15.0, Some(60), 4_000)));
    assert_eq!(left(&app, "deaths").await, Some((1.5, Some(60), 40)));
    // 0.805 × 60 of 20,000 and 0.195 × 40 of 4,000, for a thousand people.
    assert_eq!(left(&app, "fractures").await, Some((4.4, Some(100), 24_000)));
}

#[tokio::test]
async fn a_standardised_rate_with_a_small_age_band_does_not_leave() {
    let app = App::supplied_with();
    let north = app.with_provider("North").0;
    let line = |ages: &str, events: i64| format!("fractures,X{north},2026-09,{ages},{events},9000,final,Register,");
    app.supply(&[line("0-64", 3), line("65+", 300)], Choice::AllOrNothing).await;
    release(&app).await;
    assert!(app.state.ledger().await.unwrap().leaf("fractures", september()).is_some());
    assert_eq!(left(&app, "fractures").await, None);
}

#[tokio::test]
async fn a_month_waits_for_its_last_value_to_be_final_and_then_stands() {
    let app = App::supplied_with();
    let north = app.with_provider("North").0;
    let line = |numbers: &str, status: &str| vec![format!("falls,X{north},2026-09,,{numbers},{status},Register,found late")];
    app.supply(&line("30,2000", "provisional"), Choice::AllOrNothing).await;
    release(&app).await;
    assert_eq!(left(&app, "falls").await, None);
    app.supply(&line("40,2000", "final"), Choice::AllOrNothing).await;
    release(&app).await;
    assert_eq!(left(&app, "falls").await, Some((20.0, Some(40), 2_000)));
    let late = app.supply(&line("50,2000", "final"), Choice::ValidLines).await;
    assert_eq!((faults(&late), late.is_written), (vec![vec!["period-released"]], false));
    assert_eq!(left(&app, "falls").await, Some((20.0, Some(40), 2_000)));
}

#[tokio::test]
async fn a_rolling_figure_does_not_leave_before_its_last_month_is_supplied() {
    let app = App::supplied_with();
    let north = app.with_provider("North").0;
    let line = |month: &str| format!("smi-mortality,X{north},{month},,10,600,final,Register,");
    app.supply(&[line("2025-10")], Choice::AllOrNothing).await;
    release(&app).await;
    assert!(app.state.ledger().await.unwrap().periods("smi-mortality").next().is_none());
}
