//! Questionnaires by others, from the shared folder: they run and score, or are refused in words that help.

use std::path::PathBuf;

use saywell::catalogue;
use saywell::domain::access::{Action, Role};

use super::support::{App, loudly};

/// The folder of other people's questionnaires. It is no part of the project, so these tests skip where it is missing.
fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/questionnaires");
    if !folder.is_dir() {
        loudly("tests skipped: the questionnaires of others are not here");
        return None;
    }
    Some(folder)
}

/// Every questionnaire in the folder with the name of its file; none where the folder is missing.
pub fn others() -> Vec<(String, Vec<u8>)> {
    let folders = folder().into_iter().flat_map(|folder| std::fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let files =
        folders.filter(|path| path.is_dir()).flat_map(|folder| std::fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let mut all: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|ending| ending == "json")).collect();
    all.sort();
    all.into_iter().map(|file| (file.display().to_string(), std::fs::read(&file).unwrap())).collect()
}

/// Imports a file into a running Saywell, and returns the key of its survey.
fn import(app: &App, file: &str) -> Option<String> {
    let source = std::fs::read(folder()?.join(file)).unwrap();
    let imported = catalogue::parse(&source).unwrap_or_else(|why| panic!("{file}: {why}"));
    catalogue::import(app.store(), &app.state.clock, &app.state.random, &source, &imported.definition).unwrap();
    Some(imported.definition.key.to_string())
}

/// Answers every question by the option of that place, and returns what was derived and what was scored.
async fn answered(file: &str, place: usize) -> Option<Vec<String>> {
    let app = App::spawn();
    let key = import(&app, file)?;
    let mut patient = app.patient();
    patient.begin(&key).await;
    for _ in 0..60 {
        if patient.step() == "check" {
            break;
        }
        if patient.path().contains("/urgent/") {
            patient.click("Continue with the survey").await;
            continue;
        }
        let options: Vec<String> =
            patient.controls().into_iter().filter(|control| control.kind == "radio").map(|control| control.value).collect();
        if let Some(option) = options.get(place.min(options.len().saturating_sub(1))) {
            patient.choose_code(option);
        }
        patient.press().await;
        assert_eq!(patient.status, 200, "{file} {}: {:?}", patient.address, patient.errors());
    }
    patient.press().await;
    assert_eq!(patient.step(), "done", "{file}: {}", patient.words());
    let derived = app.rows(&key).into_iter().filter(|row| row.derived).map(|row| row.value.parse::<f64>().unwrap().to_string());
    let scores = app.scores(&key).into_iter().map(|(_, thousandths)| format!("score {}", thousandths / 1000));
    Some(derived.chain(scores).collect())
}

/// The totals that the answers of one place come to. A file may derive its total, declare a score, or both.
async fn totals(file: &str, place: usize, total: &str) {
    let Some(found) = answered(file, place).await else { return };
    assert!(!found.is_empty(), "{file} gave no total");
    assert!(found.iter().any(|value| value.trim_start_matches("score ") == total), "{file}: {found:?} without {total}");
}

mod instruments_by_others_are_answered_and_scored {
    use super::totals;

    #[tokio::test]
    async fn phq_9() {
        totals("lforms/phq9.json", 2, "18").await;
        totals("jmandel-web/phq-9.json", 3, "27").await;
        totals("lforms/phq9-with-the-weight-function.json", 1, "9").await;
    }

    #[tokio::test]
    async fn gad_7() {
        totals("jmandel-web/gad-7.json", 2, "14").await;
    }

    #[tokio::test]
    async fn phq_4() {
        totals("uwcirg/CIRG-PHQ-4.json", 3, "12").await;
    }

    #[tokio::test]
    async fn epds() {
        totals("jmandel-web/epds.json", 0, "0").await;
        totals("jmandel-web/epds.json", 1, "10").await;
        totals("jmandel-web/epds.json", 3, "30").await;
    }

    #[tokio::test]
    async fn peg() {
        totals("uwcirg/CIRG-PEG.json", 5, "5").await;
    }
}

#[test]
fn a_file_that_is_no_json_gives_one_error_with_its_line() {
    let Some(folder) = folder() else { return };
    let why = catalogue::parse(&std::fs::read(folder.join("uwcirg/GAD-7.malformed.json")).unwrap()).unwrap_err().to_string();
    assert_eq!(why.trim().lines().count(), 1, "{why}");
    assert!(why.contains("line 7") || why.contains("line 8"), "{why}");
}

#[test]
fn every_file_is_imported_or_refused_with_the_item_and_the_reason() {
    let Some(folder) = folder() else { return };
    let (mut imported, mut refused) = (0, 0);
    for owner in std::fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir()) {
        for file in std::fs::read_dir(owner.path()).unwrap().map(|entry| entry.unwrap().path()) {
            match catalogue::parse(&std::fs::read(&file).unwrap()) {
                Ok(_) => imported += 1,
                Err(why) => {
                    refused += 1;
                    let why = why.to_string();
                    assert!(!why.trim().is_empty(), "{}", file.display());
                    let placed =
                        |line: &str| ["item ", "line ", "the survey", "the file", "module "].iter().any(|place| line.contains(place));
                    assert!(why.lines().filter(|line| !line.trim().is_empty()).any(placed), "{}: {why}", file.display());
                }
            }
        }
    }
    assert!(imported >= 5 && refused >= 1, "{imported} imported, {refused} refused");
}

#[tokio::test]
async fn a_changed_survey_is_a_new_version_and_drafts_keep_theirs() {
    let app = App::spawn();
    let mut early = app.patient();
    early.begin("event-feedback").await.press().await;
    let (_, source) = catalogue::built_in().find(|(name, _)| name == "event-feedback.json").unwrap();
    let changed = String::from_utf8(source).unwrap().replace("How was the event?", "How was the day?").into_bytes();
    let definition = catalogue::parse(&changed).unwrap().definition;
    catalogue::import(app.store(), &app.state.clock, &app.state.random, &changed, &definition).unwrap();
    let mut late = app.patient();
    late.begin("event-feedback").await;
    assert_eq!(late.heading(), "How was the day?");
    early.open("/s/event-feedback/q/how-was-it").await;
    assert_eq!(early.heading(), "How was the event?");
    early.answer_all(&[]).await.press().await;
    late.answer_all(&[]).await.press().await;
    let kept = app.responses("event-feedback");
    assert_ne!(kept[0].version_id, kept[1].version_id);
}

mod looked_after {
    use super::{Action, App, Role};

    #[tokio::test]
    async fn a_designer_closes_and_opens_a_survey_and_it_is_recorded() {
        let app = App::spawn();
        let mut designer = app.staff(Role::SurveyDesigner, app.with_organisation("Example County", "commissioner"));
        designer.open("/surveys").await;
        let rows = designer.texts_of("tbody tr");
        assert!(rows.len() == 6 && rows.iter().all(|row| row.contains("Open") && row.contains("/s/")), "{rows:?}");
        let token = designer.attributes("header form input[name=token]", "value")[0].clone();
        for (button, key, action) in [("close", "survey-closed", Action::SurveyClosed), ("open", "/s/employment", Action::SurveyOpened)] {
            let address = format!("/surveys/employment/{button}");
            designer.post(&address, &[("token", &token)]).await;
            assert_eq!(designer.location().as_deref(), Some("/surveys"));
            // A second press of a page that is out of date changes nothing, and is no event.
            designer.post(&address, &[("token", &token)]).await;
            assert_eq!(designer.status, 303);
            let lines = app.audited(action);
            assert_eq!((lines.len(), lines[0].subject.as_str()), (1, "survey:employment"));
            let mut patient = app.patient();
            patient.open("/s/employment").await;
            assert_eq!(patient.status == 200, key.starts_with("/s/"), "{}", patient.words());
        }
        for unknown in ["none", "%00", "a%27b"] {
            designer.post(&format!("/surveys/{unknown}/close"), &[("token", &token)]).await;
            assert_eq!(designer.status, 404, "{unknown}");
        }
    }

    #[tokio::test]
    async fn an_engagement_lead_sees_the_links_and_no_buttons() {
        let app = App::spawn();
        let mut lead = app.staff(Role::EngagementLead, app.with_provider("North Team"));
        lead.open("/surveys").await;
        assert!(lead.texts_of("main tbody a").iter().any(|link| link.ends_with("/s/employment")));
        assert!(lead.texts_of("main button").is_empty());
    }
}
