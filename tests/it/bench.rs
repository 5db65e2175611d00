//! Measurements: what they print, and whom they leave alone. How long anything takes is no matter of these tests.

use std::process::{Command, Output};

use serde_json::Value;

use super::support::county::Care;
use super::support::{App, Database};

/// Runs a measurement of the overview on a database.
fn overview(database: &Database, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_saywell"));
    command.args(["bench", "overview", "--database", &database.url]).args(arguments).current_dir(folder.path()).env_clear();
    command.env("SAYWELL_SECRET_KEY", "a key of thirty-two characters or more").env("SAYWELL_KEY_RING", "saywell.keys").output().unwrap()
}

#[test]
fn a_county_is_made_up_released_and_looked_at() {
    let size = ["--responses", "120", "--indicators", "6", "--months", "2", "--organisations", "3", "--views", "4"];
    let output = overview(&Database::empty(), &size);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("120 responses of ") && text.contains("overview within 50 ms (p95): "), "{text}");
    let told: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
    assert_eq!([&told["indicators"], &told["months"], &told["organisations"]], [6, 2, 3]);
    assert!(told["within_budget"].is_boolean(), "{text}");
    let [run] = told["runs"].as_array().unwrap().as_slice() else { panic!("{text}") };
    assert!(run["responses"] == 120 && run["people"].as_u64().unwrap() >= 40, "{text}");
    // Every indicator in every month, the response rates of two surveys, and of each who was not heard in a quarter.
    assert_eq!(run["sheets"].as_u64().unwrap() + run["refused"].as_u64().unwrap(), 6 * 2 + 2 * 2 + 2, "{text}");
    let pages = run["milliseconds"].as_array().unwrap();
    assert_eq!(pages.iter().map(|page| page["page"].as_str().unwrap()).collect::<Vec<_>>(), ["overview", "indicator", "comparison"]);
    for page in pages {
        assert_eq!(page["looks"], 4, "{page}");
        assert!(page["first"].as_array().is_some_and(|first| !first.is_empty()) && page["bytes"].as_u64().unwrap() > 1000, "{page}");
        assert!(page["p50"].as_f64().unwrap() <= page["p95"].as_f64().unwrap(), "{page}");
    }
}

#[tokio::test]
async fn nothing_is_made_up_beside_people_who_are_there() {
    let app = App::spawn();
    let care = Care::with(app.with_provider("North Team"));
    app.with_episode(&care);
    let output = overview(&app.database, &["--responses", "10"]);
    assert!(!output.status.success());
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(complaint.contains("this database is not empty"), "{complaint}");
}
