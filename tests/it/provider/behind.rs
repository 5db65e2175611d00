//! Who stands behind a figure: seen by those who coordinate their care, without what they said.

use jiff::civil::date;
use saywell::domain::access::{Action, Role};
use saywell::store::accounts::Grant;
use saywell::store::ids::OrganisationId;

use super::super::support::answered::Said;
use super::super::support::county::Care;
use super::super::support::{App, Browser};

const AT: &str = "/provider/behind?indicator=settled-accommodation";

fn coordinator(app: &App, provider: OrganisationId) -> Browser {
    app.staff(Role::CareCoordinator, provider)
}

/// What each row says of somebody's standing.
fn standings(browser: &Browser) -> Vec<String> {
    browser.texts_of("tbody tr td:last-child .app-cell")
}

#[tokio::test]
async fn whoever_coordinates_care_sees_who_is_counted_who_is_not_heard_from_and_who_is_left_out_and_why() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    let heard = app.with_episode(&Care { opened: date(2026, 1, 5), ..Care::with(north) });
    app.with_episode(&Care { opened: date(2026, 1, 4), ..Care::with(north) });
    app.with_episode(&Care { opened: date(2026, 1, 3), born: date(1950, 5, 1), ..Care::with(north) });
    app.with_episode(&Care::with(south));
    app.count_anew();
    app.says(Some(heard), date(2026, 9, 3), &Said::settled("N"));
    let mut browser = coordinator(&app, north);
    browser.open("/provider/people").await.click("Who stands behind a figure").await;
    browser.open(&format!("{AT}&period=2026-10")).await;
    let expected = ["Counted, with something on record", "Counted, with nothing on record", "Left out: Younger or older than is counted"];
    assert_eq!(standings(&browser), expected, "{}", browser.words());
    browser.open(&format!("{AT}&period=2026-08")).await;
    assert_eq!(standings(&browser)[0], "Counted, with nothing on record", "the answer came in September");
    browser.open(&format!("{AT}&period=2025-12")).await;
    assert!(browser.words().contains("Nobody in your care is counted"), "{}", browser.words());
    let seen = app.audited(Action::PeopleListed).pop().unwrap();
    assert_eq!(seen.subject, "page:/provider/behind");
}

#[tokio::test]
async fn what_no_indicator_counts_is_not_there() {
    let app = App::spawn();
    let mut browser = coordinator(&app, app.with_provider("North Team"));
    for query in ["?indicator=none", "?indicator=crisis-response", "?period=2027-01", "?before=x"] {
        browser.get(&format!("/provider/behind{query}")).await;
        assert_eq!(browser.status, 404, "{query}");
    }
}

#[tokio::test]
async fn a_figure_leads_to_its_people_for_whoever_may_see_both() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    app.with_episode(&Care::with(north));
    app.count_anew();
    let mut manager = app.staff(Role::ProviderManager, north);
    manager.open("/provider/indicators/settled-accommodation").await;
    assert!(manager.status == 200 && !manager.words().contains("Who stands behind"));
    let grants = [Role::ProviderManager, Role::CareCoordinator].map(|role| Grant { organisation: north, role });
    let mut both = app.signed_in(app.with_staff("Bea Both", &grants));
    both.open("/provider/indicators/settled-accommodation").await.click("Who stands behind a figure").await;
    assert_eq!((both.status, standings(&both).len()), (200, 1));
}

#[tokio::test]
async fn a_long_list_goes_on_from_page_to_page_and_names_everybody_once() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    for _ in 0..53 {
        app.with_episode(&Care::with(north));
    }
    app.count_anew();
    let mut browser = coordinator(&app, north);
    browser.open(AT).await;
    let mut all = browser.texts_of("tbody th a");
    assert_eq!(all.len(), 50);
    browser.click("Next page").await;
    all.extend(browser.texts_of("tbody th a"));
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 53);
}
