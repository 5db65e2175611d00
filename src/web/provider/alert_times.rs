//! How soon alerts are acknowledged, month by month. The numbers are the provider's own, about its team and not about
//! people, and stay with it.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::alerts::lasting;
use crate::app::App;
use crate::clock::Moment;
use crate::domain::care::alert::MINUTES;
use crate::domain::care::alert_times::{Course, Month, months};
use crate::domain::indicator::Period;
use crate::i18n::{Locale, MissingMessage};
use crate::store::Conn;
use crate::store::alert_teams::{self, Team};
use crate::store::alerts::{self, Case};
use crate::store::days::day;
use crate::store::ids::OrganisationId;
use crate::web::chart::{self, Bounds, Notes, Options, Point};
use crate::web::pages::alerts::{Times, TimesRow};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::{ActOnAlerts, ManageSchedules};
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// How many months are shown.
const MONTHS: i32 = 12;

/// Shows them to those who act on alerts.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ActOnAlerts>) -> Result<HttpResponse, Problem> {
    let page = page(&app, &visitor, staff.organisations(), "/provider/alerts").await?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Shows them to those who say who acts on alerts.
pub async fn of_teams(app: Data<App>, visitor: Visitor, staff: Staff<ManageSchedules>) -> Result<HttpResponse, Problem> {
    let page = page(&app, &visitor, staff.organisations(), "/provider/alert-team").await?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

async fn page(app: &App, visitor: &Visitor, own: Vec<OrganisationId>, back: &str) -> Result<Times, Problem> {
    let last = Period::of(app.clock.today());
    let first = last.plus(1 - MONTHS);
    let from = i64::from(day(first.first_day()) - 1) * 86_400_000_000;
    let found = move |conn: &mut Conn| {
        let seen = alerts::seen_by(conn, &own)?;
        Ok((alerts::since(conn, &seen, from)?, alert_teams::list(conn)?))
    };
    let (cases, teams) = app.store.read("alert times", found).await?;
    let courses: Vec<Course> = cases.iter().map(|case| course(app, case, &teams)).collect();
    let months = months(&courses, first, last, app.clock.now().micros());
    let sentence = sentence(&visitor.locale, &months)?;
    Ok(Times {
        trend: trend(&visitor.locale, &months, &sentence)?,
        rows: if courses.is_empty() { &[] } else { &months[..] }
            .iter()
            .rev()
            .map(|month| row(&visitor.locale, month))
            .collect::<Result<_, _>>()?,
        sentence,
        back: back.to_owned(),
    })
}

fn course(app: &App, case: &Case, teams: &[Team]) -> Course {
    let team = teams.iter().find(|team| Some(team.organisation_id) == case.organisation_id);
    Course {
        month: Period::of(Moment::from_micros(case.raised_at).date(app.clock.zone())),
        raised_at: case.raised_at,
        acknowledged_at: case.acknowledged_at,
        is_escalated: case.escalated_at.is_some(),
        allowed: team.map_or(MINUTES, |team| team.minutes),
    }
}

/// The latest month in which an alert was acknowledged, in words.
fn sentence(locale: &Locale, months: &[Month]) -> Result<String, MissingMessage> {
    let latest = months.iter().rev().find_map(|month| Some((month, month.median?)));
    let Some((month, median)) = latest else { return locale.t("alerts-times-none", &[]) };
    let name = locale.month_year(month.month.first_day());
    locale.t("alerts-times-sentence", &[("month", name.into()), ("median", lasting(locale, median)?.into())])
}

fn trend(locale: &Locale, months: &[Month], sentence: &str) -> Result<String, MissingMessage> {
    let point = |month: &Month| Point {
        label: locale.month_brief(month.month.first_day()),
        value: month.median.and_then(|minutes| i32::try_from(minutes).ok()).map(f64::from),
        lower: None,
        upper: None,
        provisional: false,
    };
    // One point is no course.
    if months.iter().filter(|month| month.median.is_some()).count() < 2 {
        return Ok(String::new());
    }
    let points: Vec<Point> = months.iter().map(point).collect();
    let (title, none) = (locale.t("alerts-times-chart", &[])?, locale.t("alerts-times-chart-none", &[])?);
    let number = |value: f64| locale.number(value, 0);
    let options = Options {
        id: "times",
        title: &title,
        description: sentence,
        notes: Notes { interval: "", withheld: &none, provisional: "" },
        bounds: Bounds { lowest: Some(0.0), highest: None },
        number: &number,
    };
    Ok(chart::trend(&points, &options))
}

fn row(locale: &Locale, month: &Month) -> Result<TimesRow, MissingMessage> {
    let whole = |count: usize| locale.whole(i64::try_from(count).unwrap_or(i64::MAX));
    let lasting = |minutes: Option<i64>| minutes.map(|minutes| lasting(locale, minutes)).transpose();
    let of = |(part, all): (usize, usize)| locale.t("alerts-times-of", &[("part", whole(part).into()), ("all", whole(all).into())]);
    Ok(TimesRow {
        month: locale.month_year(month.month.first_day()),
        raised: whole(month.raised),
        acknowledged: whole(month.acknowledged),
        median: lasting(month.median)?,
        ninetieth: lasting(month.ninetieth)?,
        in_time: Some(month.in_time).filter(|(_, all)| *all > 0).map(of).transpose()?,
        escalated: whole(month.escalated),
    })
}
