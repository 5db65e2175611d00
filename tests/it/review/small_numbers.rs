//! Small numbers never show, on a page or in a file.

use std::collections::BTreeSet;

use super::super::support::{App, Browser};
use super::{INDICATOR, cohort, csv};

/// Every count that a page or file shows.
async fn counts(browser: &mut Browser) -> BTreeSet<u64> {
    let mut shown = BTreeSet::new();
    for file in [format!("/commissioner/indicators/{INDICATOR}.csv"), "/commissioner/overview.csv".to_owned()] {
        for row in csv(browser, &file).await {
            shown.extend(["numerator", "denominator", "recorded"].iter().filter_map(|name| row[*name].parse::<u64>().ok()));
        }
    }
    for page in [format!("/commissioner/indicators/{INDICATOR}"), "/commissioner".to_owned()] {
        browser.open(&page).await;
        let cells = browser.texts_of("td.nhsuk-table__cell");
        let named = |cell: &&String| cell.starts_with("Numerator") || cell.starts_with("Denominator") || cell.starts_with("Answered of");
        for cell in cells.iter().filter(named) {
            let counts = cell.split_whitespace().filter(|word| !word.contains('%'));
            let of = counts.flat_map(|word| word.split(|c: char| !(c.is_ascii_digit() || c == ','))).map(|text| text.replace(',', ""));
            shown.extend(of.filter_map(|text| text.parse::<u64>().ok()));
        }
    }
    shown
}

#[tokio::test]
async fn every_count_shown_is_rounded_and_none_is_under_five() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    cohort(&app, north, 23, &["01"; 9]).await;
    cohort(&app, south, 11, &["01", "01", "01", "07", "07", "07", "07"]).await;
    app.release().await.unwrap();
    let shown = counts(&mut app.commissioner().await).await;
    assert!(!shown.is_empty());
    assert!(shown.iter().all(|count| *count >= 5 && count % 5 == 0), "{shown:?}");
}

#[tokio::test]
async fn a_cohort_under_five_shows_no_figure_at_all() {
    let app = App::spawn();
    cohort(&app, app.with_provider("North Team"), 4, &["01", "01", "07"]).await;
    app.release().await.unwrap();
    let mut browser = app.commissioner().await;
    assert!(counts(&mut browser).await.is_empty());
    browser.open(&format!("/commissioner/indicators/{INDICATOR}")).await;
    assert!(browser.words().contains("There is no figure that can be shown for November 2026"));
    assert!(!browser.words().contains('%') || browser.words().contains("95%"));
    let rows = csv(&mut browser, &format!("/commissioner/indicators/{INDICATOR}.csv")).await;
    assert!(rows.iter().all(|row| row["suppression"] == "hidden" && row["value"].is_empty() && row["lower_95"].is_empty()));
}

#[tokio::test]
async fn a_hidden_part_cannot_be_worked_out_from_the_others() {
    let app = App::spawn();
    for (name, people, settled) in [("North Team", 30, 15), ("South Team", 20, 10), ("West Team", 10, 2)] {
        let provider = app.with_provider(name);
        cohort(&app, provider, people, &vec!["01"; settled]).await;
    }
    app.release().await.unwrap();
    let mut browser = app.commissioner().await;
    let rows = csv(&mut browser, &format!("/commissioner/indicators/{INDICATOR}.csv")).await;
    let latest = || rows.iter().filter(|row| row["period"] == "2026-11");
    let of = |breakdown: &str| latest().filter(|row| row["breakdown"] == breakdown).collect::<Vec<_>>();
    let west = of("provider").into_iter().find(|row| row["member_name"] == "West Team").unwrap();
    assert_eq!((west["suppression"].as_str(), west["reason"].as_str(), west["numerator"].as_str()), ("hidden", "c", ""));
    // Each shown count is two off at most. What they leave for the two of West Team is five wide or more.
    let shown = |name: &str| of(name).iter().filter_map(|row| row["numerator"].parse::<i64>().ok()).collect::<Vec<_>>();
    let (whole, others) = (shown("all"), shown("provider"));
    if let Some(whole) = whole.first().filter(|_| others.len() == 2) {
        let left = whole - others.iter().sum::<i64>();
        let (lowest, highest) = ((left - 6).max(0), left + 6);
        assert!(highest - lowest >= 5, "{lowest} to {highest}");
    }
    assert!(rows.iter().filter(|row| !row["suppression"].is_empty()).all(|row| row["numerator"].is_empty() && row["value"].is_empty()));
}
