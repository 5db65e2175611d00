//! The ledger: kept under the secret key, the same for every process, and with what could not be guarded left out.

use diesel::prelude::*;
use saywell::released::Known;
use saywell::secret::Secret;
use saywell::store::releases;
use saywell::store::schema::{cells, sheets};

use super::super::support::App;
use super::{INDICATOR, left, month, release, sixty, whole};

#[tokio::test]
async fn another_process_reads_the_same_ledger_after_a_restart() {
    let app = App::spawn();
    sixty(&app);
    release(&app, "2026-10").await.unwrap();
    let then = left(&app).await;
    assert!(!then.is_empty());
    assert_eq!(left(&app.later(0)).await, then);
}

#[tokio::test]
async fn under_another_secret_key_the_ledger_is_not_read_and_it_is_said_why() {
    let app = App::spawn();
    sixty(&app);
    release(&app, "2026-10").await.unwrap();
    let mut other = app.state.clone();
    (other.secret, other.released) = (Secret::new("a key that nobody wrote this ledger with".into()), Known::default());
    let why = other.ledger().await.unwrap_err().to_string();
    assert!(why.contains("release 1") && why.contains("another secret key"), "{why}");
    assert!(!why.contains("a key that nobody"));
}

#[tokio::test]
async fn a_sheet_that_was_tampered_with_is_not_read() {
    let app = App::spawn();
    sixty(&app);
    release(&app, "2026-10").await.unwrap();
    let own = sheets::table.filter(sheets::indicator.eq(INDICATOR)).filter(sheets::period.eq(month("2026-10").number()));
    let swap = |tx: &mut saywell::store::Conn| Ok(diesel::update(own).set(sheets::figures.eq(sheets::shares)).execute(tx)?);
    assert_eq!(app.store().write_now("tamper", swap).unwrap(), 1);
    let outcome = app.later(0).state.ledger().await;
    // The table of shares is one that was sealed here: it is read, and says nothing that has not left.
    if let Ok(ledger) = outcome {
        let leaf = ledger.leaf(INDICATOR, month("2026-10")).unwrap();
        assert_eq!(leaf.figures, leaf.shares);
    }
    let own = sheets::table.filter(sheets::indicator.eq(INDICATOR)).filter(sheets::period.eq(month("2026-09").number()));
    let cut = |tx: &mut saywell::store::Conn| Ok(diesel::update(own).set(sheets::figures.eq("bm9uc2Vuc2U=")).execute(tx)?);
    assert_eq!(app.store().write_now("tamper", cut).unwrap(), 1);
    assert!(app.later(0).state.ledger().await.is_err());
}

#[tokio::test]
async fn what_cannot_be_guarded_is_refused_by_name_and_shows_nothing() {
    let app = App::spawn();
    sixty(&app);
    // More who met it than there are: whatever is hidden, that is no table of people.
    let spoil = |tx: &mut saywell::store::Conn| {
        let own = cells::table.filter(cells::indicator.eq(format!("{INDICATOR}@1"))).filter(cells::numerator.gt(0));
        Ok(diesel::update(own).set(cells::numerator.eq(cells::numerator + 1000)).execute(tx)?)
    };
    assert!(app.store().write_now("spoil", spoil).unwrap() > 0);
    let made = release(&app, "2026-10").await.unwrap();
    let months: Vec<_> = ["2026-08", "2026-09", "2026-10"].into_iter().map(|text| (INDICATOR.to_owned(), month(text))).collect();
    assert_eq!(made.refused, months);
    assert!(made.sheets > 0, "the others leave");
    let left = left(&app).await;
    assert_eq!(whole(&left, INDICATOR, "2026-10"), None);
    assert!(left.keys().any(|(key, period, _)| key == INDICATOR && *period == month("2026-07")));
    assert!(left.keys().any(|(key, period, _)| key == "paid-employment" && *period == month("2026-10")));
    let kept = app.store().read_now("sheets", |conn| releases::since(conn, 0)).unwrap();
    let refused = kept.iter().filter(|sheet| sheet.status == releases::REFUSED);
    assert!(refused.clone().all(|sheet| sheet.figures.is_empty() && sheet.shares.is_empty() && !sheet.certificate.is_empty()));
    assert_eq!(refused.count(), 3);
    assert_eq!(release(&app, "2026-10").await, None, "a refusal stands as well");
}
