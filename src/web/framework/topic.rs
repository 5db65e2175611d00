//! One outcome or indicator: where it stands, what each event says about it, and what was decided before.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::evidence::{gather, words};
use super::exhibit::Writer;
use super::{Topic, standing};
use crate::app::App;
use crate::domain::access::Permission;
use crate::domain::engagement::Subject;
use crate::domain::framework::standing::{Decision, Standing};
use crate::i18n::Locale;
use crate::store::validations::{self, Validation};
use crate::web::answered::shown::{day, own_words};
use crate::web::pages::framework::{DecisionLine, Link, TopicPage};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeFramework;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// What was done a moment ago.
#[derive(Debug, Deserialize)]
pub struct Done {
    done: Option<String>,
}

/// Shows an outcome.
pub async fn outcome(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeFramework>,
    key: Path<String>,
    done: Query<Done>,
) -> Result<HttpResponse, Problem> {
    show(&app, &visitor, &staff, (Subject::Outcome, &key, &done)).await
}

/// Shows an indicator.
pub async fn indicator(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeFramework>,
    key: Path<String>,
    done: Query<Done>,
) -> Result<HttpResponse, Problem> {
    show(&app, &visitor, &staff, (Subject::Indicator, &key, &done)).await
}

async fn show(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<SeeFramework>,
    (subject, key, done): (Subject, &str, &Done),
) -> Result<HttpResponse, Problem> {
    let locale = &visitor.locale;
    let topic = Topic::of(app, locale, subject, key).ok_or(Problem::NotFound)?;
    let exhibits = gather(app, &topic).await?;
    let words = words(app, &exhibits).await?;
    let writer = Writer { app, locale, words: &words };
    let of = topic.key.clone();
    let history = app.store.read("validations", move |conn| validations::of(conn, subject, &of)).await?;
    let decisions = history.iter().map(Validation::decision).collect::<Result<Vec<Decision>, _>>()?;
    let done = done.done.as_deref().filter(|done| matches!(*done, "validated" | "sent-back"));
    let page = TopicPage {
        at: topic.at(),
        kind: locale.t(&format!("framework-{}", subject.code()), &[])?,
        done: done.map(|done| locale.t(&format!("framework-done-{done}"), &[])).transpose()?,
        state: standing(app, locale, Standing::of(&decisions, topic.version), topic.version)?,
        plain: plain(app, locale, &topic),
        related: related(app, locale, &topic),
        figures: (subject == Subject::Indicator && staff.may(Permission::SeeCountyFigures))
            .then(|| format!("/commissioner/indicators/{}", topic.key)),
        may_decide: staff.may(Permission::ValidateFramework),
        exhibits: exhibits.iter().map(|exhibit| writer.exhibit(exhibit)).collect::<Result<_, _>>()?,
        history: history.iter().map(|one| line(app, locale, one)).collect::<Result<_, Problem>>()?,
        title: topic.title,
        text_lang: topic.lang,
        own_lang: own_words(app, visitor),
    };
    reply::staff_page(app, visitor, &page, staff)
}

/// The definition of an indicator in plain words.
fn plain(app: &App, locale: &Locale, topic: &Topic) -> Vec<String> {
    let definition = (topic.subject == Subject::Indicator).then(|| app.definition_now(&topic.key)).flatten();
    let plain = definition.map(|one| one.plain_in(locale.language()).clone());
    plain.map(|plain| vec![plain.why, plain.denominator, plain.numerator]).unwrap_or_default()
}

/// The indicators of an outcome, the outcome of an indicator.
fn related(app: &App, locale: &Locale, topic: &Topic) -> Vec<Link> {
    let framework = &app.framework;
    let link = |subject, key: &str| {
        let other = Topic::of(app, locale, subject, key)?;
        Some(Link { href: other.at(), title: other.title, lang: other.lang })
    };
    match topic.subject {
        Subject::Outcome => {
            let own = framework.outcome(&topic.key).into_iter().flat_map(|outcome| framework.indicators_of(outcome));
            own.filter_map(|one| link(Subject::Indicator, &one.key)).collect()
        }
        Subject::Indicator => {
            let own = app.definition_now(&topic.key).and_then(|one| link(Subject::Outcome, &one.outcome));
            own.into_iter().collect()
        }
    }
}

/// One decision in the history.
fn line(app: &App, locale: &Locale, one: &Validation) -> Result<DecisionLine, Problem> {
    let arguments = [("day", day(app, locale, one.decided_at).into()), ("version", i64::from(one.version).into())];
    Ok(DecisionLine {
        said: locale.t(&format!("framework-decided-{}", one.verdict), &arguments)?,
        reason: one.reason.clone(),
        href: format!("/framework/decisions/{}", one.id),
    })
}
