//! Bad input: each kind has its own page, with a way out, in the reader's language, with the right status.

use super::super::support::{App, Browser};

const FORM: &str = "application/x-www-form-urlencoded";

fn has_a_way_out(browser: &Browser, status: u16, heading: &str) {
    assert_eq!((browser.status, browser.heading().as_str()), (status, heading), "{}", browser.words());
    assert!(
        browser.attributes("main a", "href").contains(&"/".to_owned())
            && browser.attributes("main a", "href").contains(&"/help".to_owned())
    );
    assert_eq!(browser.headers["x-content-type-options"], "nosniff");
    assert!(browser.headers["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
}

#[tokio::test]
async fn an_unknown_survey() {
    let app = App::spawn();
    let mut patient = app.patient();
    for address in ["/s/no-such-survey", "/s/no-such-survey/q/-", "/s/%00"] {
        has_a_way_out(patient.open(address).await, 404, "We cannot find that survey");
    }
}

#[tokio::test]
async fn an_unknown_page() {
    let app = App::spawn();
    let mut patient = app.patient();
    for address in ["/no/such/page", "/s", "/i", "/commissioner/none", "/assets/none.css", "/language/xx"] {
        has_a_way_out(patient.open(address).await, 404, "We cannot find that page");
    }
}

#[tokio::test]
async fn a_closed_survey() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("carer-experience").await.answer_all(&[]).await;
    app.set_survey("carer-experience", "closed");
    has_a_way_out(patient.press().await, 410, "This survey is closed");
    has_a_way_out(patient.open("/s/carer-experience").await, 410, "This survey is closed");
    has_a_way_out(patient.post("/s/carer-experience", &[]).await, 410, "This survey is closed");
    assert_eq!(app.responses("carer-experience")[0].status, "draft");
    app.set_survey("carer-experience", "open");
    patient.open("/s/carer-experience/check").await.press().await;
    assert_eq!(patient.step(), "done", "nothing was lost while it was closed");
}

#[tokio::test]
async fn an_answer_that_is_far_too_long() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("event-feedback").await;
    let body = format!("answer={}", "a".repeat(600_000));
    patient.post_bytes("/s/event-feedback/q/how-was-it", FORM, body.into_bytes()).await;
    has_a_way_out(&patient, 413, "That was too much to send");
}

#[tokio::test]
async fn text_that_is_not_utf8() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("event-feedback").await;
    for body in [b"answer=%ff%fe".to_vec(), vec![b'a', 0xff, b'=', 0xfe]] {
        patient.post_bytes("/s/event-feedback/q/how-was-it", FORM, body).await;
        has_a_way_out(&patient, 400, "We could not read what was sent");
    }
    patient.post_bytes("/s/event-feedback/q/how-was-it", "application/json", b"{}".to_vec()).await;
    has_a_way_out(&patient, 415, "This is not one of our forms");
    patient.open("/s/%ff").await;
    assert!((400..500).contains(&patient.status), "{}", patient.status);
    assert!(app.kept("event-feedback", "how-was-it").is_empty());
}

#[tokio::test]
async fn an_answer_that_the_database_cannot_keep_is_still_no_fault_of_ours() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("event-feedback").await;
    patient.answer_until("what-to-change").await;
    patient.fill("answer", "before\0after").press().await;
    has_a_way_out(&patient, 400, "We could not read what was sent");
}

mod a_form_from_another_site {
    use super::{App, has_a_way_out};

    async fn sent_with(headers: &[(&'static str, &str)]) -> u16 {
        let app = App::spawn();
        let mut patient = headers.iter().fold(app.patient(), |browser, (name, value)| browser.header(name, value));
        patient.post("/s/event-feedback", &[]).await;
        if patient.status != 303 {
            has_a_way_out(&patient, 403, "This form came from another site");
            assert!(app.responses("event-feedback").is_empty());
        }
        patient.status
    }

    #[tokio::test]
    async fn is_refused_by_what_the_browser_says_of_it() {
        assert_eq!(sent_with(&[("sec-fetch-site", "cross-site")]).await, 403);
        assert_eq!(sent_with(&[("sec-fetch-site", "same-site")]).await, 403);
        assert_eq!(sent_with(&[("sec-fetch-site", "same-origin")]).await, 303);
        assert_eq!(sent_with(&[("sec-fetch-site", "none")]).await, 303);
    }

    #[tokio::test]
    async fn is_refused_by_its_origin_where_the_browser_says_nothing() {
        assert_eq!(sent_with(&[("origin", "https://elsewhere.example")]).await, 403);
        assert_eq!(sent_with(&[("origin", "null")]).await, 403);
        assert_eq!(sent_with(&[]).await, 303);
    }

    #[tokio::test]
    async fn is_told_from_ours_by_the_public_address() {
        let app = App::with(|settings| settings.public_origin = Some("https://answers.example.org".to_owned()));
        let mut ours = app.patient().header("origin", "https://answers.example.org");
        assert_eq!(ours.post("/s/event-feedback", &[]).await.status, 303);
        assert!(ours.headers.get_all("set-cookie").iter().all(|cookie| cookie.to_str().unwrap().contains("Secure")));
        let mut theirs = app.patient().header("origin", &format!("http://{}", app.at));
        assert_eq!(theirs.post("/s/event-feedback", &[]).await.status, 403);
    }
}

#[tokio::test]
async fn every_refusal_is_in_the_language_of_the_reader_with_a_way_out() {
    let app = App::with(|settings| settings.code_tries_per_minute = 1);
    app.set_survey("employment", "closed");
    let polish = || app.patient().speaking("pl");
    let mut pages = Vec::new();
    for address in ["/none", "/s/none", "/s/employment", "/i/none", "/s/carer-experience/check"] {
        let mut reader = polish();
        reader.open(address).await;
        pages.push(reader);
    }
    let mut foreign = polish().header("sec-fetch-site", "cross-site");
    foreign.post("/resume", &[]).await;
    let mut large = polish();
    large.post_bytes("/resume", FORM, vec![b'a'; 70_000]).await;
    let mut garbled = polish();
    garbled.post_bytes("/resume", FORM, b"code=%ff".to_vec()).await;
    let mut guesser = polish();
    for _ in 0..3 {
        guesser.post("/resume", &[("code", "0000 0000 0000")]).await;
    }
    pages.extend([foreign, large, garbled, guesser]);
    let statuses: Vec<u16> = pages.iter().map(|page| page.status).collect();
    assert_eq!(statuses, [404, 404, 410, 410, 404, 403, 413, 400, 429]);
    for page in pages {
        assert_eq!(page.attributes("html", "lang"), ["pl"], "{}", page.address);
        assert!(page.attributes("main a", "href").contains(&"/".to_owned()), "{}", page.address);
        let english = app.state.locales.english();
        let headings: Vec<String> =
            saywell::web::pages::errors::KINDS.iter().map(|kind| english.t(&format!("errors-{kind}-heading"), &[]).unwrap()).collect();
        assert!(!headings.contains(&page.heading()), "{} is not in Polish", page.heading());
    }
}

#[tokio::test]
async fn nothing_that_was_typed_is_put_into_an_address() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("event-feedback").await;
    for _ in 0..20 {
        patient.pick_first().press().await;
        assert!(!patient.address.contains('?'), "{}", patient.address);
        if patient.step() == "check" {
            return;
        }
    }
    panic!("the survey does not end");
}
