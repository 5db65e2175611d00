//! The program at the command line: what it prints, and how it fails.

use std::io::Write;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use diesel::prelude::*;
use saywell::store::audit::Line;
use saywell::store::schema::audit_events;

use super::support::Database;
use super::support::database::postgres;

const KEY: &str = "a key of thirty-two characters or more";

/// Runs the program on a database, with nothing of this machine's settings.
fn saywell(database: &Database, arguments: &[&str], typed: &str) -> Output {
    run(database, arguments, typed, &[("SAYWELL_SECRET_KEY", KEY)])
}

fn run(database: &Database, arguments: &[&str], typed: &str, settings: &[(&str, &str)]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_saywell"));
    command.args(arguments).args(["--database", &database.url]).current_dir(folder.path());
    command.env_clear().envs(settings.iter().copied());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The one line that a failure is.
fn complaint(output: &Output) -> String {
    assert!(!output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(!text.contains("panicked"), "{text}");
    assert_eq!(text.trim().lines().count(), 1, "{text}");
    text
}

#[test]
fn what_comes_with_saywell_is_sound() {
    let text = said(&saywell(&Database::ready(), &["check"], ""));
    assert!(text.contains("6 surveys, the framework, the schedules and the rules of retention are sound"), "{text}");
}

#[test]
fn migrating_twice_does_it_once() {
    let database = Database::empty();
    assert!(said(&saywell(&database, &["migrate"], "")).contains("migration"));
    assert_eq!(said(&saywell(&database, &["migrate"], "")), "The database is up to date.\n");
}

#[test]
fn a_database_that_is_too_old_is_said_to_be() {
    let database = Database::empty();
    let missing = complaint(&saywell(&database, &["survey", "list"], ""));
    let path = database.url.strip_prefix("sqlite:").map(std::path::PathBuf::from);
    assert!(missing.contains("saywell migrate"), "{missing}");
    assert!(path.as_ref().is_none_or(|path| !path.exists()), "looking made a file");
    if let Some(path) = path {
        std::fs::write(path, "").unwrap();
        assert!(complaint(&saywell(&database, &["survey", "list"], "")).contains("run `saywell migrate` first"));
    }
}

#[test]
fn surveys_are_listed_closed_and_opened() {
    let database = Database::ready();
    assert_eq!(said(&saywell(&database, &["survey", "list"], "")).lines().filter(|line| line.contains(" open ")).count(), 6);
    assert_eq!(said(&saywell(&database, &["survey", "close", "employment"], "")), "`employment` is closed.\n");
    assert!(
        said(&saywell(&database, &["survey", "list"], "")).lines().any(|line| line.starts_with("employment") && line.contains(" closed "))
    );
    assert_eq!(said(&saywell(&database, &["survey", "open", "employment"], "")), "`employment` is open.\n");
    assert!(complaint(&saywell(&database, &["survey", "close", "none"], "")).contains("there is no survey `none`"));
    let trail = |conn: &mut saywell::store::Conn| {
        let own = audit_events::table.filter(audit_events::subject.eq("survey:employment")).order(audit_events::number);
        Ok(own.select((audit_events::actor, audit_events::action)).load::<(String, String)>(conn)?)
    };
    let lines = database.store(1).read_now("audit trail", trail).unwrap();
    let line = |action: &str| ("command line".to_owned(), action.to_owned());
    assert_eq!(lines, [line("survey-closed"), line("survey-opened")]);
}

#[test]
fn a_survey_is_imported_from_a_file_and_the_same_file_changes_nothing() {
    let database = Database::ready();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/surveys/event-feedback.json");
    assert!(said(&saywell(&database, &["survey", "import", file], "")).contains("is unchanged: it is version 1"));
    assert!(complaint(&saywell(&database, &["survey", "import", "no-such-file.json"], "")).contains("no-such-file.json cannot be read"));
    let refused = saywell(&database, &["survey", "import", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")], "");
    let text = String::from_utf8(refused.stderr).unwrap();
    assert!(!refused.status.success() && text.contains("was not imported") && text.contains("line 1"), "{text}");
}

#[test]
fn an_account_begins_with_a_link_that_works_once() {
    let database = Database::ready();
    let add = ["account", "add", "--email", "Ada@example.org", "--name", "Ada", "--organisation", "X1"];
    assert!(complaint(&saywell(&database, &add, "")).contains("there is no organisation `X1`"));
    let named = [&add[..], &["--organisation-name", "Example County"]].concat();
    let told = said(&saywell(&database, &named, ""));
    assert!(told.starts_with("Ada@example.org has an account. This link works once, for 7 days:\n"), "{told}");
    assert!(told.lines().nth(1).unwrap().contains("/welcome/"), "{told}");
    assert!(complaint(&saywell(&database, &add, "")).contains("has an account already"));
    let role = [&named[..], &["--role", "wizard"]].concat();
    assert!(complaint(&saywell(&database, &role, "")).contains("`wizard` is no role"));
    let unfit = ["account", "add", "--email", "eve@example.org", "--name", "Eve", "--organisation", "X1", "--role", "care-coordinator"];
    assert!(complaint(&saywell(&database, &unfit, "")).contains("is not a role of an organisation of that kind"));
}

#[test]
fn whoever_is_locked_out_gets_another_link_at_the_command_line_and_it_is_recorded() {
    let database = Database::ready();
    let add =
        ["account", "add", "--email", "ada@example.org", "--name", "Ada", "--organisation", "X1", "--organisation-name", "Example County"];
    let first = said(&saywell(&database, &add, ""));
    let second = said(&saywell(&database, &["account", "link", "ADA@example.org"], ""));
    assert!(second.starts_with("This link of ADA@example.org works once, for 7 days:\n"), "{second}");
    assert_ne!(first.lines().last(), second.lines().last());
    assert!(complaint(&saywell(&database, &["account", "link", "eve@example.org"], "")).contains("has no account"));
    said(&saywell(&database, &["account", "link", "ada@example.org", "--reset-factors"], ""));
    let read = |conn: &mut saywell::store::Conn| Ok(audit_events::table.order(audit_events::number).load::<Line>(conn)?);
    let lines = database.store(1).read_now("trail", read).unwrap();
    let said: Vec<(&str, &str)> = lines.iter().map(|line| (line.actor.as_str(), line.action.as_str())).collect();
    assert_eq!(said, ["account-invited", "reset-asked", "reset-asked", "factors-reset"].map(|action| ("command line", action)));
}

#[test]
fn indicators_are_counted_anew() {
    let text = said(&saywell(&Database::ready(), &["indicators", "rebuild"], ""));
    assert!(text.starts_with("Counted ") && text.contains("anew from 0 episodes"), "{text}");
}

#[test]
fn only_months_that_are_over_are_released() {
    let (database, folder) = (Database::ready(), tempfile::tempdir().unwrap());
    let ring = folder.path().join("keys").display().to_string();
    let settings = [("SAYWELL_SECRET_KEY", KEY), ("SAYWELL_KEY_RING", ring.as_str())];
    let release = |through: &str| run(&database, &["release", "--through", through], "", &settings);
    assert_eq!(said(&release("2020-09")), "Nothing new to release through 2020-09.\n");
    assert!(complaint(&release("2999-01")).contains("2999-01 is not over"));
    assert!(complaint(&release("September")).contains("`September` is not a month like 2026-09"));
}

#[test]
fn a_port_that_is_taken_gives_one_line_that_says_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let trial = [("SAYWELL_SECRET_KEY", KEY), ("SAYWELL_DEVELOPMENT", "true"), ("SAYWELL_LOG", "error")];
    let text = complaint(&run(&Database::ready(), &["serve", "--listen", &address], "", &trial));
    assert!(text.contains("is in use") && text.contains("--listen"), "{text}");
}

#[test]
fn a_setting_that_nobody_knows_is_named() {
    let run = |name: &str, value: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_saywell"));
        complaint(&command.arg("check").env_clear().env(name, value).output().unwrap())
    };
    assert!(run("SAYWELL_DRAFT_DAY", "3").contains("draft_day"));
    assert!(run("SAYWELL_DRAFT_DAYS", "many").contains("draft_days"));
}

#[test]
fn what_is_no_database_is_said_with_an_example() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_saywell"));
    let output = command.args(["migrate", "--database", "mysql://somewhere"]).env_clear().output().unwrap();
    assert!(complaint(&output).contains("starts with `postgres://` or `sqlite:`"));
}

#[test]
fn a_server_stops_when_it_is_told_to() {
    let database = Database::ready();
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_saywell"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--database", &database.url]).current_dir(folder.path());
    command.env_clear().env("SAYWELL_SECRET_KEY", KEY).env("SAYWELL_LOG", "error");
    let mut child =
        command.env("SAYWELL_DEVELOPMENT", "true").env("SAYWELL_KEY_RING", "saywell.keys").stdout(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.take().unwrap()), &mut first).unwrap();
    assert!(first.starts_with("Saywell serves on http://127.0.0.1:"), "{first}");
    assert!(Command::new("kill").arg(child.id().to_string()).status().unwrap().success());
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_file_that_was_imported_before_is_known_whatever_came_after_it() {
    let database = Database::ready();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("surveys/employment.json");
    let folder = tempfile::tempdir().unwrap();
    let changed = folder.path().join("changed.json");
    let source = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&changed, source.replacen("Work and what you do", "Work, and what else you do", 1)).unwrap();
    let import = |file: &Path| said(&saywell(&database, &["survey", "import", file.to_str().unwrap()], ""));
    assert!(import(&changed).contains("as version 2 of /s/employment"));
    assert!(import(&file).contains("is unchanged: it is version 1 of /s/employment already"));
    assert!(import(&changed).contains("is unchanged: it is version 2 of /s/employment already"));
}

#[test]
fn a_lost_key_is_not_silently_replaced() {
    if postgres().is_some() {
        return;
    }
    let database = Database::empty();
    let demo = ["demo", "--scale", "0.001", "--seed-only"];
    said(&run(&database, &demo, "", &[]));
    std::fs::remove_file(format!("{}.key", database.url.strip_prefix("sqlite:").unwrap())).unwrap();
    assert!(
        complaint(&run(&database, &demo, "", &[])).contains("is missing, and the codes that people hold and the audit trail depend on it")
    );
}
