//! Who stands behind a figure: the people of the own providers whom an indicator counts in a month, or leaves out, and whether
//! something is on record of them. Never what they said. Looking is recorded.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::Deserialize;

use super::months::{Month, months};
use super::patient::{at, called, opened};
use super::people::place;
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::indicator::{Definition, Period};
use crate::i18n::{Locale, MissingMessage};
use crate::store::behind::{self, Behind, Standing, Wanted};
use crate::store::days::date;
use crate::store::{audit, organisations};
use crate::web::pages::behind::{BehindFigure, BehindRow};
use crate::web::pages::form::{Choice, Field, Input};
use crate::web::problem::Problem;
use crate::web::reply::{self, encoded};
use crate::web::right::SeePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// How many episodes one page lists.
const PAGE: usize = 50;

/// Which figure, and which part of the list.
#[derive(Debug, Deserialize)]
pub struct Asked {
    indicator: Option<String>,
    /// The last episode of the page before: the day it was opened, a point, its number.
    before: Option<String>,
}

/// Lists the people behind a figure.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeePeople>,
    asked: Query<Asked>,
    month: Query<Month>,
) -> Result<HttpResponse, Problem> {
    let month = month.period(&app)?;
    let offered = offered(&app, month);
    let chosen = match asked.indicator.as_deref().filter(|key| !key.is_empty()) {
        Some(key) => Some(offered.iter().find(|one| one.key == key).ok_or(Problem::NotFound)?),
        None => offered.first(),
    };
    let chosen = chosen.cloned().ok_or(Problem::NotFound)?;
    let before = asked.before.as_deref().map(|last| place(last).ok_or(Problem::NotFound)).transpose()?;
    let (own, secret, counted_as) = (staff.organisations(), app.secret.clone(), chosen.counted_as());
    let about = format!("indicator {counted_as}, month {month}");
    let event = staff.event(&app, Action::PeopleListed).about("page:/provider/behind").with(about);
    let list = move |tx: &mut _| {
        let organisations = organisations::sharing_people_with(tx, &own)?;
        let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
        let listed = behind::list(tx, &Wanted { organisations, counted_as: counted_as.clone(), month, before, most })?;
        audit::add(tx, &secret, &event)?;
        Ok(listed)
    };
    let listed = app.store.write("people behind a figure", list).await?;
    let page = page(&app, &visitor.locale, (&offered, &chosen, month), &listed)?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The indicators that count people, each as it is counted in that month.
fn offered(app: &App, month: Period) -> Vec<Definition> {
    let mut found: Vec<Definition> = Vec::new();
    for one in app.definitions.all().iter().filter(|one| !one.kind.is_supplied() && one.effective_from <= month) {
        match found.iter_mut().find(|known| known.key == one.key) {
            Some(known) => *known = one.clone(),
            None => found.push(one.clone()),
        }
    }
    found
}

fn page(
    app: &App,
    locale: &Locale,
    (offered, chosen, month): (&[Definition], &Definition, Period),
    listed: &[Behind],
) -> Result<BehindFigure, Problem> {
    let shown = listed.get(..PAGE).unwrap_or(listed);
    let last = shown.last().filter(|_| listed.len() > PAGE);
    let address = format!("/provider/behind?indicator={}", encoded(&chosen.key));
    Ok(BehindFigure {
        title: chosen.title_in(locale.language()).to_owned(),
        period: locale.month_year(month.first_day()),
        months: months(app, locale, month, &format!("{address}&period=")),
        filters: vec![indicators(locale, offered, chosen)?, period(app, locale, month)?],
        rows: shown.iter().map(|one| row(app, locale, one)).collect::<Result<_, _>>()?,
        next: last.map(|last| format!("{address}&period={month}&before={}.{}", last.episode.opened_day, last.episode.id.0)),
        text_lang: (locale.language().primary() != "en" && !chosen.said.contains_key(locale.language().primary())).then(|| "en".to_owned()),
    })
}

fn indicators(locale: &Locale, offered: &[Definition], chosen: &Definition) -> Result<Field, MissingMessage> {
    let options = offered.iter().map(|one| Choice::new(&one.key, one.title_in(locale.language()))).collect();
    let input = Input::Select { options: Field::options("indicator", options, &chosen.key) };
    Ok(Field::new("indicator", locale.t("figure-indicator", &[])?, input))
}

/// The last two years, the newest month first.
fn period(app: &App, locale: &Locale, chosen: Period) -> Result<Field, MissingMessage> {
    let current = Period::of(app.clock.today());
    let first = current.plus(-23).min(chosen);
    let all: Vec<Period> = first.until(current).collect();
    let options = all.iter().rev().map(|month| Choice::new(month.to_string(), locale.month_year(month.first_day()))).collect();
    let input = Input::Select { options: Field::options("period", options, &chosen.to_string()) };
    Ok(Field::new("period", locale.t("figure-period", &[])?, input))
}

fn row(app: &App, locale: &Locale, one: &Behind) -> Result<BehindRow, Problem> {
    let record = one.sealed.as_ref().map(|row| opened(app, row)).transpose()?.flatten().unwrap_or_default();
    let standing = match one.standing {
        Standing::OnRecord => locale.t("behind-on-record", &[])?,
        Standing::NotOnRecord => locale.t("behind-not-on-record", &[])?,
        Standing::LeftOut(why) => {
            let why = locale.t(&format!("figure-exclusion-{}", why.code()), &[])?;
            locale.t("behind-left-out", &[("why", why.into())])?
        }
    };
    Ok(BehindRow {
        name: called(&record, one.episode.person_id),
        href: at(one.episode.person_id),
        born: date(one.episode.birth_day).year().to_string(),
        opened: locale.date(date(one.episode.opened_day)),
        standing,
    })
}
