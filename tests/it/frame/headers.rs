//! Every answer to everybody carries the headers that keep it safe.

use saywell::web::TABLE;

use super::super::support::{App, Browser};
use super::{ask, filled};

const ALWAYS: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("strict-transport-security", "max-age=63072000; includeSubDomains"),
];

fn is_dressed(browser: &Browser) {
    let (address, headers) = (&browser.address, &browser.headers);
    for (name, value) in ALWAYS {
        assert_eq!(headers.get(name).map(|given| given.to_str().unwrap()), Some(value), "{address}: {name}");
        assert_eq!(headers.get_all(name).iter().count(), 1, "{address}: {name}");
    }
    let policy = headers["content-security-policy"].to_str().unwrap();
    for part in ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"] {
        assert!(policy.contains(part), "{address}: {policy}");
    }
    assert!(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains('*'), "{address}: {policy}");
    let permissions = headers["permissions-policy"].to_str().unwrap();
    assert!(permissions.contains("camera=()") && permissions.contains("publickey-credentials-get=(self)"), "{address}: {permissions}");
    assert!(!headers.contains_key("server") && !headers.contains_key("x-powered-by"), "{address}");
    assert!(!headers.contains_key("access-control-allow-origin"), "{address}");
    let kept = headers["cache-control"].to_str().unwrap() != "no-store";
    assert!(!kept || (address.starts_with("/assets/") && browser.status == 200), "{address} may be kept");
}

#[tokio::test]
async fn every_route_answers_everybody_with_every_header() {
    let app = App::with(|settings| settings.public_origin = Some("https://answers.example.org".to_owned()));
    let (mut nobody, mut staff) = (app.patient(), app.commissioner().await);
    for route in TABLE {
        let address = filled(route.address);
        for browser in [&mut nobody, &mut staff] {
            is_dressed(browser.get(&address).await);
            is_dressed(browser.post(&address, &[]).await);
        }
    }
    is_dressed(nobody.get("/no/such/page").await);
}

#[tokio::test]
async fn what_is_refused_has_every_header_too() {
    let app = App::with(|settings| {
        settings.public_origin = Some("https://answers.example.org".to_owned());
        settings.pages_per_minute = 1;
    });
    let long = format!("/help?{}", "a".repeat(9000));
    is_dressed(app.patient().get(&long).await);
    is_dressed(app.patient().header("sec-fetch-site", "cross-site").post("/resume", &[]).await);
    is_dressed(app.patient().post_bytes("/resume", "application/json", b"{}".to_vec()).await);
    let mut hasty = app.patient();
    for _ in 0..2 {
        is_dressed(hasty.post("/s/employment", &[]).await);
    }
    assert_eq!(hasty.status, 429);
}

#[tokio::test]
async fn only_style_sheets_scripts_and_pictures_may_be_kept_by_a_browser() {
    let app = App::spawn();
    let mut nobody = app.patient();
    nobody.get("/").await;
    let sheets = nobody.attributes("link[rel=stylesheet]", "href");
    assert!(!sheets.is_empty());
    for sheet in sheets {
        assert!(nobody.get(&sheet).await.headers["cache-control"].to_str().unwrap().starts_with("public"), "{sheet}");
    }
}

#[tokio::test]
async fn without_tls_nobody_is_told_to_insist_on_it() {
    let app = App::with(|settings| settings.development = true);
    assert!(!app.patient().get("/").await.headers.contains_key("strict-transport-security"));
}

#[test]
fn nothing_says_which_server_this_is() {
    let app = App::spawn();
    let answer = ask(app.at, "GET /", "").to_ascii_lowercase();
    assert!(answer.starts_with("http/1.1 200"), "{answer}");
    assert!(!answer.contains("\r\nserver:") && !answer.contains("actix"));
}

mod cookies {
    use super::{App, Browser};

    async fn cookies(browser: &mut Browser) -> Vec<String> {
        browser.post("/s/employment", &[]).await;
        let draft = browser.headers.clone();
        browser.get("/language/pl").await;
        let all = draft.get_all("set-cookie").iter().chain(browser.headers.get_all("set-cookie"));
        all.map(|cookie| cookie.to_str().unwrap().to_owned()).collect()
    }

    #[tokio::test]
    async fn are_named_so_that_no_other_site_can_set_them_and_travel_over_tls_only() {
        let found = cookies(&mut App::spawn().patient()).await;
        assert!(found.iter().any(|cookie| cookie.starts_with("__Secure-saywell-employment=") && cookie.contains("Path=/s/employment")));
        assert!(found.iter().any(|cookie| cookie.starts_with("__Host-saywell-language=pl") && cookie.contains("Path=/;")));
        for cookie in found {
            assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Secure;"), "{cookie}");
            assert!(!cookie.contains("Domain"), "{cookie}");
        }
    }

    #[tokio::test]
    async fn travel_without_tls_in_development_alone() {
        let app = App::with(|settings| settings.development = true);
        for cookie in cookies(&mut app.patient()).await {
            assert!(cookie.starts_with("saywell-") && !cookie.contains("Secure"), "{cookie}");
        }
    }
}
