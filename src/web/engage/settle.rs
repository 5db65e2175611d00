//! Settling which themes a comment has about which two people differ: the words, what each of them saw, and what is right.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::coding_shown::{theme_field, ticks};
use super::coding_typed::{Fault, themes as read};
use super::desk::Desk;
use super::said;
use crate::app::App;
use crate::domain::access::Action;
use crate::i18n::{Locale, MissingMessage};
use crate::store::codings::{self, Choice, Settled, Standing};
use crate::store::ids::{CommentId, ThemeId};
use crate::store::themes::{self as rows, Theme};
use crate::store::{Conn, Error, audit};
use crate::web::form::Fields;
use crate::web::pages::agreement::Settle;
use crate::web::pages::form::Field;
use crate::web::pages::part::{FieldError, Hidden};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ReadComments;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows one comment that was coded twice, and what each of the two saw.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ReadComments>,
    at: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let desk = Desk::load(&app, &staff, &at.0).await?;
    let page = page(&app, &visitor, &staff, (&desk, &at.1), None).await?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Settles which themes it has.
pub async fn settle(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ReadComments>,
    at: Path<(String, String)>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let desk = Desk::load(&app, &staff, &at.0).await?;
    let comment = desk.comment(&app, &staff, &at.1).await?.id;
    let key = match read(&typed, false) {
        Ok(themes) if put(&app, &staff, &desk, (comment, typed.first("seen").parse().ok()), &themes).await? => {
            return Ok(reply::see_other(&format!("{}?done=settled#", desk.agreement())));
        }
        Ok(_) => "settle-fault-meanwhile",
        Err(Fault::NoneAndSome) => "coding-fault-none-and-some",
        Err(_) => "coding-fault-nothing",
    };
    let desk = Desk::load(&app, &staff, &at.0).await?;
    let page = page(&app, &visitor, &staff, (&desk, &at.1), Some((&typed, key))).await?;
    reply::staff_again(&app, &visitor, &page, &staff)
}

/// Keeps what was settled. `false` where somebody else has settled it since, or a theme is not in the codebook.
async fn put(
    app: &App,
    staff: &Staff<ReadComments>,
    desk: &Desk,
    (comment, seen): (CommentId, Option<i64>),
    themes: &BTreeSet<ThemeId>,
) -> Result<bool, Problem> {
    let titles = desk.titles(themes.iter().map(|theme| theme.0));
    let detail = if titles.is_empty() { "none".to_owned() } else { titles.join(", ") };
    let organisation = desk.event.organisation_id;
    let event = staff.event(app, Action::CommentSettled).about(format!("comment:{}", comment.0)).within(organisation.0).with(detail);
    let (account, secret, now, themes) = (staff.account, app.secret.clone(), app.clock.now().micros(), themes.clone());
    let work = move |tx: &mut Conn| {
        // As whoever codes does: no theme is merged away meanwhile.
        audit::turn(tx)?;
        let codebook = rows::of_organisation(tx, organisation)?;
        let known: Vec<ThemeId> = codebook.iter().map(|theme| theme.id).filter(|id| themes.contains(id)).collect();
        let is_done = known.len() == themes.len() && codings::settle(tx, (comment, seen), &known, account, now)?;
        if is_done {
            audit::add(tx, &secret, &event)?;
        }
        Ok(is_done)
    };
    match app.store.write("comment settled", work).await {
        Err(Error::NotFound) => Err(desk.gone()),
        done => Ok(done?),
    }
}

async fn page(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ReadComments>,
    (desk, number): (&Desk, &str),
    typed: Option<(&Fields, &'static str)>,
) -> Result<Settle, Problem> {
    let standing = desk.comment(app, staff, number).await?;
    if !standing.is_coded_twice() {
        // What one alone has chosen is shown to nobody.
        return Err(Problem::Elsewhere(format!("{}/{}", desk.at(), standing.id.0)));
    }
    let (locale, id) = (&visitor.locale, standing.id);
    let comment = said::open(app, visitor, staff, &desk.event, id).await?;
    let read = move |conn: &mut Conn| Ok((codings::choices(conn, id)?, codings::settled(conn, id)?));
    let (choices, settled) = app.store.read("choices", read).await?;
    let themes = themes(locale, (desk, standing), (&choices, &settled), typed)?;
    let named = |choice: &Choice| (choice.name.clone(), desk.titles(choice.themes.iter().map(|theme| theme.0)));
    let by = match (&settled.by, standing.themed_at) {
        (Some(name), Some(_)) => Some(locale.t("settle-settled-by", &[("name", name.as_str().into())])?),
        (None, Some(_)) if choices.iter().all(|choice| choice.themes == settled.themes) => Some(locale.t("settle-settled-alike", &[])?),
        (None, Some(_)) => Some(locale.t("settle-settled", &[])?),
        _ => None,
    };
    Ok(Settle {
        event: desk.event.title.clone(),
        back: desk.agreement(),
        label: locale.t("agreement-comment", &[("number", desk.number(id).into())])?,
        comment,
        choices: choices.iter().map(named).collect(),
        settled: by,
        action: format!("{}/{}", desk.agreement(), id.0),
        themes,
        hidden: vec![Hidden::new("seen", standing.themed_at.map(|at| at.to_string()).unwrap_or_default())],
    })
}

/// The themes that everybody saw.
fn common(choices: &[Choice]) -> impl Iterator<Item = ThemeId> + '_ {
    let first = choices.first().map(|choice| &choice.themes);
    first.into_iter().flatten().copied().filter(|theme| choices.iter().all(|choice| choice.themes.contains(theme)))
}

/// The themes to choose from. What both saw is ticked, or what was settled; the rest is for whoever settles it.
fn themes(
    locale: &Locale,
    (desk, standing): (&Desk, &Standing),
    (choices, settled): (&[Choice], &Settled),
    typed: Option<(&Fields, &'static str)>,
) -> Result<Field, MissingMessage> {
    let ticks: Vec<String> = match (typed, standing.themed_at) {
        (Some((typed, _)), _) => typed.all("themes").map(str::to_owned).collect(),
        (None, Some(_)) => ticks(Some(&settled.themes)),
        (None, None) => common(choices).map(|theme| theme.0.to_string()).collect(),
    };
    let is_seen = |theme: &Theme| choices.iter().any(|choice| choice.themes.contains(&theme.id)) || settled.themes.contains(&theme.id);
    let offered: Vec<&Theme> = desk.themes.iter().filter(|theme| theme.retired_at.is_none() || is_seen(theme)).collect();
    let mut themes = theme_field(locale, &offered, &ticks)?;
    if let Some((_, key)) = typed {
        themes.errors.push(FieldError::new("themes", locale.t(key, &[])?));
    }
    Ok(themes)
}
