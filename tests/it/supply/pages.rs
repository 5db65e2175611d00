//! The pages of supplied values: looked at, put in force, and read afterwards, without a number of them.

use saywell::domain::access::Role;
use saywell::secret::token_hash;
use saywell::store::ids::OrganisationId;

use super::super::support::{App, Browser};
use super::HEADING;

fn analyst(app: &App) -> Browser {
    let county: OrganisationId = app.with_organisation("County Board", "commissioner");
    app.staff(Role::CommissionerAnalyst, county)
}

/// Sends a file as the form of the page would.
async fn send(app: &App, browser: &mut Browser, choice: &str, lines: &[String]) {
    let token = app.state.secret.form_token(&token_hash(&browser.cookie("__Host-saywell-session")), app.state.random.bytes());
    let part = |(name, value): &(&str, &str)| format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    let mut body = [("token", token.as_str()), ("choice", choice)].iter().map(part).collect::<Vec<_>>().concat();
    body.push_str("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"values.csv\"\r\nContent-Type: text/csv\r\n\r\n");
    body += &[HEADING, &lines.join("\n"), ""].join("\n");
    body.push_str("\r\n--edge--\r\n");
    browser.post_bytes("/commissioner/supplied", "multipart/form-data; boundary=edge", body.into_bytes()).await;
}

#[tokio::test]
async fn a_file_is_looked_at_put_in_force_and_its_values_are_read_without_their_numbers() {
    let app = App::spawn();
    let (north, mut browser) = (app.with_provider("North Team").0, analyst(&app));
    browser.open("/commissioner/supplied").await;
    assert!(browser.status == 200 && browser.words().contains("crisis-response"), "{}", browser.words());
    let lines = [
        format!("crisis-response,X{north},2026-09,,6123,9876,final,Crisis team records,"),
        format!("crisis-response,X{north},2026-12,,6123,9876,final,Crisis team records,"),
    ];
    send(&app, &mut browser, "dry-run", &lines).await;
    assert_eq!(browser.status, 200, "{}", browser.words());
    let rows = browser.texts_of("tbody tr");
    assert!(rows[0].contains("Refused") && rows[0].contains("This month has not begun."), "{rows:?}");
    assert!(rows[1].contains("North Team, September 2026") && rows[1].contains("New"), "{rows:?}");
    assert!(app.revisions("crisis-response").is_empty());
    send(&app, &mut browser, "all-or-nothing", &lines).await;
    assert_eq!((browser.status, browser.errors()[0].0.as_str()), (422, "#file"));
    send(&app, &mut browser, "valid-lines", &lines).await;
    browser.follow().await;
    assert!(browser.words().contains("1 values of this file are in force now"), "{}", browser.words());
    browser.open("/commissioner/supplied/crisis-response").await;
    let rows = browser.texts_of("tbody tr");
    assert!(rows.len() == 1 && rows[0].contains("September 2026") && rows[0].contains("Crisis team records"), "{rows:?}");
    assert!(!browser.body.contains("6123") && !browser.body.contains("6,123") && !browser.body.contains("9876"));
}

#[tokio::test]
async fn a_form_without_a_file_or_a_choice_and_a_file_that_is_none_are_told_at_their_fields() {
    let app = App::spawn();
    let mut browser = analyst(&app);
    browser.open("/commissioner/supplied").await.press().await;
    let told: Vec<String> = browser.errors().into_iter().map(|(field, _)| field).collect();
    assert_eq!((browser.status, told), (422, vec!["#file".to_owned(), "#choice".to_owned()]));
    send(&app, &mut browser, "dry-run", &[]).await;
    assert!(browser.status == 422 && browser.errors()[0].1.contains("nothing below"), "{:?}", browser.errors());
}

#[tokio::test]
async fn a_guess_is_told_nothing_of_the_value_that_stands() {
    let app = App::spawn();
    let (north, mut browser) = (app.with_provider("North Team").0, analyst(&app));
    let line = |numerator: i64| vec![format!("crisis-response,X{north},2026-09,,{numerator},100,provisional,Register,")];
    send(&app, &mut browser, "valid-lines", &line(3)).await;
    let mut told = Vec::new();
    for guess in [3, 4] {
        // Another file, whatever the guess.
        let mut lines = line(guess);
        lines.push(format!("none,X{north},2026-09,,{guess},1,final,Register,"));
        send(&app, &mut browser, "dry-run", &lines).await;
        told.push(browser.texts_of("tbody tr"));
    }
    assert_eq!(told[0], told[1]);
}

#[tokio::test]
async fn only_an_analyst_of_the_commissioner_may_bring_values_in() {
    let app = App::spawn();
    let county = app.with_organisation("County Board", "commissioner");
    let mut approver = app.staff(Role::CommissionerApprover, county);
    approver.open("/commissioner/supplied").await;
    assert_eq!(approver.status, 404);
}
