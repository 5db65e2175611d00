//! The form in which an event is planned and changed. Labels are `engage-field-<id>`, hints `engage-hint-<id>`, what is wrong
//! `engage-fault-<code>`.

use super::offered::Offered;
use crate::domain::engagement::Offer;
use crate::domain::engagement::plan::{Fault, Field as At, PlanFields};
use crate::domain::framework::{Framework, Programme};
use crate::i18n::{Locale, MissingMessage};
use crate::web::pages::form::{Choice, Field, Input};
use crate::web::pages::part::FieldError;
use crate::web::provider::making::Made;
use crate::web::provider::person_fields;

/// What makes the fields, in the reader's language.
pub struct Sheet<'a> {
    pub locale: &'a Locale,
    pub framework: &'a Framework,
    pub offered: &'a Offered,
    pub said: &'a PlanFields,
}

impl Sheet<'_> {
    /// The fields with what stands in them and what is wrong with it.
    pub fn fields(&self, faults: &[Fault]) -> Made<Vec<Field>> {
        let mut fields = self.about()?;
        fields.extend(self.when_and_where()?);
        fields.extend(self.taking_part()?);
        fields.extend(self.answering()?);
        fields.extend(self.asking()?);
        for fault in faults {
            self.mark(&mut fields, *fault)?;
        }
        Ok(fields)
    }

    fn mark(&self, fields: &mut [Field], fault: Fault) -> Made<()> {
        let at = fault.field().code();
        // Outcomes and indicators stand in several groups of boxes: what is wrong is said at the first.
        let group = format!("{at}-");
        let is_group = matches!(fault.field(), At::Outcomes | At::Indicators);
        let found = fields.iter_mut().find(|field| field.id == at || (is_group && field.id.starts_with(&group)));
        if let Some(field) = found {
            let said = self.locale.t(&format!("engage-fault-{}", fault.code()), &[])?;
            field.errors.push(FieldError::new(field.id.clone(), said));
        }
        Ok(())
    }

    fn field(&self, id: &str, input: Input) -> Made<Field> {
        Ok(Field::new(id, self.locale.t(&format!("engage-field-{id}"), &[])?, input))
    }

    fn hinted(&self, id: &str, input: Input) -> Made<Field> {
        Ok(self.field(id, input)?.hinted(self.locale.t(&format!("engage-hint-{id}"), &[])?))
    }

    fn part(&self, name: &str) -> Made<String> {
        self.locale.t(&format!("engage-part-{name}"), &[])
    }

    fn about(&self) -> Made<Vec<Field>> {
        let mut fields = Vec::new();
        if self.offered.holders.len() != 1 {
            fields.push(self.field("holder", Input::Select { options: ids("holder", &self.offered.holders, &self.said.holder) })?);
        }
        fields.push(self.hinted("title", text(&self.said.title))?);
        let every = Choice::new("", self.locale.t("engage-every-programme", &[])?);
        let programmes = self.framework.programmes.iter().map(|one| Choice::new(&one.key, &one.title));
        let options = Field::options("programme", std::iter::once(every).chain(programmes).collect(), &self.said.programme);
        fields.push(self.field("programme", Input::Select { options })?);
        Ok(fields)
    }

    fn when_and_where(&self) -> Made<Vec<Field>> {
        Ok(vec![
            self.hinted("day", date(&self.said.day))?.headed(self.part("when")?),
            self.hinted("from", time(&self.said.from))?,
            self.hinted("until", time(&self.said.until))?,
            self.hinted("place", text(&self.said.place))?,
            self.hinted("directions", Input::Lines { value: self.said.directions.clone() })?,
            self.hinted("capacity", Input::Digits { value: self.said.capacity.clone() })?,
        ])
    }

    fn taking_part(&self) -> Made<Vec<Field>> {
        let offer = |offer: Offer| Ok(Choice::new(offer.code(), self.locale.t(&format!("engage-offer-{}", offer.code()), &[])?));
        let offers = Offer::ALL.into_iter().map(offer).collect::<Made<Vec<_>>>()?;
        let languages = person_fields::languages(self.locale)?;
        Ok(vec![
            self.hinted("offers", boxes("offers", offers, &self.said.offers))?.headed(self.part("taking-part")?),
            self.hinted("languages", boxes("languages", languages, &self.said.languages))?,
            self.hinted("contact", text(&self.said.contact))?,
        ])
    }

    fn answering(&self) -> Made<Vec<Field>> {
        let teams = ids("team", &self.offered.teams, &self.said.team);
        Ok(vec![
            self.hinted("team", Input::Radios { options: teams })?.headed(self.part("answers")?),
            self.hinted("opens", date(&self.said.opens))?,
            self.field("opens-time", time(&self.said.opens_time))?,
            self.hinted("closes", date(&self.said.closes))?,
            self.field("closes-time", time(&self.said.closes_time))?,
            self.hinted("follow-up", Input::Digits { value: self.said.follow_up.clone() })?,
            self.hinted("reminder", Input::Digits { value: self.said.reminder.clone() })?,
        ])
    }

    /// What it asks, where that is not fixed.
    fn asking(&self) -> Made<Vec<Field>> {
        let Some(asks) = &self.said.asks else { return Ok(Vec::new()) };
        let none = Choice::new("", self.locale.t("engage-no-survey", &[])?);
        let surveys = self.offered.surveys.iter().map(|(key, title)| Choice::new(key, title));
        let options = Field::options("survey", std::iter::once(none).chain(surveys).collect(), &asks.survey);
        let mut fields = vec![self.hinted("survey", Input::Select { options })?.headed(self.part("questions")?)];
        for programme in &self.framework.programmes {
            let outcomes = self.framework.outcomes_of(programme);
            let choices = outcomes.map(|outcome| Choice::new(&outcome.key, outcome.title_in(self.locale.language()))).collect();
            fields.extend(self.group("outcomes", programme, choices, &asks.outcomes)?);
        }
        for programme in &self.framework.programmes {
            let indicators = self.framework.outcomes_of(programme).flat_map(|outcome| self.framework.indicators_of(outcome));
            let choices = indicators.map(|indicator| Choice::new(&indicator.key, indicator.title_in(self.locale.language()))).collect();
            fields.extend(self.group("indicators", programme, choices, &asks.indicators)?);
        }
        Ok(fields)
    }

    /// The boxes of one programme; none where it has nothing to choose.
    fn group(&self, name: &str, programme: &Programme, choices: Vec<Choice>, chosen: &[String]) -> Made<Option<Field>> {
        if choices.is_empty() {
            return Ok(None);
        }
        let id = format!("{name}-{}", programme.key);
        let label = self.locale.t(&format!("engage-field-{name}"), &[("programme", programme.title.clone().into())])?;
        let hint = self.locale.t(&format!("engage-hint-{name}"), &[])?;
        Ok(Some(Field::new(&id, label, boxes(&id, choices, chosen)).hinted(hint)))
    }
}

fn text(value: &str) -> Input {
    Input::Text { value: value.to_owned() }
}

/// A time of day, as it was typed.
fn time(value: &str) -> Input {
    Input::Time { value: value.to_owned() }
}

/// A date, as it was typed: its parts with strokes between.
fn date(typed: &str) -> Input {
    let mut parts = typed.split('/').map(str::to_owned);
    let mut part = || parts.next().unwrap_or_default();
    Input::Date { day: part(), month: part(), year: part() }
}

fn boxes(id: &str, choices: Vec<Choice>, chosen: &[String]) -> Input {
    let chosen: Vec<&str> = chosen.iter().map(String::as_str).collect();
    Input::Checkboxes { options: Field::several(id, choices, &chosen) }
}

fn ids(field: &str, all: &[(i64, String)], chosen: &str) -> Vec<Choice> {
    let choices = all.iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    Field::options(field, choices, chosen)
}

/// One sentence at one field: `engage-fault-<key>`.
pub fn mark_one(locale: &Locale, fields: &mut [Field], at: &str, key: &str) -> Result<(), MissingMessage> {
    if let Some(field) = fields.iter_mut().find(|field| field.id == at) {
        field.errors.push(FieldError::new(at, locale.t(&format!("engage-fault-{key}"), &[])?));
    }
    Ok(())
}
