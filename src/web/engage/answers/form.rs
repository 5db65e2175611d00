//! Writing down what was heard and what is done about it, and putting it into other words.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::{at, line};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::engagement::answer_back::{AnswerBack, Fault, Status, Typed};
use crate::i18n::Locale;
use crate::store::answers_back::{self, Row};
use crate::store::events::Event;
use crate::store::ids::ThemeId;
use crate::store::themes::{self, Theme};
use crate::store::{Conn, Error, audit};
use crate::web::answered::shown::status;
use crate::web::engage::own;
use crate::web::form::Fields;
use crate::web::pages::form::{Back, Choice, Field, Form, Input};
use crate::web::pages::part::{FieldError, Hidden};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::provider::making::posted_date;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Everything wrong in the form: the field, and the sentence.
type Faults = Vec<(&'static str, String)>;

/// The event, the answer that is changed (nothing for a new one), and the themes it may belong to.
struct About {
    event: Event,
    row: Option<Row>,
    themes: Vec<Theme>,
}

/// Asks for a new one.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ManageEvents>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let about = About::load(&app, &staff, (&id, None)).await?;
    reply::staff_page(&app, &visitor, &about.form(&visitor.locale, &|_| String::new(), Vec::new())?, &staff)
}

/// Adds it.
pub async fn add(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let about = About::load(&app, &staff, (&id, None)).await?;
    keep(&app, &visitor, &staff, (about, &typed)).await
}

/// Shows one to be changed.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let about = About::load(&app, &staff, (&path.0, Some(&path.1))).await?;
    let kept = |field: &str| about.row.as_ref().map_or_else(String::new, |row| kept(row, field));
    reply::staff_page(&app, &visitor, &about.form(&visitor.locale, &kept, Vec::new())?, &staff)
}

/// Changes it.
pub async fn change(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    path: Path<(String, String)>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let about = About::load(&app, &staff, (&path.0, Some(&path.1))).await?;
    keep(&app, &visitor, &staff, (about, &typed)).await
}

async fn keep(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ManageEvents>,
    (about, typed): (About, &Fields),
) -> Result<HttpResponse, Problem> {
    let locale = &visitor.locale;
    let due = posted_date(typed, "due");
    let said = Typed {
        heard: typed.first("heard"),
        status: typed.first("status"),
        doing: typed.first("doing"),
        responsible: typed.first("responsible"),
        due: &due,
        reason: typed.first("reason"),
    };
    let faults = match said.read() {
        Ok(answer) => {
            let done = if about.row.is_some() { "changed" } else { "added" };
            if about.write(app, staff, (&answer, typed)).await? {
                return Ok(reply::see_other(&format!("{}/answers?done={done}#", at(&about.event))));
            }
            vec![("heard", locale.t("answered-fault-stale", &[])?)]
        }
        Err(faults) => faults.into_iter().map(|fault| sentence(locale, fault)).collect::<Result<_, Problem>>()?,
    };
    let value = |field: &str| if field == "due" { due.clone() } else { typed.first(field).to_owned() };
    reply::staff_again(app, visitor, &about.form(locale, &value, faults)?, staff)
}

fn sentence(locale: &Locale, fault: Fault) -> Result<(&'static str, String), Problem> {
    let field = fault.field().code();
    let said = match fault {
        Fault::Missing(_) => locale.t(&format!("answered-fault-{field}-missing"), &[])?,
        Fault::Long(_, most) => {
            let most = locale.whole(i64::try_from(most).unwrap_or(i64::MAX));
            locale.t(&format!("answered-fault-{field}-long"), &[("most", most.into())])?
        }
        Fault::NoDay => locale.t("answered-fault-no-day", &[])?,
    };
    Ok((field, said))
}

/// What a field says of an answer as it is.
fn kept(row: &Row, field: &str) -> String {
    match field {
        "heard" => row.heard.clone(),
        "theme" => row.theme_id.map(|theme| theme.0.to_string()).unwrap_or_default(),
        "status" => row.status.clone(),
        "doing" => row.doing.clone(),
        "responsible" => row.responsible.clone(),
        "due" => row.due_day.map(crate::store::days::date).map(|due| due.strftime("%-d/%-m/%Y").to_string()).unwrap_or_default(),
        "reason" => row.reason.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

impl About {
    async fn load(app: &App, staff: &Staff<ManageEvents>, (event, answer): (&str, Option<&str>)) -> Result<Self, Problem> {
        let event = own(app, staff, event).await?;
        let (id, organisation) = (event.id, event.organisation_id);
        let number = answer.map(|answer| answer.parse::<i64>().unwrap_or_default());
        let find = move |conn: &mut Conn| {
            let row = number.map(|number| answers_back::find(conn, id, number)).transpose()?;
            Ok((row, themes::of_organisation(conn, organisation)?))
        };
        match app.store.read("answer back", find).await {
            Ok((row, themes)) => Ok(Self { event, row, themes }),
            Err(Error::NotFound) => Err(staff.refused(app, &format!("answer-back:{}", number.unwrap_or_default())).await),
            Err(why) => Err(why.into()),
        }
    }

    /// Keeps what was typed. `false` where somebody changed it meanwhile, or took it away.
    async fn write(&self, app: &App, staff: &Staff<ManageEvents>, (answer, typed): (&AnswerBack, &Fields)) -> Result<bool, Problem> {
        let theme = typed.first("theme").parse().ok().map(ThemeId).filter(|theme| self.themes.iter().any(|one| one.id == *theme));
        let id = self.row.as_ref().map_or_else(|| app.random.id(&app.clock), |row| row.id);
        let row = Row::new(id, self.event.id, (staff.account, app.clock.now().micros()), theme, answer);
        let seen = match &self.row {
            None => None,
            Some(_) => Some(typed.first("revision").parse::<i32>().map_err(|_| Problem::Tampered)?),
        };
        let action = if seen.is_some() { Action::AnswerBackChanged } else { Action::AnswerBackAdded };
        let event = line(app, staff, &self.event, action).with(format!("answer-back:{id} {}", row.status));
        let secret = app.secret.clone();
        let work = move |tx: &mut Conn| {
            audit::turn(tx)?;
            let is_kept = match seen {
                Some(seen) => answers_back::change(tx, &row, seen)?,
                // The same once more is a form that was sent twice.
                None if answers_back::list(tx, row.event_id)?.iter().any(|one| one.says(&row)) => return Ok(true),
                None => {
                    answers_back::add(tx, &row)?;
                    true
                }
            };
            if is_kept {
                audit::add(tx, &secret, &event)?;
            }
            Ok(is_kept)
        };
        Ok(app.store.write("keep answer back", work).await?)
    }

    fn form(&self, locale: &Locale, value: &dyn Fn(&str) -> String, faults: Faults) -> Result<Form, Problem> {
        let (list, is_new) = (format!("{}/answers", at(&self.event)), self.row.is_none());
        let mut fields = self.fields(locale, value)?;
        for (at, said) in faults {
            if let Some(field) = fields.iter_mut().find(|field| field.id == at) {
                field.errors.push(FieldError::new(at, said));
            }
        }
        Ok(Form {
            heading: locale.t(if is_new { "answered-new-heading" } else { "answered-change-heading" }, &[])?,
            caption: Some(self.event.title.clone()),
            intro: vec![locale.t("answered-form-intro", &[])?],
            back: Back { href: list.clone(), text: locale.t("answered-title", &[])? },
            action: self.row.as_ref().map_or_else(|| format!("{list}/new"), |row| format!("{list}/{}", row.id)),
            hidden: self.row.iter().map(|row| Hidden::new("revision", row.revision.to_string())).collect(),
            fields,
            button: locale.t("answered-save", &[])?,
            warning: false,
        })
    }

    fn fields(&self, locale: &Locale, value: &dyn Fn(&str) -> String) -> Result<Vec<Field>, Problem> {
        let field = |id: &str, input: Input| -> Result<Field, Problem> {
            let hint = locale.t(&format!("answered-hint-{id}"), &[])?;
            Ok(Field::new(id, locale.t(&format!("answered-field-{id}"), &[])?, input).hinted(hint))
        };
        let lines = |id: &str| field(id, Input::Lines { value: value(id) });
        let statuses = Status::ALL.iter().map(|each| Ok(Choice::new(each.code(), status(locale, *each)?)));
        let statuses = statuses.collect::<Result<_, Problem>>()?;
        let due = value("due");
        let mut parts = due.split('/').map(str::to_owned);
        let mut part = || parts.next().unwrap_or_default();
        let mut fields = vec![
            lines("heard")?,
            field("status", Input::Radios { options: Field::options("status", statuses, &value("status")) })?,
            lines("doing")?,
            field("responsible", Input::Text { value: value("responsible") })?,
            field("due", Input::Date { day: part(), month: part(), year: part() })?,
            lines("reason")?,
        ];
        let own = self.row.as_ref().and_then(|row| row.theme_id);
        let mut offered = self.themes.iter().filter(|one| one.retired_at.is_none() || Some(one.id) == own).peekable();
        if offered.peek().is_some() {
            let none = Choice::new("", locale.t("answered-no-theme", &[])?);
            let themes = offered.map(|one| Choice::new(one.id.0.to_string(), one.title.clone()));
            let options = Field::options("theme", std::iter::once(none).chain(themes).collect(), &value("theme"));
            fields.insert(1, field("theme", Input::Select { options })?);
        }
        Ok(fields)
    }
}
