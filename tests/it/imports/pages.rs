//! The pages of files: sent, looked at, brought in or taken away, by those who keep the register of that organisation.

use saywell::domain::access::{Action, Role};
use saywell::jobs;
use saywell::secret::token_hash;
use saywell::store::accounts::Grant;
use saywell::store::ids::OrganisationId;

use super::super::support::{App, Browser};
use super::{HEADING, line};

fn coordinator(app: &App, provider: OrganisationId) -> Browser {
    app.staff(Role::CareCoordinator, provider)
}

/// Sends a file as the form of the page would.
async fn send(app: &App, browser: &mut Browser, file: &str) {
    let token = app.state.secret.form_token(&token_hash(&browser.cookie("__Host-saywell-session")), app.state.random.bytes());
    send_with(browser, &[("token", &token)], file).await;
}

async fn send_with(browser: &mut Browser, fields: &[(&str, &str)], file: &str) {
    let part = |(name, value): &(&str, &str)| format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    let mut body = fields.iter().map(part).collect::<Vec<_>>().concat();
    body.push_str("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\nContent-Type: text/csv\r\n\r\n");
    body.push_str(file);
    body.push_str("\r\n--edge--\r\n");
    browser.post_bytes("/provider/imports", "multipart/form-data; boundary=edge", body.into_bytes()).await;
}

fn file() -> String {
    format!("{HEADING},ward\n{},7\nP3,943 476 5991,Zofia,Nowak,1980-02-01,F,,,,,,,\n", line(2))
}

#[tokio::test]
async fn a_file_is_sent_looked_at_and_its_valid_lines_brought_in() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let mut browser = coordinator(&app, north);
    browser.open("/provider/imports").await;
    assert_eq!(browser.status, 200, "{}", browser.words());
    send(&app, &mut browser, &file()).await;
    browser.follow().await;
    assert!(browser.words().contains("0 of 2 lines"), "{}", browser.words());
    let at = browser.path().to_owned();
    jobs::turn(&app.state).await;
    browser.open(&at).await;
    assert!(browser.words().contains("ward") && browser.words().contains("1 of 2 lines are refused"), "{}", browser.words());
    assert!(app.everybody(north).is_empty());
    browser.open(&format!("{at}?outcome=refuse")).await;
    let rows = browser.texts_of("tbody tr");
    assert!(rows.len() == 1 && rows[0].contains("nhs_number"), "{rows:?}");
    assert!(!browser.body.contains("9434765991") && !browser.body.contains("Nowak"));
    browser.open(&at).await.press().await;
    assert_eq!((browser.status, browser.errors()[0].0.as_str()), (422, "#choice"));
    browser.choose("Bring in the other lines").press().await;
    jobs::turn(&app.state).await;
    browser.open(&at).await;
    assert!(browser.words().contains("was brought in"), "{}", browser.words());
    assert_eq!(app.everybody(north).len(), 1);
    browser.get(&format!("{at}/refused.csv")).await;
    assert!(browser.body.contains("3,nhs_number,nhs-number-check,"), "{}", browser.body);
    for action in [Action::ImportAdded, Action::ImportBegun, Action::ImportDone] {
        let told = app.audited(action);
        assert_eq!((told.len(), told[0].organisation_id), (1, Some(north.0)), "{action:?}");
        assert!(at.ends_with(told[0].subject.trim_start_matches("import:")));
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_told_at_its_field() {
    let app = App::spawn();
    let mut browser = coordinator(&app, app.with_provider("North Team"));
    for (file, said) in [("person_number,dob\n1,2\n", "given_name, family_name"), ("", "must name the columns"), (HEADING, "nothing below")]
    {
        send(&app, &mut browser, file).await;
        let errors = browser.errors();
        assert!(browser.status == 422 && errors[0].0 == "#file" && errors[0].1.contains(said), "{errors:?}");
    }
    browser.open("/provider/imports").await.press().await;
    assert_eq!((browser.status, browser.errors()[0].1.as_str()), (422, "Choose a file"));
}

#[tokio::test]
async fn a_file_without_the_token_of_a_form_is_not_read() {
    let app = App::spawn();
    let mut browser = coordinator(&app, app.with_provider("North Team"));
    for fields in [&[][..], &[("token", "none")]] {
        send_with(&mut browser, fields, &file()).await;
        assert_eq!(browser.status, 400);
    }
    assert_eq!(app.parts(), 0);
}

#[tokio::test]
async fn what_was_not_brought_in_can_be_taken_away_and_goes_after_a_week() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let first = app.checked(north, file()).await;
    let second = app.checked(north, file()).await;
    let mut browser = coordinator(&app, north);
    let token = app.state.secret.form_token(&token_hash(&browser.cookie("__Host-saywell-session")), app.state.random.bytes());
    browser.post(&format!("/provider/imports/{}/drop", first.id), &[("token", &token)]).await.follow().await;
    assert!(browser.words().contains("taken away"), "{}", browser.words());
    jobs::turn(&app.later(6).state).await;
    assert_eq!(app.parts(), 2);
    jobs::turn(&app.later(8).state).await;
    assert_eq!((app.parts(), app.audited(Action::ImportDropped).len()), (0, 2));
    let mut browser = coordinator(&app, north);
    browser.open(&format!("/provider/imports/{}", second.id)).await;
    assert!(browser.words().contains("taken away"), "{}", browser.words());
}

#[tokio::test]
async fn another_organisations_file_is_not_there() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    let theirs = app.checked(south, file()).await;
    let mut browser = coordinator(&app, north);
    for address in ["", "/refused.csv"] {
        browser.get(&format!("/provider/imports/{}{address}", theirs.id)).await;
        assert_eq!(browser.status, 404);
        assert_eq!(app.audited(Action::Refused).pop().unwrap().subject, format!("import:{}", theirs.id));
    }
    browser.open("/provider/imports").await;
    assert!(!browser.words().contains("people.csv"));
}

#[tokio::test]
async fn who_keeps_two_registers_says_whose_people_they_are() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    let role = Role::CareCoordinator;
    let staff = app.with_staff("Sam Staff", &[Grant { organisation: north, role }, Grant { organisation: south, role }]);
    let mut browser = app.signed_in(staff);
    send(&app, &mut browser, &file()).await;
    assert_eq!((browser.status, browser.errors()[0].0.as_str()), (422, "#organisation"));
    let token = app.state.secret.form_token(&token_hash(&browser.cookie("__Host-saywell-session")), app.state.random.bytes());
    send_with(&mut browser, &[("token", &token), ("organisation", &format!("X{}", south.0))], &file()).await;
    jobs::turn(&app.state).await;
    browser.follow().await;
    assert_eq!((browser.status, app.parts()), (200, 2));
    assert_eq!(app.audited(Action::ImportAdded)[0].organisation_id, Some(south.0));
}
