//! Whose word about an address is believed.

use super::super::support::{App, Browser};

async fn guess(browser: &mut Browser, times: usize) -> u16 {
    for _ in 0..times {
        browser.post("/resume", &[("code", "0000 0000 0000")]).await;
    }
    browser.status
}

#[tokio::test]
async fn nobody_escapes_by_naming_another_address() {
    let app = App::with(|settings| settings.code_tries_per_minute = 1);
    for (number, header) in ["x-forwarded-for", "forwarded", "x-real-ip", "x-forwarded-for"].into_iter().enumerate() {
        let value = if header == "forwarded" { "for=192.0.2.1".to_owned() } else { format!("192.0.2.{number}") };
        let status = guess(&mut app.patient().header(header, &value), 1).await;
        assert_eq!(status, if number < 2 { 422 } else { 429 }, "{header}");
    }
}

#[tokio::test]
async fn what_is_written_before_the_proxy_changes_nothing() {
    let app = App::with(|settings| {
        settings.code_tries_per_minute = 1;
        settings.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
    });
    let from = |list: &str| app.patient().header("x-forwarded-for", list);
    assert_eq!(guess(&mut from("203.0.113.1, 198.51.100.9"), 1).await, 422);
    assert_eq!(guess(&mut from("203.0.113.2, 198.51.100.9"), 1).await, 422);
    assert_eq!(guess(&mut from("203.0.113.3, 198.51.100.9, 127.0.0.9"), 1).await, 429);
    assert_eq!(guess(&mut from("198.51.100.9, 198.51.100.10"), 1).await, 422);
}

#[tokio::test]
async fn a_host_that_somebody_else_names_is_not_come_back_to() {
    let app = App::spawn();
    let mut patient = app.patient().header("x-forwarded-host", "elsewhere.example").header("referer", "http://elsewhere.example/trap");
    patient.get("/language/pl").await;
    assert_eq!(patient.location().as_deref(), Some("/"));
}
