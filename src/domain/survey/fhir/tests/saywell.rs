use super::*;
use crate::domain::survey::definition::Respondent;
use crate::domain::survey::fhir::report::ScoreFault;
use crate::domain::survey::scoring::Method;
use crate::domain::survey::text::Language;

fn with(mut survey: Json, extensions: &[Json]) -> Json {
    merge(&mut survey, json!({ "extension": extensions }));
    survey
}

fn two_numbers() -> Json {
    survey(&[question("a", json!({ "type": "integer" })), question("b", json!({ "type": "integer" })), question("c", json!({}))])
}

fn score(parts: &[Json]) -> Json {
    json!({ "url": "urn:saywell:score", "extension": parts })
}

fn part(id: &str) -> Json {
    json!({ "url": "item", "extension": [{ "url": "linkId", "valueString": id }] })
}

fn key() -> Json {
    json!({ "url": "key", "valueCode": "total" })
}

fn method(method: &str) -> Json {
    json!({ "url": "method", "valueCode": method })
}

#[test]
fn what_a_survey_says_of_itself_is_read() {
    let definition = try_import(&with(
        two_numbers(),
        &[
            json!({ "url": "urn:saywell:minutes", "valueInteger": 4 }),
            json!({ "url": "urn:saywell:programme", "valueCode": "maternity" }),
            json!({ "url": "urn:saywell:respondent", "valueCode": "carer" }),
        ],
    ));
    let definition = definition.unwrap().definition;
    assert_eq!(definition.minutes, Some(4));
    assert_eq!(definition.programme.as_deref(), Some("maternity"));
    assert_eq!(definition.respondents, [Respondent::Carer]);
}

#[test]
fn own_results_are_shown_only_where_the_survey_says_so() {
    let shows = |value: Json| try_import(&with(two_numbers(), &[json!({ "url": "urn:saywell:show-own-results", "valueBoolean": value })]));
    assert!(!try_import(&two_numbers()).unwrap().definition.shows_own_results);
    assert!(shows(json!(true)).unwrap().definition.shows_own_results);
    assert!(!shows(json!(false)).unwrap().definition.shows_own_results);
    assert!(shows(json!("yes")).is_err());
}

#[test]
fn a_misspelt_extension_of_our_own_is_refused() {
    let found = reasons(&with(two_numbers(), &[json!({ "url": "urn:saywell:minuets", "valueInteger": 4 })]));
    assert_eq!(found, [(String::new(), Reason::UnknownSaywell("urn:saywell:minuets".to_owned()))]);
}

#[test]
fn risk_answers_must_be_answers_of_the_item() {
    let risk = |code: &str| json!({ "extension": [{ "url": "urn:saywell:risk", "valueCode": code }] });
    let mut pick = choice("a", &["x", "y"]);
    merge(&mut pick, risk("y"));
    assert_eq!(accepted(&[pick.clone()]).definition.items[0].risk, ["y"]);
    assert_eq!(accepted(&[question("b", risk("true"))]).definition.items[0].risk, ["true"]);
    merge(&mut pick, risk("z"));
    assert_eq!(problems(&[pick])[0].1, Reason::UnknownRisk("z".to_owned()));
}

#[test]
fn a_declared_score_is_read_whole() {
    let number = |url: &str, value: &str| json!({ "url": url, "valueDecimal": value });
    let reversed = json!({ "url": "item", "extension": [{ "url": "linkId", "valueString": "b" }, number("reversedFrom", "10")] });
    let definition = try_import(&with(
        two_numbers(),
        &[score(&[
            key(),
            json!({ "url": "title", "valueString": "Total" }),
            method("prorated"),
            json!({ "url": "least", "valueInteger": 1 }),
            part("a"),
            reversed,
            json!({ "url": "lookup", "extension": [number("raw", "3"), number("score", "4.5")] }),
            json!({ "url": "cutOff", "extension": [number("from", "8"), json!({ "url": "label", "valueString": "upper" })] }),
            json!({ "url": "cutOff", "extension": [number("from", "5"), json!({ "url": "label", "valueString": "lower" })] }),
            number("reliableChange", "2"),
        ])],
    ));
    let score = definition.unwrap().definition.scores.remove(0);
    assert_eq!((score.key.as_str(), score.title.base(), score.method), ("total", "Total", Method::Prorated { least: 1 }));
    assert_eq!(score.items[1].reversed_from, Some(10.into()));
    assert_eq!(score.lookup.len(), 1);
    assert_eq!(score.cut_offs, [(5.into(), "lower".to_owned()), (8.into(), "upper".to_owned())]);
    assert_eq!(score.reliable_change, Some(2.into()));
}

#[test]
fn a_score_that_cannot_be_worked_out_is_refused() {
    let least = json!({ "url": "least", "valueInteger": 3 });
    let cases = [
        (vec![method("sum"), part("a")], ScoreFault::NoKey),
        (vec![key(), method("sum")], ScoreFault::NoItems),
        (vec![key(), method("median"), part("a")], ScoreFault::Method("median".to_owned())),
        (vec![key(), method("sum"), part("z")], ScoreFault::UnknownItem("z".to_owned())),
        (vec![key(), method("sum"), part("c")], ScoreFault::NoOrdinals("c".to_owned())),
        (vec![key(), method("sum"), part("a"), part("a")], ScoreFault::TwiceCounted("a".to_owned())),
        (vec![key(), method("mean"), least, part("a"), part("b")], ScoreFault::Least { least: 3, items: 2 }),
    ];
    for (parts, fault) in cases {
        let found = reasons(&with(two_numbers(), &[score(&parts)]));
        assert!(matches!(&found[..], [(_, Reason::Score { what, .. })] if *what == fault), "{found:?}");
    }
}

#[test]
fn a_module_is_appended_as_the_last_items() {
    let survey = with(two_numbers(), &[json!({ "url": "urn:saywell:include", "valueCode": "about-you" })]);
    let import = |module: &Json| {
        let modules = Modules::default().with("about-you", module.to_string());
        import(survey.to_string().as_bytes(), &ValueSets::default(), &modules)
    };
    let module = json!({ "resourceType": "Questionnaire", "item": [question("age", json!({}))] });
    let items = import(&module).unwrap().definition.items;
    assert_eq!(items.last().unwrap().link_id.as_str(), "age");
    let clash = json!({ "resourceType": "Questionnaire", "item": [question("a", json!({})), question("x", json!({ "type": "url" }))] });
    let problems = import(&clash).unwrap_err().problems;
    assert_eq!(problems[0].module.as_deref(), Some("about-you"));
    assert_eq!(problems[1].reason, Reason::DuplicateLinkId(2));
    assert_eq!(reasons(&survey)[0].1, Reason::UnknownModule("about-you".to_owned()));
    let foreign = json!({ "resourceType": "Questionnaire", "language": "pl", "item": [question("age", json!({}))] });
    assert!(matches!(import(&foreign).unwrap_err().problems[0].reason, Reason::ModuleLanguage { .. }));
}

#[test]
fn words_for_whoever_answers_for_another_stand_beside_the_others() {
    let translated = |content: &str| {
        json!({ "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/translation",
            "extension": [{ "url": "lang", "valueCode": "pl" }, { "url": "content", "valueString": content }] }] })
    };
    let theirs =
        json!({ "url": "urn:saywell:proxy-text", "valueString": "Are they well?", "_valueString": translated("Czy ma się dobrze?") });
    let item = question("a", json!({ "text": "Are you well?", "_text": { "extension": [theirs] } }));
    let definition = accepted(&[item, question("b", json!({}))]).definition;
    assert!(definition.speaks_of_another());
    let polish = Language::parse("pl").unwrap();
    let read = |who| definition.worded_for(who).items[0].text.clone();
    assert_eq!(read(Respondent::Self_).base(), "Are you well?");
    assert_eq!((read(Respondent::Proxy).base(), read(Respondent::Proxy).in_language(&polish)), ("Are they well?", "Czy ma się dobrze?"));
    assert!(definition.languages.contains(&polish));
}
