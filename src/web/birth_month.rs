//! The month of birth, which people confirm before they see anything that was answered before. It may be tried a few times a day
//! for each invitation, counted in the database, so that it holds across processes and whatever device is used.

use jiff::civil::Date;

use super::pages::form::{Choice, Field, Input};
use super::pages::part::FieldError;
use super::problem::Problem;
use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::Pace;
use crate::domain::care::fact::BirthMonth;
use crate::i18n::{Locale, MissingMessage};
use crate::secret::Purpose;
use crate::store::days::date;
use crate::store::episodes::Person;
use crate::store::ids::ResponseId;
use crate::store::responses::Response;
use crate::store::throttles::{self, Tried};

/// The name of the field.
pub const FIELD: &str = "month";

/// Five wrong months, and then one a day.
const WRONG: Pace = Pace { burst: 5, interval_seconds: 86_400 };

/// For how long somebody who has confirmed the month is not asked again, in seconds.
const CONFIRMED_SECONDS: i64 = 1800;

/// What became of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Right,
    /// Nothing was chosen; that is no try.
    Empty,
    Wrong,
    /// Too many wrong ones: not even the right one is taken.
    Locked,
}

impl Outcome {
    /// What to say at the field; nothing where the month was right.
    #[must_use]
    pub const fn fault(self) -> Option<&'static str> {
        match self {
            Self::Right => None,
            Self::Empty => Some("birth-month-empty"),
            Self::Wrong => Some("birth-month-wrong"),
            Self::Locked => Some("birth-month-locked"),
        }
    }
}

/// What the tries of a response are counted by: its invitation, whichever code or link it is reached by.
#[must_use]
pub fn counted_by(response: &Response) -> String {
    response.invitation_id.map_or_else(|| format!("response:{}", response.id.0), |invitation| of_invitation(invitation.0))
}

/// What the tries of an invitation are counted by.
#[must_use]
pub fn of_invitation(id: i64) -> String {
    format!("invitation:{id}")
}

/// Compares a month with the person's. A try is taken before it is made and given back when it was right, so that many at once
/// are not more than many in a row.
pub async fn confirm(app: &App, counted_by: &str, person: &Person, typed: &str) -> Result<Outcome, Problem> {
    let Some(month) = BirthMonth::parse(typed) else { return Ok(Outcome::Empty) };
    let tried = vec![Tried { key_hash: app.secret.sign(Purpose::Throttle, &format!("birth-month:{counted_by}")), pace: WRONG }];
    let (all, now) = (tried.clone(), app.clock.now().micros());
    if app.store.write("take a month", move |tx| throttles::take(tx, &all, now)).await?.is_some() {
        return Ok(Outcome::Locked);
    }
    let born: Date = date(person.birth_day);
    if person.erased_at.is_some() || !month.is_of(born) {
        return Ok(Outcome::Wrong);
    }
    app.store.write("give a month back", move |tx| throttles::give_back(tx, &tried, now)).await?;
    Ok(Outcome::Right)
}

/// What a page carries on, so that the month is not asked for again at once.
#[must_use]
pub fn pass(app: &App, response: ResponseId) -> String {
    let until = app.clock.now().plus_seconds(CONFIRMED_SECONDS).micros();
    format!("{until}.{}", app.secret.sign(Purpose::Confirmed, &format!("{}.{until}", response.0)))
}

/// True for a pass of ours to that response that has not run out.
#[must_use]
pub fn is_pass(app: &App, response: ResponseId, pass: &str) -> bool {
    let Some((until, signature)) = pass.split_once('.') else { return false };
    let lasts = until.parse().is_ok_and(|until| Moment::from_micros(until) > app.clock.now());
    lasts && app.secret.is_ours(Purpose::Confirmed, &format!("{}.{until}", response.0), signature)
}

/// The field, with what was chosen and what is wrong with it.
pub fn field(locale: &Locale, hint: &str, typed: &str, fault: Option<&str>) -> Result<Field, MissingMessage> {
    let mut options = vec![Choice::new("", locale.t("birth-month-choose", &[])?)];
    for month in 1..=12 {
        options.push(Choice::new(month.to_string(), locale.t(&format!("birth-month-{month}"), &[])?));
    }
    let options = Field::options(FIELD, options, typed.trim());
    let field = Field::new(FIELD, locale.t("birth-month-label", &[])?, Input::Select { options }).hinted(locale.t(hint, &[])?);
    let errors = fault.map(|key| Ok(FieldError::new(FIELD, locale.t(key, &[])?))).transpose()?;
    Ok(Field { errors: errors.into_iter().collect(), ..field })
}
