//! What one survey, one reader or one device must not do to another.

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use reqwest::Method;

use super::super::support::App;
use super::super::support::county::Care;
use super::super::support::database::postgres;

#[tokio::test]
async fn a_draft_is_not_reached_under_the_address_of_another_survey() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("employment").await.answer_all(&[]).await;
    let code = patient.cookie("__Secure-saywell-employment");
    patient.keep_cookie("__Secure-saywell-event-feedback", &code, "/s/event-feedback");
    patient.open("/s/event-feedback/check").await;
    assert_eq!((patient.status, patient.heading().as_str()), (404, "We cannot find your answers"));
    assert_eq!(app.responses("employment")[0].status, "draft");
}

#[tokio::test]
async fn only_services_that_give_such_care_are_offered() {
    let app = App::spawn();
    let (minds, _births) = (app.with_provider("North Minds"), app.with_provider("Births Together"));
    app.with_episode(&Care::with(minds));
    let mut patient = app.patient();
    patient.open("/s/settled-accommodation").await.press().await;
    patient.choose("I am answering about myself").press().await;
    assert_eq!(patient.heading(), "Which service is this about?");
    assert!(patient.words().contains("North Minds") && !patient.words().contains("Births Together"));
}

#[tokio::test]
async fn who_answers_about_which_service_is_checked_before_sending() {
    let app = App::spawn();
    let minds = app.with_provider("North Minds");
    app.with_episode(&Care::with(minds));
    let mut patient = app.patient();
    patient.begin("settled-accommodation").await.answer_all(&[]).await;
    assert!(patient.words().contains("Who is answering?") && patient.words().contains("Which service is this about?"));
    let mut other_tab = patient.clone();
    other_tab.post("/s/settled-accommodation/who", &[("answer", "proxy")]).await;
    patient.press().await;
    assert_eq!((patient.status, patient.heading().as_str()), (409, "Your answers have moved on"));
    assert_eq!(app.responses("settled-accommodation")[0].respondent, "proxy");
}

#[tokio::test]
async fn choosing_a_language_comes_back_to_the_same_page() {
    let app = App::spawn();
    let mut reader = app.patient();
    let way = reader.open("/sign-in?next=/commissioner%3Fperiod%3D2026-05").await.link("polski");
    assert!(way.starts_with("/language/pl?back=/sign-in%3Fnext"), "{way}");
    reader.open(&way).await;
    assert_eq!((reader.path(), reader.heading().as_str()), ("/sign-in", "Zaloguj się"));
    assert!(reader.attributes("input[name=next]", "value").contains(&"/commissioner?period=2026-05".to_owned()));
}

#[tokio::test]
async fn the_token_of_a_personal_link_is_in_no_query() {
    let app = App::spawn();
    let provider = app.with_provider("North Team");
    let token = app.with_invitation(app.with_episode(&Care::with(provider)), "settled-accommodation");
    let patient = app.invited(&token).await;
    let queries = patient.attributes("a", "href").into_iter().filter(|address| address.contains('?'));
    assert!(queries.into_iter().all(|address| !address.contains(&token)));
}

#[tokio::test]
async fn what_can_be_read_can_be_asked_for_by_its_head() {
    let app = App::spawn();
    for address in ["/", "/health/live", "/health/ready", "/s/employment"] {
        let answer = reqwest::Client::new().request(Method::HEAD, format!("http://{}{address}", app.at)).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{address}");
        assert!(answer.bytes().await.unwrap().is_empty(), "{address}");
    }
}

#[tokio::test]
async fn a_writer_that_holds_the_database_keeps_no_reader_out() {
    if postgres().is_some() {
        return;
    }
    let app = App::spawn();
    let path = app.database.url.strip_prefix("sqlite:").unwrap().to_owned();
    let mut holder = SqliteConnection::establish(&path).unwrap();
    holder.batch_execute("BEGIN IMMEDIATE").unwrap();
    let begin = || async {
        let mut patient = app.patient();
        patient.post("/s/employment", &[]).await;
        patient.status
    };
    let read = async {
        let mut reader = app.patient();
        reader.open("/s/employment").await;
        reader.status
    };
    let (first, second, third, read) = tokio::join!(begin(), begin(), begin(), read);
    assert_eq!((first, second, third, read), (503, 503, 503, 200));
    holder.batch_execute("ROLLBACK").unwrap();
    assert_eq!(begin().await, 303);
    assert_eq!(app.responses("employment").len(), 1, "what was refused was not half kept");
}
