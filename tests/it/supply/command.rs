//! `saywell import values`: what it prints, and that it does what the page does.

use saywell::domain::access::Action;

use super::super::imports::command::program;
use super::super::support::App;
use super::HEADING;

#[tokio::test]
async fn the_command_says_what_would_change_and_then_changes_it() {
    let app = App::spawn();
    let (north, folder) = (app.with_provider("North Team").0, tempfile::tempdir().unwrap());
    let good = format!("crisis-response,X{north},2026-09,,61,100,final,Register,");
    let file = format!("{HEADING}\n{good}\ncrisis-response,X{north},2027-09,,61,100,final,Register,\n");
    std::fs::write(folder.path().join("values.csv"), file).unwrap();
    let run = |more: &[&str]| {
        let output = program(&app, folder.path(), &[&["import", "values", "values.csv"], more].concat()).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.success(), text(&output.stdout), text(&output.stderr))
    };
    let (done, said, wrong) = run(&["--dry-run"]);
    assert!(done && said.contains("line 3: period: This month has not begun."), "{said}{wrong}");
    assert!(said.contains("line 2: crisis-response 2026-09: would be 61 of 100, final"), "{said}");
    assert!(said.contains("2 lines: 1 are new") && said.contains("dry run"), "{said}");
    let (done, _, wrong) = run(&[]);
    assert!(!done && wrong.contains("nothing was put in force: 1 lines are refused"), "{wrong}");
    assert!(app.revisions("crisis-response").is_empty());
    let (done, _, wrong) = run(&["--valid-lines"]);
    assert!(done, "{wrong}");
    let rows = app.revisions("crisis-response");
    assert_eq!((rows.len(), rows[0].numerator, rows[0].supplied_by), (1, 61, None));
    assert_eq!(app.audited(Action::ValuesSupplied).len(), 1);
}
