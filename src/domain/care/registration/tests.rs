use jiff::civil::{Date, date};

use super::*;

const TODAY: Date = date(2026, 11, 22);

fn zofia() -> PersonFields {
    PersonFields {
        given_name: " Zofia ".to_owned(),
        family_name: "Nowak  Green".to_owned(),
        nhs_number: "943 476 5919".to_owned(),
        birth_date: "1/2/1980".to_owned(),
        sex: "2".to_owned(),
        language: "ZH-hans".to_owned(),
        needs: vec!["large-print".to_owned()],
        contact_by: "text".to_owned(),
        may_contact: "yes".to_owned(),
        mobile: "07700 900123".to_owned(),
        address: vec!["1 High Street".to_owned(), " ".to_owned(), "Marlford".to_owned()],
        postcode: "ox13dp".to_owned(),
        ..PersonFields::default()
    }
}

#[test]
fn a_person_is_read_from_what_was_typed() {
    let person = zofia().read(TODAY).unwrap();
    assert_eq!(person.record.name(), "Zofia Nowak Green");
    assert_eq!(person.record.nhs_number.as_deref(), Some("9434765919"));
    assert_eq!(person.record.mobile.as_deref(), Some("+447700900123"));
    assert_eq!(person.record.address, ["1 High Street", "Marlford"]);
    assert_eq!(person.record.postcode.as_deref(), Some("OX1 3DP"));
    assert_eq!((person.born, person.language, person.may_contact, person.opted_out), (date(1980, 2, 1), "zh-Hans", Some(true), None));
    assert_eq!(person.unreachable(), None);
}

#[test]
fn everything_that_is_wrong_is_told_at_once_and_in_order() {
    let wrong = PersonFields {
        nhs_number: "943 476 5991".to_owned(),
        birth_date: "23/11/2026".to_owned(),
        mobile: "01632 960123".to_owned(),
        postcode: "nowhere".to_owned(),
        ..PersonFields::default()
    };
    let faults = wrong.read(TODAY).unwrap_err();
    let expected =
        [Fault::FamilyNameMissing, Fault::NhsNumberCheck, Fault::BirthFuture, Fault::SexWrong, Fault::MobileLandline, Fault::PostcodeWrong];
    assert_eq!(faults, expected);
}

#[test]
fn nobody_is_older_than_130_years_or_died_before_they_were_born() {
    let born = |text: &str| PersonFields { birth_date: text.to_owned(), ..zofia() }.read(TODAY).map(|person| person.born);
    assert_eq!(born("22/11/1896"), Ok(date(1896, 11, 22)));
    assert_eq!(born("21/11/1896"), Err(vec![Fault::BirthLongAgo]));
    let died = |text: &str| PersonFields { death_date: text.to_owned(), ..zofia() }.read(TODAY).map(|person| person.died);
    assert_eq!(died("21/11/2026"), Ok(Some(date(2026, 11, 21))));
    assert_eq!(died("31/1/1980"), Err(vec![Fault::DeathBeforeBirth]));
    assert_eq!(died("2026-11-23"), Err(vec![Fault::DeathFuture]));
}

#[test]
fn who_wants_to_be_reached_in_a_way_needs_an_address_there() {
    let wanting = |way: &str| PersonFields { contact_by: way.to_owned(), ..zofia() }.read(TODAY).unwrap().unreachable();
    assert_eq!(wanting("email"), Some(Fault::EmailNeeded));
    assert_eq!((wanting("phone"), wanting("letter"), wanting("none"), wanting("")), (None, None, None, None));
}

fn read(programme: &str, with: impl Fn(&mut EpisodeFields)) -> Result<NewEpisode, Vec<Fault>> {
    let mut fields = EpisodeFields { programme: programme.to_owned(), opened: "2026-03-10".to_owned(), ..EpisodeFields::default() };
    with(&mut fields);
    let programmes = ["mental-health", "frail-older-people", "maternity"];
    fields.read(&About { today: TODAY, programmes: &programmes, born: date(1980, 2, 1), died: Some(date(2026, 11, 1)) })
}

fn fault(programme: &str, with: impl Fn(&mut EpisodeFields)) -> Vec<Fault> {
    read(programme, with).err().unwrap_or_default()
}

#[test]
fn a_discharge_comes_after_the_referral_unless_it_began_the_service() {
    let on = |day: &'static str| move |fields: &mut EpisodeFields| fields.discharged = day.to_owned();
    assert_eq!(fault("mental-health", on("2026-03-09")), [Fault::DischargedBeforeOpened]);
    assert_eq!(fault("mental-health", on("2026-03-10")), []);
    assert_eq!(fault("frail-older-people", on("2026-02-10")), []);
    assert_eq!(fault("frail-older-people", on("2026-02-09")), [Fault::DischargedLongBefore]);
    assert_eq!(fault("frail-older-people", on("2026-11-23")), [Fault::DischargedFuture]);
}

#[test]
fn an_episode_does_not_end_before_it_began() {
    assert_eq!(fault("maternity", |fields| fields.closed = "9/3/2026".to_owned()), [Fault::ClosedBeforeOpened]);
    let before_discharge = |fields: &mut EpisodeFields| {
        fields.discharged = "12/3/2026".to_owned();
        fields.closed = "11/3/2026".to_owned();
    };
    assert_eq!(fault("mental-health", before_discharge), [Fault::ClosedBeforeDischarged]);
    assert_eq!(fault("mental-health", |fields| fields.closed = "10/3/2026".to_owned()), []);
}

#[test]
fn an_episode_lies_within_a_life() {
    assert_eq!(fault("maternity", |fields| fields.opened = "31/1/1980".to_owned()), [Fault::OpenedBeforeBirth]);
    assert_eq!(fault("maternity", |fields| fields.opened = "2/11/2026".to_owned()), [Fault::OpenedAfterDeath]);
    assert_eq!(fault("maternity", |fields| fields.opened = "23/11/2026".to_owned()), [Fault::OpenedFuture]);
    assert_eq!(fault("dentistry", |_| {}), [Fault::ProgrammeWrong]);
}

#[test]
fn births_belong_to_maternity_and_clusters_to_mental_health() {
    let born = |fields: &mut EpisodeFields| fields.delivered = "1/4/2026".to_owned();
    assert_eq!((fault("maternity", born), fault("mental-health", born)), (vec![], vec![Fault::DeliveredElsewhere]));
    assert_eq!(fault("maternity", |fields| fields.delivered = "1/1/2026".to_owned()), [Fault::DeliveredFar]);
    let cluster = |code: &'static str| move |fields: &mut EpisodeFields| fields.cluster = code.to_owned();
    assert_eq!(read("mental-health", cluster("4")).unwrap().cluster.as_deref(), Some("04"));
    assert_eq!(fault("mental-health", cluster("22")), [Fault::ClusterWrong]);
    assert_eq!(fault("maternity", cluster("04")), [Fault::ClusterElsewhere]);
}

#[test]
fn every_fault_has_a_code_that_begins_with_its_field() {
    for fault in Fault::ALL {
        assert!(fault.code().starts_with(fault.field().code()), "{}", fault.code());
    }
}
