//! `saywell import episodes`: what it prints, and that it goes on where a program that was killed left off.

use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use saywell::domain::access::Action;

use super::super::support::App;
use super::{HEADING, line};

/// `saywell import episodes` in a folder of its own.
fn command(app: &App, folder: &Path, arguments: &[&str]) -> Command {
    program(app, folder, &[&["import", "episodes", "people.csv"], arguments].concat())
}

/// The program in a folder of its own, with the key and the ring of the tests.
pub fn program(app: &App, folder: &Path, arguments: &[&str]) -> Command {
    std::fs::write(folder.join("keys"), "k1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_saywell"));
    command.args(arguments).args(["--database", &app.database.url]).current_dir(folder).env_clear();
    let key = "a key that everybody who reads this knows";
    command.env("SAYWELL_SECRET_KEY", key).env("SAYWELL_KEY_RING", "keys");
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(app: &App, folder: &Path, arguments: &[&str]) -> Output {
    command(app, folder, arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[tokio::test]
async fn a_dry_run_brings_in_nothing_and_all_or_nothing_is_what_is_meant_unless_said() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let (folder, code) = (tempfile::tempdir().unwrap(), format!("X{}", north.0));
    let file = format!("{HEADING},ward\n{},7\nP3,943 476 5991,Zofia,Nowak,1980-02-01,F,,,,,,,\n", line(2));
    std::fs::write(folder.path().join("people.csv"), file).unwrap();
    let organisation = ["--organisation", code.as_str()];
    let dry = run(&app, folder.path(), &[&organisation[..], &["--dry-run"]].concat());
    let said = text(&dry.stdout);
    assert!(said.contains("`ward` is not known") && said.contains("line 3: nhs-number-check (nhs_number)"), "{said}{}", text(&dry.stderr));
    assert!(dry.status.success() && said.contains("2 lines: 1 add, 0 change, 0 are known already, 1 are refused."), "{said}");
    let all = run(&app, folder.path(), &organisation);
    assert!(!all.status.success() && text(&all.stderr).contains("nothing was brought in"), "{}", text(&all.stderr));
    assert_eq!((app.everybody(north).len(), app.parts()), (0, 0));
    let some = run(&app, folder.path(), &[&organisation[..], &["--valid-lines"]].concat());
    assert!(some.status.success(), "{}", text(&some.stderr));
    assert_eq!((app.everybody(north).len(), app.parts(), app.audited(Action::ImportDone).len()), (1, 0, 1));
    let unknown = run(&app, folder.path(), &["--organisation", "NOWHERE"]);
    assert!(text(&unknown.stderr).contains("no organisation with the ODS code `NOWHERE`"), "{}", text(&unknown.stderr));
}

/// Waits until so many lines are done, and kills the program.
fn killed(app: &App, mut child: Child, is_far: impl Fn(&App) -> bool) {
    while !is_far(app) && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    let _ = child.kill();
    child.wait().unwrap();
}

#[tokio::test]
async fn a_program_that_was_killed_loses_no_line_and_doubles_none() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let (folder, code) = (tempfile::tempdir().unwrap(), format!("X{}", north.0));
    let lines: Vec<String> = (2..4_002).map(line).collect();
    std::fs::write(folder.path().join("people.csv"), format!("{HEADING}\n{}\n", lines.join("\n"))).unwrap();
    let begun = command(&app, folder.path(), &["--organisation", &code]).spawn().unwrap();
    killed(&app, begun, |app| !app.episodes_at(north).is_empty());
    let many = app.episodes_at(north).len();
    assert!(many > 0 && many.is_multiple_of(500), "{many}");
    // The lease of the one that was killed runs out.
    app.let_go();
    let again = run(&app, folder.path(), &["--organisation", &code]);
    assert!(again.status.success(), "{}", text(&again.stderr));
    assert_eq!((app.everybody(north).len(), app.episodes_at(north).len(), app.parts()), (4_000, 4_000, 0));
}
