//! Answers that a survey works out from others, and conditions written as expressions.
//!
//! An expression sees the answers as a FHIR `QuestionnaireResponse` (`%resource`), the item it is written on (`%context`),
//! the survey (`%questionnaire`) and the variables declared on the survey, on the items around it and on its own item.
//! Nothing here decides which items are asked.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;
use serde_json::Value as Json;

use super::answer::{Answers, Given, Value};
use super::definition::{Definition, Item, Kind, LinkId, Variable};
use super::fhirpath::{Collection, Environment, Expression, Failure};
use super::response;
use super::text::Language;

/// An item that has no answer is nothing to its expressions.
static NOTHING: Json = Json::Null;

/// The answers of the calculated items, in document order; each may use those before it.
///
/// An item whose expression comes to nothing, or to something that is no answer to it, is left out. Answers given to items
/// that are not asked must not be among `answers`. Fails with the first expression that cannot be worked out.
pub fn derive(definition: &Definition, answers: &Answers, language: &Language, today: Date) -> Result<Vec<(LinkId, Given)>, Failure> {
    let mut answers = answers.clone();
    let mut derived = Vec::new();
    for item in definition.walk().filter(|item| item.calculated.is_some()) {
        answers.remove(&item.link_id);
        let Some(expression) = &item.calculated else { continue };
        let response = response::questionnaire_response(definition, &answers, language);
        let scene = Scene::new(definition, response, today, item, expression);
        let Some(value) = value(item, &scene.evaluate(expression)?) else { continue };
        let given = Given::Values(vec![value]);
        answers.put(item.link_id.clone(), given.clone());
        derived.push((item.link_id.clone(), given));
    }
    Ok(derived)
}

/// Whether the condition that is written as an expression on `item` holds. What comes to nothing, to several values or
/// cannot be worked out does not hold.
#[must_use]
pub fn holds(expression: &Expression, item: &Item, definition: &Definition, answers: &Answers, today: Date) -> bool {
    let language = definition.languages.first().cloned().unwrap_or_else(Language::english);
    let response = response::questionnaire_response(definition, answers, &language);
    let scene = Scene::new(definition, response, today, item, expression);
    scene.evaluate(expression).ok().and_then(|result| result.as_boolean()).unwrap_or(false)
}

/// All that one expression can see.
struct Scene<'d> {
    response: Json,
    /// Only where the expression may look at it: it is large.
    questionnaire: Option<Json>,
    today: Date,
    /// The variables it needs, outermost first, each with the linkId of the item that declares it.
    variables: Vec<(Option<&'d LinkId>, &'d Variable)>,
    item: LinkId,
}

impl<'d> Scene<'d> {
    fn new(definition: &'d Definition, response: Json, today: Date, item: &Item, expression: &Expression) -> Self {
        let variables = needed(expression, in_scope(definition, &item.link_id));
        let looks = |source: &str| ["questionnaire", "weight", "ordinal"].into_iter().any(|word| source.contains(word));
        let survey = looks(expression.source()) || variables.iter().any(|(_, variable)| looks(variable.expression.source()));
        Self { response, questionnaire: survey.then(|| response::questionnaire(definition)), today, variables, item: item.link_id.clone() }
    }

    fn evaluate(&self, expression: &Expression) -> Result<Collection<'_>, Failure> {
        let mut environment = Environment::new(&self.response, self.today);
        environment.questionnaire = self.questionnaire.as_ref();
        for (place, variable) in &self.variables {
            environment.context = self.context(*place);
            let value = variable.expression.evaluate(&environment)?;
            environment.define(variable.name.as_str(), value);
        }
        environment.context = self.context(Some(&self.item));
        expression.evaluate(&environment)
    }

    /// What an expression written there starts from: the whole response, or the item of the response.
    fn context(&self, place: Option<&LinkId>) -> &Json {
        place.map_or(&self.response, |id| find(&self.response, id).unwrap_or(&NOTHING))
    }
}

/// The variables an item's expressions may use, outermost first: the survey's, those of the items around it, its own.
fn in_scope<'d>(definition: &'d Definition, id: &LinkId) -> Vec<(Option<&'d LinkId>, &'d Variable)> {
    let mut scope: Vec<_> = definition.variables.iter().map(|variable| (None, variable)).collect();
    for item in lineage(&definition.items, id).unwrap_or_default().into_iter().rev() {
        scope.extend(item.variables.iter().map(|variable| (Some(&item.link_id), variable)));
    }
    scope
}

/// The item of that name and the items around it, innermost first.
fn lineage<'d>(items: &'d [Item], id: &LinkId) -> Option<Vec<&'d Item>> {
    items.iter().find_map(|item| {
        if item.link_id == *id {
            return Some(vec![item]);
        }
        let mut found = lineage(&item.items, id)?;
        found.push(item);
        Some(found)
    })
}

/// Those variables in scope that the expression uses, or that one of them uses.
fn needed<'d>(expression: &Expression, scope: Vec<(Option<&'d LinkId>, &'d Variable)>) -> Vec<(Option<&'d LinkId>, &'d Variable)> {
    let mut names: BTreeSet<String> = expression.variables().iter().cloned().collect();
    let mut needed: Vec<_> = scope
        .into_iter()
        .rev()
        .filter(|(_, variable)| {
            let used = names.contains(&variable.name);
            if used {
                names.extend(variable.expression.variables().iter().cloned());
            }
            used
        })
        .collect();
    needed.reverse();
    needed
}

/// The item of that name in a response, at any depth.
fn find<'r>(json: &'r Json, id: &LinkId) -> Option<&'r Json> {
    let inside = |name: &str| json.get(name).and_then(Json::as_array).into_iter().flatten();
    inside("item")
        .find_map(|item| {
            let itself = item.get("linkId").and_then(Json::as_str) == Some(id.as_str());
            if itself { Some(item) } else { find(item, id) }
        })
        .or_else(|| inside("answer").find_map(|answer| find(answer, id)))
}

/// A result as an answer to the item. `None` if it is none: a number that is not whole is no answer to an integer item.
fn value(item: &Item, result: &Collection<'_>) -> Option<Value> {
    match &item.kind {
        Kind::Group | Kind::Display => None,
        Kind::Boolean => result.as_boolean().filter(|_| result.len() == 1).map(Value::Boolean),
        Kind::Integer => result.as_decimal().filter(rust_decimal::Decimal::is_integer)?.to_i64().map(Value::Integer),
        Kind::Decimal => result.as_decimal().map(|number| Value::Decimal(number.normalize())),
        Kind::Date => result.as_date().map(Value::Date),
        Kind::String | Kind::Text => result.as_string().filter(|text| !text.is_empty()).map(Value::Text),
        Kind::Choice { options, .. } => {
            let json = result.to_json();
            let coded = json.first().and_then(|coding| coding.get("code")).and_then(Json::as_str).map(str::to_owned);
            let code = coded.or_else(|| result.as_string())?;
            options.iter().find(|option| option.coding.code == code).map(|option| Value::Coding(option.coding.clone()))
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::fhir::{Modules, ValueSets, import};
    use super::*;

    const CALCULATED: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
    const ENABLE_WHEN: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression";
    const VARIABLE: &str = "http://hl7.org/fhir/StructureDefinition/variable";

    fn expression(url: &str, name: &str, text: &str) -> Json {
        serde_json::json!({ "url": url, "valueExpression": { "name": name, "language": "text/fhirpath", "expression": text } })
    }

    fn garden() -> Definition {
        let survey = serde_json::json!({
            "resourceType": "Questionnaire", "id": "garden",
            "extension": [expression(VARIABLE, "beds", "item.where(linkId='bed').item.where(linkId='beds').answer.value")],
            "item": [
                { "linkId": "bed", "type": "group", "text": "Beds", "extension": [
                    expression(VARIABLE, "plants", "item.where(linkId='plants').answer.value"),
                    expression(VARIABLE, "unused", "1.startsWith('x')")
                ], "item": [
                    { "linkId": "beds", "type": "integer", "text": "How many beds?" },
                    { "linkId": "plants", "type": "integer", "text": "How many plants in each?" },
                    { "linkId": "all", "type": "integer", "text": "Plants", "readOnly": true,
                      "extension": [expression(CALCULATED, "", "%beds * %plants")] }
                ] },
                { "linkId": "pairs", "type": "decimal", "text": "Pairs", "readOnly": true,
                  "extension": [expression(CALCULATED, "", "%resource.descendants().where(linkId='all').answer.value / 2")] },
                { "linkId": "size", "type": "choice", "text": "Size", "readOnly": true,
                  "answerOption": [{ "valueCoding": { "code": "small" } }, { "valueCoding": { "code": "large" } }],
                  "extension": [expression(CALCULATED, "", "iif(%beds > 3, 'large', 'small')")] },
                { "linkId": "water", "type": "boolean", "text": "Is there water near?",
                  "extension": [expression(ENABLE_WHEN, "", "%beds > 3")] }
            ]
        });
        import(survey.to_string().as_bytes(), &ValueSets::default(), &Modules::default()).unwrap().definition
    }

    fn id(name: &str) -> LinkId {
        LinkId::parse(name).unwrap()
    }

    fn planted(beds: i64, plants: i64) -> Answers {
        let number = |number| Given::Values(vec![Value::Integer(number)]);
        [(id("beds"), number(beds)), (id("plants"), number(plants))].into_iter().collect()
    }

    #[test]
    fn a_calculated_answer_may_use_variables_and_earlier_calculated_answers() {
        let derived: Answers = derive(&garden(), &planted(4, 3), &Language::english(), date(2026, 3, 1)).unwrap().into_iter().collect();
        assert_eq!(derived.values(&id("all")), [Value::Integer(12)]);
        assert_eq!(derived.values(&id("pairs")), [Value::Decimal(6.into())]);
        assert!(matches!(derived.values(&id("size")), [Value::Coding(coding)] if coding.code == "large"));
    }

    #[test]
    fn nothing_is_calculated_from_nothing() {
        let derived = derive(&garden(), &Answers::default(), &Language::english(), date(2026, 3, 1)).unwrap();
        assert!(derived.iter().all(|(item, _)| *item == id("size")), "{derived:?}");
    }

    #[test]
    fn a_condition_that_comes_to_nothing_does_not_hold() {
        let garden = garden();
        let water = garden.item(&id("water")).unwrap();
        let super::super::definition::Enabled::Expression(condition) = &water.enabled else { panic!("{water:?}") };
        let today = date(2026, 3, 1);
        assert!(holds(condition, water, &garden, &planted(4, 1), today));
        assert!(!holds(condition, water, &garden, &planted(3, 1), today));
        assert!(!holds(condition, water, &garden, &Answers::default(), today));
    }
}
