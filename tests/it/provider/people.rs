//! People in care: seen by those who coordinate it, and by nobody else.

use saywell::domain::access::{Action, Role};
use saywell::domain::care::demographics::Demographics;
use saywell::store::accounts::Grant;
use saywell::store::episodes;
use saywell::store::ids::{EpisodeId, OrganisationId, PersonId};

use super::super::paper::reading::Reading;
use super::super::support::county::Care;
use super::super::support::{App, Browser};

fn coordinator(app: &App, provider: OrganisationId) -> Browser {
    app.staff(Role::CareCoordinator, provider)
}

fn patient(app: &App, provider: OrganisationId) -> (EpisodeId, i64) {
    let episode = app.with_episode(&Care::with(provider));
    (episode, app.store().read_now("episode", |conn| episodes::find(conn, episode)).unwrap().person_id.0)
}

/// The numbers of the people on the page.
fn numbers(browser: &Browser) -> Vec<String> {
    browser.texts_of("tbody th a").into_iter().map(|number| number.replace(' ', "")).collect()
}

#[tokio::test]
async fn a_coordinator_sees_the_people_of_the_own_provider_and_looking_is_recorded() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    let (_, own) = patient(&app, north);
    let (_, other) = patient(&app, south);
    let mut browser = coordinator(&app, north);
    browser.open("/provider/people").await;
    assert_eq!(numbers(&browser), [own.to_string()]);
    assert_eq!(app.audited(Action::PeopleListed).len(), 1);
    let link = browser.attributes("tbody th a", "href")[0].clone();
    browser.open(&link).await;
    assert_eq!(browser.heading().replace(' ', ""), format!("Person{own}"));
    let seen = app.audited(Action::PersonViewed).pop().unwrap();
    assert_eq!((seen.subject, seen.organisation_id), (format!("person:{own}"), Some(north.0)));
    browser.get(&format!("/provider/people/{other}")).await;
    assert_eq!(browser.status, 404);
    assert_eq!(app.audited(Action::Refused).pop().unwrap().subject, format!("person:{other}"));
    assert_eq!(app.audited(Action::PersonViewed).len(), 1);
}

#[tokio::test]
async fn a_record_tells_what_was_asked_and_whether_it_was_answered_but_no_answer() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let (episode, person) = patient(&app, north);
    let link = app.with_invitation(episode, "settled-accommodation");
    app.with_invitation(episode, "employment");
    let mut patient = app.invited(&link).await;
    patient.set_out().await.choose_code("07").press().await.open("/s/settled-accommodation/check").await.press().await;
    assert_eq!(patient.step(), "done");
    let mut browser = coordinator(&app, north);
    browser.open("/provider/people").await;
    assert!(browser.texts_of("tbody tr")[0].contains("1 of 2"), "{}", browser.words());
    browser.open(&format!("/provider/people/{person}")).await;
    let asked = browser.texts_of("tbody tr");
    let of = |survey: &str| asked.iter().find(|row| row.contains(survey)).unwrap().clone();
    assert!(of("Where you live").contains("Answered on 22 November 2026"), "{asked:?}");
    assert!(of("Work and what you do").contains("Not answered") && of("Work and what you do").contains("2 November 2026"), "{asked:?}");
    assert!(browser.words().contains("Year of birth 1980") && browser.words().contains("Sex Female"), "{}", browser.words());
    assert!(!browser.words().contains("1 May"), "the day of birth is not shown");
}

#[tokio::test]
async fn a_lead_provider_sees_no_people_of_its_partner_unless_they_are_shared() {
    let app = App::spawn();
    let (lead, partner) = (app.with_organisation("Lead Trust", "lead-provider"), app.with_provider("Partner Team"));
    app.put_under(partner, lead);
    let (_, theirs) = patient(&app, partner);
    let mut browser = coordinator(&app, lead);
    browser.open("/provider/people").await;
    assert!(browser.words().contains("There is nobody on this list") && numbers(&browser).is_empty());
    browser.get(&format!("/provider/people/{theirs}")).await;
    assert_eq!(browser.status, 404);
    app.share_people(partner, lead);
    browser.open("/provider/people").await;
    assert_eq!(numbers(&browser), [theirs.to_string()]);
    assert_eq!(browser.open(&format!("/provider/people/{theirs}")).await.status, 200);
    // Sharing goes one way.
    let (_, own) = patient(&app, lead);
    assert_eq!(coordinator(&app, partner).get(&format!("/provider/people/{own}")).await.status, 404);
}

#[tokio::test]
async fn nobody_of_a_commissioner_reaches_a_person_whatever_the_address() {
    let app = App::spawn();
    let county = app.with_organisation("Example County", "commissioner");
    let (_, person) = patient(&app, app.with_provider("North Team"));
    for role in Role::ALL.into_iter().filter(|role| role.fits("commissioner")) {
        let mut browser = app.staff(role, county);
        for address in [format!("/provider/people/{person}"), "/provider/people".to_owned(), "/provider/people/x".to_owned()] {
            let before = app.audited(Action::Refused).len();
            browser.get(&address).await;
            assert_eq!((browser.status, app.audited(Action::Refused).len()), (404, before + 1), "{address} as {role:?}");
        }
    }
    assert!(app.audited(Action::PersonViewed).is_empty() && app.audited(Action::PeopleListed).is_empty());
}

#[tokio::test]
async fn a_right_held_elsewhere_does_not_open_people_here() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    let (_, theirs) = patient(&app, south);
    let grants = [Grant { organisation: north, role: Role::CareCoordinator }, Grant { organisation: south, role: Role::ProviderManager }];
    let mut browser = app.signed_in(app.with_staff("Two Hats", &grants));
    assert_eq!(browser.get(&format!("/provider/people/{theirs}")).await.status, 404);
}

#[tokio::test]
async fn a_long_list_comes_in_pages_that_neither_repeat_nor_miss_anybody() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let mut all: Vec<String> = (0..53).map(|_| patient(&app, north).1.to_string()).collect();
    app.with_episode(&Care { programme: "maternity", ..Care::with(north) });
    all.reverse();
    let mut browser = coordinator(&app, north);
    browser.open("/provider/people").await.click("Mental health").await;
    let mut seen = numbers(&browser);
    assert_eq!(seen.len(), 50);
    browser.click("Next page").await;
    seen.extend(numbers(&browser));
    assert_eq!(seen, all);
    assert!(!browser.texts_of("main a").contains(&"Next page".to_owned()));
    for nonsense in ["programme=none", "before=x", "before=1.y"] {
        browser.get(&format!("/provider/people?{nonsense}")).await;
        assert_eq!(browser.status, 404, "{nonsense}");
    }
}

#[tokio::test]
async fn a_record_says_what_comes_next_and_why_somebody_was_not_asked() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let (_, person) = patient(&app, north);
    let mut browser = coordinator(&app, north);
    browser.open(&format!("/provider/people/{person}")).await;
    assert!(browser.words().contains("does not ask people in this programme by a schedule"), "{}", browser.words());
    app.ask_by(north, "settled-accommodation", jiff::civil::date(2026, 11, 22));
    let record = Demographics { family_name: "Nowak".to_owned(), email: Some("zofia@example.org".to_owned()), ..Demographics::default() };
    let (_, known) = app.admit(&Care { opened: jiff::civil::date(2026, 11, 15), ..Care::with(north) }, &record);
    let at_known = format!("/provider/people/{}", known.0);
    let next = browser.open(&at_known).await.texts_of("tbody tr");
    assert!(next[0].contains("Where you live") && next[0].contains("Now: within minutes") && next[0].contains("Email"), "{next:?}");
    assert!(next[1].contains("15 February 2027") && next.last().unwrap().contains("When this episode has ended"), "{next:?}");
    app.died(known, jiff::civil::date(2026, 11, 20));
    app.round("2026-11-22T10:00:00Z").await;
    let rows = browser.open(&at_known).await.texts_of("tbody tr");
    assert!(rows[0].contains("Not asked") && rows[0].contains("They have died") && !rows[0].contains("Enter answers"), "{rows:?}");
    assert!(rows[1].contains("Not asked: They have died"), "what comes next says so too: {rows:?}");
}

#[tokio::test]
async fn a_record_leads_to_the_form_on_paper_and_to_one_for_whoever_answers_for_them() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let (episode, person) = patient(&app, north);
    app.named(episode, "Zofia", "Nowak");
    app.with_invitation(episode, "independence-at-home");
    let mut browser = coordinator(&app, north);
    let at = format!("/provider/people/{person}");
    let forms = |browser: &Browser| browser.attributes("tbody a", "href").into_iter().filter(|at| at.contains(".pdf")).collect::<Vec<_>>();
    browser.open(&at).await;
    assert_eq!(forms(&browser).len(), 1, "{:?}", forms(&browser));
    app.needs(PersonId(person), "carer-assists");
    browser.open(&at).await;
    let [own, others] = &forms(&browser)[..] else { panic!("{:?}", forms(&browser)) };
    for (form, says, not) in
        [(own, "Howdoyoumanagegettingdressed?", "thepersonmanage"), (others, "Howdoesthepersonmanagegettingdressed?", "doyoumanage")]
    {
        browser.open(form).await;
        let words = Reading::of(&browser.bytes).words().concat();
        assert!(words.contains(says) && !words.contains(not), "{form}: {words}");
    }
}

#[tokio::test]
async fn a_record_says_who_answered_where_it_was_not_the_person() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let (episode, person) = patient(&app, north);
    let mut daughter = app.invited(&app.with_invitation(episode, "employment")).await;
    daughter.press().await.choose_code("proxy").press().await.choose_code("child").press().await.answer_all(&[]).await.press().await;
    assert_eq!(daughter.step(), "done");
    let mut browser = coordinator(&app, north);
    browser.open(&format!("/provider/people/{person}")).await;
    assert!(browser.texts_of("tbody tr")[0].contains("by somebody else: Daughter or son"), "{}", browser.words());
}
