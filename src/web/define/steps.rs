//! What becomes of a draft before it is decided about: it is proposed with a reason, or given up.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::About;
use crate::app::App;
use crate::domain::access::Action;
use crate::i18n::Locale;
use crate::store::definitions::Kept;
use crate::store::drafts::{self, By, Seen};
use crate::store::{Conn, audit};
use crate::web::form::Fields;
use crate::web::pages::form::{Back, Field, Form, Input};
use crate::web::pages::part::{FieldError, Hidden};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::DraftDefinitions;
use crate::web::staff::{Member, Staff};
use crate::web::visitor::Visitor;

/// The most characters of a reason.
pub(super) const WORDS_MOST: usize = 2000;

/// One of the two steps.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Propose,
    Drop,
}

impl Step {
    const fn code(self) -> &'static str {
        match self {
            Self::Propose => "propose",
            Self::Drop => "drop",
        }
    }
}

/// Asks why a draft is to come into force.
pub async fn ask_propose(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<DraftDefinitions>,
    key: Path<String>,
) -> Result<HttpResponse, Problem> {
    ask(&app, &visitor, &staff, (&key, Step::Propose)).await
}

/// Proposes it.
pub async fn propose(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<DraftDefinitions>,
    key: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    take(&app, &visitor, &staff, (&key, Step::Propose, &typed)).await
}

/// Asks why a draft is given up.
pub async fn ask_drop(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<DraftDefinitions>,
    key: Path<String>,
) -> Result<HttpResponse, Problem> {
    ask(&app, &visitor, &staff, (&key, Step::Drop)).await
}

/// Gives it up.
pub async fn drop(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<DraftDefinitions>,
    key: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    take(&app, &visitor, &staff, (&key, Step::Drop, &typed)).await
}

async fn ask(app: &App, visitor: &Visitor, staff: &Member, (key, step): (&str, Step)) -> Result<HttpResponse, Problem> {
    let about = About::load(app, key).await?;
    let Some(draft) = about.draft() else { return Ok(reply::see_other(&about.at())) };
    reply::staff_page(app, visitor, &form(&visitor.locale, &about, (draft, step, &Fields::default()), None)?, staff)
}

async fn take(app: &App, visitor: &Visitor, staff: &Member, (key, step, typed): (&str, Step, &Fields)) -> Result<HttpResponse, Problem> {
    let about = About::load(app, key).await?;
    let Some(draft) = about.draft() else { return Ok(reply::see_other(&about.at())) };
    let fault = match words(typed) {
        Ok(words) => {
            let revision = typed.first("revision").parse().map_err(|_| Problem::Tampered)?;
            if write(app, staff, (Seen { revision, ..Seen::of(draft) }, step, words)).await? {
                let (version, at) = (draft.version, about.at());
                return Ok(reply::see_other(&format!(
                    "{at}/versions/{version}?done={}",
                    if step == Step::Propose { "proposed" } else { "dropped" }
                )));
            }
            "elsewhere"
        }
        Err(fault) => fault,
    };
    reply::staff_again(app, visitor, &form(&visitor.locale, &about, (draft, step, typed), Some(fault))?, staff)
}

/// The reason, or what is wrong with it.
pub(super) fn words(typed: &Fields) -> Result<String, &'static str> {
    let words = typed.first("words").trim().replace("\r\n", "\n");
    match words.chars().count() {
        0 => Err("words-empty"),
        1..=WORDS_MOST => Ok(words),
        _ => Err("words-long"),
    }
}

async fn write(app: &App, staff: &Member, (seen, step, words): (Seen, Step, String)) -> Result<bool, Problem> {
    let by = By { account: staff.account.0, now: app.clock.now() };
    let action = if step == Step::Propose { Action::DefinitionProposed } else { Action::DefinitionDropped };
    let event = staff.event(app, action).about(format!("definition:{}@{}", seen.indicator, seen.version)).because(words.clone());
    let (event, secret) = (event.with(format!("revision {}", seen.revision)), app.secret.clone());
    let work = move |tx: &mut Conn| {
        audit::turn(tx)?;
        let is_done = match step {
            Step::Propose => drafts::propose(tx, &seen, &words, by)?,
            Step::Drop => drafts::drop(tx, &seen, &words, by)?,
        };
        if is_done {
            audit::add(tx, &secret, &event)?;
        }
        Ok(is_done)
    };
    Ok(app.store.write("a step of a draft", work).await?)
}

fn form(locale: &Locale, about: &About, (draft, step, typed): (&Kept, Step, &Fields), fault: Option<&str>) -> Result<Form, Problem> {
    let (name, version) = (step.code(), i64::from(draft.version));
    let mut field =
        Field::new("words", locale.t(&format!("define-field-{name}"), &[])?, Input::Lines { value: typed.first("words").to_owned() });
    field.hint = locale.t(&format!("define-hint-{name}"), &[])?;
    if let Some(fault) = fault {
        field.errors.push(FieldError::new("words", said(locale, fault)?));
    }
    let seen = typed.first("revision");
    Ok(Form {
        heading: locale.t(&format!("define-{name}"), &[])?,
        caption: Some(locale.t("define-version", &[("version", version.into())])?),
        intro: vec![locale.t(&format!("define-{name}-intro"), &[])?],
        back: Back { href: format!("{}/versions/{version}", about.at()), text: locale.t("define-back", &[])? },
        action: format!("{}/draft/{name}", about.at()),
        hidden: vec![Hidden::new("revision", if seen.is_empty() { draft.revision.to_string() } else { seen.to_owned() })],
        fields: vec![field],
        button: locale.t(&format!("define-{name}-button"), &[])?,
        warning: step == Step::Drop,
    })
}

/// What is wrong with a decision, in a sentence.
pub(super) fn said(locale: &Locale, fault: &str) -> Result<String, Problem> {
    let rule = locale.t("define-field-words", &[])?;
    let most = locale.whole(i64::try_from(WORDS_MOST).unwrap_or(i64::MAX));
    Ok(locale.t(&format!("define-fault-{fault}"), &[("rule", rule.into()), ("found", most.into())])?)
}
