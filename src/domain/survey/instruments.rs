//! Well-known instruments, recognised by the LOINC codes in a file.
//!
//! Figures only: which items a total adds up, and which item asks about self-harm. No wording of any instrument is here,
//! and none is supplied. A total that the file itself calculates is left to the file.

use rust_decimal::Decimal;

use super::definition::{Coding, Definition, Item, Kind, LinkId};
use super::fhir::{Place, Remark};
use super::scoring::{Method, Score, ScoredItem};
use super::text::LocalText;

const LOINC: &str = "http://loinc.org";

/// An item that holds the total of others.
struct Total {
    system: &'static str,
    code: &'static str,
    key: &'static str,
    title: &'static str,
    mean: bool,
    parts: Parts,
    /// Change that counts as reliable, in points.
    reliable_change: Option<i64>,
}

/// Which items a total adds up. Every one of them is needed.
enum Parts {
    /// The items of those LOINC codes.
    Coded(&'static [&'static str]),
    /// The survey's scored choices, if there are exactly so many: the files in use carry no codes on them.
    AllOf(usize),
}

const PEG: Parts = Parts::Coded(&["75893-8", "91145-3", "91146-1"]);

/// Totals by the LOINC code of their item, as LOINC's panels list their parts. Reliable change: NHS England's mental health
/// metrics for children and young people (PHQ-9 6, GAD-7 4).
const TOTALS: [Total; 6] = [
    Total {
        system: LOINC,
        code: "70272-0",
        key: "phq-4",
        title: "PHQ-4 total",
        mean: false,
        parts: Parts::Coded(&["69725-0", "68509-9", "44250-9", "44255-8"]),
        reliable_change: None,
    },
    Total { system: LOINC, code: "91147-9", key: "peg", title: "PEG mean score", mean: true, parts: PEG, reliable_change: None },
    Total {
        system: "https://cirg.uw.edu",
        code: "CIRG-PEG-SUM",
        key: "peg-sum",
        title: "PEG sum score",
        mean: false,
        parts: PEG,
        reliable_change: None,
    },
    Total {
        system: LOINC,
        code: "44261-6",
        key: "phq-9",
        title: "PHQ-9 total",
        mean: false,
        parts: Parts::Coded(&["44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8"]),
        reliable_change: Some(6),
    },
    Total {
        system: LOINC,
        code: "70274-6",
        key: "gad-7",
        title: "GAD-7 total",
        mean: false,
        parts: Parts::Coded(&["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"]),
        reliable_change: Some(4),
    },
    Total { system: LOINC, code: "99046-5", key: "epds", title: "EPDS total", mean: false, parts: Parts::AllOf(10), reliable_change: None },
];

/// The LOINC code of the PHQ-9's ninth item: any answer above the lowest calls for help.
const RISK_ITEM: &str = "44260-8";

/// The LOINC code of the EPDS, and the place among its ten scored choices of the item on self-harm.
const EPDS: (&str, usize) = ("71354-5", 10);

/// Adds the scores and risk answers of the instruments that a survey holds. `codes` are those of the whole Questionnaire.
///
/// Says of each item what it was recognised as. An item that the file already scores, or marks for risk, is left as it is.
pub(super) fn recognise(definition: &mut Definition, codes: &[Coding]) -> Vec<(Place, Remark)> {
    let mut remarks = Vec::new();
    for total in &TOTALS {
        remarks.extend(add_total(definition, total));
    }
    for id in risk_items(definition, codes) {
        if let Some(item) = find(&mut definition.items, &id) {
            item.risk = item
                .options()
                .iter()
                .filter(|option| option.ordinal.is_some_and(positive))
                .map(|option| option.coding.code.clone())
                .collect();
            remarks.push((place(&id), if item.risk.is_empty() { Remark::RiskUnknown } else { Remark::Risk }));
        }
    }
    remarks
}

fn add_total(definition: &mut Definition, total: &Total) -> Option<(Place, Remark)> {
    let holds_number = |item: &Item| matches!(item.kind, Kind::Integer | Kind::Decimal) && item.calculated.is_none();
    let id = definition.walk().find(|item| holds_number(item) && is(item, total.system, total.code))?.link_id.clone();
    if definition.scores.iter().any(|score| score.key == total.key) {
        return None;
    }
    let Some(items) = parts(definition, &total.parts) else {
        return Some((place(&id), Remark::IncompleteTotal(total.title)));
    };
    let least = u32::try_from(items.len()).unwrap_or(u32::MAX);
    definition.scores.push(Score {
        key: total.key.to_owned(),
        title: LocalText::new(total.title),
        method: if total.mean { Method::Mean { least } } else { Method::Sum },
        items,
        lookup: Vec::new(),
        cut_offs: Vec::new(),
        reliable_change: total.reliable_change.map(Decimal::from),
    });
    find(&mut definition.items, &id)?.read_only = true;
    Some((place(&id), Remark::Total(total.title)))
}

/// The items a total adds up. `None` unless every one is there and its options carry scores.
fn parts(definition: &Definition, parts: &Parts) -> Option<Vec<ScoredItem>> {
    let found: Vec<&Item> = match parts {
        Parts::Coded(codes) => {
            codes.iter().map(|code| definition.walk().find(|item| is_scored(item) && is(item, LOINC, code))).collect::<Option<_>>()?
        }
        Parts::AllOf(count) => Some(scored(definition)).filter(|items| items.len() == *count)?,
    };
    Some(found.into_iter().map(|item| ScoredItem { item: item.link_id.clone(), reversed_from: None }).collect())
}

fn risk_items(definition: &Definition, codes: &[Coding]) -> Vec<LinkId> {
    let (epds, number) = EPDS;
    let mut items: Vec<&Item> = definition.walk().filter(|item| !item.options().is_empty() && is(item, LOINC, RISK_ITEM)).collect();
    let scored = scored(definition);
    if codes.iter().any(|code| code.code == epds) && scored.len() == number {
        items.extend(scored.last());
    }
    items.into_iter().filter(|item| item.risk.is_empty()).map(|item| item.link_id.clone()).collect()
}

fn scored(definition: &Definition) -> Vec<&Item> {
    definition.walk().filter(|item| is_scored(item)).collect()
}

/// A single choice whose every option carries a score.
fn is_scored(item: &Item) -> bool {
    !item.repeats && !item.options().is_empty() && item.options().iter().all(|option| option.ordinal.is_some())
}

/// True if the item carries that code. Some files put it in the linkId instead, after a slash.
fn is(item: &Item, system: &str, code: &str) -> bool {
    let coded = |own: &Coding| own.code == code && own.system.as_deref().is_none_or(|own| own == system);
    item.codes.iter().any(coded) || item.link_id.as_str().trim_start_matches('/') == code
}

fn positive(score: Decimal) -> bool {
    score > Decimal::ZERO
}

fn place(id: &LinkId) -> Place {
    Place::Item(id.as_str().to_owned())
}

fn find<'i>(items: &'i mut [Item], id: &LinkId) -> Option<&'i mut Item> {
    for item in items {
        if item.link_id == *id {
            return Some(item);
        }
        if let Some(found) = find(&mut item.items, id) {
            return Some(found);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::super::answer::{Answers, Given, Value};
    use super::super::fhir::{Imported, Modules, ValueSets, import};
    use super::*;

    fn points(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn scale(link_id: &str, code: &str) -> Json {
        let options: Vec<Json> = (0..=3).map(|n| json!({ "valueCoding": { "code": format!("c{n}"), "display": n.to_string() } })).collect();
        json!({ "linkId": link_id, "type": "choice", "text": "How much?", "answerOption": options,
                "code": [{ "system": LOINC, "code": code }] })
    }

    fn imported(codes: &Json, items: &[Json]) -> Imported {
        let survey = json!({ "resourceType": "Questionnaire", "id": "known", "code": codes, "item": items });
        import(survey.to_string().as_bytes(), &ValueSets::default(), &Modules::default()).unwrap()
    }

    fn choose(code: &str) -> Given {
        Given::Values(vec![Value::Coding(Coding { code: code.to_owned(), ..Coding::default() })])
    }

    #[test]
    fn a_known_total_is_scored_and_not_asked() {
        let total = json!({ "linkId": "t", "type": "decimal", "text": "Total", "code": [{ "system": LOINC, "code": "91147-9" }] });
        let survey = imported(&json!([]), &[scale("/75893-8", "x"), scale("b", "91145-3"), scale("c", "91146-1"), total]);
        let item = survey.definition.item(&LinkId::parse("t").unwrap()).unwrap();
        assert!(!item.is_asked());
        let answers: Answers = [("/75893-8", "c3"), ("b", "c2"), ("c", "c2")]
            .into_iter()
            .map(|(id, code)| (LinkId::parse(id).unwrap(), choose(code)))
            .collect();
        assert_eq!(survey.definition.scores[0].compute(&survey.definition, &answers), Some(points("2.333")));
        assert!(survey.notes.iter().any(|note| note.remark == Remark::Total("PEG mean score")));
    }

    #[test]
    fn a_total_whose_items_are_missing_stays_a_question() {
        let total = json!({ "linkId": "t", "type": "decimal", "text": "Total", "code": [{ "system": LOINC, "code": "91147-9" }] });
        let survey = imported(&json!([]), &[scale("b", "91145-3"), total]);
        assert!(survey.definition.item(&LinkId::parse("t").unwrap()).unwrap().is_asked());
        assert!(survey.notes.iter().any(|note| note.remark == Remark::IncompleteTotal("PEG mean score")));
    }

    #[test]
    fn an_item_on_self_harm_leads_to_help_above_its_lowest_answer() {
        let survey = imported(&json!([]), &[scale("q", "44260-8")]);
        assert_eq!(survey.definition.items[0].risk, ["c1", "c2", "c3"]);
    }

    #[test]
    fn the_last_of_ten_scored_items_of_the_epds_is_about_self_harm() {
        let items: Vec<Json> = (1..=10).map(|n| scale(&format!("q{n}"), "none")).collect();
        let survey = imported(&json!([{ "system": LOINC, "code": "71354-5" }]), &items);
        assert_eq!(survey.definition.items[9].risk, ["c1", "c2", "c3"]);
        assert!(survey.definition.items[8].risk.is_empty());
        assert!(imported(&json!([]), &items).definition.items[9].risk.is_empty());
    }
}
