//! The codebook: the themes of an organisation, adding one, and changing what one is called or what belongs there.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::theme_fields::{Fault, Faults, fields, kept, marked, organisation, read};
use crate::app::App;
use crate::domain::access::{Action, Event};
use crate::domain::engagement::wording::same_title;
use crate::i18n::{Locale, MissingMessage};
use crate::store::error::Constraint;
use crate::store::ids::ThemeId;
use crate::store::organisations::{self, Organisation};
use crate::store::themes::{self as rows, Theme};
use crate::store::{self, Conn, Error, audit};
use crate::web::form::Fields;
use crate::web::pages::form::{Back, Form};
use crate::web::pages::part::Hidden;
use crate::web::pages::themes::{Book, Codebook, ThemeRow};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ReadComments;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

pub(super) const LIST: &str = "/engage/themes";

/// What may have been done a moment ago; or why it was not.
const DONE: [&str; 7] = ["added", "changed", "retired", "offered", "merged", "stale", "title-taken"];

/// What was done a moment ago.
#[derive(Debug, Deserialize)]
pub struct Done {
    done: Option<String>,
}

/// Shows the codebook.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ReadComments>, done: Query<Done>) -> Result<HttpResponse, Problem> {
    let own = own(&app, &staff).await?;
    let held = staff.organisations();
    let themes = app.store.read("codebook", move |conn| rows::list(conn, &held)).await?;
    let locale = &visitor.locale;
    let book = |one: &Organisation| {
        let theirs = themes.iter().filter(|(theme, _)| theme.organisation_id == one.id);
        let (retired, offered): (Vec<_>, Vec<_>) = theirs.partition(|(theme, _)| theme.retired_at.is_some());
        let others = |theme: &Theme| offered.len() > usize::from(theme.retired_at.is_none());
        let row = |(theme, comments): &(Theme, i64)| row(locale, theme, *comments, others(theme));
        Book {
            organisation: (own.len() > 1).then(|| one.name.clone()),
            offered: offered.iter().map(|one| row(one)).collect(),
            retired: retired.iter().map(|one| row(one)).collect(),
        }
    };
    let key = done.done.as_deref().filter(|done| DONE.contains(done));
    let done = key.map(|key| locale.t(&format!("themes-done-{key}"), &[])).transpose()?;
    let page = Codebook { books: own.iter().map(book).collect(), done };
    reply::staff_page(&app, &visitor, &page, &staff)
}

fn row(locale: &Locale, theme: &Theme, comments: i64, may_merge: bool) -> ThemeRow {
    let href = at(theme.id);
    ThemeRow {
        title: theme.title.clone(),
        description: theme.description.clone(),
        leaves_out: theme.leaves_out.clone(),
        comments: locale.whole(comments),
        retire: format!("{href}/retire"),
        merge: may_merge.then(|| format!("{href}/merge")),
        href,
    }
}

/// Asks what to add.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ReadComments>) -> Result<HttpResponse, Problem> {
    let form = new_form(&visitor.locale, &own(&app, &staff).await?, &Fields::default(), &Faults::new())?;
    reply::staff_page(&app, &visitor, &form, &staff)
}

/// Adds a theme.
pub async fn add(app: Data<App>, visitor: Visitor, staff: Staff<ReadComments>, typed: Posted) -> Result<HttpResponse, Problem> {
    let own = own(&app, &staff).await?;
    let faults = match (read(&typed, &Theme::default()), organisation(&typed, &own)) {
        (Ok(words), Some(organisation_id)) => {
            let id = ThemeId(app.random.id(&app.clock));
            let new = Theme { id, organisation_id, created_by: staff.account, created_at: app.clock.now().micros(), ..words };
            let event = about(&app, &staff, &new, Action::ThemeAdded).with(&new.title);
            let secret = app.secret.clone();
            let work = move |tx: &mut Conn| {
                refuse_same_title(tx, &new)?;
                rows::add(tx, &new)?;
                audit::add(tx, &secret, &event)
            };
            match app.store.write("add theme", work).await {
                Ok(()) => return Ok(reply::see_other(&format!("{LIST}?done=added#"))),
                Err(Error::Taken(Constraint::ThemeTitle)) => vec![("title", Fault::Taken)],
                Err(why) => return Err(why.into()),
            }
        }
        (words, organisation) => {
            let mut faults = words.err().unwrap_or_default();
            faults.extend(organisation.is_none().then_some(("organisation", Fault::Organisation)));
            faults
        }
    };
    reply::staff_again(&app, &visitor, &new_form(&visitor.locale, &own, &typed, &faults)?, &staff)
}

/// Asks what to change.
pub async fn one(app: Data<App>, visitor: Visitor, staff: Staff<ReadComments>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let theme = load(&app, &staff, &id).await?;
    let form = change_form(&visitor.locale, &theme, &|field| kept(&theme, field), &Faults::new())?;
    reply::staff_page(&app, &visitor, &form, &staff)
}

/// Changes a theme.
pub async fn change(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ReadComments>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let before = load(&app, &staff, &id).await?;
    let faults = match read(&typed, &before) {
        // What somebody else changed meanwhile is not undone unseen.
        Ok(_) if typed.first("revision") != before.revision.to_string() => vec![("title", Fault::Changed(before.title.clone()))],
        Ok(after) => match keep_changed(&app, &staff, &before, after).await {
            Ok(true) => return Ok(reply::see_other(&format!("{LIST}?done=changed#"))),
            Ok(false) => return Ok(reply::see_other(&format!("{LIST}?done=stale#"))),
            Err(Error::Taken(Constraint::ThemeTitle)) => vec![("title", Fault::Taken)],
            Err(why) => return Err(why.into()),
        },
        Err(faults) => faults,
    };
    let form = change_form(&visitor.locale, &before, &|field| typed.first(field).to_owned(), &faults)?;
    reply::staff_again(&app, &visitor, &form, &staff)
}

async fn keep_changed(app: &App, staff: &Staff<ReadComments>, before: &Theme, after: Theme) -> store::Result<bool> {
    let renamed = (before.title != after.title).then(|| format!("{} → {}", before.title, after.title));
    let event = about(app, staff, before, Action::ThemeChanged).with(renamed.unwrap_or_else(|| after.title.clone()));
    let secret = app.secret.clone();
    let work = move |tx: &mut Conn| {
        refuse_same_title(tx, &after)?;
        let is_done = rows::change(tx, &after)?;
        if is_done {
            audit::add(tx, &secret, &event)?;
        }
        Ok(is_done)
    };
    app.store.write("change theme", work).await
}

/// Refuses a title that another theme of the codebook has but for capital letters.
pub(super) fn refuse_same_title(tx: &mut Conn, theme: &Theme) -> store::Result<()> {
    let all = rows::of_organisation(tx, theme.organisation_id)?;
    let is_same = |one: &Theme| one.id != theme.id && one.retired_at.is_none() && same_title(&one.title, &theme.title);
    if theme.retired_at.is_none() && all.iter().any(is_same) { Err(Error::Taken(Constraint::ThemeTitle)) } else { Ok(()) }
}

/// The organisations whose codebooks somebody looks after, by name.
async fn own(app: &App, staff: &Staff<ReadComments>) -> Result<Vec<Organisation>, Problem> {
    let held = staff.organisations();
    let all = app.store.read("own organisations", organisations::list).await?;
    Ok(all.into_iter().filter(|one| held.contains(&one.id)).collect())
}

/// The theme of the number in an address, in a codebook of whoever is signed in. Asking for another is refused, and recorded.
pub(super) async fn load(app: &App, staff: &Staff<ReadComments>, number: &str) -> Result<Theme, Problem> {
    let Ok(id) = number.parse::<i64>() else { return Err(staff.refused(app, "page:/engage/themes/{theme}").await) };
    let held = staff.organisations();
    match app.store.read("theme", move |conn| rows::find(conn, ThemeId(id), &held)).await {
        Err(Error::NotFound) => Err(staff.refused(app, &format!("theme:{id}")).await),
        found => Ok(found?),
    }
}

/// The address of a theme.
pub(super) fn at(id: ThemeId) -> String {
    format!("{LIST}/{}", id.0)
}

/// A line of the audit trail about a theme.
pub(super) fn about(app: &App, staff: &Staff<ReadComments>, theme: &Theme, action: Action) -> Event {
    staff.event(app, action).about(format!("theme:{}", theme.id.0)).within(theme.organisation_id.0)
}

/// The way back to the codebook.
pub(super) fn back(locale: &Locale) -> Result<Back, MissingMessage> {
    Ok(Back { href: LIST.to_owned(), text: locale.t("themes-title", &[])? })
}

fn new_form(locale: &Locale, own: &[Organisation], typed: &Fields, faults: &Faults) -> Result<Form, MissingMessage> {
    Ok(Form {
        heading: locale.t("themes-new-heading", &[])?,
        caption: None,
        intro: Vec::new(),
        back: back(locale)?,
        action: format!("{LIST}/new"),
        hidden: Vec::new(),
        fields: marked(locale, fields(locale, &|field| typed.first(field).to_owned(), own)?, faults)?,
        button: locale.t("themes-new-button", &[])?,
        warning: false,
    })
}

fn change_form(locale: &Locale, theme: &Theme, value: &dyn Fn(&str) -> String, faults: &Faults) -> Result<Form, MissingMessage> {
    Ok(Form {
        heading: locale.t("themes-change-heading", &[])?,
        caption: Some(theme.title.clone()),
        intro: vec![locale.t("themes-change-intro", &[])?],
        back: back(locale)?,
        action: at(theme.id),
        hidden: vec![Hidden::new("revision", theme.revision.to_string())],
        fields: marked(locale, fields(locale, value, &[])?, faults)?,
        button: locale.t("themes-change-button", &[])?,
        warning: false,
    })
}
