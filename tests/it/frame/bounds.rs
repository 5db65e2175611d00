//! How much one request may bring, and how long it may take over it.

use saywell::web::TABLE;

use super::super::support::App;
use super::{ask, exchange, filled, status};

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn an_address_that_is_too_long_is_refused_with_a_page_that_does_not_repeat_it() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.get(&format!("/help?{}", "a".repeat(9000))).await;
    assert_eq!((patient.status, patient.heading().as_str()), (414, "That address is too long"));
    assert!(!patient.body.contains("aaaa"));
    assert_eq!(patient.get(&format!("/help?{}", "a".repeat(4000))).await.status, 200);
    assert!(!patient.body.contains("aaaa"), "nor is it put into links");
}

#[tokio::test]
async fn headers_that_are_too_large_are_refused_with_a_page() {
    let app = App::spawn();
    let mut patient = app.patient().header("x-much", &"a".repeat(40_000));
    patient.get("/").await;
    assert_eq!((patient.status, patient.heading().as_str()), (431, "Your browser sent too much"));
}

#[test]
fn ten_megabytes_of_headers_are_cut_off_and_nobody_else_notices() {
    let app = App::spawn();
    let head = format!("GET / HTTP/1.1\r\nHost: {}\r\nX-Much: {}\r\n\r\n", app.at, "a".repeat(10_000_000));
    assert!(status(&exchange(app.at, head.as_bytes())).is_none_or(|status| (400..500).contains(&status)));
    let many = "X-Many: a\r\n".repeat(500);
    assert!(status(&ask(app.at, "GET /", &many)).is_none_or(|status| (400..500).contains(&status)));
    assert_eq!(status(&ask(app.at, "GET /", "")), Some(200));
}

#[test]
fn a_body_that_is_too_large_is_refused_before_it_is_sent() {
    let app = App::spawn();
    for address in ["/sign-in", "/resume"] {
        let announced = ask(app.at, &format!("POST {address}"), &format!("Content-Type: {FORM}\r\nContent-Length: 10000000\r\n"));
        assert_eq!(status(&announced), Some(413), "{address}");
    }
    let chunk = format!("{:x}\r\n{}\r\n", 600_000, "a".repeat(600_000));
    let request = format!("POST /resume HTTP/1.1\r\nHost: {}\r\nContent-Type: {FORM}\r\nTransfer-Encoding: chunked\r\n\r\n{chunk}", app.at);
    assert_eq!(status(&exchange(app.at, request.as_bytes())), Some(413));
}

#[test]
fn a_body_of_two_lengths_is_refused() {
    let app = App::spawn();
    let both = "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n";
    assert!(status(&ask(app.at, "POST /resume", both)).is_none_or(|status| status == 400));
}

#[tokio::test]
async fn a_form_of_too_many_fields_is_refused() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.post_bytes("/resume", FORM, "a=b&".repeat(401).into_bytes()).await;
    assert_eq!(patient.status, 413);
    patient.post_bytes("/resume", FORM, format!("{}=b", "a".repeat(300)).into_bytes()).await;
    assert_eq!(patient.status, 413);
    patient.post_bytes("/resume", FORM, "a=b&".repeat(400).into_bytes()).await;
    assert_eq!(patient.status, 422);
}

#[tokio::test]
async fn what_is_no_form_is_refused() {
    let app = App::spawn();
    let mut patient = app.patient();
    for kind in ["multipart/form-data; boundary=x", "application/json", "text/plain", "application/xml"] {
        patient.post_bytes("/sign-in", kind, b"--x\r\n".to_vec()).await;
        assert_eq!((patient.status, patient.heading().as_str()), (415, "This is not one of our forms"), "{kind}");
    }
}

#[test]
fn a_head_that_does_not_come_is_not_waited_for() {
    let app = App::with(|settings| settings.head_seconds = 1);
    let answer = exchange(app.at, b"GET / HTTP/1.1\r\nHost: here\r\nX-Slow: ");
    assert!(status(&answer).is_none_or(|status| status == 408), "{answer}");
}

#[test]
fn a_form_that_does_not_come_is_not_waited_for() {
    let app = App::with(|settings| settings.form_seconds = 1);
    let head = format!("POST /resume HTTP/1.1\r\nHost: {}\r\nContent-Type: {FORM}\r\nContent-Length: 2000\r\n\r\ncode=", app.at);
    let answer = exchange(app.at, head.as_bytes());
    assert_eq!(status(&answer), Some(408), "{answer}");
    assert!(answer.contains("connection: close"), "{answer}");
}

#[test]
fn an_address_takes_the_methods_of_the_route_table_and_says_so() {
    let app = App::spawn();
    for route in TABLE {
        let address = filled(route.address);
        let named = |method: &&str| if *method == "get" { "GET, HEAD".to_owned() } else { method.to_uppercase() };
        let allow = format!("\r\nallow: {}\r\n", route.methods.iter().map(named).collect::<Vec<_>>().join(", "));
        for method in ["DELETE", "PUT", "PATCH", "OPTIONS", "TRACE", "BREW"] {
            let answer = ask(app.at, &format!("{method} {address}"), "");
            assert_eq!(status(&answer), Some(405), "{method} {address}");
            assert!(answer.contains(&allow), "{method} {address}: {answer}");
        }
    }
    for method in ["GET", "POST", "TRACE", "BREW"] {
        assert_eq!(status(&ask(app.at, &format!("{method} /no/such/page"), "")), Some(404), "{method}");
    }
}

#[tokio::test]
async fn a_page_that_only_takes_forms_says_so_to_those_who_open_it() {
    let app = App::spawn();
    let mut staff = app.commissioner().await;
    staff.get("/sign-out").await;
    assert_eq!((staff.status, staff.heading().as_str()), (405, "This page does not work that way"));
    assert_eq!(staff.headers["allow"], "POST");
    assert_eq!(staff.get("/staff").await.status, 200, "nobody was signed out");
}
