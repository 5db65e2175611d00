//! One-time links: what each opens, that it opens it once, and that asking for one tells nothing about anybody.

use saywell::domain::access::{LinkPurpose, Role};
use saywell::store::accounts::{self, Account, Grant};
use saywell::store::ids::AccountId;
use saywell::store::one_time_links::{self, Link};

use super::super::support::county::{EMAIL, PASSWORD};
use super::super::support::{App, Browser};

pub const NEW: &str = "seven quiet herons by the weir";
const GONE: &str = "This link no longer works";

/// The account that [`App::with_account`] adds.
pub fn account(app: &App) -> Account {
    app.store().read_now("account", |conn| accounts::find(conn, EMAIL)).unwrap()
}

/// Somebody invited, who has no password yet.
fn invited(app: &App) -> Account {
    let organisation = app.with_organisation("Example County", "commissioner");
    let id = app.with_staff("Ivo Invited", &[Grant { organisation, role: Role::CommissionerAnalyst }]);
    app.store().read_now("account", |conn| accounts::get(conn, id)).unwrap()
}

/// A fresh link to an account, as the address of its page.
pub fn link(app: &App, account: AccountId, purpose: LinkPurpose) -> String {
    let token = app.state.random.token();
    let row = Link::new(&token, account, purpose, app.state.clock.now());
    app.store().write_now("link", |tx| one_time_links::add(tx, &row)).unwrap();
    format!("/welcome/{token}")
}

/// The audit trail: what was done, to what, by whom.
pub fn trail(app: &App) -> Vec<(String, String, String)> {
    app.trail().into_iter().map(|line| (line.action, line.subject, line.actor)).collect()
}

pub fn signs_in_with(app: &App, password: &str) -> bool {
    let hash = account(app).password_hash.unwrap();
    tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(app.state.passwords.check(password.to_owned(), Some(hash))))
}

async fn choose(browser: &mut Browser, address: &str, password: &str) {
    browser.open(address).await.fill("Password", password).send().await;
}

#[tokio::test]
async fn an_invited_person_chooses_a_password_and_goes_on_to_a_second_factor() {
    let app = App::spawn();
    let account = invited(&app);
    let mut browser = app.patient();
    browser.open(&link(&app, account.id, LinkPurpose::Welcome)).await;
    assert_eq!((browser.status, browser.heading().as_str()), (200, "Choose a password"));
    assert!(browser.words().contains("Ivo Invited"));
    assert_eq!(browser.attributes("#email[readonly]", "autocomplete"), ["username"]);
    assert_eq!(browser.attributes("#password", "autocomplete"), ["new-password"]);
    browser.fill("Password", NEW).send().await;
    assert_eq!(browser.location().as_deref(), Some("/account/second-factor"));
    browser.get("/staff").await;
    assert_eq!(browser.location().as_deref(), Some("/sign-in/second?next=/staff"), "a password alone opens nothing");
    assert_eq!(trail(&app).last().unwrap(), &("password-set".to_owned(), format!("account:{}", account.id.0), "Ivo Invited".to_owned()));
    assert!(app.waiting().is_empty(), "nothing was changed that there was before");
}

#[tokio::test]
async fn looking_at_a_link_does_not_use_it_up() {
    let app = App::spawn();
    let address = link(&app, invited(&app).id, LinkPurpose::Welcome);
    for _ in 0..3 {
        let mut scanner = app.patient();
        scanner.open(&address).await;
        assert_eq!(scanner.status, 200);
        let languages = scanner.attributes("header nav a", "href");
        assert!(!languages.is_empty() && languages.iter().all(|href| !href.contains("welcome")), "no token in a query: {languages:?}");
    }
    let mut browser = app.patient();
    choose(&mut browser, &address, NEW).await;
    assert_eq!(browser.status, 303);
}

#[tokio::test]
async fn a_link_that_was_used_has_run_out_or_was_tampered_with_does_not_work() {
    let app = App::spawn();
    let id = invited(&app).id;
    let address = link(&app, id, LinkPurpose::Welcome);
    let mut browser = app.patient();
    choose(&mut browser, &address, NEW).await;
    let tampered = format!("{}A", &address[..address.len() - 1]);
    for wrong in [address.as_str(), tampered.as_str(), "/welcome/x", "/welcome/%00", "/welcome/%ff"] {
        let mut other = app.patient();
        other.get(wrong).await;
        assert!(matches!(other.status, 400 | 410), "{wrong}: {}", other.status);
        other.post(wrong, &[("password", NEW)]).await;
        assert!(matches!(other.status, 400 | 410), "{wrong}: {}", other.status);
    }
    let fresh = link(&app, id, LinkPurpose::Reset);
    let later = app.minutes_later(61);
    let mut late = later.patient();
    late.get(&fresh).await;
    assert_eq!((late.status, late.heading().as_str()), (410, GONE));
    assert_eq!(late.link("Ask for a new link"), "/forgotten");
    let (action, subject, actor) = trail(&app).pop().unwrap();
    assert_eq!((action.as_str(), subject.as_str(), actor.as_str()), ("sign-in-refused", "link", "unknown"));
}

#[tokio::test]
async fn a_newer_link_takes_the_place_of_those_before_it() {
    let app = App::spawn();
    let id = invited(&app).id;
    let (older, newer) = (link(&app, id, LinkPurpose::Welcome), link(&app, id, LinkPurpose::Welcome));
    let mut browser = app.patient();
    assert_eq!(browser.get(&older).await.status, 410);
    assert_eq!(browser.get(&newer).await.status, 200);
}

#[tokio::test]
async fn two_who_use_a_link_at_once_do_not_both_get_in() {
    let app = App::spawn();
    let address = link(&app, invited(&app).id, LinkPurpose::Welcome);
    let (mut one, mut other) = (app.patient(), app.patient());
    let posts = [("password", NEW)];
    tokio::join!(one.post(&address, &posts), other.post(&address, &posts));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410]);
}

#[tokio::test]
async fn a_link_of_somebody_deactivated_does_not_work() {
    let app = App::spawn();
    let id = invited(&app).id;
    let address = link(&app, id, LinkPurpose::Welcome);
    app.deactivate(id);
    let mut browser = app.patient();
    assert_eq!(browser.get(&address).await.status, 410);
    assert_eq!(browser.post(&address, &[("password", NEW)]).await.status, 410);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_every_session_and_does_not_pass_by_the_second_factor() {
    let app = App::spawn();
    app.with_someone(EMAIL);
    let id = account(&app).id;
    app.with_factor(id);
    let mut elsewhere = app.signed_in(id);
    assert_eq!(elsewhere.get("/staff").await.status, 200);
    let mut browser = app.patient();
    choose(&mut browser, &link(&app, id, LinkPurpose::Reset), NEW).await;
    assert_eq!(browser.location().as_deref(), Some("/sign-in/second"));
    browser.get("/staff").await;
    assert!(browser.location().unwrap().starts_with("/sign-in/second"), "the link signs nobody in");
    assert!(browser.get("/account/second-factor").await.location().unwrap().starts_with("/sign-in/second"), "nor adds a factor");
    assert_eq!(elsewhere.get("/staff").await.status, 303);
    assert!(signs_in_with(&app, NEW) && !signs_in_with(&app, PASSWORD));
    saywell::jobs::turn(&app.state).await;
    let letter = app.letters().pop().unwrap();
    assert_eq!((letter.to.as_str(), letter.body.contains("Your password was changed")), (EMAIL, true));
}

#[tokio::test]
async fn a_link_to_a_second_factor_asks_for_the_password_and_is_void_once_there_is_one() {
    let app = App::spawn();
    app.with_someone(EMAIL);
    let id = account(&app).id;
    let address = link(&app, id, LinkPurpose::Enrol);
    let mut browser = app.patient();
    choose(&mut browser, &address, "not the pass phrase").await;
    assert_eq!((browser.status, browser.errors()[0].0.as_str()), (422, "#password"));
    assert!(!browser.body.contains("not the pass phrase"));
    assert_eq!(trail(&app).last().unwrap().0, "sign-in-refused");
    choose(&mut browser, &address, PASSWORD).await;
    assert_eq!(browser.location().as_deref(), Some("/account/second-factor"));
    choose(&mut browser.clone(), &link(&app, id, LinkPurpose::Enrol), PASSWORD).await;
    let late = link(&app, id, LinkPurpose::Enrol);
    app.with_factor(id);
    let mut other = app.patient();
    assert_eq!(other.get(&late).await.status, 410);
    assert_eq!(other.post(&late, &[("password", PASSWORD)]).await.status, 410);
}

#[tokio::test]
async fn asking_for_a_link_looks_the_same_whoever_asks() {
    let app = App::spawn();
    app.with_someone(EMAIL);
    let gone = invited(&app);
    app.deactivate(gone.id);
    let mut pages = Vec::new();
    for email in ["COMMISSIONER@example.org ", "nobody@example.org", &gone.email] {
        let mut browser = app.patient();
        browser.open("/forgotten").await.fill("Email address", email).send().await;
        assert_eq!(browser.location().as_deref(), Some("/forgotten/sent"));
        pages.push(browser.follow().await.body.clone());
    }
    assert!(pages.iter().all(|page| *page == pages[0]));
    saywell::jobs::turn(&app.state).await;
    let letters = app.letters();
    assert_eq!((letters.len(), letters[0].to.as_str()), (1, EMAIL));
    assert_eq!(trail(&app).iter().filter(|(action, ..)| action == "reset-asked").count(), 3);
    assert!(trail(&app).iter().all(|(_, subject, actor)| !subject.contains('@') && !actor.contains('@')));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_in_the_letter_sets_the_password() {
    let app = App::spawn();
    app.with_someone(EMAIL);
    app.with_factor(account(&app).id);
    app.patient().post("/forgotten", &[("email", EMAIL)]).await;
    saywell::jobs::turn(&app.state).await;
    let body = app.letters().pop().unwrap().body;
    let address = body.split_whitespace().find(|word| word.contains("/welcome/")).unwrap();
    let mut browser = app.patient();
    choose(&mut browser, address.strip_prefix(&app.state.settings.origin()).unwrap(), NEW).await;
    assert_eq!(browser.status, 303);
    assert!(signs_in_with(&app, NEW));
}

#[tokio::test]
async fn a_mailbox_cannot_be_flooded() {
    let app = App::spawn();
    app.with_someone(EMAIL);
    for (minutes, letters) in [(0, 1), (1, 1), (19, 1), (20, 2), (21, 2), (40, 3), (59, 3)] {
        let then = app.minutes_later(minutes);
        let mut browser = then.patient();
        browser.post("/forgotten", &[("email", EMAIL)]).await;
        assert_eq!(browser.location().as_deref(), Some("/forgotten/sent"));
        assert_eq!(app.waiting().len(), letters, "after {minutes} minutes");
    }
}

#[tokio::test]
async fn a_network_that_asks_for_too_many_links_waits() {
    let app = App::spawn();
    let mut browser = app.patient();
    for number in 0..50 {
        browser.post("/forgotten", &[("email", &format!("nobody{number}@example.org"))]).await;
        assert_eq!(browser.status, 303);
    }
    browser.post("/forgotten", &[("email", EMAIL)]).await;
    assert_eq!((browser.status, browser.headers["retry-after"].to_str().unwrap()), (429, "5"));
}

#[tokio::test]
async fn what_is_no_address_is_named() {
    let app = App::spawn();
    let mut browser = app.patient();
    for typed in ["", "ada", "ada@", "@example.org", "a b@example.org", &format!("{}@example.org", "a".repeat(300))] {
        browser.post("/forgotten", &[("email", typed)]).await;
        assert_eq!((browser.status, browser.errors()[0].0.as_str()), (422, "#email"), "{typed}");
    }
}

#[tokio::test]
async fn where_no_mail_is_sent_an_administrator_is_to_be_asked() {
    let app = App::spawn().without_mail();
    app.with_someone(EMAIL);
    let mut browser = app.patient();
    browser.open("/forgotten").await;
    assert!(browser.words().contains("Ask an administrator") && browser.controls().is_empty());
    browser.post("/forgotten", &[("email", EMAIL)]).await;
    assert_eq!(browser.location().as_deref(), Some("/forgotten"));
    assert!(app.waiting().is_empty());
}
