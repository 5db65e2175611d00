//! People are registered by those who coordinate their care, and their details put right.

use saywell::domain::access::{Action, Role};
use saywell::domain::care::channel::Preference;
use saywell::store::accounts::Grant;
use saywell::store::days::date;
use saywell::store::episodes;
use saywell::store::ids::PersonId;

use super::super::support::county::Care;
use super::super::support::people::ZOFIA;
use super::super::support::{App, Browser};

const NEW: &str = "/provider/people/new";

fn north() -> (App, Browser) {
    let app = App::spawn();
    let team = app.with_provider("North Team");
    let browser = app.staff(Role::CareCoordinator, team);
    (app, browser)
}

/// What is typed, with some of it otherwise.
fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    ZOFIA.into_iter().filter(|(field, _)| changes.iter().all(|(other, _)| other != field)).chain(changes.iter().copied()).collect()
}

#[tokio::test]
async fn a_person_is_registered_sealed_and_seen_with_what_they_need() {
    let (app, mut browser) = north();
    let locality = app.with_locality("Marl Cross", "MZ1");
    let typed = with(&[("needs", "large-print"), ("language", "pl"), ("contact-by", "text"), ("mobile", "07700 900123")]);
    let id = browser.register(&typed).await;
    assert_eq!(browser.heading(), "Zofia Nowak");
    assert!(!browser.title().contains("Nowak"), "titles stay in the history of a shared computer");
    let words = browser.words();
    for said in ["The person was added.", "Large print", "1 February 1980", "943 476 5919", "By text message", "Polish", "Marl Cross"] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let person = app.person(id);
    assert_eq!(
        (person.needs.as_deref(), person.locality_id, date(person.birth_day).to_string()),
        (Some("large-print"), Some(locality), "1980-02-01".into())
    );
    assert_eq!(person.contact_by.as_deref(), Some(Preference::Text.code()));
    let record = app.record_of(id).unwrap();
    assert_eq!((record.mobile.as_deref(), record.postcode.as_deref()), (Some("+447700900123"), Some("MZ1 2AB")));
    let line = app.audited(Action::PersonAdded).pop().unwrap();
    assert_eq!((line.subject, line.organisation_id), (format!("person:{}", id.0), Some(person.organisation_id.0)));
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_field_and_what_was_typed_is_kept() {
    let (app, mut browser) = north();
    let typed = with(&[("nhs-number", "943 476 5991"), ("birth-year", "2027"), ("mobile", "01632 960123"), ("family-name", "")]);
    browser.send_form(NEW, &typed).await;
    assert_eq!(browser.status, 422);
    let at: Vec<String> = browser.errors().into_iter().map(|(at, _)| at).collect();
    assert_eq!(at, ["#family-name", "#nhs-number", "#birth", "#mobile"]);
    assert!(browser.words().contains("two digits may have changed places") && browser.words().contains("is in the future"));
    for at in at {
        assert!(browser.body.contains(&format!("id=\"{}\"", &at[1..])), "{at}");
    }
    let kept = browser.controls();
    let value = |name: &str| kept.iter().find(|control| control.name == name).map(|control| control.value.clone());
    assert_eq!((value("nhs-number"), value("birth-year")), (Some("943 476 5991".into()), Some("2027".into())));
    assert!(app.audited(Action::PersonAdded).is_empty());
}

#[tokio::test]
async fn who_wants_letters_needs_an_address() {
    let (_app, mut browser) = north();
    browser.send_form(NEW, &with(&[("contact-by", "letter"), ("postcode", "")])).await;
    assert_eq!((browser.status, browser.errors()[0].0.as_str()), (422, "#address"));
}

#[tokio::test]
async fn an_nhs_number_is_registered_once_in_an_organisation_and_the_second_is_led_to_the_first() {
    let (app, mut browser) = north();
    let first = browser.register(&ZOFIA).await;
    browser.send_form(NEW, &with(&[("given-name", "Sophie")])).await;
    assert_eq!(browser.status, 422);
    assert!(browser.words().contains("Zofia Nowak is registered here with this NHS number. Nothing was saved"), "{}", browser.words());
    assert_eq!(browser.link("Open that record, and add an episode there"), format!("/provider/people/{}", first.0));
    assert_eq!(app.audited(Action::PersonAdded).len(), 1);
    // Another organisation knows nothing of it.
    let south = app.with_provider("South Team");
    app.staff(Role::CareCoordinator, south).register(&ZOFIA).await;
    assert_eq!(app.audited(Action::PersonAdded).len(), 2);
}

#[tokio::test]
async fn two_people_may_share_an_address_and_the_page_says_so() {
    let (_app, mut browser) = north();
    browser.register(&ZOFIA).await;
    assert!(!browser.words().contains("same email address"));
    browser.register(&with(&[("given-name", "Piotr"), ("nhs-number", ""), ("email", "Zofia@Example.org")])).await;
    assert!(browser.words().contains("Somebody else here has the same email address"), "{}", browser.words());
}

#[tokio::test]
async fn details_are_put_right_and_what_the_form_does_not_show_stays() {
    let (app, mut browser) = north();
    let id = browser.register(&ZOFIA).await;
    let edit = format!("/provider/people/{}/edit", id.0);
    let death = [("death-day", "20"), ("death-month", "11"), ("death-year", "2026")];
    browser.send_form(&edit, &[&[("family-name", "Green"), ("email", "")][..], &death].concat()).await;
    browser.follow().await;
    assert_eq!(browser.heading(), "Zofia Green");
    assert!(browser.words().contains("Died on 20 November 2026"));
    let record = app.record_of(id).unwrap();
    assert_eq!((record.email, record.nhs_number.as_deref()), (None, Some("9434765919")));
    let line = app.audited(Action::PersonChanged).pop().unwrap();
    assert_eq!(line.detail, "name; death; contact details");
}

#[tokio::test]
async fn of_two_who_change_a_record_the_second_is_told_and_keeps_what_they_typed() {
    let (app, mut browser) = north();
    let id = browser.register(&ZOFIA).await;
    let edit = format!("/provider/people/{}/edit", id.0);
    let mut other = app.staff(Role::CareCoordinator, app.person(id).organisation_id);
    other.open(&edit).await.fill("family-name", "Green");
    browser.send_form(&edit, &[("family-name", "Nowak-Green")]).await;
    assert_eq!(browser.status, 303);
    other.send().await;
    assert_eq!(other.status, 422);
    assert!(other.words().contains("Somebody else changed this"), "{}", other.words());
    let typed = other.controls().into_iter().find(|control| control.name == "family-name").unwrap();
    assert_eq!((typed.value.as_str(), app.record_of(id).unwrap().family_name.as_str()), ("Green", "Nowak-Green"));
    // Whoever saves once more has been told.
    other.send().await;
    assert_eq!((other.status, app.record_of(id).unwrap().family_name.as_str()), (303, "Green"));
}

#[tokio::test]
async fn nobody_registers_or_changes_people_elsewhere() {
    let (app, mut browser) = north();
    let id = browser.register(&ZOFIA).await;
    let south = app.with_provider("South Team");
    let mut stranger = app.staff(Role::CareCoordinator, south);
    for address in ["edit", "stops", "episodes/new", "merge"].map(|what| format!("/provider/people/{}/{what}", id.0)) {
        let before = app.audited(Action::Refused).len();
        assert_eq!(stranger.get(&address).await.status, 404, "{address}");
        assert_eq!(app.audited(Action::Refused).len(), before + 1, "{address}");
    }
    // Seeing the people of another organisation is not the right to change them.
    app.share_people(app.person(id).organisation_id, south);
    stranger.open(&format!("/provider/people/{}", id.0)).await;
    assert_eq!(stranger.heading(), "Zofia Nowak");
    assert!(!stranger.texts_of("main a").contains(&"Change these details".to_owned()));
    assert_eq!(stranger.get(&format!("/provider/people/{}/edit", id.0)).await.status, 404);
}

#[tokio::test]
async fn who_cares_for_people_of_two_organisations_says_whose_the_person_is() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    let grants = [north, south].map(|organisation| Grant { organisation, role: Role::CareCoordinator });
    let mut browser = app.signed_in(app.with_staff("Two Hats", &grants));
    browser.send_form(NEW, &ZOFIA).await;
    assert_eq!((browser.status, browser.errors()[0].0.as_str()), (422, "#organisation"));
    let south_id = south.0.to_string();
    let id: PersonId = browser.register(&with(&[("organisation", &south_id)])).await;
    assert_eq!(app.person(id).organisation_id, south);
}

#[tokio::test]
async fn who_is_said_to_have_opted_out_is_in_no_figure_from_then_on() {
    let (app, _) = north();
    let team = app.with_provider("South Team");
    let mut browser = app.staff(Role::CareCoordinator, team);
    let episode = app.with_episode(&Care::with(team));
    app.named(episode, "Zofia", "Nowak");
    app.with_invitation(episode, "employment");
    app.count_anew();
    let id = app.store().read_now("episode", |conn| episodes::find(conn, episode)).unwrap().person_id;
    for said in ["yes", "no"] {
        browser.send_form(&format!("/provider/people/{}/edit", id.0), &[("opted-out", said)]).await;
        assert_eq!((browser.status, app.person(id).opted_out), (303, Some(said == "yes")), "{:?}", browser.errors());
        assert!(app.is_counted_right(), "{said}");
    }
}

#[tokio::test]
async fn an_opt_out_that_was_noted_meanwhile_is_not_undone_by_an_older_form() {
    let (app, mut browser) = north();
    let id = browser.register(&ZOFIA).await;
    browser.open(&format!("/provider/people/{}/edit", id.0)).await;
    let mut officer = app.staff(Role::InformationGovernance, app.person(id).organisation_id);
    officer.open(&format!("/governance/people/{}", id.0)).await;
    let token = officer.attributes("header form input[name=token]", "value")[0].clone();
    officer.post(&format!("/governance/people/{}/figures", id.0), &[("token", token.as_str()), ("counted", "no")]).await;
    assert_eq!(app.person(id).opted_out, Some(true));
    browser.send().await;
    assert_eq!((browser.status, app.person(id).opted_out), (422, Some(true)));
}
