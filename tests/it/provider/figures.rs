//! A provider's figures say what the commissioner's say, and hide what theirs hide.

use saywell::domain::access::{Action, Role};
use saywell::store::ids::OrganisationId;

use super::super::review::{INDICATOR, cohort, csv};
use super::super::support::{App, Browser};

const TITLE: &str = "Living in settled accommodation";

fn manager(app: &App, provider: OrganisationId) -> Browser {
    app.staff(Role::ProviderManager, provider)
}

/// The row of the indicator on the page, in words.
fn row(browser: &Browser) -> String {
    browser.texts_of("tbody tr").into_iter().find(|row| row.contains(TITLE)).unwrap()
}

#[tokio::test]
async fn a_manager_sees_the_figures_of_the_own_organisation() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    cohort(&app, north, 30, &["01"; 15]).await;
    cohort(&app, south, 20, &["01"; 5]).await;
    let mut browser = manager(&app, south);
    browser.open("/provider").await;
    assert_eq!(browser.heading(), "Figures of South Team");
    assert!(row(&browser).contains("5 of 20") && row(&browser).contains("25%"), "{}", row(&browser));
    assert!(!browser.words().contains("North Team"));
    browser.click(TITLE).await;
    assert!(browser.words().contains("In November 2026 the figure was 25%"), "{}", browser.words());
    assert!(browser.words().contains("South Team") && !browser.words().contains("North Team"));
}

#[tokio::test]
async fn only_the_programmes_that_the_provider_gives_care_in_are_shown() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    cohort(&app, north, 10, &["01"; 5]).await;
    let mut browser = manager(&app, north);
    browser.open("/provider").await;
    let captions = browser.texts_of("caption");
    assert!(!captions.is_empty() && captions.iter().all(|caption| caption.starts_with("Mental health:")), "{captions:?}");
    browser = manager(&app, app.with_provider("New Team"));
    browser.open("/provider").await;
    assert!(browser.words().contains("There are no figures of this organisation yet"));
}

#[tokio::test]
async fn what_is_hidden_among_the_providers_is_hidden_from_the_provider() {
    let app = App::spawn();
    let mut south = None;
    for (name, people, settled) in [("North Team", 30, 15), ("South Team", 20, 10), ("West Team", 10, 2)] {
        let provider = app.with_provider(name);
        cohort(&app, provider, people, &vec!["01"; settled]).await;
        south = south.or((name == "South Team").then_some(provider));
    }
    // Ten of twenty could be shown, and would give away the two of ten.
    let mut browser = manager(&app, south.unwrap());
    browser.open("/provider").await;
    assert!(row(&browser).contains("Hidden to protect"), "{}", row(&browser));
    let rows = csv(&mut browser, "/provider/figures.csv").await;
    let own = rows.iter().find(|row| row["indicator"] == INDICATOR && row["period"] == "2026-11").unwrap();
    assert_eq!((own["suppression"].as_str(), own["numerator"].as_str(), own["value"].as_str()), ("hidden", "", ""));
}

#[tokio::test]
async fn a_lead_provider_sees_the_figures_of_its_partners_and_a_partner_only_its_own() {
    let app = App::spawn();
    let (lead, partner) = (app.with_organisation("Lead Trust", "lead-provider"), app.with_provider("Partner Team"));
    let other = app.with_provider("Other Team");
    app.put_under(partner, lead);
    cohort(&app, partner, 20, &["01"; 10]).await;
    let mut browser = manager(&app, lead);
    browser.open("/provider").await;
    assert_eq!(browser.texts_of("main nav:first-of-type a")[..2], ["Lead Trust", "Partner Team"]);
    browser.click("Partner Team").await;
    assert_eq!(browser.heading(), "Figures of Partner Team");
    assert!(row(&browser).contains("10 of 20"), "{}", row(&browser));
    for page in ["/provider", "/provider/figures.csv", "/provider/indicators/settled-accommodation"] {
        for (who, named) in [(lead, other), (partner, lead)] {
            let before = app.audited(Action::Refused).len();
            let mut browser = manager(&app, who);
            browser.get(&format!("{page}?organisation=X{}", named.0)).await;
            assert_eq!(browser.status, 404, "{page}");
            let lines = app.audited(Action::Refused);
            assert_eq!((lines.len(), lines.last().unwrap().subject.clone()), (before + 1, format!("organisation:{}", named.0)));
        }
    }
}

#[tokio::test]
async fn an_organisation_that_nobody_knows_is_refused_like_one_of_others() {
    let app = App::spawn();
    let mut browser = manager(&app, app.with_provider("North Team"));
    browser.get("/provider?organisation=%3Cscript%3E").await;
    assert_eq!(browser.status, 404);
    assert_eq!(app.audited(Action::Refused)[0].subject, "page:/provider", "what was typed is not kept");
}

#[tokio::test]
async fn a_file_holds_one_provider_month_by_month_and_is_recorded() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    cohort(&app, north, 20, &["01"; 10]).await;
    cohort(&app, app.with_provider("South Team"), 20, &["01"; 10]).await;
    let mut browser = manager(&app, north);
    let rows = csv(&mut browser, "/provider/figures.csv").await;
    assert!(!rows.is_empty() && rows.iter().all(|row| row["breakdown"] == "provider" && row["member_name"] == "North Team"));
    assert!(rows.iter().filter(|row| row["indicator"] == INDICATOR).count() > 6, "every month since January");
    let line = app.audited(Action::FiguresExported).pop().unwrap();
    assert_eq!((line.subject, line.detail), (format!("organisation:{}", north.0), "period 2026-11".to_owned()));
}

#[tokio::test]
async fn a_month_that_has_not_begun_cannot_be_looked_at() {
    let app = App::spawn();
    let mut browser = manager(&app, app.with_provider("North Team"));
    for (period, status) in [("2026-10", 200), ("2026-12", 404), ("now", 404)] {
        browser.get(&format!("/provider?period={period}")).await;
        assert_eq!(browser.status, status, "{period}");
    }
}
