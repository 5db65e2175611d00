//! Asking for a board pack, seeing how far it is, and fetching it. Who asked and who fetched stands in the audit trail.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use data_encoding::BASE64;
use serde::Deserialize;

use super::asked::{self, Asked};
use super::{periods, ways};
use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::Action;
use crate::domain::indicator::Period;
use crate::i18n::Locale;
use crate::jobs::PACKS_KEPT_DAYS;
use crate::store::board_packs::{self, Pack, READY, WAITING};
use crate::store::{Conn, audit};
use crate::web::pages::pack::{PackRow, Packs};
use crate::web::posted::Posted;
use crate::web::printing::pdf;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeCountyFigures;
use crate::web::staff::{Staff, UNATTENDED};
use crate::web::visitor::Visitor;

const AT: &str = "/commissioner/pack";

/// Looks again after so many seconds while a pack is made.
const SECONDS: u32 = 5;

/// Whether it is to stand still.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    still: Option<String>,
}

/// Shows the form, and the packs that were asked for. It looks again by itself while one is made, unless that is stopped.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    asked: Query<Asked>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let (ledger, locale, account) = (app.ledger().await?, &visitor.locale, staff.account);
    let released = periods::released(&app, &ledger);
    let (period, programme) = (asked.period(&released)?, asked.programme(&app)?);
    let packs = app.store.read("packs", move |conn: &mut Conn| board_packs::list(conn, account)).await?;
    let waits = packs.iter().any(|pack| pack.status == WAITING);
    let page = Packs {
        back: ways::overview(period),
        fields: vec![asked::period_field(locale, &released, period)?, asked::programme_field(&app, locale, programme)?],
        can_be_made: period.is_some(),
        packs: packs.iter().map(|pack| row(&app, locale, pack)).collect::<Result<_, Problem>>()?,
        refreshes: (waits && wanted.still.is_none()).then_some(SECONDS),
        waits,
        on: AT.to_owned(),
        still: format!("{AT}?still=yes"),
    };
    let mut answer = reply::staff_page(&app, &visitor, &page, &staff)?;
    if let Some(seconds) = page.refreshes {
        reply::refresh(&mut answer, seconds, &format!("{AT}?{UNATTENDED}"))?;
    }
    Ok(answer)
}

/// Puts a pack in the queue.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<SeeCountyFigures>, form: Posted) -> Result<HttpResponse, Problem> {
    let ledger = app.ledger().await?;
    let asked = Asked::new(form.first("period"), form.first("programme"));
    // Before anything left the page says so.
    let Some(period) = asked.period(&periods::released(&app, &ledger))? else { return Ok(reply::see_other(AT)) };
    let programme = asked.programme(&app)?.map(|one| one.key.clone());
    let pack = Pack {
        id: app.random.id(&app.clock),
        account_id: staff.account,
        period: period.number(),
        programme,
        language: visitor.locale.language().to_string(),
        status: WAITING.to_owned(),
        done: 0,
        steps: 1,
        asked_at: app.clock.now().micros(),
        leased_until: None,
        finished_at: None,
    };
    let whole = pack.programme.as_deref().unwrap_or("all");
    let event = staff.event(&app, Action::BoardPackAsked).about(format!("pack:{}", pack.id));
    let (event, secret) = (event.with(format!("period {period}, programme {whole}")), app.secret.clone());
    let work = move |tx: &mut Conn| {
        if board_packs::add(tx, &pack)? {
            audit::add(tx, &secret, &event)?;
        }
        Ok(())
    };
    app.store.write("pack asked for", work).await?;
    app.packs.notify_one();
    Ok(reply::see_other(AT))
}

/// The document.
pub async fn file(app: Data<App>, staff: Staff<SeeCountyFigures>, id: Path<i64>) -> Result<HttpResponse, Problem> {
    let (id, account) = (id.into_inner(), staff.account);
    let (pack, file) = app.store.read("pack", move |conn: &mut Conn| board_packs::ready(conn, id, account)).await?;
    if is_over(&app, &pack) {
        return Err(Problem::NotFound);
    }
    let bytes = BASE64.decode(file.unwrap_or_default().as_bytes()).map_err(|why| Problem::Internal(why.to_string()))?;
    let event = staff.event(&app, Action::FiguresExported).about(format!("pack:{id}"));
    staff.record(&app, event).await?;
    Ok(pdf(&format!("{}-{}.pdf", app.framework.key, Period::from_number(pack.period)), bytes))
}

/// True where it is kept no longer, though it may not be taken away yet.
fn is_over(app: &App, pack: &Pack) -> bool {
    pack.asked_at < app.clock.now().plus_days(-PACKS_KEPT_DAYS).micros()
}

fn row(app: &App, locale: &Locale, pack: &Pack) -> Result<PackRow, Problem> {
    let at = Moment::from_micros(pack.asked_at).zoned(app.clock.zone());
    let programme = app.framework.programmes.iter().find(|one| pack.programme.as_deref() == Some(one.key.as_str()));
    let is_ready = pack.status == READY && !is_over(app, pack);
    Ok(PackRow {
        period: locale.month_year(Period::from_number(pack.period).first_day()),
        programme: match programme {
            Some(one) => one.title.clone(),
            None => locale.t("compare-every-programme", &[])?,
        },
        asked: format!("{}, {}", locale.date(at.date()), at.strftime("%H:%M")),
        status: locale.t(&format!("pack-status-{}", pack.status), &[])?,
        progress: (pack.status == WAITING).then_some((pack.done, pack.steps)),
        href: is_ready.then(|| format!("{AT}/{}.pdf", pack.id)),
    })
}
