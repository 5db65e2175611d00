//! Who may look back, and what they find.

use saywell::domain::access::{Action, Role};
use saywell::i18n::Locales;
use saywell::store::accounts::Grant;
use saywell::store::ids::OrganisationId;

use super::super::support::{App, Browser};
use super::event;

const TRAIL: &str = "/governance/audit";

fn governance(app: &App, organisation: OrganisationId) -> Browser {
    app.staff(Role::InformationGovernance, organisation)
}

fn county(app: &App) -> Browser {
    governance(app, app.with_organisation("Example County", "commissioner"))
}

/// The token that forms of this session carry.
fn token(browser: &Browser) -> String {
    browser.attributes("header form input[name=token]", "value")[0].clone()
}

async fn search(browser: &mut Browser, fields: &[(&str, &str)]) {
    browser.get(TRAIL).await;
    let token = token(browser);
    browser.post(TRAIL, &[&[("token", token.as_str())], fields].concat()).await;
}

fn subjects(browser: &Browser) -> Vec<String> {
    let about = browser.texts_of("tbody td:nth-of-type(4) .app-cell");
    about.into_iter().filter(|subject| subject.starts_with("account:")).collect()
}

#[tokio::test]
async fn every_search_finds_what_it_asks_for_and_is_recorded_without_its_words() {
    let app = App::spawn();
    let trust = app.with_provider("Example Trust");
    let ada = app.with_staff("Ada Zażółć", &[Grant { organisation: trust, role: Role::CareCoordinator }]);
    let mut one = event(Action::RoleGranted).about("account:1").within(trust.0);
    one.account = Some(ada.0);
    app.record(&one);
    app.record(&event(Action::RoleRevoked).about("account:2"));
    let (mut reader, id, trust) = (county(&app), ada.0.to_string(), trust.0.to_string());
    let finds_one =
        [("who", "zażÓŁĆ"), ("who", id.as_str()), ("action", "role-granted"), ("organisation", trust.as_str()), ("subject", "account:1")];
    for field in finds_one {
        search(&mut reader, &[field]).await;
        assert_eq!((reader.status, subjects(&reader)), (200, vec!["account:1".to_owned()]), "{field:?}");
    }
    search(&mut reader, &[("from", "2026-11-22"), ("to", "2026-11-22")]).await;
    assert_eq!(subjects(&reader), ["account:2", "account:1"]);
    search(&mut reader, &[("to", "2026-11-21")]).await;
    assert!(subjects(&reader).is_empty());
    let searches: Vec<String> = app.trail().into_iter().filter(|line| line.action == "audit-searched").map(|line| line.detail).collect();
    assert_eq!(searches, ["who", "who", "action", "organisation", "subject", "from, to", "to"]);
}

#[tokio::test]
async fn a_search_that_cannot_be_understood_is_shown_again() {
    let app = App::spawn();
    let mut reader = county(&app);
    search(&mut reader, &[("who", "Ada"), ("from", "yesterday"), ("action", "flew")]).await;
    assert_eq!(reader.status, 422);
    assert_eq!(reader.errors().into_iter().map(|(field, _)| field).collect::<Vec<_>>(), ["#action", "#from"]);
    assert!(reader.body.contains("value=\"Ada\""));
}

#[tokio::test]
async fn long_trails_are_read_a_page_at_a_time() {
    let app = App::spawn();
    app.with_trail(60);
    let mut reader = county(&app);
    reader.open(TRAIL).await;
    assert_eq!(subjects(&reader).len(), 50);
    reader.click("Earlier lines").await;
    assert_eq!(subjects(&reader).last().map(String::as_str), Some("account:1"));
    search(&mut reader, &[("action", "account-changed"), ("before", "11")]).await;
    assert_eq!(subjects(&reader).len(), 10);
}

#[tokio::test]
async fn somebody_elses_lines_are_not_found_and_asking_for_one_is_recorded() {
    let app = App::spawn();
    let (own, other) = (app.with_provider("Own Trust"), app.with_provider("Other Trust"));
    app.record(&event(Action::SignedIn).about("account:1").within(own.0));
    app.record(&event(Action::SignedIn).about("account:2").within(other.0));
    app.record(&event(Action::SignInRefused).about("account:3"));
    let mut reader = governance(&app, own);
    reader.open(TRAIL).await;
    assert_eq!(subjects(&reader), ["account:1"]);
    assert_eq!(reader.get(&format!("{TRAIL}/1")).await.status, 200);
    for number in ["2", "3"] {
        assert_eq!(reader.get(&format!("{TRAIL}/{number}")).await.status, 404);
    }
    assert_eq!(reader.get(&format!("{TRAIL}/none")).await.status, 404);
    search(&mut reader, &[("organisation", &other.0.to_string())]).await;
    assert_eq!(reader.status, 404);
    let refused: Vec<String> = app.trail().into_iter().filter(|line| line.action == "refused").map(|line| line.subject).collect();
    assert_eq!(refused, ["audit:2".to_owned(), "audit:3".to_owned(), format!("organisation:{}", other.0)]);
}

#[tokio::test]
async fn a_line_says_whether_it_and_those_beside_it_are_as_they_were_written() {
    let app = App::spawn();
    app.with_trail(4);
    let mut reader = county(&app);
    for (sql, lines) in [
        ("", "ssss"),
        ("UPDATE audit_events SET subject = 'account:9' WHERE number = 2", "nans"),
        ("DELETE FROM audit_events WHERE number = 4", "nan"),
    ] {
        if !sql.is_empty() {
            app.tamper(sql);
        }
        for (number, expected) in lines.chars().enumerate() {
            reader.get(&format!("{TRAIL}/{}", number + 1)).await;
            let sentence = match expected {
                's' => "agrees with the lines beside it",
                'a' => "was altered after it was written",
                _ => "a line beside it was altered or removed",
            };
            assert!(reader.words().contains(sentence), "line {} after {sql}: {}", number + 1, reader.words());
        }
    }
}

#[tokio::test]
async fn a_file_is_given_for_a_reason_to_somebody_who_has_just_shown_who_they_are() {
    let app = App::spawn();
    app.record(&event(Action::RoleGranted).about("account:1").because("=1+1"));
    let mut reader = county(&app);
    reader.open(TRAIL).await;
    let token = token(&reader);
    let mut later = reader.clone();
    reader.post("/governance/audit.csv", &[("token", &token), ("action", "role-granted")]).await;
    assert_eq!((reader.status, reader.errors()[0].0.as_str()), (422, "#reason"));
    let sent = [("token", token.as_str()), ("action", "role-granted"), ("reason", "A request by the regulator")];
    reader.post("/governance/audit.csv", &sent).await;
    assert_eq!(reader.status, 200);
    assert!(reader.body.contains(",'=1+1,") && reader.body.lines().count() == 2, "{}", reader.body);
    let line = app.trail().pop().unwrap();
    assert_eq!((line.action.as_str(), line.reason.as_str()), ("audit-exported", "A request by the regulator"));
    assert_eq!(line.detail, "action; 1 lines");
    let soon = app.minutes_later(11);
    later = later.at(soon.at);
    later.post("/governance/audit.csv", &sent).await;
    assert_eq!(later.location().as_deref(), Some("/account/confirm?next=/governance/audit"));
}

#[tokio::test]
async fn a_form_that_does_not_come_from_us_finds_nothing() {
    let app = App::spawn();
    let mut reader = county(&app);
    for address in [TRAIL, "/governance/audit.csv"] {
        assert_eq!(reader.post(address, &[("token", "forged"), ("reason", "any reason")]).await.status, 400);
    }
}

#[test]
fn every_action_has_words_in_every_language() {
    for locale in Locales::load().unwrap().iter() {
        for action in Action::ALL {
            locale.t(&format!("audit-action-{}", action.code()), &[]).unwrap();
        }
    }
}
