//! The questions of a printed survey: each with its number, whom it is for, and room for its answer.

use super::block::{Block, Question, Room, Tick, Weight, Words};
use super::condition::Guide;
use super::survey::Form;
use crate::domain::survey::definition::Bound;
use crate::domain::survey::{Given, Item, Kind, Value};
use crate::i18n::MissingMessage;

/// Lines for a few words, for a list and for an answer of some length.
const LINES: [u8; 3] = [1, 3, 4];

/// An answer may be this long in characters before it gets more lines than others.
const LONG: u32 = 500;

impl Form<'_> {
    /// The items with their headings at that level or below.
    pub(super) fn items(&self, items: &[Item], guide: &Guide<'_>, level: u16, blocks: &mut Vec<Block>) -> Result<(), MissingMessage> {
        for item in items.iter().filter(|item| !item.hidden) {
            match item.kind {
                Kind::Group => self.group(item, guide, level, blocks)?,
                Kind::Display => {
                    let only_if = guide.only_if(item)?.map(|text| Block::Words(self.own(text), Weight::Small));
                    blocks.extend(only_if);
                    blocks.push(Block::Words(self.words(&item.text), Weight::Lead));
                    self.items(&item.items, guide, level, blocks)?;
                }
                _ => {
                    if item.is_asked() {
                        blocks.push(Block::Question(self.question(item, guide, level)?));
                    }
                    let rest: Vec<Item> =
                        item.items.iter().filter(|inner| !item.is_asked() || inner.kind != Kind::Display).cloned().collect();
                    self.items(&rest, guide, level, blocks)?;
                }
            }
        }
        Ok(())
    }

    fn group(&self, group: &Item, guide: &Guide<'_>, level: u16, blocks: &mut Vec<Block>) -> Result<(), MissingMessage> {
        let titled = !group.text.is_empty();
        if titled {
            blocks.push(Block::Heading(level, self.words(&group.text)));
        }
        if let Some(only_if) = guide.only_if(group)? {
            blocks.push(Block::Words(self.own(only_if), Weight::Strong));
        }
        self.items(&group.items, guide, if titled { (level + 1).min(6) } else { level }, blocks)
    }

    fn question(&self, item: &Item, guide: &Guide<'_>, level: u16) -> Result<Question, MissingMessage> {
        let number = guide.number(item).unwrap_or_default();
        let prefix = item.prefix.as_deref().map(str::trim).filter(|prefix| prefix.trim_end_matches(['.', ')']) != number.to_string());
        let parts = [Some(format!("{}.", guide.written(number))), prefix.map(str::to_owned), Some(self.words(&item.text).text)];
        let heading = Words { text: parts.into_iter().flatten().collect::<Vec<_>>().join(" "), language: None };
        let mut notes: Vec<Words> = guide.only_if(item)?.map(|text| self.own(text)).into_iter().collect();
        notes.extend(guide.differs(item)?.map(|text| self.own(text)));
        notes.extend(item.items.iter().filter(|inner| inner.kind == Kind::Display && !inner.hidden).map(|inner| self.words(&inner.text)));
        notes.extend(item.help.as_ref().map(|help| self.words(help)));
        notes.extend(self.how_many(item, guide)?);
        let after = if item.risk.is_empty() { Vec::new() } else { vec![self.say("paper-help-again")?] };
        Ok(Question { level, heading, notes, room: self.room_for(item, guide)?, after })
    }

    /// How many answers a question takes, and between which numbers or days.
    fn how_many(&self, item: &Item, guide: &Guide<'_>) -> Result<Option<Words>, MissingMessage> {
        let ticked = matches!(item.kind, Kind::Choice { .. });
        let text = match (ticked, item.repeats, item.limits.max_occurs) {
            (true, true, Some(most)) => self.locale.t("question-at-most", &[("most", i64::from(most).into())])?,
            (true, true, None) => self.locale.t("question-all-that-apply", &[])?,
            (false, true, _) => self.locale.t("question-one-a-line", &[])?,
            (_, false, _) => match (ticked, item.limits.min, item.limits.max) {
                (false, Some(least), Some(most)) => {
                    let (least, most) = (guide.bound(least), guide.bound(most));
                    self.locale.t("paper-between", &[("least", least.into()), ("most", most.into())])?
                }
                (false, Some(Bound::Date(day)), None) => self.locale.t("paper-not-before", &[("day", self.locale.date(day).into())])?,
                (false, None, Some(Bound::Date(day))) => self.locale.t("paper-not-after", &[("day", self.locale.date(day).into())])?,
                (false, Some(least), None) => self.locale.t("paper-at-least", &[("least", guide.bound(least).into())])?,
                (false, None, Some(most)) => self.locale.t("paper-at-most", &[("most", guide.bound(most).into())])?,
                _ => return Ok(None),
            },
        };
        Ok(Some(self.own(text)))
    }

    fn room_for(&self, item: &Item, guide: &Guide<'_>) -> Result<Room, MissingMessage> {
        let [few, list, many] = LINES;
        let lines = |lines: u8| Ok(Room::Lines { lines, alternative: self.say("paper-room-words")? });
        match &item.kind {
            Kind::Boolean | Kind::Choice { .. } => Ok(Room::Boxes(self.ticks(item, guide)?)),
            _ if item.repeats => lines(list),
            Kind::Integer | Kind::Decimal => {
                let unit = item.unit.clone().map(|text| Words { text, language: None });
                Ok(Room::Number { unit, alternative: self.say("paper-room-number")? })
            }
            Kind::Date => self.date_room(),
            Kind::Text if item.limits.max_length.is_some_and(|most| most > LONG) => lines(2 * many),
            Kind::Text => lines(many),
            Kind::String | Kind::Group | Kind::Display => lines(few),
        }
    }

    /// The boxes of a question, numbered as staff enter them: the options in order, something else, and rather not to say.
    fn ticks(&self, item: &Item, guide: &Guide<'_>) -> Result<Vec<Tick>, MissingMessage> {
        let mut given: Vec<(Words, Option<Words>, Given)> = Vec::new();
        if item.kind == Kind::Boolean {
            for (key, said) in [("question-yes", true), ("question-no", false)] {
                given.push((self.say(key)?, None, Given::Values(vec![Value::Boolean(said)])));
            }
        }
        given.extend(item.options().iter().map(|option| {
            let hint = option.hint.as_ref().map(|hint| self.words(hint));
            (self.words(&option.label), hint, Given::Values(vec![Value::Coding(option.coding.clone())]))
        }));
        let open = matches!(item.kind, Kind::Choice { open: true, .. }).then_some(given.len());
        if open.is_some() {
            given.push((self.say("question-other")?, None, Given::Values(vec![Value::Text(String::new())])));
        }
        if item.sensitive {
            given.push((self.say("question-decline")?, None, Given::Declined));
        }
        let answers: Vec<Given> = given.iter().map(|(_, _, answer)| answer.clone()).collect();
        let ways = guide.ways_on(item, &answers)?;
        let mut ticks = Vec::new();
        for (place, ((label, hint, _), way)) in given.into_iter().zip(ways).enumerate() {
            let go_to = way.map(|text| self.own(text));
            let write = if open == Some(place) { Some(self.say("paper-room-words")?) } else { None };
            ticks.push(Tick { entry: place + 1, label, hint, go_to, write });
        }
        Ok(ticks)
    }
}
