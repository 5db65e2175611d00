//! `saywell import localities`: places are added and put right, and everybody is put where they live.

use jiff::civil::date;
use saywell::domain::access::Action;
use saywell::domain::care::demographics::Demographics;
use saywell::store::ids::PersonId;
use saywell::store::{episodes, organisations, registrations};

use super::super::support::App;
use super::super::support::county::Care;
use super::command::program;

const FILE: &str = "code,name,deprivation_decile,postcode_areas\nE1,Marl Cross,2,MZ1 MZ2\nE2,Fenwold,9,MZ3\n";

/// What the program printed on standard output, and whether it succeeded.
fn import(app: &App, file: &str) -> (String, bool) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("places.csv"), file).unwrap();
    let output = program(app, folder.path(), &["import", "localities", "places.csv"]).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.success())
}

fn locality(app: &App, person: PersonId, episode: saywell::store::ids::EpisodeId) -> (Option<String>, Option<String>) {
    app.store()
        .read_now("locality", |conn| {
            let all = organisations::localities(conn)?;
            let name = |id| all.iter().find(|one| Some(one.id) == id).map(|one| one.name.clone());
            let care = episodes::find(conn, episode)?;
            let (row, _) = registrations::find(conn, &[care.organisation_id], person)?;
            Ok((name(row.locality_id), name(care.locality_id)))
        })
        .unwrap()
}

#[tokio::test]
async fn everybody_who_is_registered_is_put_where_they_live() {
    let app = App::spawn();
    let care = Care { opened: date(2026, 11, 15), ..Care::with(app.with_provider("North Team")) };
    let record = Demographics { family_name: "Nowak".to_owned(), postcode: Some("MZ2 1AA".to_owned()), ..Demographics::default() };
    let (episode, person) = app.admit(&care, &record);
    let (said, is_done) = import(&app, FILE);
    assert!(is_done && said.contains("2 localities are new, 0 were known. 1 people live in another locality"), "{said}");
    let cross = Some("Marl Cross".to_owned());
    assert_eq!(locality(&app, person, episode), (cross.clone(), cross));
    let (said, _) = import(&app, FILE);
    assert!(said.contains("0 localities are new, 2 were known. 0 people"), "{said}");
    let (said, _) = import(&app, "code,name,deprivation_decile,postcode_areas\nE2,Fenwold and East,8,MZ3 MZ2\n");
    assert!(said.contains("0 localities are new, 1 were known. 1 people"), "{said}");
    let east = Some("Fenwold and East".to_owned());
    assert_eq!(locality(&app, person, episode), (east.clone(), east));
    assert_eq!(app.audited(Action::LocalitiesImported).len(), 3);
}

#[tokio::test]
async fn a_file_with_anything_wrong_in_it_changes_nothing() {
    let app = App::spawn();
    let before = app.store().read_now("localities", organisations::localities).unwrap().len();
    let (said, is_done) = import(&app, "code,name,deprivation_decile,postcode_areas\nE1,Marl Cross,2,MZ1\nE2,Fenwold,0,MZ1\n");
    assert!(!is_done && said.contains("line 3: `deprivation_decile`") && said.contains("line 3: `MZ1` lies in `E1` already"), "{said}");
    assert_eq!(app.store().read_now("localities", organisations::localities).unwrap().len(), before);
}
