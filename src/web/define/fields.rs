//! The form in which a definition is written: every rule, in groups, with what it means.

use super::codes::{CHOSEN, attribution, every, missing, polarity, unlinked, when, which};
use super::surveys::Surveys;
use super::typed::{ATTRIBUTIONS, EVERIES, MISSINGS, POLARITIES, UNLINKEDS, WHENS, WHICHES};
use crate::app::App;
use crate::domain::care::timepoint::Timepoint;
use crate::domain::indicator::definition::Kind;
use crate::domain::indicator::faults::Fault;
use crate::i18n::{Locale, MissingMessage};
use crate::web::form::Fields;
use crate::web::pages::form::{Choice, Field, Input};
use crate::web::pages::part::FieldError;

type Written<T> = Result<T, MissingMessage>;

/// Who draws the fields of a form.
pub(super) struct Drawer<'a> {
    pub app: &'a App,
    pub locale: &'a Locale,
    pub surveys: &'a Surveys,
    pub typed: &'a Fields,
}

impl Drawer<'_> {
    /// The fields for a definition of that kind, with what is wrong in them.
    pub(super) fn fields(&self, kind: Kind, faults: &[Fault]) -> Written<Vec<Field>> {
        let mut fields = self.words()?;
        if kind.is_supplied() {
            fields.extend(self.supplied(kind)?);
        } else {
            fields.extend(self.who()?);
            fields.extend(self.what(kind)?);
            fields.extend(self.answers()?);
        }
        fields.extend(self.figures()?);
        for fault in faults {
            let message = self.fault(fault)?;
            if let Some(field) = fields.iter_mut().find(|field| field.id == fault.rule) {
                field.errors.push(FieldError::new(fault.rule, message));
            }
        }
        Ok(fields)
    }

    /// What is wrong, in a sentence.
    pub(super) fn fault(&self, fault: &Fault) -> Written<String> {
        let label = self.locale.t(&format!("define-field-{}", fault.rule), &[])?;
        self.locale.t(&format!("define-fault-{}", fault.why), &[("rule", label.into()), ("found", fault.found.clone().into())])
    }

    fn words(&self) -> Written<Vec<Field>> {
        Ok(vec![
            self.headed("words", self.text("title")?)?,
            self.lines("why")?,
            self.lines("denominator")?,
            self.lines("numerator")?,
            self.lines("missing-words")?,
        ])
    }

    fn supplied(&self, kind: Kind) -> Written<Vec<Field>> {
        let mut fields = vec![self.headed("what", self.text("source")?)?];
        if matches!(kind, Kind::Rate | Kind::StandardisedRate) {
            fields.push(self.digits("multiplier")?);
        }
        Ok(fields)
    }

    fn who(&self) -> Written<Vec<Field>> {
        let mut programmes = vec![Choice::new("", self.locale.t("define-any-programme", &[])?)];
        programmes.extend(self.app.framework.programmes.iter().map(|one| Choice::new(one.key.clone(), one.title.clone())));
        Ok(vec![
            self.headed("who", self.select("programme", programmes)?)?,
            self.radios("when", &WHENS.map(when))?,
            self.digits("age-from")?,
            self.digits("age-to")?,
            self.digits("open-days")?,
            self.radios("unlinked", &UNLINKEDS.map(unlinked))?,
        ])
    }

    fn what(&self, kind: Kind) -> Written<Vec<Field>> {
        let surveys = self.surveys.titles(self.locale.language());
        let surveys = surveys.into_iter().map(|(key, title)| Choice::new(key.clone(), format!("{title} ({key})"))).collect();
        let mut fields = vec![self.headed("what", self.select("survey", surveys)?)?];
        if kind == Kind::Proportion {
            fields.extend([self.text("item")?, self.text("codes")?, self.text("not-stated")?, self.text("excluded")?]);
        } else {
            fields.extend([self.text("score")?, self.text("score-lowest")?, self.text("score-highest")?]);
        }
        if kind == Kind::PairedChange {
            fields.extend([self.text("reliable-change")?, self.text("cut-off")?]);
        }
        Ok(fields)
    }

    fn answers(&self) -> Written<Vec<Field>> {
        let mut points = vec![Choice::new("", self.locale.t("define-any-timepoint", &[])?)];
        for point in Timepoint::ALL {
            points.push(Choice::new(point.code(), self.locale.t(&format!("define-timepoint-{}", point.code()), &[])?));
        }
        Ok(vec![
            self.headed("answer", self.radios("which", &WHICHES.map(which))?)?,
            self.select("timepoint", points)?,
            self.digits("look-back-months")?,
            self.headed("missing", self.radios("missing", &MISSINGS.map(missing))?)?,
            self.digits("least-recorded")?,
        ])
    }

    fn figures(&self) -> Written<Vec<Field>> {
        let breakdown = |code: &'static str| Ok(Choice::new(code, self.locale.t(&format!("define-breakdown-{code}"), &[])?));
        let breakdowns = CHOSEN.iter().map(|one| breakdown(one.code())).collect::<Written<Vec<_>>>()?;
        let chosen: Vec<&str> = self.typed.all("breakdowns").collect();
        Ok(vec![
            self.headed("period", self.radios("every", &EVERIES.map(every))?)?,
            self.digits("rolling-months")?,
            self.radios("polarity", &POLARITIES.map(polarity))?,
            self.text("target")?,
            self.text("unit")?,
            self.headed("groups", self.radios("attribution", &ATTRIBUTIONS.map(attribution))?)?,
            self.field("breakdowns", Input::Checkboxes { options: Field::several("breakdowns", breakdowns, &chosen) })?,
            self.headed("gateway", self.digits("gateway-denominator")?)?,
            self.digits("gateway-completeness")?,
            self.digits("gateway-response")?,
        ])
    }

    fn headed(&self, section: &str, field: Field) -> Written<Field> {
        Ok(field.headed(self.locale.t(&format!("define-words-{section}"), &[])?))
    }

    fn field(&self, name: &str, input: Input) -> Written<Field> {
        let hint = self.locale.t(&format!("define-hint-{name}"), &[])?;
        Ok(Field::new(name, self.locale.t(&format!("define-field-{name}"), &[])?, input).hinted(hint))
    }

    fn value(&self, name: &str) -> String {
        self.typed.first(name).to_owned()
    }

    fn text(&self, name: &str) -> Written<Field> {
        self.field(name, Input::Text { value: self.value(name) })
    }

    fn lines(&self, name: &str) -> Written<Field> {
        self.field(name, Input::Lines { value: self.value(name) })
    }

    fn digits(&self, name: &str) -> Written<Field> {
        self.field(name, Input::Digits { value: self.value(name) })
    }

    fn select(&self, name: &str, options: Vec<Choice>) -> Written<Field> {
        self.field(name, Input::Select { options: Field::options(name, options, self.typed.first(name)) })
    }

    fn radios(&self, name: &str, codes: &[&'static str]) -> Written<Field> {
        let choice = |code: &&'static str| Ok(Choice::new(*code, self.locale.t(&format!("define-{name}-{code}"), &[])?));
        let options = codes.iter().map(choice).collect::<Written<Vec<_>>>()?;
        self.field(name, Input::Radios { options: Field::options(name, options, self.typed.first(name)) })
    }
}
