use super::*;
use crate::domain::framework::{BUILT_IN, Framework};
use crate::domain::indicator::definition::Every;
use crate::domain::indicator::supplied::file;

const HEADING: &str = "indicator,organisation,period,stratum,numerator,denominator,status,source,reason";

fn month(text: &str) -> Period {
    Period::parse(text).unwrap()
}

/// One supplied indicator of each kind, and those of the framework.
fn definitions() -> Vec<Definition> {
    let mut all = Framework::parse(BUILT_IN).unwrap().indicators;
    let supplied = all.iter().find(|one| one.key == "crisis-response").unwrap().clone();
    for (key, kind) in [("falls", Kind::Rate), ("deaths", Kind::Ratio), ("fractures", Kind::StandardisedRate)] {
        all.push(Definition { key: key.to_owned(), kind, multiplier: Some(100_000), ..supplied.clone() });
    }
    all.push(Definition { key: "quarterly".to_owned(), every: Every::Quarter, ..supplied });
    all
}

fn known(definitions: &[Definition]) -> Known<'_> {
    Known {
        definitions,
        organisations: [("X1".to_owned(), 1), ("X2".to_owned(), 2)].into(),
        now: Some(month("2026-11")),
        file: "this".to_owned(),
        ..Known::default()
    }
}

fn judged(lines: &[&str], known: &Known<'_>) -> Vec<Judged> {
    judge(&file::read(format!("{HEADING}\n{}\n", lines.join("\n")).as_bytes()).unwrap(), known)
}

fn faults(line: &str, known: &Known<'_>) -> Vec<&'static str> {
    judged(&[line], known).remove(0).faults.into_iter().map(Fault::code).collect()
}

fn outcome(line: &str, known: &Known<'_>) -> Outcome {
    judged(&[line], known).remove(0).outcome
}

fn standing(indicator: &str, ages: Option<&str>, status: Status, file: &str) -> (Key, Standing) {
    let ages = ages.and_then(Ages::parse);
    let key = Key { indicator: indicator.to_owned(), organisation: 1, period: month("2026-09"), ages };
    (key, Standing { status, file: Some(file.to_owned()) })
}

#[test]
fn a_good_line_of_each_kind_is_added() {
    let definitions = definitions();
    let known = known(&definitions);
    let lines = [
        "crisis-response,X1,2026-09,,3,4,final,Register,",
        "falls,X2,2026-09,,30,4000,Provisional,Register,",
        "deaths,X1,2026-09,,30,27.25,final,Register,",
        "fractures,X1,2026-09,65-74,30,4000,final,Register,",
        "quarterly,X1,2026-09,,0,0,final,Register,",
        "falls,X1,2026-11,,1,2,provisional,Register,",
    ];
    let judged = judged(&lines, &known);
    assert!(judged.iter().all(|line| line.outcome == Outcome::Add), "{judged:?}");
    let ratio = judged[2].value.as_ref().unwrap();
    assert_eq!((ratio.numerator, ratio.denominator), (30, 27_250));
}

#[test]
fn every_fault_of_a_line_is_told_at_once() {
    let definitions = definitions();
    let known = known(&definitions);
    for (line, told) in [
        (
            "none,X9,2026-13,,x,-1,sure,,",
            &["indicator-unknown", "organisation-unknown", "period-wrong", "status-wrong", "source-missing"][..],
        ),
        ("settled-accommodation,X1,2026-09,,3,4,final,Register,", &["indicator-not-supplied"]),
        ("crisis-response,X1,2026-12,,3,4,final,Register,", &["period-future"]),
        ("crisis-response,X1,2026-11,,3,4,final,Register,", &["period-under-way"]),
        ("crisis-response,X1,2019-12,,3,4,final,Register,", &["period-early"]),
        ("crisis-response,X1,2026-09,,5,4,final,Register,", &["numerator-exceeds"]),
        ("crisis-response,X1,2026-09,,-5,-4,final,Register,", &["numerator-negative", "denominator-negative"]),
        ("crisis-response,X1,2026-09,,3.5,x,final,Register,", &["numerator-wrong", "denominator-wrong"]),
        ("crisis-response,X1,2026-09,0-4,3,4,final,Register,", &["stratum-unwanted"]),
        ("falls,X1,2026-09,,3,0,final,Register,", &["denominator-nought"]),
        ("fractures,X1,2026-09,,3,4,final,Register,", &["stratum-missing"]),
        ("fractures,X1,2026-09,18-24,3,4,final,Register,", &["stratum-wrong"]),
        ("quarterly,X1,2026-08,,3,4,final,Register,", &["period-within"]),
    ] {
        assert_eq!(faults(line, &known), told, "{line}");
    }
}

#[test]
fn two_lines_about_the_same_and_bands_that_overlap_are_refused() {
    let definitions = definitions();
    let mut known = known(&definitions);
    known.standing.extend([standing("fractures", Some("0-64"), Status::Provisional, "other")]);
    let lines = [
        "falls,X1,2026-09,,3,4,final,Register,",
        "falls,X1,2026-09,,3,5,final,Register,",
        "fractures,X2,2026-09,60+,3,4,final,Register,",
        "fractures,X2,2026-09,65+,3,4,final,Register,",
        "fractures,X2,2026-09,0-64,3,4,final,Register,",
        "fractures,X2,2026-10,60+,3,4,final,Register,",
    ];
    let told: Vec<Vec<&str>> = judged(&lines, &known).into_iter().map(|one| one.faults.into_iter().map(Fault::code).collect()).collect();
    assert_eq!(told, [vec![], vec!["twice"], vec!["stratum-overlaps"], vec![], vec![], vec![]]);
}

#[test]
fn a_provisional_value_is_replaced_and_a_final_one_restated_for_a_reason() {
    let definitions = definitions();
    let mut known = known(&definitions);
    known.standing.extend([standing("falls", None, Status::Provisional, "other")]);
    known.standing.extend([standing("deaths", None, Status::Final, "other")]);
    assert_eq!(outcome("falls,X1,2026-09,,3,4,provisional,Register,", &known), Outcome::Replace);
    assert_eq!(outcome("falls,X1,2026-09,,3,4,final,Register,", &known), Outcome::Replace);
    assert_eq!(faults("deaths,X1,2026-09,,3,4,final,Register,", &known), ["reason-missing"]);
    assert_eq!(faults("deaths,X1,2026-09,,3,4,provisional,Register,late", &known), ["status-back"]);
    assert_eq!(outcome("deaths,X1,2026-09,,3,4,final,Register,registered late", &known), Outcome::Restate);
}

#[test]
fn the_same_file_changes_nothing_the_second_time() {
    let definitions = definitions();
    let mut known = known(&definitions);
    known.standing.extend([standing("deaths", None, Status::Final, "this")]);
    known.left.insert(("deaths".to_owned(), month("2026-09")));
    assert_eq!(outcome("deaths,X1,2026-09,,3,4,final,Register,late", &known), Outcome::Same);
}

#[test]
fn a_month_that_is_part_of_a_released_figure_is_refused() {
    let definitions = definitions();
    let mut known = known(&definitions);
    known.left.insert(("crisis-response".to_owned(), month("2026-09")));
    known.left.insert(("smi-mortality".to_owned(), month("2026-03")));
    let of = |indicator: &str, period: &str| faults(&format!("{indicator},X1,{period},,3,4,final,Register,"), &known);
    assert_eq!(of("crisis-response", "2026-09"), ["period-released"]);
    assert!(of("crisis-response", "2026-08").is_empty() && of("falls", "2026-09").is_empty());
    // Twelve months are added up to March: from April of the year before on.
    assert_eq!([of("smi-mortality", "2025-04"), of("smi-mortality", "2026-03")], [["period-released"], ["period-released"]]);
    assert!(of("smi-mortality", "2025-03").is_empty() && of("smi-mortality", "2026-04").is_empty());
}

#[test]
fn what_becomes_of_a_line_does_not_depend_on_the_numbers_that_stand() {
    // There are no numbers in what lines are judged by.
    let Standing { status: _, file: _ } = standing("falls", None, Status::Final, "other").1;
}

#[test]
fn every_fault_has_a_code_of_its_own() {
    for fault in Fault::ALL {
        assert_eq!(Fault::from_code(fault.code()), Some(*fault));
    }
}
