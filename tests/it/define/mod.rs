//! Definitions of indicators: written as drafts, counted beside what is in force, shown with their effect, and decided about by
//! somebody else.

use jiff::civil::date;
use saywell::domain::access::{Action, Event, Role};
use saywell::domain::indicator::Period;
use saywell::store::accounts::Grant;
use saywell::store::ids::{EpisodeId, OrganisationId};
use saywell::store::{cells, definitions, facts};

use super::support::answered::Said;
use super::support::county::Care;
use super::support::{App, Browser, NOW};

pub const AT: &str = "/definitions/paid-employment";

pub fn county(app: &App) -> OrganisationId {
    app.with_organisation("Example County", "commissioner")
}

fn analyst(app: &App) -> Browser {
    app.staff(Role::CommissionerAnalyst, county(app))
}

pub fn approver(app: &App) -> Browser {
    app.staff(Role::CommissionerApprover, county(app))
}

/// Twenty-four people under seventy, of whom nine said that they are in work.
pub fn in_work(app: &App, provider: OrganisationId) {
    let people: Vec<EpisodeId> = (0..24).map(|_| app.with_episode(&Care::with(provider))).collect();
    app.count_anew();
    for person in people.into_iter().take(9) {
        let said = Said::of("employment", vec![("employment-status", "text", "01".to_owned(), true)], Vec::new());
        app.says(Some(person), date(2026, 11, 3), &said);
    }
}

/// A county in which some people in work are under seventy and some are over, released up to this month.
async fn released(over_seventy: usize) -> App {
    let app = App::spawn();
    let provider = app.with_provider("North Team");
    for _ in 0..over_seventy {
        app.with_episode(&Care { born: date(1950, 5, 1), ..Care::with(provider) });
    }
    in_work(&app, provider);
    let event = Event::at_command_line(NOW.micros(), Action::FiguresReleased);
    app.state.release(Period::parse("2026-11").unwrap(), event).await.unwrap().unwrap();
    app
}

/// Writes a draft that differs by those fields, and has it counted.
pub async fn draft(app: &App, analyst: &mut Browser, fields: &[(&str, &str)]) {
    analyst.open(&format!("{AT}/draft")).await;
    for (name, value) in fields {
        analyst.fill(name, value);
    }
    analyst.press().await;
    assert_eq!((analyst.status, analyst.path()), (200, "/definitions/paid-employment/versions/2"), "{}", analyst.words());
    app.state.count_definitions().await.unwrap();
    analyst.open(&format!("{AT}/versions/2")).await;
}

/// The released figure, the draft's, and the difference, of the newest period.
fn effect(browser: &Browser) -> Vec<String> {
    let cells = browser.texts_of("tbody td");
    cells.iter().skip(1).take(3).map(|cell| cell.split_once(' ').map_or(cell.clone(), |(_, rest)| rest.to_owned())).collect()
}

pub async fn propose(analyst: &mut Browser) {
    analyst.open(&format!("{AT}/draft/propose")).await.fill("words", "People work longer now").press().await;
    assert!(analyst.words().contains("waits for approval"), "{}", analyst.words());
}

#[actix_web::test]
async fn a_definition_is_read_in_plain_words_made_from_its_rules() {
    let app = App::spawn();
    for mut reader in [analyst(&app), approver(&app), app.staff(Role::EngagementLead, app.with_provider("North Team"))] {
        reader.open("/staff").await.click("Definitions of indicators").await;
        for one in &app.state.framework.indicators {
            reader.open(&format!("/definitions/{}", one.key)).await;
            assert_eq!(reader.status, 200, "{}", one.key);
            assert!(reader.words().contains(&one.plain.why) && reader.words().contains("From January 2020 on."), "{}", reader.words());
        }
        reader.open(AT).await;
        let words = reader.words();
        for said in ["Aged 18 to 69.", "Only people in the programme “Mental health”.", "not known is not success", "last 12 months"] {
            assert!(words.contains(said), "{said}: {words}");
        }
    }
}

#[actix_web::test]
async fn a_draft_goes_from_the_form_to_its_effect_to_approval_by_somebody_else() {
    let app = released(12).await;
    let mut author = analyst(&app);
    author.open(AT).await.click("Write a new version").await.fill("age-to", "eighty").fill("title", "Working").press().await;
    assert_eq!(author.errors(), [("#age-to".to_owned(), "“Oldest age” must be a whole number, not “eighty”".to_owned())]);
    let typed = |name: &str| author.controls().into_iter().find(|field| field.name == name).unwrap().value;
    assert_eq!((author.status, typed("age-to").as_str(), typed("title").as_str()), (422, "eighty", "Working"));
    draft(&app, &mut author, &[("age-to", "80")]).await;
    assert!(author.words().contains("Aged 18 to 80.") && author.words().contains("age-to = 80"), "{}", author.words());
    let shown = effect(&author);
    assert!(shown[0].contains("(10 of 25)") && shown[1].contains("(10 of 35)") && shown[2].starts_with('−'), "{shown:?}");
    propose(&mut author).await;
    author.get(&format!("{AT}/draft/decide")).await;
    assert_eq!(author.status, 404);
    let mut approver = approver(&app);
    approver.open(&format!("{AT}/versions/2")).await.click("Approve it, or send it back").await;
    approver.choose_code("approve").fill("month", "2026-11").fill("words", "Agreed").press().await;
    assert_eq!((approver.status, approver.errors()[0].0.as_str()), (422, "#month"), "November has left: {}", approver.words());
    approver.fill("month", "2027-01").press().await;
    assert!(approver.words().contains("The new version is approved."), "{}", approver.words());
    app.state.count_definitions().await.unwrap();
    author.open(AT).await;
    let words = author.words();
    assert!(words.contains("In force from January 2027 on.") && words.contains("In force from January 2020 to December 2026."), "{words}");
    let actions = [Action::DefinitionDrafted, Action::DefinitionProposed, Action::DefinitionApproved];
    assert_eq!(actions.map(|action| app.audited(action).len()), [1, 1, 1]);
    let (kept_up, every) = app.store().read_now("cells", |conn| Ok((cells::all(conn)?, definitions::in_force(conn)?))).unwrap();
    app.store().write_now("rebuild", |tx| facts::rebuild(tx, &every, NOW, |_| {})).unwrap();
    assert_eq!(app.store().read_now("cells", cells::all).unwrap(), kept_up);
}

#[actix_web::test]
async fn whoever_wrote_a_draft_does_not_approve_it() {
    let app = released(12).await;
    let organisation = county(&app);
    let grants = [Role::CommissionerAnalyst, Role::CommissionerApprover].map(|role| Grant { organisation, role });
    let mut both = app.signed_in(app.with_staff("Bea Both", &grants));
    draft(&app, &mut both, &[("age-to", "80")]).await;
    propose(&mut both).await;
    both.open(&format!("{AT}/draft/decide")).await.choose_code("approve").fill("month", "2027-01").fill("words", "Mine").press().await;
    assert_eq!((both.status, both.errors()[0].0.as_str()), (422, "#verdict"), "{}", both.words());
    assert_eq!(app.audited(Action::DefinitionApproved).len(), 0);
}

#[actix_web::test]
async fn a_draft_that_makes_a_difference_of_a_few_people_shows_none() {
    let app = released(3).await;
    let mut author = analyst(&app);
    draft(&app, &mut author, &[("age-to", "80")]).await;
    let shown = effect(&author);
    assert_eq!((&shown[0], shown[2].as_str()), (&shown[1], "none"), "{shown:?}");
}

#[actix_web::test]
async fn a_definition_is_exported_and_imported_as_toml() {
    let app = App::spawn();
    let mut author = analyst(&app);
    author.get(&format!("{AT}/versions/1/toml")).await;
    assert_eq!(author.status, 200);
    let exported = author.body.clone();
    let at = format!("{AT}/draft/toml");
    for (typed, said) in [
        ("title = ".to_owned(), "cannot be read as a definition"),
        (exported.replace("key = \"paid-employment\"", "key = \"other\""), "must stay “paid-employment”"),
        (exported.replace("item = \"employment-status\"", "item = \"status\""), "The survey has no such question: status"),
        (exported.clone(), "Nothing differs from the version in force"),
    ] {
        author.open(&at).await.fill("toml", &typed).press().await;
        assert!(author.status == 422 && author.errors().iter().any(|(_, error)| error.contains(said)), "{said}: {}", author.words());
        let kept = author.controls().into_iter().find(|field| field.name == "toml").unwrap().value;
        assert_eq!(kept.trim(), typed.trim(), "nothing typed is lost");
    }
    author.open(&at).await.fill("toml", &exported.replace("age-to = 69", "age-to = 75")).press().await;
    assert!(author.words().contains("Aged 18 to 75."), "{}", author.words());
}

#[actix_web::test]
async fn two_who_write_at_once_do_not_overwrite_each_other_unseen() {
    let app = App::spawn();
    let (mut one, mut other) = (analyst(&app), analyst(&app));
    one.open(&format!("{AT}/draft")).await;
    other.open(&format!("{AT}/draft")).await.fill("age-to", "75").press().await;
    assert_eq!(other.status, 200);
    one.fill("age-to", "80").press().await;
    assert!(one.status == 422 && one.words().contains("Somebody else has changed the draft"), "{}", one.words());
    one.press().await;
    assert!(one.words().contains("Aged 18 to 80."), "{}", one.words());
}

#[actix_web::test]
async fn a_draft_is_sent_back_changed_and_given_up_and_leaves_no_figures() {
    let app = released(12).await;
    let (mut author, mut approver) = (analyst(&app), approver(&app));
    draft(&app, &mut author, &[("age-to", "80")]).await;
    propose(&mut author).await;
    approver.open(&format!("{AT}/draft/decide")).await.choose_code("send-back").fill("words", "Say why eighty").press().await;
    author.open(&format!("{AT}/versions/2")).await;
    assert!(author.words().contains("What was said about it: Say why eighty"), "{}", author.words());
    author.click("Give the draft up").await.fill("words", "Not now").press().await;
    assert!(author.words().contains("It never came into force."), "{}", author.words());
    app.state.count_definitions().await.unwrap();
    let left = app.store().read_now("cells", cells::all).unwrap();
    assert!(!left.keys().any(|(indicator, ..)| indicator == "paid-employment@2"));
    let trail = [Action::DefinitionSentBack, Action::DefinitionDropped].map(|action| app.audited(action).len());
    assert_eq!(trail, [1, 1]);
    author.get(&format!("{AT}/draft/propose")).await;
    assert_eq!(author.location().as_deref(), Some(AT));
    // The number is not given again.
    author.open(&format!("{AT}/draft")).await.fill("age-to", "80").press().await;
    assert_eq!(author.path(), "/definitions/paid-employment/versions/3");
}
