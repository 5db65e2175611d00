//! Providers, places and consortia side by side, from what was released and nothing else.

mod packs;
mod versions;

use saywell::domain::access::{Action, Event};
use saywell::domain::indicator::Period;
use saywell::store::organisations;

use super::review::{INDICATOR, cohort};
use super::support::App;
use super::support::county::Care;

/// Releases everything up to this month.
pub async fn release(app: &App) {
    let event = Event::at_command_line(app.state.clock.now().micros(), Action::FiguresReleased);
    app.state.release(Period::of(app.state.clock.today()), event).await.unwrap();
}

fn at(what: &str, query: &str) -> String {
    format!("/commissioner/{what}/{INDICATOR}{query}")
}

#[tokio::test]
async fn before_the_first_release_nothing_is_compared() {
    let app = App::spawn();
    cohort(&app, app.with_provider("North Team"), 20, &["01"; 12]).await;
    let mut browser = app.commissioner().await;
    for page in [at("compare", ""), at("map", ""), "/commissioner/pack".to_owned()] {
        browser.open(&page).await;
        assert_eq!(browser.status, 200);
        assert!(browser.words().contains("No figures have been released yet"), "{}", browser.words());
    }
    browser.open(&at("compare", "/chart.svg")).await;
    assert_eq!(browser.status, 404);
}

#[tokio::test]
async fn providers_stand_in_a_funnel_and_a_small_one_is_hidden() {
    let app = App::spawn();
    for (name, answers) in [("North Team", 7), ("South Team", 8), ("East Team", 9), ("West Team", 6), ("Mid Team", 10)] {
        cohort(&app, app.with_provider(name), 20, &vec!["01"; answers]).await;
    }
    cohort(&app, app.with_provider("Small Team"), 6, &["01"; 2]).await;
    release(&app).await;
    let mut browser = app.commissioner().await;
    browser.open(&at("compare", "")).await;
    let words = browser.words();
    assert!(words.contains("it takes ten to tell"), "{words}");
    let rows = browser.texts_of("tbody tr");
    let of = |name: &str| rows.iter().find(|row| row.contains(name)).unwrap().clone();
    assert!(of("Small Team").contains("Value Hidden") && of("Small Team").contains("Numerator –"), "{rows:?}");
    for end in ["svg", "png"] {
        browser.open(&at("compare", &format!("/chart.{end}?period=2026-11&by=provider"))).await;
        assert_eq!(browser.status, 200, "{end}");
        let named = format!("attachment; filename=\"{INDICATOR}-provider-2026-11.{end}\"");
        assert_eq!(browser.headers["content-disposition"], named);
    }
    assert_eq!(app.audited(Action::FiguresExported).len(), 2);
}

#[tokio::test]
async fn two_providers_are_compared_by_their_intervals() {
    let app = App::spawn();
    for name in ["North Team", "South Team"] {
        cohort(&app, app.with_provider(name), 20, &["01"; 8]).await;
    }
    release(&app).await;
    let mut browser = app.commissioner().await;
    browser.open(&at("compare", "?period=2026-11&by=provider")).await;
    assert!(browser.words().contains("There is no funnel: it takes at least 3"), "{}", browser.words());
    browser.open(&at("compare", "?by=age")).await;
    assert_eq!(browser.status, 200);
}

#[tokio::test]
async fn what_was_not_released_or_is_no_breakdown_is_not_there() {
    let app = App::spawn();
    cohort(&app, app.with_provider("North Team"), 20, &["01"; 8]).await;
    release(&app).await;
    let mut browser = app.commissioner().await;
    for query in ["?period=2026-12", "?period=now", "?by=postcode", "?by=change", "?by=exclusion"] {
        browser.open(&at("compare", query)).await;
        assert_eq!(browser.status, 404, "{query}");
    }
    for page in ["/commissioner/compare/none", "/commissioner/compare/response:employment", "/commissioner/map/none"] {
        browser.open(page).await;
        assert_eq!(browser.status, 404, "{page}");
    }
}

#[tokio::test]
async fn localities_lie_on_a_map_with_a_table() {
    let app = App::spawn();
    let provider = app.with_provider("North Team");
    let (dale, _) = (app.with_locality("Dale", "MZ1"), app.with_locality("Fenwold", "MZ2"));
    for _ in 0..12 {
        app.with_invitation(app.with_episode(&Care { locality: Some(dale), ..Care::with(provider) }), INDICATOR);
    }
    cohort(&app, provider, 20, &["01"; 8]).await;
    release(&app).await;
    let mut browser = app.commissioner().await;
    browser.open(&at("map", "")).await;
    assert_eq!(browser.status, 200);
    assert!(browser.texts_of("tbody tr").iter().any(|row| row.contains("Dale")), "{}", browser.words());
    browser.open(&at("map", "/chart.svg")).await;
    assert_eq!(browser.status, 200);
}

#[tokio::test]
async fn the_partners_of_a_consortium_stand_side_by_side() {
    let app = App::spawn();
    let lead = app.with_organisation("Lead Trust", "lead-provider");
    let partner = app.with_organisation("Partner Charity", "partner");
    let link = move |tx: &mut saywell::store::Conn| {
        let own = organisations::get(tx, partner)?;
        organisations::change(tx, &organisations::Organisation { parent_id: Some(lead), ..own })
    };
    app.store().write_now("partner", link).unwrap();
    for provider in [lead, partner] {
        cohort(&app, provider, 20, &["01"; 8]).await;
    }
    release(&app).await;
    let code = |id| app.store().read_now("organisation", move |conn| organisations::get(conn, id)).unwrap().ods_code;
    let mut browser = app.commissioner().await;
    browser.open(&format!("/commissioner/consortium/{}", code(lead))).await;
    assert_eq!(browser.status, 200);
    let heads = browser.texts_of("thead th");
    assert_eq!(heads, ["Indicator", "Everybody", "Lead Trust and partners", "Lead Trust", "Partner Charity"]);
    let row = browser.texts_of("tbody tr").into_iter().find(|row| row.contains("settled accommodation")).unwrap();
    // Of sixteen of forty people, fifteen are told; of eight of twenty, ten.
    assert_eq!((row.matches("38% ").count(), row.matches("50% ").count()), (2, 2), "{row}");
    browser.open(&format!("/commissioner/consortium/{}", code(partner))).await;
    assert_eq!(browser.status, 404, "who has no partners leads no consortium");
}
