//! The table of addresses, and what every answer of Saywell has about it.

use saywell::web::TABLE;

use super::super::support::App;
use super::{project, rust_files};

/// Each handler of the table in `src/web/routes.rs`: who may ask for it, and its path below `web`.
fn handlers() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(project().join("src/web/routes.rs")).unwrap();
    let table = text.split("\nroutes! {").nth(1).unwrap();
    let (mut who, mut found) = (String::new(), Vec::new());
    for line in table.lines().map(str::trim) {
        if let Some(rest) = line.strip_prefix("Who::") {
            rest.split(" =>").next().unwrap().clone_into(&mut who);
            continue;
        }
        let words = line.split([' ', ',', ';']).filter(|word| word.contains("::"));
        found.extend(words.map(|handler| (who.clone(), handler.to_owned())));
    }
    found
}

/// The arguments of a handler, as they are written.
fn arguments(handler: &str) -> String {
    let (room, name) = handler.rsplit_once("::").unwrap();
    let below = project().join("src/web").join(room.replace("::", "/"));
    let text = std::fs::read_to_string(below.with_extension("rs")).or_else(|_| std::fs::read_to_string(below.join("mod.rs")));
    let text = text.unwrap_or_else(|_| panic!("{handler} is not where its path says"));
    let rest = text.split(&format!("pub async fn {name}(")).nth(1).unwrap_or_else(|| panic!("there is no {handler}"));
    rest.split("->").next().unwrap().to_owned()
}

/// The other names that `web` gives to a type.
fn short_names(of: &str) -> Vec<String> {
    let lines = rust_files("src/web").into_iter().flat_map(|(_, text)| text.lines().map(str::to_owned).collect::<Vec<_>>());
    let end = format!(" = {of};");
    lines.filter_map(|line| Some(line.strip_suffix(&end)?.split("type ").nth(1)?.to_owned())).collect()
}

#[test]
fn every_handler_names_the_right_that_the_table_asks_for() {
    let handlers = handlers();
    assert!(handlers.len() > TABLE.len() && handlers.iter().any(|(who, _)| who.starts_with("May(")), "{handlers:?}");
    for (who, handler) in handlers {
        let arguments = arguments(&handler);
        let permission = who.strip_prefix("May(Permission::").and_then(|rest| rest.strip_suffix(')'));
        let wanted = match (who.as_str(), permission) {
            (_, Some(permission)) => format!("Staff<{permission}>"),
            ("SignedIn", _) => "Staff<SignedIn>".to_owned(),
            ("HalfSignedIn", _) => "HalfSigned".to_owned(),
            ("Enrolling", _) => "Enrolling".to_owned(),
            _ => continue,
        };
        let is_named = |name: &String| arguments.contains(&format!(": {name}"));
        assert!(is_named(&wanted) || short_names(&wanted).iter().any(is_named), "{handler} is for {who}, and takes {arguments}");
    }
}

/// True where a path that one address stands for is one of another's too.
fn takes(address: &str, other: &str) -> bool {
    let part = |(own, other): (&str, &str)| match (own.split_once('{'), own.split_once('}')) {
        (Some((before, _)), Some((_, after))) => {
            let filled = other.replace(['{', '}'], "");
            filled.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)).is_some_and(|rest| !rest.is_empty())
        }
        _ => own == other,
    };
    address.split('/').count() == other.split('/').count() && address.split('/').zip(other.split('/')).all(part)
}

#[test]
fn no_address_is_hidden_behind_an_earlier_one() {
    let addresses: Vec<&str> = TABLE.iter().map(|route| route.address).collect();
    let hidden = addresses.iter().enumerate().flat_map(|(at, address)| {
        addresses.iter().take(at).filter(|earlier| takes(earlier, address)).map(move |earlier| format!("{earlier} hides {address}"))
    });
    assert_eq!(hidden.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn nothing_is_served_that_the_table_does_not_name() {
    for (file, text) in rust_files("src/web") {
        let serves = [".route(", ".service(", "resource(", "scope("].iter().filter(|call| text.contains(**call)).collect::<Vec<_>>();
        assert!(file == "routes.rs" || serves.is_empty(), "{file}: {serves:?}");
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
