//! Rooms: how long their files and functions may be, and which of them may know which.

use std::collections::BTreeSet;

use super::rust_files;

/// What a room may use of the others. A room that is not named may use any.
const MAY_USE: [(&str, &[&str]); 11] = [
    ("domain", &["domain"]),
    ("store", &["store", "domain", "clock", "secret", "random", "config"]),
    ("i18n", &["i18n", "domain"]),
    ("messages", &["messages", "domain", "config", "i18n", "tls"]),
    ("identity", &["identity", "config", "clock", "random", "tls"]),
    ("paper", &["paper", "domain", "i18n", "qr", "config"]),
    ("clock", &["clock"]),
    ("random", &["random", "clock"]),
    ("secret", &["secret", "random", "domain"]),
    ("password", &["password", "domain"]),
    ("keys", &["keys", "random"]),
];

/// Every file that may name a library of cryptography, and which. What a thing is hashed, sealed or signed with is looked for
/// here and nowhere else.
const CRYPTOGRAPHY: [(&str, &[&str]); 15] = [
    ("catalogue.rs", &["sha2"]),
    ("domain/disclosure/guard.rs", &["sha2"]),
    ("domain/disclosure/kept.rs", &["hmac", "sha2"]),
    ("identity/", &["openidconnect"]),
    ("keys.rs", &["chacha20poly1305"]),
    ("messages/jwt.rs", &["hmac", "sha2"]),
    ("passkey.rs", &["webauthn_rs"]),
    ("password.rs", &["argon2"]),
    ("password/breached.rs", &["sha1"]),
    ("secret.rs", &["hmac", "sha2"]),
    ("store/definitions.rs", &["sha2"]),
    ("tls.rs", &["rustls"]),
    ("totp.rs", &["totp_rs"]),
    ("web/account/passkey", &["webauthn_rs"]),
    ("web/ceremony.rs", &["webauthn_rs"]),
];

const LIBRARIES: [&str; 9] = ["argon2", "chacha20poly1305", "hmac", "openidconnect", "rustls", "sha1", "sha2", "totp_rs", "webauthn_rs"];

fn room(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

/// The rooms that a file names, in `use crate::…` or in full.
fn named(text: &str) -> BTreeSet<&str> {
    let word = |rest: &'_ str| rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
    text.split("crate::").skip(1).map(|rest| &rest[..word(rest)]).filter(|name| !name.is_empty()).collect()
}

#[test]
fn a_room_knows_only_the_rooms_it_may_know() {
    for (file, text) in rust_files("src") {
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == room(&file)) else { continue };
        let foreign: Vec<&str> = named(&text).into_iter().filter(|name| !allowed.contains(name)).collect();
        assert!(foreign.is_empty(), "{file} uses {foreign:?}");
    }
}

#[test]
fn cryptography_stands_in_a_few_files_that_are_known() {
    for (file, text) in rust_files("src") {
        let allowed = CRYPTOGRAPHY.iter().filter(|(start, _)| file.starts_with(start)).flat_map(|(_, libraries)| *libraries);
        let allowed: Vec<&str> = allowed.copied().collect();
        for library in LIBRARIES.iter().filter(|library| !allowed.contains(library)) {
            assert!(!text.contains(&format!("{library}::")), "{file} uses {library}: is it to?");
        }
    }
}

#[test]
fn only_the_store_knows_sql() {
    for (file, text) in rust_files("src") {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let knows = code.filter(|line| line.contains("diesel::") || line.contains("sql_query")).collect::<Vec<_>>();
        assert!(room(&file) == "store" || knows.is_empty(), "{file}: {knows:?}");
    }
}

#[test]
fn the_domain_knows_no_clock_chance_server_or_template() {
    for (file, text) in rust_files("src/domain") {
        for other in ["actix", "tera::", "tokio", "Timestamp::now", "rand::", "std::env", "std::fs"] {
            assert!(!text.contains(other), "{file} uses {other}");
        }
    }
}

#[test]
fn no_file_is_longer_than_can_be_read_at_once() {
    for (file, text) in rust_files("src").into_iter().chain(rust_files("tests/it")) {
        assert!(text.lines().count() <= 450, "{file} has {} lines", text.lines().count());
    }
}

/// Functions of a file by name, with their numbers of lines. Counts from `fn` to the brace that closes at its own depth.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let depth = |line: &str| line.len() - line.trim_start().len();
    let is_function = |line: &str| {
        let words = line.split_whitespace().take_while(|word| !word.contains('(')).collect::<Vec<_>>();
        let head = line.trim_start();
        (words.contains(&"fn") || head.starts_with("fn ")) && !head.starts_with("//") && line.trim_end().ends_with('{')
    };
    let starts = lines.iter().enumerate().filter(|(_, line)| is_function(line));
    let length = |(start, line): (usize, &&str)| {
        let end = lines[start..].iter().position(|later| *later == format!("{}}}", " ".repeat(depth(line)))).unwrap_or(0);
        (line.trim().to_owned(), end + 1)
    };
    starts.map(length).collect()
}

#[test]
fn no_function_is_longer_than_a_screen() {
    for (file, text) in rust_files("src") {
        for (function, length) in functions(&text) {
            assert!(length <= 60, "{file}: {function} has {length} lines");
        }
    }
}

#[test]
fn every_room_says_what_it_is_for() {
    for (file, text) in rust_files("src").into_iter().chain(rust_files("tests/it")) {
        assert!(text.starts_with("//!") || file.contains("/tests"), "{file} does not");
    }
}

#[test]
fn a_commissioner_reads_the_ledger_of_releases_and_no_sum_that_has_not_left() {
    for (file, text) in rust_files("src/web/commissioner") {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for door in ["cells::", "facts::", "responses::", "supplied::", "Unreleased", "release_series", "release_parts"] {
            assert!(!code.contains(door), "{file} reaches for {door}");
        }
    }
}
