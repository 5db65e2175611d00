//! Personal links.

use saywell::clock::Moment;

use super::super::support::county::Care;
use super::super::support::{App, NOW};

fn asked_until(app: &App, until: Moment) -> String {
    let provider = app.with_provider("North Team");
    let episode = app.with_episode(&Care::with(provider));
    app.with_invitation_until(episode, "settled-accommodation", until)
}

fn asked(app: &App) -> String {
    asked_until(app, NOW.plus_days(30))
}

#[tokio::test]
async fn an_answer_through_a_personal_link_belongs_to_the_episode() {
    let app = App::spawn();
    let token = asked(&app);
    let mut patient = app.invited(&token).await;
    assert!(patient.words().contains("Example Health and Care has asked you to answer this survey."));
    patient.set_out().await;
    assert!(!patient.address.contains(&token), "the token does not stay in the address");
    patient.answer_all(&[]).await.press().await;
    let kept = app.responses("settled-accommodation");
    assert!(kept[0].episode_id.is_some() && kept[0].invitation_id.is_some() && kept[0].organisation_id.is_some());
    assert_eq!(kept[0].timepoint, "review");
}

#[tokio::test]
async fn a_link_that_has_run_out_says_so() {
    let app = App::spawn();
    let mut patient = app.invited(&asked_until(&app, NOW)).await;
    assert_eq!((patient.status, patient.heading().as_str()), (410, "This link does not work any more"));
    patient.open("/i/no-such-link").await;
    assert_eq!(patient.status, 410);
}

#[tokio::test]
async fn a_link_works_once() {
    let app = App::spawn();
    let token = asked(&app);
    let mut patient = app.invited(&token).await;
    patient.set_out().await.answer_all(&[]).await.press().await;
    assert_eq!(patient.step(), "done");
    for mut again in [patient, app.patient()] {
        again.open(&format!("/i/{token}")).await;
        assert_eq!((again.status, again.heading().as_str()), (410, "This link has been used"));
        again.post(&format!("/i/{token}"), &[]).await;
        assert_eq!(again.status, 410);
    }
}

#[tokio::test]
async fn an_invitation_answered_twice_at_once_gives_one_response() {
    let app = App::spawn();
    let token = asked(&app);
    let mut phones = Vec::new();
    for _ in 0..4 {
        phones.push(app.invited(&token).await);
    }
    for phone in &mut phones {
        phone.set_out().await.answer_all(&[]).await;
    }
    let [one, two, three, four] = phones.try_into().ok().unwrap();
    let press = |mut phone: super::super::support::Browser| async move {
        phone.press().await;
        (phone.status, phone.heading())
    };
    let ends = tokio::join!(press(one), press(two), press(three), press(four));
    let ends = [ends.0, ends.1, ends.2, ends.3];
    assert_eq!(ends.iter().filter(|(status, _)| *status == 200).count(), 1, "{ends:?}");
    assert_eq!(ends.iter().filter(|end| **end == (410, "This link has been used".to_owned())).count(), 3, "{ends:?}");
    let submitted = app.responses("settled-accommodation").into_iter().filter(|response| response.status == "submitted");
    assert_eq!(submitted.count(), 1);
}

#[tokio::test]
async fn a_link_opened_again_on_the_same_device_carries_on() {
    let app = App::spawn();
    let token = asked(&app);
    let mut patient = app.invited(&token).await;
    patient.set_out().await.choose_code("01").press().await;
    patient.open(&format!("/i/{token}")).await;
    assert!(patient.texts_of("main a").contains(&"Carry on".to_owned()), "{}", patient.words());
    patient.click("Carry on").await;
    assert_eq!(patient.step(), "feels-secure");
}
