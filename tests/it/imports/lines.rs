//! What becomes of lines: read in any shape that senders have, told plainly where they are wrong, and the same file twice
//! changes nothing.

use saywell::domain::care::demographics::Demographics;
use saywell::domain::care::import::BadHeading;
use saywell::domain::care::import::{Choice, Column, Unreadable};
use saywell::importing::Refused;
use saywell::store::episodes::Person;
use saywell::store::ids::PersonId;
use saywell::store::merging::Pair;
use saywell::store::{demographics, episodes, merging};

use super::super::support::{App, NOW};
use super::{HEADING, counts, line};

#[tokio::test]
async fn a_file_is_read_whatever_its_marks_order_and_names_of_columns() {
    let app = App::spawn();
    app.with_locality("North End", "OX1");
    let files = [
        "\u{feff}NHS No;Surname;Forename;DOB;Patient ID;Post code;Ward\r\n943 476 5919;Żak;Łucja;01/02/1980;7;ox1 3dp;9\r\n".to_owned(),
        "family name,person_number,first name,date of birth,nhsnumber,postcode\nŻak,7,\"Łucja\",1980-02-01,9434765919,OX13DP".to_owned(),
    ];
    for file in files {
        let organisation = app.with_provider("North Team");
        let import = app.imported(organisation, file).await;
        assert_eq!((counts(&import), import.status.as_str()), ([1, 0, 0, 0], "done"));
        let (person, record) = app.everybody(organisation).remove(0);
        assert_eq!((record.name().as_str(), record.nhs_number.as_deref()), ("Łucja Żak", Some("9434765919")));
        assert_eq!((record.postcode.as_deref(), person.sex.as_str(), person.birth_day), (Some("OX1 3DP"), "X", 3683));
        assert!(person.locality_id.is_some());
    }
}

#[tokio::test]
async fn what_cannot_be_read_at_all_is_refused_as_a_whole() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    let refused = async |file: &[u8]| app.uploaded(organisation, file).await.unwrap_err();
    assert!(matches!(refused(b"person_number,dob\n1,Zo\xeb").await, Refused::Unreadable(Unreadable::Encoding(2))));
    let missing = Refused::Heading(BadHeading::Missing(vec![Column::GivenName, Column::FamilyName]));
    assert_eq!(format!("{:?}", refused(b"person_number,dob\n1,2").await), format!("{missing:?}"));
    assert!(matches!(refused(HEADING.as_bytes()).await, Refused::NoLines));
    assert_eq!(app.parts(), 0);
}

#[tokio::test]
async fn a_stray_quotation_mark_on_line_40017_is_told_and_every_other_line_brought_in() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    let person = |number: usize| match number {
        40_017 => format!("{number},\"Zofia,Nowak,1980-02-01"),
        _ => format!("{number},\"Zofia\",Nowak,1980-02-01"),
    };
    let lines: Vec<String> = (39_500..40_100).map(person).collect();
    // Blank lines stand for those before: they count as lines of the file and bring nothing.
    let file = format!("person_number,given_name,family_name,dob\n{}{}\n", "\n".repeat(39_498), lines.join("\n"));
    let import = app.imported(organisation, file).await;
    assert_eq!(counts(&import), [599, 0, 0, 1]);
    assert_eq!(app.refusals(import.id), [(40_017, "stray-quote".to_owned())]);
}

#[tokio::test]
async fn each_wrong_line_is_told_by_code_and_the_others_are_brought_in() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    let file = [
        HEADING,
        &line(2),
        "P3,943 476 5991,Zofia,Nowak,1980-02-01,F,,,,,,",
        "P4,,Zofia,Nowak,2027-02-01,F,,,,,,",
        "P5,,Zofia,Nowak,1980-02-01,F,,,E5,mental-health,2026-03-01,2026-02-28",
        "P6,9434765919,Anna,Nowak,1980-02-01,F,someone@example.org,,,,,",
        "P7,9434765919,Berta,Nowak,1980-02-01,F,someone@example.org,,,,,",
        ",,Zofia,Nowak,1980-02-01,F,,,,,,",
        "P2,,Zofia,Green,1980-02-01,F,someone@example.org,,E9,mental-health,2026-03-01,",
        "P2,,Zofia,Nowak,1980-02-01,F,someone@example.org,,E8,frail-older-people,2026-04-01,",
        "P8,,Zofia,Nowak,1980-02-01,F,,,E8,frail-older-people,2026-04-02,",
        "P9,,Zofia",
    ];
    let import = app.imported(organisation, file.join("\n")).await;
    let expected = [
        (3, "nhs-number-check"),
        (4, "birth-future"),
        (5, "closed-before-opened"),
        (7, "nhs-number-taken"),
        (8, "person-number-missing"),
        (9, "person-differs"),
        (11, "episode-differs"),
        (12, "cells"),
    ];
    assert_eq!(app.refusals(import.id), expected.map(|(line, code)| (line, code.to_owned())));
    assert_eq!(counts(&import), [3, 0, 0, 8]);
    // Two who share an address are two; somebody with two episodes is one.
    let names: Vec<String> = app.everybody(organisation).iter().map(|(_, record)| record.given_name.clone()).collect();
    assert_eq!(names, ["Anna", "Zofia"]);
    assert_eq!(app.episodes_at(organisation).len(), 2);
}

#[tokio::test]
async fn the_same_file_twice_changes_nothing_and_a_changed_one_what_it_changes() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    let file = |name: &str, end: &str| {
        format!("{HEADING}\nP1,9434765919,{name},Nowak,1980-02-01,F,a@example.org,,E1,mental-health,2026-03-01,{end}\n{}\n", line(2))
    };
    assert_eq!(counts(&app.imported(organisation, file("Anna", "")).await), [2, 0, 0, 0]);
    let before = (app.everybody(organisation).len(), app.episodes_at(organisation));
    assert_eq!(counts(&app.imported(organisation, file("Anna", "")).await), [0, 0, 2, 0]);
    assert_eq!((app.everybody(organisation).len(), app.episodes_at(organisation)), before);
    assert_eq!(counts(&app.imported(organisation, file("Annika", "2026-05-01")).await), [0, 1, 1, 0]);
    let (person, record) = app.everybody(organisation).remove(0);
    assert_eq!((record.given_name.as_str(), record.nhs_number.as_deref()), ("Annika", Some("9434765919")));
    let episode = app.episodes_at(organisation).into_iter().find(|episode| episode.person_id == person.id).unwrap();
    assert_eq!(episode.closed_day, Some(20_574));
    // An empty cell forgets nothing.
    let less = "person_number,forename,surname,dob\nP1,,Nowak,1980-02-01\n";
    assert_eq!(counts(&app.imported(organisation, less).await), [0, 0, 1, 0]);
}

#[tokio::test]
async fn all_or_nothing_brings_in_nothing_where_one_line_is_refused() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    let import = app.checked(organisation, format!("{HEADING}\n{}\nP3,,Zofia,Nowak,1980-02-30,F,,,,,,\n", line(2))).await;
    assert_eq!((import.status.as_str(), counts(&import)), ("checked", [1, 0, 0, 1]));
    assert!(app.everybody(organisation).is_empty());
    let import = app.begun(&import, Choice::AllOrNothing).await;
    assert_eq!((import.status.as_str(), app.everybody(organisation).len(), app.parts()), ("refused", 0, 0));
    let import = app.checked(organisation, format!("{HEADING}\n{}\n{}\n", line(2), line(3))).await;
    let import = app.begun(&import, Choice::AllOrNothing).await;
    assert_eq!((import.status.as_str(), app.everybody(organisation).len(), app.parts()), ("done", 2, 0));
}

#[tokio::test]
async fn who_is_registered_already_is_found_by_their_nhs_number_and_keeps_what_they_said() {
    let app = App::spawn();
    let (organisation, other) = (app.with_provider("North Team"), app.with_provider("South Team"));
    let first = "person_number,nhs_number,forename,surname,dob,consent\nP1,9434765919,Anna,Nowak,1980-02-01,no\n";
    assert_eq!(counts(&app.imported(organisation, first).await), [1, 0, 0, 0]);
    let again = "person_number,nhs_number,forename,surname,dob,consent\nP1,9434765919,Anna,Nowak,1980-02-01,yes\n";
    assert_eq!(counts(&app.imported(organisation, again).await), [0, 0, 1, 0]);
    assert_eq!(app.everybody(organisation)[0].0.may_contact, Some(false));
    let stranger = "person_number,nhs_number,forename,surname,dob\nP2,9434765919,Berta,Nowak,1980-02-01\n";
    let import = app.imported(organisation, stranger).await;
    assert_eq!(app.refusals(import.id), [(2, "nhs-number-taken".to_owned())]);
    // At another organisation they are in care as well.
    assert_eq!(counts(&app.imported(other, stranger).await), [1, 0, 0, 0]);
}

#[tokio::test]
async fn who_was_made_one_person_of_two_is_not_made_two_again() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    let person = |number: usize| format!("P{number},,Zofia,Nowak,1980-02-01,F,,,E{number},mental-health,2026-03-01,");
    let file = format!("{HEADING}\n{}\n{}\n", person(1), person(2));
    assert_eq!(counts(&app.imported(organisation, file.clone()).await), [2, 0, 0, 0]);
    let all = app.everybody(organisation);
    let (stays, goes) = (&all[0], &all[1]);
    let register = app.state.register();
    let row = |id| app.store().read_now("record", |conn| demographics::find(conn, organisation, id)).unwrap().unwrap();
    let whole = register.reseal(&row(stays.0.id), &stays.1, NOW.micros()).unwrap().unwrap();
    let pair = Pair {
        organisation,
        stays: stays.0.id,
        goes: goes.0.id,
        whole: (whole.row, whole.terms),
        seen: row(goes.0.id).revision,
        now: NOW.micros(),
    };
    assert!(app.store().write_now("merge", |tx| merging::merge(tx, &pair, &[])).unwrap());
    assert_eq!(counts(&app.imported(organisation, file).await), [0, 0, 2, 0]);
    assert!(app.episodes_at(organisation).iter().all(|episode| episode.person_id == stays.0.id));
}

#[tokio::test]
async fn who_was_registered_by_hand_is_known_by_nhs_number_and_date_of_birth_together() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    let id = PersonId(app.state.random.id(&app.state.clock));
    let (birth_day, sex, language) = (3683, "2".to_owned(), "en".to_owned());
    let person = Person { organisation_id: organisation, id, birth_day, sex, language, ..Person::default() };
    let record = Demographics { family_name: "Nowak".to_owned(), nhs_number: Some("9434765919".to_owned()), ..Demographics::default() };
    let kept = app.state.register().seal(7, (organisation, id), &record, NOW.micros()).unwrap();
    let add = |tx: &mut _| {
        episodes::add(tx, std::slice::from_ref(&person), &[])?;
        demographics::add(tx, &[(kept.row.clone(), kept.terms.clone())])
    };
    app.store().write_now("register", add).unwrap();
    let file = |born: &str| format!("person_number,nhs_number,forename,surname,dob\nP1,9434765919,Anna,Nowak,{born}\n");
    let import = app.imported(organisation, file("1980-02-02")).await;
    assert_eq!(app.refusals(import.id), [(2, "nhs-number-birth".to_owned())]);
    assert_eq!(counts(&app.imported(organisation, file("1980-02-01")).await), [0, 1, 0, 0]);
    let all = app.everybody(organisation);
    assert_eq!((all.len(), all[0].0.id, all[0].1.given_name.as_str()), (1, id, "Anna"));
    assert_eq!(counts(&app.imported(organisation, file("1980-02-01")).await), [0, 0, 1, 0]);
}

#[tokio::test]
async fn who_opts_out_by_a_file_is_in_no_figure_from_then_on() {
    let app = App::spawn();
    let organisation = app.with_provider("North Team");
    app.imported(organisation, format!("{HEADING}\n{}\n", line(1))).await;
    let link = app.with_invitation(app.episodes_at(organisation)[0].id, "settled-accommodation");
    app.count_anew();
    app.invited(&link).await.set_out().await.answer_all(&[]).await.press().await;
    assert!(app.is_counted_right());
    let opted = app.imported(organisation, format!("{HEADING},opted_out\n{},yes\n", line(1))).await;
    assert_eq!(counts(&opted), [0, 1, 0, 0]);
    assert!(app.is_counted_right(), "the answers count no more");
}
