//! Answers that somebody gives by phone or in person, and staff write down.

use saywell::domain::access::{Action, Role};
use saywell::store::accounts::Grant;
use saywell::store::ids::{EpisodeId, OrganisationId};

use super::super::support::county::Care;
use super::super::support::{App, Browser};

/// Somebody in care who was asked about work, and the address where staff enter the answers.
pub struct Patient {
    pub app: App,
    pub provider: OrganisationId,
    pub episode: EpisodeId,
    pub link: String,
    pub person: String,
    pub invitation: i64,
}

impl Patient {
    pub fn asked(survey: &str) -> Self {
        let app = App::spawn();
        let provider = app.with_provider("North Team");
        let episode = app.with_episode(&Care::with(provider));
        app.named(episode, "Zofia", "Nowak");
        let link = app.with_invitation(episode, survey);
        let invitation = app.invitation_of(episode).id.0;
        let owner = app.store().read_now("episode", |conn| saywell::store::episodes::find(conn, episode)).unwrap();
        Self { app, provider, episode, link, person: format!("/provider/people/{}", owner.person_id.0), invitation }
    }

    pub fn coordinator(&self, name: &str) -> Browser {
        let grants = [Grant { organisation: self.provider, role: Role::CareCoordinator }];
        self.app.signed_in(self.app.with_staff(name, &grants))
    }

    pub fn at(&self, what: &str) -> String {
        format!("{}/{what}/{}", self.person, self.invitation)
    }
}

#[tokio::test]
async fn what_is_said_by_phone_is_entered_page_by_page_and_recorded() {
    let patient = Patient::asked("employment");
    let mut staff = patient.coordinator("Wanda Works");
    staff.open(&patient.person).await;
    staff.click(&format!("Enter answers : Work and what you do, {}", "2 November 2026")).await;
    assert_eq!(staff.heading(), "Zofia Nowak: Work and what you do Enter answers");
    staff.press().await;
    assert_eq!((staff.status, staff.errors().len()), (422, 1));
    staff.choose("By phone, I enter what they say").press().await;
    assert_eq!(staff.step(), "who");
    assert!(staff.text_of(".app-entering").unwrap().contains("You are entering answers for Zofia Nowak."));
    staff.choose_code("self").press().await;
    assert!(staff.text_of(".app-entering").is_some() && !staff.words().contains("Save and finish later"), "{}", staff.words());
    staff.answer_all(&[]).await;
    assert!(staff.text_of(".app-entering").is_some());
    staff.press().await;
    assert_eq!((staff.step(), staff.heading().as_str()), ("done", "The answers have been sent"));
    assert!(staff.words().contains("Zofia Nowak") && !staff.code().is_empty(), "{}", staff.words());
    let kept = &patient.app.responses("employment")[0];
    assert_eq!((kept.mode.as_str(), kept.assistance.as_deref(), kept.status.as_str()), ("phone", Some("phone"), "submitted"));
    assert!(kept.entered_by.is_some() && kept.invitation_id.is_some() && kept.episode_id == Some(patient.episode));
    let told = patient.app.audited(Action::AnswersEntered);
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].detail.as_str(), told[0].organisation_id), ("employment phone", Some(patient.provider.0)));
    assert!(patient.app.invitation_of(patient.episode).started_at.is_some());
    staff.open(&patient.at("answer")).await;
    assert!(staff.words().contains("Answers to this have been sent already."), "{}", staff.words());
}

#[tokio::test]
async fn staff_never_see_what_the_person_began_and_what_they_enter_is_a_draft_of_its_own() {
    let patient = Patient::asked("settled-accommodation");
    let mut phone = patient.app.invited(&patient.link).await;
    phone.set_out().await.choose_code("07").press().await;
    let mut staff = patient.coordinator("Wanda Works");
    staff.open(&patient.at("answer")).await.choose("In person, I enter what they say").press().await;
    staff.choose_code("self").press().await;
    assert_eq!(staff.step(), "accommodation-type");
    assert!(staff.controls().iter().all(|option| !option.chosen), "{}", staff.words());
    staff.answer_all(&[]).await.press().await;
    let kept = patient.app.responses("settled-accommodation");
    assert_eq!(kept.len(), 2);
    let modes: Vec<_> = kept.iter().map(|one| (one.status.as_str(), one.mode.as_str(), one.assistance.as_deref())).collect();
    assert_eq!(modes, [("draft", "web", None), ("submitted", "web", Some("in-person"))]);
}

#[tokio::test]
async fn an_entry_opens_to_nobody_but_the_member_of_staff_who_began_it() {
    let patient = Patient::asked("employment");
    let mut staff = patient.coordinator("Wanda Works");
    staff.open(&patient.at("answer")).await.choose("By phone, I enter what they say").press().await.choose_code("self").press().await;
    staff.pick_first().press().await;
    let code = staff.cookie("__Secure-saywell-employment");
    for mut other in [patient.coordinator("Otto Other"), patient.app.patient()] {
        other.keep_cookie("__Secure-saywell-employment", &code, "/s/employment");
        for page in ["q/employment-status", "check", "done"] {
            other.open(&format!("/s/employment/{page}")).await;
            assert!(other.status == 404 || other.path() == "/sign-in", "{page}: {} {}", other.status, other.address);
        }
        other.post("/s/employment/check", &[("key", "1.x")]).await;
        assert_ne!(other.status, 200);
    }
    staff.open("/s/employment/q/employment-status").await;
    assert_eq!(staff.status, 200);
}

#[tokio::test]
async fn leaving_takes_out_what_was_entered_and_the_device_forgets_it() {
    let patient = Patient::asked("employment");
    let mut staff = patient.coordinator("Wanda Works");
    staff.open(&patient.at("answer")).await.choose("By phone, I enter what they say").press().await.choose_code("self").press().await;
    staff.pick_first().press().await;
    let token = staff.attributes(".app-entering input[name=token]", "value")[0].clone();
    staff.post("/s/employment/leave", &[("token", "none")]).await;
    assert_eq!(staff.status, 400);
    staff.post("/s/employment/leave", &[("token", &token)]).await.follow().await;
    assert_eq!(staff.path(), patient.person);
    assert!(patient.app.responses("employment").is_empty() && patient.app.rows("employment").is_empty());
    staff.open("/s/employment/q/employment-status").await;
    assert_eq!(staff.status, 404);
    assert!(patient.app.audited(Action::AnswersEntered).is_empty());
}

#[tokio::test]
async fn nobody_enters_answers_for_people_of_another_provider_or_a_closed_survey() {
    let patient = Patient::asked("employment");
    let elsewhere = patient.app.with_provider("South Team");
    let mut stranger = patient.app.staff(Role::CareCoordinator, elsewhere);
    stranger.get(&patient.at("answer")).await;
    assert_eq!(stranger.status, 404);
    patient.app.set_survey("employment", "closed");
    let mut staff = patient.coordinator("Wanda Works");
    staff.open(&patient.at("answer")).await;
    assert!(staff.words().contains("This survey takes no more answers."), "{}", staff.words());
}

#[tokio::test]
async fn whoever_comes_to_the_computer_after_an_entry_finds_no_receipt_of_it() {
    let patient = Patient::asked("employment");
    let mut staff = patient.coordinator("Wanda Works");
    staff.open(&patient.at("answer")).await.choose("By phone, I enter what they say").press().await.choose_code("self").press().await;
    staff.answer_all(&[]).await.press().await;
    let receipt = staff.code();
    let mut next = patient.app.patient();
    next.keep_cookie("__Secure-saywell-employment", &staff.cookie("__Secure-saywell-employment"), "/s/employment");
    next.open("/s/employment").await;
    assert_eq!((next.status, next.heading().as_str()), (200, "Work and what you do"));
    assert!(!next.words().contains(&receipt) && !next.words().contains("sent answers"), "{}", next.words());
}

#[tokio::test]
async fn titles_name_nobody_because_they_stay_in_the_history_of_a_shared_computer() {
    let patient = Patient::asked("employment");
    let mut staff = patient.coordinator("Wanda Works");
    let pages = ["answer", "transcribe"].map(|what| patient.at(what));
    let forms = ["edit", "stops", "episodes/new"].map(|what| format!("{}/{what}", patient.person));
    for page in pages.into_iter().chain(forms) {
        staff.open(&page).await;
        assert!(staff.status == 200 && staff.words().contains("Nowak"), "{page}: {}", staff.words());
        assert!(!staff.title().contains("Nowak"), "{page}: {}", staff.title());
    }
    staff.open(&patient.at("answer")).await.choose("By phone, I enter what they say").press().await.choose_code("self").press().await;
    staff.answer_all(&[]).await.press().await;
    assert!(!staff.title().contains("Nowak"), "{}", staff.title());
    staff.open(&patient.at("answer")).await;
    assert!(staff.words().contains("sent already") && !staff.title().contains("Nowak"), "{}", staff.title());
}

#[tokio::test]
async fn what_somebody_took_back_is_not_entered_again() {
    let patient = Patient::asked("employment");
    let mut phone = patient.app.invited(&patient.link).await;
    phone.set_out().await.answer_all(&[]).await.press().await;
    let receipt = phone.code();
    phone.post("/receipt/withdraw", &[("code", &receipt), ("sure", "yes")]).await;
    assert_eq!(phone.location().as_deref(), Some("/receipt/withdrawn"));
    let mut staff = patient.coordinator("Wanda Works");
    for what in ["answer", "transcribe"] {
        staff.open(&patient.at(what)).await;
        assert!(staff.words().contains("Answers to this have been sent already."), "{what}: {}", staff.words());
    }
}
