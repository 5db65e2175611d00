//! What is asked before an organisation begins to ask by a schedule, and before it ends.

use jiff::civil::Date;

use super::schedules::Scene;
use crate::app::App;
use crate::domain::care::schedule::Schedule;
use crate::i18n::{Locale, MissingMessage};
use crate::jobs::asking::{self, Preview};
use crate::store::days::{date, day};
use crate::store::schedule_starts::Start;
use crate::web::pages::form::{Back, Choice, Field, Form, Input};
use crate::web::pages::part::{FieldError, Hidden};
use crate::web::problem::Problem;

/// The days from which an organisation may begin.
pub struct Beginning;

impl Beginning {
    /// From today on; from so early that everybody can still answer; from the first of next month on.
    const CODES: [&str; 3] = ["today", "open", "next-month"];

    /// The day that a code stands for today; nothing where it stands for none.
    pub fn chosen(code: &str, today: Date, schedule: &Schedule) -> Option<Date> {
        let longest = schedule.steps.iter().map(|step| i32::from(step.window_days)).max().unwrap_or(1);
        match code {
            "today" => Some(today),
            "open" => Some(today.saturating_sub(jiff::Span::new().days(longest - 1))),
            "next-month" => Some(today.last_of_month().saturating_add(jiff::Span::new().days(1))),
            _ => None,
        }
    }
}

/// The start that this would be.
pub fn start(app: &App, scene: &Scene, schedule: &Schedule, since: Date) -> Start {
    Start {
        organisation_id: scene.chosen.id,
        schedule: schedule.key.clone(),
        since_day: day(since),
        started_by: None,
        started_at: app.clock.now().micros(),
        stopped_at: None,
    }
}

async fn preview(app: &App, scene: &Scene, schedule: &Schedule, since: Date) -> Result<Preview, Problem> {
    Ok(asking::preview(app, &start(app, scene, schedule, since), schedule).await?)
}

/// How many would be asked at once, and how many not.
fn counted(locale: &Locale, preview: Preview) -> Result<String, MissingMessage> {
    let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let numbers = [("asked", whole(preview.asked).into()), ("left", whole(preview.not_asked).into())];
    locale.t("schedule-form-preview", &numbers)
}

/// Asks from when on, with how many that would be.
pub async fn begin_form(app: &App, locale: &Locale, scene: &Scene, schedule: &Schedule, is_missing: bool) -> Result<Form, Problem> {
    let (today, mut options) = (app.clock.today(), Vec::new());
    for code in Beginning::CODES {
        let Some(since) = Beginning::chosen(code, today, schedule) else { continue };
        let label = locale.t(&format!("schedule-form-since-{code}"), &[("date", locale.date(since).into())])?;
        let option = Choice::new(code, label);
        options.push(if since > today { option } else { option.hinted(counted(locale, preview(app, scene, schedule, since).await?)?) });
    }
    let input = Input::Radios { options: Field::options("since", options, "") };
    let mut since = Field::new("since", locale.t("schedule-form-since", &[])?, input).hinted(locale.t("schedule-form-since-hint", &[])?);
    if is_missing {
        since.errors.push(FieldError::new("since", locale.t("schedule-form-since-missing", &[])?));
    }
    let form = form(locale, scene, schedule, "begin")?;
    Ok(Form { fields: vec![since], ..form })
}

/// Asks whether that is meant.
pub async fn sure_form(
    app: &App,
    locale: &Locale,
    (scene, schedule): (&Scene, &Schedule),
    (code, since): (&str, Date),
) -> Result<Form, Problem> {
    let form = form(locale, scene, schedule, "sure")?;
    let mut intro = vec![locale.t("schedule-form-sure-since", &[("date", locale.date(since).into())])?];
    if since <= app.clock.today() {
        intro.push(counted(locale, preview(app, scene, schedule, since).await?)?);
    }
    intro.extend(form.intro);
    Ok(Form { intro, hidden: vec![Hidden::new("what", "begin"), Hidden::new("since", code), Hidden::new("sure", "yes")], ..form })
}

/// Asks whether to end.
pub fn end_form(locale: &Locale, scene: &Scene, schedule: &Schedule, start: &Start) -> Result<Form, MissingMessage> {
    let form = form(locale, scene, schedule, "end")?;
    let mut intro = vec![locale.t("schedule-form-end-since", &[("date", locale.date(date(start.since_day)).into())])?];
    intro.extend(form.intro);
    Ok(Form { intro, warning: true, ..form })
}

/// A form about a schedule: `schedule-form-<what>` heads it, `-intro` explains it and `-button` is on its button.
fn form(locale: &Locale, scene: &Scene, schedule: &Schedule, what: &str) -> Result<Form, MissingMessage> {
    let key = format!("schedule-form-{what}");
    Ok(Form {
        heading: locale.t(&key, &[])?,
        caption: Some(format!("{} – {}", schedule.title, scene.chosen.name)),
        intro: vec![locale.t(&format!("{key}-intro"), &[])?],
        back: Back { href: scene.list(), text: locale.t("schedules-title", &[])? },
        action: format!("/provider/schedules/{}?{}", schedule.key, scene.query()),
        hidden: vec![Hidden::new("what", what)],
        fields: Vec::new(),
        button: locale.t(&format!("{key}-button"), &[])?,
        warning: false,
    })
}
