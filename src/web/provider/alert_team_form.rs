//! The form that says who looks at an organisation's alerts, and reading it.

use super::alert_team::days;
use crate::domain::care::alert::{Days, Hours, MINUTES, MINUTES_ALLOWED, TimeOfDay};
use crate::i18n::{Locale, MissingMessage};
use crate::store::alert_teams::Team;
use crate::store::ids::OrganisationId;
use crate::store::organisations::Organisation;
use crate::web::admin::fault::Fault as Typed;
use crate::web::admin::typed::email;
use crate::web::form::Fields;
use crate::web::pages::form::{Back, Choice, Field, Form, Input};
use crate::web::pages::part::FieldError;

/// What can be wrong in one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Email(Typed),
    Minutes,
    Days,
    Time,
    /// The last hour is not after the first.
    Order,
}

/// What is wrong, field by field.
#[derive(Debug, Default)]
pub struct Faults(Vec<(&'static str, Fault)>);

impl Faults {
    fn take<T>(&mut self, field: &'static str, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.0.push((field, fault))).ok()
    }
}

impl Fault {
    fn sentence(self, locale: &Locale) -> Result<String, MissingMessage> {
        match self {
            Self::Email(fault) => fault.sentence(locale),
            Self::Minutes => {
                let bound = |minutes: &i32| locale.whole(i64::from(*minutes)).into();
                locale.t("alerts-fault-minutes", &[("least", bound(MINUTES_ALLOWED.start())), ("most", bound(MINUTES_ALLOWED.end()))])
            }
            Self::Days => locale.t("alerts-fault-days", &[]),
            Self::Time => locale.t("alerts-fault-time", &[]),
            Self::Order => locale.t("alerts-fault-order", &[]),
        }
    }
}

/// The team that was typed, or what is wrong with it.
pub fn read(typed: &Fields, organisation_id: OrganisationId, changed_at: i64) -> Result<Team, Faults> {
    let mut faults = Faults::default();
    let address = faults.take("email", email(typed.first("email")).map_err(Fault::Email));
    let escalation_email = faults.take("escalation", email(typed.first("escalation")).map_err(Fault::Email));
    let minutes = typed.first("minutes").trim().parse().ok().filter(|minutes| MINUTES_ALLOWED.contains(minutes));
    let minutes = faults.take("minutes", minutes.ok_or(Fault::Minutes));
    let days = faults.take("days", Days::from_code(typed.first("days")).ok_or(Fault::Days));
    let from = faults.take("from", TimeOfDay::parse(typed.first("from")).ok_or(Fault::Time));
    let until = faults.take("until", TimeOfDay::parse(typed.first("until")).ok_or(Fault::Time));
    let hours = days.zip(from.zip(until));
    let hours = hours.and_then(|(days, (from, until))| faults.take("until", Hours::new(days, from, until).ok_or(Fault::Order)));
    match (address, escalation_email, minutes, hours) {
        (Some(email), Some(escalation_email), Some(minutes), Some(hours)) => {
            Ok(Team { organisation_id, email, escalation_email, minutes, hours: hours.to_string(), changed_at })
        }
        _ => Err(faults),
    }
}

/// What a field says before anything was typed: the team as it is, or what most teams say.
pub fn kept(team: Option<&Team>, field: &str) -> String {
    let hours = team.and_then(|team| Hours::parse(&team.hours));
    match (field, team, hours) {
        ("email", Some(team), _) => team.email.clone(),
        ("escalation", Some(team), _) => team.escalation_email.clone(),
        ("minutes", team, _) => team.map_or(MINUTES, |team| team.minutes).to_string(),
        ("days", _, hours) => hours.map_or(Days::Weekdays, |hours| hours.days).code().to_owned(),
        ("from", _, hours) => hours.map_or_else(|| "09:00".to_owned(), |hours| hours.from.to_string()),
        ("until", _, hours) => hours.map_or_else(|| "17:00".to_owned(), |hours| hours.until.to_string()),
        _ => String::new(),
    }
}

/// The form, with the value of each field and what is wrong in it.
pub fn form(locale: &Locale, about: &Organisation, value: &dyn Fn(&str) -> String, faults: &Faults) -> Result<Form, MissingMessage> {
    let label = |id: &str| locale.t(&format!("alerts-field-{id}"), &[]);
    let hint = |id: &str| locale.t(&format!("alerts-field-{id}-hint"), &[]);
    let line = |id: &str, input: Input| Ok::<_, MissingMessage>(Field::new(id, label(id)?, input).hinted(hint(id)?));
    let text = |id: &str| line(id, Input::Text { value: value(id) });
    let address = |id: &str| line(id, Input::Email { value: value(id) });
    let choices = Days::ALL.iter().map(|each| Ok(Choice::new(each.code(), days(locale, *each)?))).collect::<Result<_, MissingMessage>>()?;
    let chosen = Input::Radios { options: Field::options("days", choices, &value("days")) };
    let mut fields =
        vec![address("email")?, text("minutes")?, address("escalation")?, line("days", chosen)?, text("from")?, text("until")?];
    for (at, fault) in &faults.0 {
        if let Some(field) = fields.iter_mut().find(|field| field.id == *at) {
            let said = fault.sentence(locale)?;
            // Two fields of one kind: the summary of what is wrong says which is meant.
            let said = match (*at, fault) {
                ("escalation", Fault::Email(_)) | ("until", Fault::Time) => {
                    locale.t("alerts-fault-in", &[("field", field.label.clone().into()), ("fault", said.into())])?
                }
                _ => said,
            };
            field.errors.push(FieldError::new(*at, said));
        }
    }
    Ok(Form {
        heading: locale.t("alerts-team-heading", &[])?,
        caption: Some(about.name.clone()),
        intro: vec![locale.t("alerts-team-intro", &[])?],
        back: Back { href: "/provider/alert-team".to_owned(), text: locale.t("alert-teams-title", &[])? },
        action: format!("/provider/alert-team/{}", about.id.0),
        hidden: Vec::new(),
        fields,
        button: locale.t("alerts-team-button", &[])?,
        warning: false,
    })
}
