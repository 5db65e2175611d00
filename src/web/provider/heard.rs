//! Who was heard of a provider's own people: counts as they are, because they stay with those who care for them.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};

use crate::app::App;
use crate::domain::care::heard::{Ask, Funnel, Split, Stage, by, unheard};
use crate::domain::care::span::Span;
use crate::domain::indicator::Period;
use crate::domain::statistics::{Confidence, proportion, real};
use crate::i18n::MissingMessage;
use crate::store::heard::{self as rows, Wanted};
use crate::store::{Conn, organisations};
use crate::web::heard::{self, Asked, Line, Writer};
use crate::web::pages::heard::Heard;
use crate::web::pages::part::Choice;
use crate::web::problem::Problem;
use crate::web::reply::{self, encoded};
use crate::web::right::SeeProviderFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

const AT: &str = "/provider/heard";

/// Shows how far everybody came.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeProviderFigures>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let own = staff.organisations();
    let of = own.clone();
    let served = move |conn: &mut Conn| {
        let programmes: Vec<Vec<String>> = of.iter().map(|id| organisations::programmes_of(conn, *id)).collect::<Result<_, _>>()?;
        Ok((programmes.concat(), organisations::list(conn)?, heard::names(conn)?))
    };
    let (served, all, names) = app.store.read("programmes served", served).await?;
    let (programme, span) = (asked.programme(&app, &served)?, asked.span(&app)?);
    let (first, last) = span.days();
    let wanted = Wanted { organisations: own.clone(), programme: programme.key.clone(), first, last };
    let asks = app.store.read("who was heard", move |conn| rows::asks(conn, &wanted)).await?;
    let writer = Writer { visitor: &visitor, names: &names, stages: Stage::ALL };
    let about: Vec<&str> = all.iter().filter(|one| own.contains(&one.id)).map(|one| one.name.as_str()).collect();
    let address = format!("{AT}?programme={}&period=", encoded(&programme.key));
    let page = Heard {
        about: about.join(", "),
        programmes: heard::programmes(&app, AT, programme, span),
        spans: spans(&app, &visitor, span, &address)?,
        period: heard::name(&visitor.locale, span)?,
        months: heard::around(&app, &visitor.locale, span, &address)?,
        csv: None,
        small_numbers: None,
        text_lang: (visitor.locale.language().primary() != "en").then(|| "en".to_owned()),
        ..told(&writer, &asks)?
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// By month or by quarter.
fn spans(app: &App, visitor: &Visitor, span: Span, address: &str) -> Result<Vec<Choice>, MissingMessage> {
    let month = Span::Month(span.last().min(Period::of(app.clock.today())));
    let choice = |key: &str, to: Span, current: bool| {
        Ok::<_, MissingMessage>(Choice { label: visitor.locale.t(key, &[])?, href: format!("{address}{to}"), current })
    };
    let is_month = matches!(span, Span::Month(_));
    Ok(vec![
        choice("heard-by-quarter", Span::quarter_of(span.first()), !is_month)?,
        choice("heard-by-month", if is_month { span } else { month }, is_month)?,
    ])
}

/// The sentences and the tables.
fn told(writer: &Writer<'_>, asks: &[Ask]) -> Result<Heard, Problem> {
    let locale = &writer.visitor.locale;
    let whole = Funnel::of(asks);
    let (finished, eligible) = whole.heard();
    let mut tables = Vec::new();
    let mut less = Vec::new();
    for split in Split::ALL.iter().filter(|_| eligible > 0) {
        let members = by(asks, *split);
        let heard: Vec<(String, (u64, u64))> = members.iter().map(|(member, funnel)| (member.clone(), funnel.heard())).collect();
        less.extend(unheard(*split, &heard, whole.heard()));
        let lines: Vec<Line> = members.iter().map(|(member, funnel)| line(member, funnel)).collect();
        tables.push(writer.split(*split, &lines)?);
    }
    less.sort_by(|a, b| a.difference.total_cmp(&b.difference));
    let everybody = line("", &whole);
    let sentence = match everybody.share {
        None => locale.t("heard-nobody", &[])?,
        Some((share, interval)) => locale.t(
            "heard-sentence",
            &[
                ("eligible", writer.whole(eligible).into()),
                ("finished", writer.whole(finished).into()),
                ("share", writer.per_cent(share).into()),
                ("interval", interval.map(|interval| writer.range(&interval)).transpose()?.unwrap_or_default().into()),
            ],
        )?,
    };
    if eligible > 0 {
        tables.insert(0, writer.everybody(&everybody)?);
    }
    Ok(Heard {
        about: String::new(),
        explain: locale.t("heard-explain", &[])?,
        choose: locale.t("people-programmes", &[])?,
        programmes: Vec::new(),
        spans: Vec::new(),
        period: String::new(),
        months: Vec::new(),
        sentence,
        unheard: writer.unheard(&less)?,
        stages: heard::stages(locale, Stage::ALL)?,
        share: locale.t("heard-share", &[])?,
        tables,
        csv: None,
        small_numbers: None,
        text_lang: None,
    })
}

fn line(member: &str, funnel: &Funnel) -> Line {
    let (finished, eligible) = funnel.heard();
    let interval = proportion::wilson(finished, eligible, Confidence::P95).map(|interval| interval.map(|limit| 100.0 * limit));
    Line {
        member: member.to_owned(),
        counts: Stage::ALL.iter().map(|stage| Some(funnel.reached(*stage))).collect(),
        share: (eligible > 0).then(|| (100.0 * real(finished) / real(eligible), interval)),
    }
}
