//! Scores that a survey declares with Saywell's own extension, `urn:saywell:score`.

use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::reading::Reading;
use super::report::{Place, Reason, ScoreFault};
use super::{extension, field, words};
use crate::domain::survey::definition::{Definition, Item, Kind, LinkId};
use crate::domain::survey::scoring::{Method, Score, ScoredItem};
use crate::domain::survey::text::LocalText;

/// Adds the scores that a Questionnaire declares to the survey that its items are in.
pub(super) fn read(reading: &mut Reading<'_>, definition: &mut Definition, json: &Json) {
    for each in extension::every(json, extension::SCORE) {
        let key = extension::texts(each, "key").next();
        match score(reading, definition, each, key.as_deref()) {
            Ok(score) => definition.scores.push(score),
            Err(what) => {
                let score = key.unwrap_or_else(|| "without a key".to_owned());
                reading.problem(&Place::Survey, Reason::Score { score, what });
            }
        }
    }
}

fn score(reading: &mut Reading<'_>, definition: &Definition, json: &Json, key: Option<&str>) -> Result<Score, ScoreFault> {
    let key = key.ok_or(ScoreFault::NoKey)?.to_owned();
    if definition.scores.iter().any(|score| score.key == key) {
        return Err(ScoreFault::DuplicateKey);
    }
    let title = extension::every(json, "title").next().and_then(|title| words::read(reading, &Place::Survey, title, "valueString"));
    let items = items(definition, json)?;
    let mut lookup = Vec::new();
    for row in extension::every(json, "lookup") {
        lookup.push((needed(row, "raw")?, needed(row, "score")?));
    }
    let mut cut_offs = Vec::new();
    for band in extension::every(json, "cutOff") {
        cut_offs.push((needed(band, "from")?, extension::texts(band, "label").next().unwrap_or_default()));
    }
    cut_offs.sort_by_key(|(from, _)| *from);
    Ok(Score {
        title: title.unwrap_or_else(|| LocalText::new(key.as_str())),
        method: method(json, items.len())?,
        reliable_change: number(json, "reliableChange")?,
        key,
        items,
        lookup,
        cut_offs,
    })
}

fn items(definition: &Definition, json: &Json) -> Result<Vec<ScoredItem>, ScoreFault> {
    let mut items: Vec<ScoredItem> = Vec::new();
    for each in extension::every(json, "item") {
        let name = extension::texts(each, "linkId").next().unwrap_or_default();
        let id = LinkId::parse(&name).ok_or_else(|| ScoreFault::UnknownItem(name.clone()))?;
        let item = definition.item(&id).ok_or_else(|| ScoreFault::UnknownItem(name.clone()))?;
        if !carries_numbers(item) {
            return Err(ScoreFault::NoOrdinals(name));
        }
        if item.repeats {
            return Err(ScoreFault::ManyAnswers(name));
        }
        if items.iter().any(|other| other.item == id) {
            return Err(ScoreFault::TwiceCounted(name));
        }
        items.push(ScoredItem { item: id, reversed_from: number(each, "reversedFrom")? });
    }
    if items.is_empty() { Err(ScoreFault::NoItems) } else { Ok(items) }
}

/// True if answers to the item are numbers or options that carry one.
fn carries_numbers(item: &Item) -> bool {
    match &item.kind {
        Kind::Integer | Kind::Decimal => true,
        Kind::Choice { options, .. } => options.iter().any(|option| option.ordinal.is_some()),
        _ => false,
    }
}

/// The method. Where the file gives no minimum, every item is needed.
fn method(json: &Json, items: usize) -> Result<Method, ScoreFault> {
    let all = u32::try_from(items).unwrap_or(u32::MAX);
    let least = match extension::value(json, "least") {
        None => all,
        Some(value) => field::count(value).ok_or(ScoreFault::NotANumber("least"))?,
    };
    if least == 0 || least > all {
        return Err(ScoreFault::Least { least, items });
    }
    match extension::texts(json, "method").next().unwrap_or_default().as_str() {
        "sum" if least < all => Err(ScoreFault::Least { least, items }),
        "sum" => Ok(Method::Sum),
        "mean" => Ok(Method::Mean { least }),
        "prorated" => Ok(Method::Prorated { least }),
        other => Err(ScoreFault::Method(other.to_owned())),
    }
}

fn needed(json: &Json, name: &'static str) -> Result<Decimal, ScoreFault> {
    number(json, name)?.ok_or(ScoreFault::NotANumber(name))
}

fn number(json: &Json, name: &'static str) -> Result<Option<Decimal>, ScoreFault> {
    extension::value(json, name).map(|value| field::number(value).ok_or(ScoreFault::NotANumber(name))).transpose()
}
