//! Reviewing: who gets in, what moves, and what is never shown.

mod small_numbers;

use std::collections::BTreeMap;

use saywell::domain::access::Action;
use saywell::store::ids::OrganisationId;

use super::support::county::Care;
use super::support::{App, Browser};

pub const SURVEY: &str = "settled-accommodation";
pub const INDICATOR: &str = "settled-accommodation";

/// A cohort under one provider: that many people asked, of whom the first ones answered, by a code for where they live.
pub async fn cohort(app: &App, provider: OrganisationId, people: usize, answers: &[&str]) -> Vec<String> {
    let links: Vec<String> = (0..people).map(|_| app.with_invitation(app.with_episode(&Care::with(provider)), SURVEY)).collect();
    app.count_anew();
    for (link, code) in links.iter().zip(answers) {
        answer(app, link, code).await;
    }
    links.into_iter().skip(answers.len()).collect()
}

async fn answer(app: &App, link: &str, code: &str) {
    let mut person = app.invited(link).await;
    person.set_out().await.choose_code(code).press().await.open(&format!("/s/{SURVEY}/check")).await.press().await;
    assert_eq!(person.step(), "done", "{}", person.words());
}

pub async fn csv(browser: &mut Browser, address: &str) -> Vec<BTreeMap<String, String>> {
    browser.open(address).await;
    assert_eq!(browser.status, 200);
    csv::Reader::from_reader(browser.body.as_bytes()).deserialize().map(Result::unwrap).collect()
}

#[tokio::test]
async fn the_overview_lists_every_indicator_of_the_framework() {
    let app = App::spawn();
    let mut browser = app.commissioner().await;
    for indicator in &app.state.framework.indicators {
        assert!(browser.texts_of("main tbody a").contains(&indicator.title), "{}", indicator.title);
    }
    let rows = csv(&mut browser, "/commissioner/overview.csv").await;
    assert!(rows.len() <= app.state.framework.indicators.len());
    for indicator in app.state.framework.indicators.clone() {
        browser.open(&format!("/commissioner/indicators/{}", indicator.key)).await;
        assert_eq!(browser.status, 200);
        assert!(browser.heading().ends_with(&indicator.title) && browser.words().contains(&indicator.plain.denominator));
    }
}

#[tokio::test]
async fn before_the_first_release_a_page_says_when_it_will_be() {
    let app = App::spawn();
    cohort(&app, app.with_provider("North Team"), 20, &["01"; 12]).await;
    let mut browser = app.commissioner().await;
    for page in ["/commissioner".to_owned(), format!("/commissioner/indicators/{INDICATOR}")] {
        browser.open(&page).await;
        let words = browser.words();
        assert!(words.contains("The first release is made on 11 December 2026, for months up to November 2026"), "{words}");
        assert!(!words.contains('%') || !words.contains("60%"), "{words}");
    }
    assert!(csv(&mut browser, &format!("/commissioner/indicators/{INDICATOR}.csv")).await.is_empty());
}

#[tokio::test]
async fn what_was_released_stands_and_answers_that_come_later_move_nothing() {
    let app = App::spawn();
    let provider = app.with_provider("North Team");
    let unanswered = cohort(&app, provider, 20, &["01"; 12]).await;
    let mut browser = app.commissioner().await;
    let figure = |rows: &[BTreeMap<String, String>]| {
        let now = rows.iter().find(|row| row["period"] == "2026-11" && row["breakdown"] == "all").unwrap();
        (now["numerator"].clone(), now["denominator"].clone(), now["value"].clone())
    };
    app.release().await.unwrap();
    let address = format!("/commissioner/indicators/{INDICATOR}.csv");
    let earlier = csv(&mut browser, &address).await;
    assert_eq!(figure(&earlier), ("10".to_owned(), "20".to_owned(), "50.0".to_owned()));
    answer(&app, &unanswered[0], "01").await;
    assert!(app.release().await.is_none(), "nothing that has left leaves again");
    assert_eq!(csv(&mut browser, &address).await, earlier);
    browser.open(&format!("/commissioner/indicators/{INDICATOR}")).await;
    assert!(browser.words().contains("In November 2026 the figure was 50%"), "{}", browser.words());
}

#[tokio::test]
async fn a_figure_tells_what_it_is_made_of_and_never_of_whom() {
    let app = App::spawn();
    cohort(&app, app.with_provider("North Team"), 20, &["01"; 10]).await;
    app.release().await.unwrap();
    let mut browser = app.commissioner().await;
    browser.open(&format!("/commissioner/figures/{INDICATOR}/2026-11/all/0")).await;
    let words = browser.words();
    for said in ["Everybody, November 2026", "Version 1", "mhsds", "Shown", "1, made on 22 November 2026", "2026.1"] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let marks = browser.texts_of("dd").into_iter().filter(|text| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert_eq!(marks.count(), 2, "the definition's hash and the certificate's: {words}");
    browser.open(&format!("/commissioner/indicators/{INDICATOR}")).await;
    let links = browser.attributes("td a[href^='/commissioner/figures/']", "href");
    assert!(links.len() > 5, "{links:?}");
    for link in links {
        browser.open(&link).await;
        assert_eq!(browser.status, 200, "{link}");
    }
    for none in [
        "none/2026-11/all/0",
        "settled-accommodation/2026-12/all/0",
        "settled-accommodation/2026-11/provider/1",
        "settled-accommodation/x/all/0",
    ] {
        browser.open(&format!("/commissioner/figures/{none}")).await;
        assert_eq!(browser.status, 404, "{none}");
    }
}

#[tokio::test]
async fn a_chart_can_be_taken_away_as_svg_and_as_a_picture() {
    let app = App::spawn();
    cohort(&app, app.with_provider("North Team"), 20, &["01"; 10]).await;
    app.release().await.unwrap();
    let mut browser = app.commissioner().await;
    for (kind, is) in [("svg", "image/svg+xml"), ("png", "image/png")] {
        browser.open(&format!("/commissioner/indicators/{INDICATOR}.{kind}")).await;
        assert_eq!((browser.status, browser.headers["content-type"].to_str().unwrap()), (200, is));
        assert_eq!(browser.headers["content-disposition"], format!("attachment; filename=\"{INDICATOR}-2026-11.{kind}\""));
    }
    assert_eq!(app.audited(Action::FiguresExported).len(), 2);
}

#[tokio::test]
async fn groups_that_are_hidden_are_too_few_to_judge_whose_voice_it_is() {
    let app = App::spawn();
    cohort(&app, app.with_provider("North Team"), 30, &["01"; 12]).await;
    app.release().await.unwrap();
    let mut browser = app.commissioner().await;
    browser.open(&format!("/commissioner/indicators/{INDICATOR}")).await;
    let words = browser.words();
    assert!(words.contains("Whose voice it is") && words.contains("Some groups are too few to judge"), "{words}");
    assert!(words.contains("Groups alike enough to judge No"), "{words}");
    assert!(words.contains("One period can be shown. Limits need 15"), "{words}");
}

#[tokio::test]
async fn an_address_orders_and_filters_the_overview() {
    let app = App::spawn();
    cohort(&app, app.with_provider("North Team"), 20, &["01"; 10]).await;
    app.release().await.unwrap();
    let mut browser = app.commissioner().await;
    assert_eq!(browser.texts_of("caption"), ["What needs attention first"]);
    browser.open("/commissioner?order=outcome&programme=maternity").await;
    let captions = browser.texts_of("caption");
    assert!(captions.len() > 1 && captions.iter().all(|caption| caption.starts_with("Maternity:")), "{captions:?}");
    browser.open("/commissioner?programme=none").await;
    assert_eq!(browser.status, 404);
}

#[tokio::test]
async fn people_who_did_not_answer_stay_in_the_denominator() {
    let app = App::spawn();
    let provider = app.with_provider("North Team");
    cohort(&app, provider, 30, &["01", "01", "01", "01", "01", "01", "01", "01", "01", "01"]).await;
    app.release().await.unwrap();
    let mut browser = app.commissioner().await;
    browser.open("/commissioner").await;
    let row = browser.texts_of("tbody tr").into_iter().find(|row| row.contains("Living in settled accommodation")).unwrap();
    assert!(row.contains("10 of 30") && row.contains("33%"), "{row}");
}

#[tokio::test]
async fn a_file_has_one_header_and_says_what_it_was_counted_by() {
    let app = App::spawn();
    cohort(&app, app.with_provider("=North \"Team\""), 10, &["01"; 5]).await;
    app.release().await.unwrap();
    let mut browser = app.commissioner().await;
    browser.open(&format!("/commissioner/indicators/{INDICATOR}.csv")).await;
    let header = browser.body.lines().next().unwrap();
    assert_eq!(
        header,
        "indicator,title,definition_version,definition_sha256,release,released_on,period_from,period,breakdown,member_code,member_name,unit,numerator,denominator,recorded,value,lower_95,upper_95,rule,suppression,reason"
    );
    assert_eq!(browser.headers["content-disposition"], format!("attachment; filename=\"{INDICATOR}-2026-11.csv\""));
    let rows = csv(&mut browser, &format!("/commissioner/indicators/{INDICATOR}.csv")).await;
    let provider = rows.iter().find(|row| row["breakdown"] == "provider").unwrap();
    assert_eq!(provider["member_name"], "'=North \"Team\"", "no spreadsheet takes a name for a formula");
    assert_eq!(provider["definition_sha256"].len(), 64);
    assert!(rows.iter().all(|row| row["release"] == "1" && row["released_on"] == "2026-11-22" && row["rule"] == "mhsds"));
    assert!(
        rows.iter()
            .all(|row| (row["suppression"] == "hidden") == (row["reason"] == "c") && row["value"].is_empty() == (row["reason"] == "c"))
    );
}

#[tokio::test]
async fn a_month_that_was_not_released_or_is_none_cannot_be_looked_at() {
    let app = App::spawn();
    cohort(&app, app.with_provider("North Team"), 20, &["01"; 10]).await;
    app.release().await.unwrap();
    let mut browser = app.commissioner().await;
    for (period, status) in [("2026-11", 200), ("2026-10", 200), ("2026-12", 404), ("2026-13", 404), ("now", 404), ("1999-01", 404)] {
        browser.open(&format!("/commissioner?period={period}")).await;
        assert_eq!(browser.status, status, "{period}");
    }
    browser.open("/commissioner/indicators/none").await;
    assert_eq!(browser.status, 404);
}

#[tokio::test]
async fn figures_taken_away_as_a_file_are_recorded() {
    let app = App::spawn();
    cohort(&app, app.with_provider("North Team"), 20, &["01"; 10]).await;
    app.release().await.unwrap();
    let mut browser = app.commissioner().await;
    csv(&mut browser, "/commissioner/overview.csv?period=2026-10").await;
    csv(&mut browser, &format!("/commissioner/indicators/{INDICATOR}.csv")).await;
    let lines = app.audited(Action::FiguresExported);
    let said: Vec<(&str, &str)> = lines.iter().map(|line| (line.subject.as_str(), line.detail.as_str())).collect();
    assert_eq!(said, [("framework:county-outcomes", "period 2026-10"), ("indicator:settled-accommodation", "period 2026-11")]);
}
