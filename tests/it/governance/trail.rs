//! The trail cannot be changed without it being seen.

use std::path::Path;
use std::process::Command;
use std::thread;

use saywell::domain::access::{Action, Fault, Verdict};
use saywell::store::audit;
use saywell::trail::{self, Step};

use super::super::support::{App, loudly};
use super::{event, refused, said, saywell};

fn verified(app: &App) -> (Verdict, Vec<Fault>) {
    let mut found = Vec::new();
    let verdict = trail::verify(app.store(), &app.state.secret, Vec::new(), &mut |step| {
        if let Step::Found(fault) = step {
            found.push(fault);
        }
    });
    (verdict.unwrap(), found)
}

#[test]
fn a_trail_that_nobody_touched_is_whole() {
    let app = App::spawn();
    assert_eq!(verified(&app).1, []);
    app.with_trail(5);
    let (verdict, faults) = verified(&app);
    assert_eq!((verdict.lines, faults), (5, Vec::new()));
}

#[test]
fn whatever_is_changed_in_a_line_is_noticed_and_named() {
    let changes = [
        "at = at - 1",
        "account_id = 7",
        "actor = 'Somebody else'",
        "organisation_id = 7",
        "action = 'signed-in'",
        "subject = 'account:9'",
        "reason = 'none'",
        "network = ''",
        "detail = 'x'",
        "previous_hash = ''",
        "hash = 'x'",
    ];
    let app = App::spawn();
    app.with_trail(3);
    let whole = app.trail();
    for change in changes {
        app.tamper(&format!("UPDATE audit_events SET {change} WHERE number = 2"));
        assert_eq!(verified(&app).1, [Fault::Altered(2)], "{change}");
        app.tamper("DELETE FROM audit_events WHERE number = 2");
        put_back(&app, &whole[1]);
        assert_eq!(verified(&app).1, [], "{change}");
    }
}

fn put_back(app: &App, line: &audit::Line) {
    use diesel::prelude::*;
    let put =
        |tx: &mut saywell::store::Conn| Ok(diesel::insert_into(saywell::store::schema::audit_events::table).values(line).execute(tx)?);
    app.store().write_now("put back", put).unwrap();
}

#[test]
fn whatever_is_removed_or_added_is_noticed_and_named() {
    let mine = "INSERT INTO audit_events SELECT 6, at, account_id, actor, organisation_id, action, subject, reason, network, detail, hash, \
                hash FROM audit_events WHERE number = 5";
    let cases: [(&str, &[Fault]); 7] = [
        ("DELETE FROM audit_events WHERE number = 1", &[Fault::Removed(1, 1)]),
        ("DELETE FROM audit_events WHERE number IN (2, 3)", &[Fault::Removed(2, 3)]),
        ("DELETE FROM audit_events WHERE number = 5", &[Fault::CutOff(5, 5)]),
        ("DELETE FROM audit_events", &[Fault::CutOff(1, 5)]),
        (mine, &[Fault::Altered(6), Fault::Added(6, 6)]),
        ("UPDATE audit_heads SET hash = 'x'", &[Fault::EndAltered]),
        ("DELETE FROM audit_heads", &[Fault::EndMissing]),
    ];
    for (sql, faults) in cases {
        let app = App::spawn();
        app.with_trail(5);
        app.tamper(sql);
        assert_eq!(verified(&app).1, faults, "{sql}");
    }
}

#[test]
fn a_line_altered_with_the_databases_own_client_is_named_at_the_command_line() {
    let app = App::spawn();
    app.with_trail(4);
    let ring = Path::new("none");
    let text = said(&saywell(&app.database, ring, &["audit", "verify"]));
    assert!(text.contains("The audit trail is whole: 4 lines"), "{text}");
    let sql = "UPDATE audit_events SET subject = 'account:77' WHERE number = 3; DELETE FROM audit_events WHERE number = 1;";
    let mut client = match app.database.url.strip_prefix("sqlite:") {
        Some(file) => Command::new("sqlite3").args([file, sql]).spawn(),
        None => Command::new("psql").args(["-q", &app.database.url, "-c", sql]).spawn(),
    };
    let Ok(client) = &mut client else {
        return loudly("SKIPPED: neither sqlite3 nor psql is installed, so nothing was altered with it");
    };
    assert!(client.wait().unwrap().success());
    let (text, sentence) = refused(&saywell(&app.database, ring, &["audit", "verify"]));
    assert_eq!(text, "line 1 removed\nline 3 was altered, or not written by this installation\n");
    assert!(sentence.contains("2 faults: 3 lines were read, 1 are missing"), "{sentence}");
    let (json, _) = refused(&saywell(&app.database, ring, &["audit", "verify", "--json"]));
    assert!(json.contains("\"whole\": false") && json.contains("\"fault\": \"altered\""), "{json}");
}

#[test]
fn an_end_that_was_cut_off_cleanly_is_noticed_by_a_line_noted_down_before() {
    let app = App::spawn();
    app.with_trail(4);
    let (whole, ring) = (app.trail(), Path::new("none"));
    let anchor = format!("4:{}", whole[3].hash);
    let verify = ["audit", "verify", "--expect", &anchor];
    said(&saywell(&app.database, ring, &verify));
    app.tamper("DELETE FROM audit_events WHERE number > 2");
    app.tamper(&format!("UPDATE audit_heads SET number = 2, hash = '{}'", whole[1].hash));
    said(&saywell(&app.database, ring, &["audit", "verify"]));
    assert_eq!(refused(&saywell(&app.database, ring, &verify)).0, "line 4 is not what was noted down\n");
}

#[test]
fn the_wrong_key_is_said_to_be_so() {
    let app = App::spawn();
    app.record(&event(Action::SignedIn));
    app.record(&event(Action::SignedOut));
    let mut command = Command::new(env!("CARGO_BIN_EXE_saywell"));
    command.args(["audit", "verify", "--database", &app.database.url]).env_clear();
    let output = command.env("SAYWELL_SECRET_KEY", "another key of thirty-two characters").output().unwrap();
    assert!(refused(&output).1.contains("is this the key"));
}

#[test]
fn many_writers_at_once_keep_one_unbroken_chain() {
    let app = App::spawn();
    let stores: Vec<_> = (0..4).map(|_| app.database.store(2)).collect();
    thread::scope(|scope| {
        for store in &stores {
            let secret = &app.state.secret;
            scope.spawn(move || {
                for _ in 0..25 {
                    store.write_now("record", |tx| audit::add(tx, secret, &event(Action::SignedIn))).unwrap();
                }
            });
        }
    });
    let (verdict, faults) = verified(&app);
    assert_eq!((verdict.lines, faults), (100, Vec::new()));
}

#[test]
fn an_export_at_the_command_line_is_recorded_and_no_spreadsheet_takes_it_for_formulas() {
    let app = App::spawn();
    app.record(&event(Action::RoleGranted).because("=cmd()"));
    let day = "2026-11-22";
    let text = said(&saywell(&app.database, Path::new("none"), &["audit", "export", "--from", day, "--to", day]));
    assert!(text.starts_with("number,at,account_id,actor,"), "{text}");
    assert!(text.contains(",'=cmd(),"), "{text}");
    let last = app.trail().pop().unwrap();
    assert_eq!((last.action.as_str(), last.detail.as_str()), ("audit-exported", "from 2026-11-22 to 2026-11-22"));
    assert_eq!(verified(&app).1, []);
}

#[test]
fn no_code_changes_a_line_or_takes_one_out() {
    for (file, text) in super::super::contracts::rust_files("src") {
        for statement in text.split("diesel::").filter(|rest| rest.starts_with("update(") || rest.starts_with("delete(")) {
            let target: String = statement.chars().take(120).collect();
            let target = target.split(')').next().unwrap_or_default();
            assert!(!target.contains("audit_events"), "{file}: {target}");
        }
        let lower = text.to_lowercase();
        assert!(!lower.contains("update audit_events") && !lower.contains("delete from audit_events"), "{file}");
    }
}
