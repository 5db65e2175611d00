//! Who may print what: blank forms, and forms with the code of one person's invitation.

use saywell::domain::access::{Action, Role};
use saywell::domain::care::demographics::Demographics;
use saywell::secret::Purpose;
use saywell::store::ids::{OrganisationId, PersonId};
use saywell::store::{demographics, episodes};

use super::super::support::county::Care;
use super::super::support::{App, Browser, NOW};
use super::reading::{Reading, squeezed};

/// Somebody in care with an invitation, and the address of their form.
struct Asked {
    person: i64,
    invitation: i64,
    address: String,
    link: String,
}

fn asked(app: &App, provider: OrganisationId, days: i64) -> Asked {
    let episode = app.with_episode(&Care::with(provider));
    let link = app.with_invitation_until(episode, "settled-accommodation", NOW.plus_days(days));
    let person = app.store().read_now("episode", |conn| episodes::find(conn, episode)).unwrap().person_id;
    name(app, provider, person);
    let invitation = app.invitation(&link).invitation.id.0;
    Asked { person: person.0, invitation, address: format!("/provider/people/{}/paper/{invitation}.pdf", person.0), link }
}

fn name(app: &App, provider: OrganisationId, person: PersonId) {
    let record = Demographics { given_name: "Maja".to_owned(), family_name: "Kowalska".to_owned(), ..Demographics::default() };
    let now = app.state.clock.now().micros();
    let sealed = app.state.register().seal(person.0, (provider, person), &record, now).unwrap();
    app.store().write_now("named", |tx| demographics::add(tx, &[(sealed.row.clone(), sealed.terms.clone())])).unwrap();
}

async fn read(browser: &mut Browser, address: &str) -> Reading {
    browser.open(address).await;
    assert_eq!((browser.status, browser.headers["content-type"].to_str().unwrap()), (200, "application/pdf"), "{address}");
    Reading::of(&browser.bytes)
}

#[tokio::test]
async fn a_blank_form_is_printed_in_the_language_that_is_asked_for_and_in_large_print() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let mut designer = app.staff(Role::SurveyDesigner, north);
    let english = read(&mut designer, "/surveys/employment.pdf").await;
    let polish = read(&mut designer, "/surveys/employment.pdf?language=pl&large=yes").await;
    assert!(english.words()[0].contains("Howtofillinthisform") && polish.words()[0].contains(&squeezed("Jak wypełnić ten formularz")));
    assert!(polish.pages() > english.pages());
    designer.open("/surveys/none.pdf").await;
    assert_eq!(designer.status, 404);
    designer.open("/surveys").await;
    designer.click("Form to print (PDF) employment").await;
    assert_eq!(designer.status, 200);
}

#[tokio::test]
async fn a_form_for_a_person_has_their_code_and_no_surname_and_printing_it_is_recorded() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let asked = asked(&app, north, 30);
    let mut coordinator = app.staff(Role::CareCoordinator, north);
    let words = read(&mut coordinator, &asked.address).await.words().concat();
    let code = app.state.secret.code(Purpose::Spoken, asked.invitation);
    assert!(words.contains("ThisformisforMaja.") && words.contains(&squeezed(&code.to_string())) && !words.contains("Kowalska"));
    let line = app.audited(Action::PaperPrinted).pop().unwrap();
    assert_eq!((line.subject, line.organisation_id), (format!("person:{}", asked.person), Some(north.0)));
    let kept = app.invitation(&asked.link).invitation;
    assert_eq!(kept.code_hash, Some(app.state.secret.code_hash(Purpose::Spoken, &code)));
}

#[tokio::test]
async fn no_form_is_printed_for_somebody_elses_person_or_for_another_persons_invitation() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    let (own, other) = (asked(&app, north, 30), asked(&app, south, 30));
    let mut coordinator = app.staff(Role::CareCoordinator, north);
    for address in [other.address, format!("/provider/people/{}/paper/{}.pdf", own.person, other.invitation)] {
        coordinator.open(&address).await;
        assert_eq!(coordinator.status, 404, "{address}");
    }
    assert!(app.audited(Action::PaperPrinted).is_empty());
    assert_eq!(app.audited(Action::Refused).len(), 2);
}

#[tokio::test]
async fn no_form_is_printed_once_the_time_is_over_or_the_answers_are_there() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let mut coordinator = app.staff(Role::CareCoordinator, north);
    let over = asked(&app, north, -1);
    let answered = asked(&app, north, 30);
    let mut patient = app.invited(&answered.link).await;
    patient.set_out().await.choose_code("07").press().await.open("/s/settled-accommodation/check").await.press().await;
    assert_eq!(patient.step(), "done");
    for asked in [over, answered] {
        coordinator.open(&asked.address).await;
        assert_eq!((coordinator.status, coordinator.heading().as_str()), (409, "This form is not printed any more"));
    }
    assert!(app.audited(Action::PaperPrinted).is_empty());
}
