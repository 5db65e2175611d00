//! Themes that are offered no more, those that are offered again, and two themes that are made one.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::theme_fields::{Fault, Faults, marked};
use super::themes::{LIST, about, at, back, load, refuse_same_title};
use crate::app::App;
use crate::domain::access::Action;
use crate::i18n::Locale;
use crate::store::error::Constraint;
use crate::store::themes::{self as rows, Theme};
use crate::store::{Conn, Error, audit};
use crate::web::pages::form::{Choice, Field, Form, Input};
use crate::web::pages::part::Hidden;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ReadComments;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Tells what it means to retire it, or to offer it again.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ReadComments>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let theme = load(&app, &staff, &id).await?;
    reply::staff_page(&app, &visitor, &form(&visitor.locale, &theme)?, &staff)
}

/// Retires it; or offers it again, where it is retired. Whoever sends a page from before somebody else changed it is told so.
pub async fn turn(app: Data<App>, staff: Staff<ReadComments>, id: Path<String>, typed: Posted) -> Result<HttpResponse, Problem> {
    let theme = load(&app, &staff, &id).await?;
    if typed.first("revision") != theme.revision.to_string() {
        return Ok(done("stale"));
    }
    let (retired_at, action, turned) = match theme.retired_at {
        None => (Some(app.clock.now().micros()), Action::ThemeRetired, "retired"),
        Some(_) => (None, Action::ThemeOffered, "offered"),
    };
    let event = about(&app, &staff, &theme, action).with(&theme.title);
    let (after, secret) = (Theme { retired_at, ..theme }, app.secret.clone());
    let work = move |tx: &mut Conn| {
        refuse_same_title(tx, &after)?;
        let is_done = rows::change(tx, &after)?;
        if is_done {
            audit::add(tx, &secret, &event)?;
        }
        Ok(is_done)
    };
    match app.store.write("retire theme", work).await {
        Ok(true) => Ok(done(turned)),
        Ok(false) => Ok(done("stale")),
        Err(Error::Taken(Constraint::ThemeTitle)) => Ok(done("title-taken")),
        Err(why) => Err(why.into()),
    }
}

/// Asks with which other theme to make one.
pub async fn choose(app: Data<App>, visitor: Visitor, staff: Staff<ReadComments>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let theme = load(&app, &staff, &id).await?;
    let others = others(&app, &theme).await?;
    reply::staff_page(&app, &visitor, &merge_form(&visitor.locale, &theme, &others, &Faults::new())?, &staff)
}

/// Makes the two one.
pub async fn merge(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ReadComments>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let theme = load(&app, &staff, &id).await?;
    let others = others(&app, &theme).await?;
    let Some(into) = others.iter().find(|one| one.id.0.to_string() == typed.first("into")) else {
        let form = merge_form(&visitor.locale, &theme, &others, &vec![("into", Fault::Into)])?;
        return reply::staff_again(&app, &visitor, &form, &staff);
    };
    if typed.first("revision") != theme.revision.to_string() {
        return Ok(done("stale"));
    }
    let detail = format!("{} → {} (theme:{})", theme.title, into.title, into.id.0);
    let event = about(&app, &staff, &theme, Action::ThemesMerged).with(detail);
    let (into, now, secret) = (into.id, app.clock.now().micros(), app.secret.clone());
    let work = move |tx: &mut Conn| {
        // As whoever codes does: nobody codes while themes are made one.
        audit::turn(tx)?;
        let is_done = rows::merge(tx, &theme, into, now)?;
        if is_done {
            audit::add(tx, &secret, &event)?;
        }
        Ok(is_done)
    };
    let is_done = app.store.write("merge themes", work).await?;
    Ok(done(if is_done { "merged" } else { "stale" }))
}

/// The codebook, with what was done, or why it was not.
fn done(what: &str) -> HttpResponse {
    reply::see_other(&format!("{LIST}?done={what}#"))
}

/// The other themes of the same codebook that are offered.
async fn others(app: &App, theme: &Theme) -> Result<Vec<Theme>, Problem> {
    let organisation = theme.organisation_id;
    let all = app.store.read("codebook", move |conn| rows::of_organisation(conn, organisation)).await?;
    Ok(all.into_iter().filter(|one| one.id != theme.id && one.retired_at.is_none()).collect())
}

fn form(locale: &Locale, theme: &Theme) -> Result<Form, Problem> {
    let which = if theme.retired_at.is_none() { "retire" } else { "offer" };
    let said = |part: &str| locale.t(&format!("themes-{which}-{part}"), &[]);
    Ok(Form {
        heading: said("heading")?,
        caption: Some(theme.title.clone()),
        intro: vec![said("intro")?],
        back: back(locale)?,
        action: format!("{}/retire", at(theme.id)),
        hidden: vec![Hidden::new("revision", theme.revision.to_string())],
        fields: Vec::new(),
        button: said("button")?,
        warning: false,
    })
}

fn merge_form(locale: &Locale, theme: &Theme, others: &[Theme], faults: &Faults) -> Result<Form, Problem> {
    let choices = others.iter().map(|one| Choice::new(one.id.0.to_string(), &one.title)).collect();
    let input = Input::Radios { options: Field::options("into", choices, "") };
    let field = Field::new("into", locale.t("themes-field-into", &[])?, input);
    Ok(Form {
        heading: locale.t("themes-merge-heading", &[])?,
        caption: Some(theme.title.clone()),
        intro: vec![locale.t("themes-merge-intro", &[])?],
        back: back(locale)?,
        action: format!("{}/merge", at(theme.id)),
        hidden: vec![Hidden::new("revision", theme.revision.to_string())],
        fields: marked(locale, vec![field], faults)?,
        button: locale.t("themes-merge-button", &[])?,
        warning: true,
    })
}
