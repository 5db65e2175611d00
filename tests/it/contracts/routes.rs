//! Every address of Saywell, for everybody who may ask for it.

use super::super::support::App;
use super::project;

/// Every address that `web` declares, with something in the place of every parameter, and how it is asked for.
fn routes() -> Vec<(String, bool, bool)> {
    let text = std::fs::read_to_string(project().join("src/web/mod.rs")).unwrap();
    let table = text.split("fn routes(").nth(1).unwrap().split("\n}").next().unwrap();
    let filled = |address: &str| {
        let filled = address.replace("{survey}", "employment").replace("{page}", "employment-status").replace("{key}", "paid-employment");
        filled.replace("{token}", "none").replace("{tag}", "en").replace("{name}", "none.css")
    };
    let route = |rest: &str| {
        let (address, how) = rest.split_once('"').unwrap();
        (filled(address), how.contains("get"), how.contains("post"))
    };
    let lines = table.lines().filter(|line| line.contains("route(\"") || line.contains("resource(\""));
    lines.map(|line| route(line.split_once("(\"").unwrap().1)).collect()
}

#[tokio::test]
async fn no_address_fails_for_anybody_and_staff_pages_open_to_staff_alone() {
    let app = App::spawn();
    let (mut nobody, mut staff) = (app.patient(), app.commissioner().await);
    let routes = routes();
    assert!(routes.len() > 25, "{routes:?}");
    assert!(routes.iter().all(|(address, get, post)| !address.contains('{') && (*get || *post)), "{routes:?}");
    for (address, get, post) in routes {
        let for_staff = address.starts_with("/commissioner") || address == "/sign-out";
        if get {
            nobody.get(&address).await;
            assert!(nobody.status < 500, "{address}: {}", nobody.status);
            let door = nobody.location().is_some_and(|to| to.starts_with("/sign-in"));
            assert_eq!(door, for_staff, "{address} for somebody who is not signed in: {}", nobody.status);
            staff.get(&address).await;
            assert!(staff.status < 500 && !(for_staff && staff.status != 200), "{address} for staff: {}", staff.status);
        }
        if post {
            nobody.post(&address, &[]).await;
            assert!(nobody.status < 500, "{address}: {}", nobody.status);
            assert!(!for_staff || nobody.status == 303, "{address}");
            staff.post(&address, &[]).await;
            assert!(staff.status < 500, "{address} for staff: {}", staff.status);
        }
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_it_safe() {
    let app = App::spawn();
    let mut nobody = app.patient();
    for address in ["/", "/none", "/commissioner", "/health/live", "/assets/brand.css", "/s/employment"] {
        nobody.get(address).await;
        for header in ["content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy", "cache-control"] {
            assert!(nobody.headers.contains_key(header), "{address} has no {header}");
        }
    }
    let policy = nobody.headers["content-security-policy"].to_str().unwrap();
    assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
}

#[tokio::test]
async fn no_page_brings_a_script_or_a_style_inside_it_or_from_elsewhere() {
    let app = App::spawn();
    let mut browser = app.commissioner().await;
    for address in ["/", "/s/employment", "/commissioner", "/commissioner/indicators/paid-employment", "/help", "/sign-in"] {
        browser.open(address).await;
        assert!(browser.texts_of("style").is_empty() && browser.attributes("[style]", "style").is_empty(), "{address}");
        assert!(browser.texts_of("script:not([src])").is_empty(), "{address}");
        let from = [browser.attributes("[src]", "src"), browser.attributes("link[href]", "href")].concat();
        assert!(from.iter().all(|at| at.starts_with("/assets/")), "{address}: {from:?}");
    }
}

#[tokio::test]
async fn machines_can_tell_that_saywell_lives_and_works() {
    let app = App::spawn();
    let mut machine = app.patient();
    assert_eq!(machine.get("/health/live").await.status, 200);
    assert_eq!(machine.get("/health/ready").await.status, 200);
}
