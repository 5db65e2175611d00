//! What is written for people who run Saywell says what the program does.

use super::project;

/// The knobs that a struct of `config.rs` declares.
fn knobs(of: &str) -> Vec<String> {
    knobs_in("src/config.rs", of)
}

fn knobs_in(file: &str, of: &str) -> Vec<String> {
    let text = std::fs::read_to_string(project().join(file)).unwrap();
    let body = text.split(&format!("pub struct {of} {{")).nth(1).unwrap().split("\n}").next().unwrap();
    let field = |line: &str| line.trim().strip_prefix("pub ").and_then(|rest| rest.split_once(':')).map(|(name, _)| name.to_owned());
    let found: Vec<String> = body.lines().filter_map(field).collect();
    assert!(!found.is_empty());
    found
}

fn operations() -> String {
    std::fs::read_to_string(project().join("docs/operations.md")).unwrap()
}

#[test]
fn every_knob_is_in_the_handbook() {
    let handbook = operations();
    for knob in knobs("Settings") {
        assert!(handbook.contains(&format!("`{knob}`")) || handbook.contains(&format!("`[{knob}]`")), "docs/operations.md lacks `{knob}`");
    }
    for (group, of) in [("help_line", "HelpLine"), ("mail", "Mail"), ("text", "Text")] {
        for knob in knobs(of) {
            let names = [format!("`{knob}`"), format!("`{group}.{knob}`")];
            assert!(names.iter().any(|name| handbook.contains(name)), "docs/operations.md lacks `{group}.{knob}`");
        }
    }
}

#[test]
fn every_knob_of_a_sign_in_provider_is_in_the_handbook() {
    let handbook = operations();
    for of in ["SignInWith", "MappedRole"] {
        for knob in knobs_in("src/config/sign_in_with.rs", of) {
            assert!(handbook.contains(&format!("`{knob}`")), "docs/operations.md lacks `{knob}`");
        }
    }
}

#[test]
fn every_variable_that_the_handbook_names_is_one() {
    let handbook = operations();
    let mut known: Vec<String> = knobs("Settings");
    known.extend(knobs("HelpLine").iter().map(|knob| format!("help_line__{knob}")));
    known.extend(knobs("Mail").iter().map(|knob| format!("mail__{knob}")));
    known.extend(knobs("Text").iter().map(|knob| format!("text__{knob}")));
    // Of the build and of the tests.
    known.extend(["assets", "config", "test_", "test_postgres", "test_database", "test_kills", "bin"].map(str::to_owned));
    for rest in handbook.split("SAYWELL_").skip(1) {
        let end = rest.find(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')).unwrap_or(rest.len());
        let name = rest[..end].to_lowercase();
        assert!(name.is_empty() || known.contains(&name), "SAYWELL_{} is no variable", name.to_uppercase());
    }
}
