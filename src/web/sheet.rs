//! The whole of a survey as lines to type on, and what was typed: for staff who copy what stands on paper.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::app::App;
use crate::domain::care::relationship::Relationship;
use crate::domain::care::transcript::Transcript;
use crate::domain::survey::entry::{self, Mark, Typed, Why};
use crate::domain::survey::validation;
use crate::domain::survey::{Field, Item, Journey, Kind, Language, LinkId, Page, Respondent};
use crate::i18n::{Argument, Locale, MissingMessage};
use crate::store::ids::VersionId;
use crate::web::form::Fields;
use crate::web::pages::part::FieldError;
use crate::web::pages::transcribe::{Numbered, Row};
use crate::web::problem::Problem;
use crate::web::respond::draft::speaks;
use crate::web::respond::view;
use crate::web::visitor::Visitor;

/// The questions of a survey, each with a line for its answer.
pub struct Lines<'a> {
    pub journey: Arc<Journey>,
    language: Language,
    text_lang: Option<String>,
    locale: &'a Locale,
    today: Date,
    /// The first day that may stand on a paper, where there is one.
    earliest: Option<Date>,
}

impl<'a> Lines<'a> {
    /// The lines of a version of a survey, in the language of whoever types.
    pub async fn of(app: &App, visitor: &'a Visitor, version: VersionId, earliest: Option<Date>) -> Result<Self, Problem> {
        let journey = app.catalogue.version(&app.store, version).await?;
        let language = speaks(&journey, visitor.locale.language());
        let text_lang = view::text_lang(visitor, &language);
        Ok(Self { journey, language, text_lang, locale: &visitor.locale, today: app.clock.today(), earliest })
    }

    /// The language of the survey's words.
    pub const fn language(&self) -> &Language {
        &self.language
    }

    /// The lines with what was typed, and what is wrong with it.
    pub fn rows(&self, typed: &Fields, errors: &[FieldError]) -> Result<Vec<Row>, MissingMessage> {
        let mut rows = self.before()?;
        for (place, page) in self.journey.pages().iter().enumerate() {
            rows.push(self.row(place, page)?);
        }
        for row in &mut rows {
            row.fill(typed, errors);
        }
        Ok(rows)
    }

    /// What stands above the questions: the day, and who filled it in where there is a choice.
    fn before(&self) -> Result<Vec<Row>, MissingMessage> {
        let row = |id: &str, boxes: Vec<String>| {
            let numbered = boxes.into_iter().enumerate().map(|(place, label)| Numbered { number: place + 1, label });
            let label = self.locale.t(&format!("sheet-{id}"), &[])?;
            Ok(Row { id: id.to_owned(), label, boxes: numbered.collect(), ..Row::default() })
        };
        let mut rows = vec![Row { hints: vec![self.locale.t("sheet-date-hint", &[])?], ..row("date", Vec::new())? }];
        let respondents = &self.journey.definition().respondents;
        if respondents.len() > 1 {
            let who = respondents.iter().map(|who| self.locale.t(&format!("question-who-{}", who.code()), &[]));
            rows.push(row("who", who.collect::<Result<_, _>>()?)?);
        }
        if respondents.contains(&Respondent::Proxy) {
            let all = Relationship::ALL.iter().map(|one| self.locale.t(&format!("question-relationship-{}", one.code()), &[]));
            rows.push(row("relationship", all.collect::<Result<_, _>>()?)?);
        }
        Ok(rows)
    }

    fn row(&self, place: usize, page: &Page) -> Result<Row, MissingMessage> {
        let item = &page.item;
        let marks = entry::boxes(item);
        let numbered = marks.iter().enumerate().map(|(at, mark)| Ok(Numbered { number: at + 1, label: self.mark(item, mark)? }));
        Ok(Row {
            id: field(place),
            label: format!("{}. {}", place + 1, item.text.in_language(&self.language)),
            hints: if item.kind == Kind::Date { vec![self.locale.t("sheet-date-hint", &[])?] } else { Vec::new() },
            boxes: numbered.collect::<Result<_, MissingMessage>>()?,
            other: marks.contains(&Mark::Other).then(String::new),
            lines: item.kind == Kind::Text || (marks.is_empty() && item.repeats),
            lang: self.text_lang.clone(),
            ..Row::default()
        })
    }

    /// What stands beside a box.
    fn mark(&self, item: &Item, mark: &Mark) -> Result<String, MissingMessage> {
        match mark {
            Mark::Other => self.locale.t("question-other", &[]),
            Mark::Declined => self.locale.t("question-decline", &[]),
            Mark::Option(value) if item.kind == Kind::Boolean => {
                self.locale.t(if value == "true" { "question-yes" } else { "question-no" }, &[])
            }
            Mark::Option(value) => {
                let option = item.options().iter().find(|option| validation::option_value(option, item) == *value);
                Ok(option.map(|option| option.label.in_language(&self.language).to_owned()).unwrap_or_default())
            }
        }
    }

    /// What was typed, or everything that is wrong with it.
    pub fn read(&self, typed: &Fields) -> Result<Result<Transcript, Vec<FieldError>>, MissingMessage> {
        let mut errors = Vec::new();
        let answered = self.day(typed, &mut errors)?;
        let (respondent, relationship) = self.who(typed, &mut errors)?;
        let ids = self.journey.pages().iter().enumerate();
        let lines: BTreeMap<LinkId, Typed> = ids.map(|(place, page)| (page.item.link_id.clone(), line(typed, place))).collect();
        let answers = match entry::read(&self.journey, &lines, answered.unwrap_or(self.today)) {
            Ok(answers) => answers,
            Err(faults) => {
                for fault in &faults {
                    errors.extend(self.error(&fault.link_id, &fault.why)?);
                }
                return Ok(Err(errors));
            }
        };
        let whole = answered.filter(|_| errors.is_empty()).map(|answered| Transcript { answered, respondent, relationship, answers });
        Ok(whole.ok_or(errors))
    }

    /// The day on the paper: not in the future, and not before anybody was asked.
    fn day(&self, typed: &Fields, errors: &mut Vec<FieldError>) -> Result<Option<Date>, MissingMessage> {
        let day = entry::day(typed.first("date"));
        let fault = match day {
            None => self.locale.t("sheet-fault-date", &[])?,
            Some(day) if day > self.today => self.locale.t("sheet-fault-date-future", &[])?,
            Some(day) => match self.earliest.filter(|earliest| day < *earliest) {
                Some(asked) => self.locale.t("sheet-fault-date-before", &[("asked", Argument::from(self.locale.date(asked)))])?,
                None => return Ok(Some(day)),
            },
        };
        errors.push(FieldError::new("date", fault));
        Ok(None)
    }

    fn who(&self, typed: &Fields, errors: &mut Vec<FieldError>) -> Result<(Respondent, Option<Relationship>), MissingMessage> {
        let respondents = &self.journey.definition().respondents;
        let only = respondents.first().copied().unwrap_or(Respondent::Self_);
        let chosen = if respondents.len() > 1 { numbered(typed.first("who"), respondents) } else { Some(only) };
        let mut wrong = |field: &str, key: &str| {
            errors.push(FieldError::new(field, self.locale.t(key, &[])?));
            Ok::<_, MissingMessage>(())
        };
        if chosen.is_none() {
            wrong("who", "sheet-fault-who")?;
        }
        let line = typed.first("relationship");
        let relationship = numbered(line, Relationship::ALL);
        match (chosen, relationship) {
            (Some(Respondent::Proxy), None) => wrong("relationship", "sheet-fault-relationship")?,
            (Some(Respondent::Self_ | Respondent::Carer), _) if !line.trim().is_empty() => {
                wrong("relationship", "sheet-fault-relationship-none")?;
            }
            _ => {}
        }
        Ok((chosen.unwrap_or(only), relationship))
    }

    fn error(&self, id: &LinkId, why: &Why) -> Result<Option<FieldError>, MissingMessage> {
        let Some(place) = self.journey.pages().iter().position(|page| page.item.link_id == *id) else { return Ok(None) };
        let (name, said) = match why {
            Why::NotAsked => (field(place), self.locale.t("sheet-fault-not-asked", &[])?),
            Why::Taken => (field(place), self.locale.t("sheet-fault-taken", &[])?),
            Why::Answer(problem) => {
                let name = if problem.field == Field::Other { format!("{}-other", field(place)) } else { field(place) };
                (name, self.locale.sentence(problem.message.key(), &problem.message.arguments())?)
            }
        };
        Ok(Some(FieldError::new(name, said)))
    }
}

/// The name of the field of the question at that place.
fn field(place: usize) -> String {
    format!("q{}", place + 1)
}

fn line(typed: &Fields, place: usize) -> Typed {
    let name = field(place);
    Typed { line: typed.first(&name).to_owned(), other: typed.first(&format!("{name}-other")).to_owned() }
}

/// The thing that a number stands for.
pub fn numbered<T: Copy>(typed: &str, all: &[T]) -> Option<T> {
    let number: usize = typed.trim().parse().ok()?;
    all.get(number.checked_sub(1)?).copied()
}
