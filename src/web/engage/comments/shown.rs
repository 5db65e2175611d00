//! The page of one comment: its words, what is known of it, what may be taken out, and the forms in which somebody decides.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::offers::{Chosen, Offer, Offers};
use super::{Found, find, viewed};
use crate::app::App;
use crate::clock::Moment;
use crate::domain::engagement::redaction::{Category, Span};
use crate::domain::survey::{Language, LinkId};
use crate::i18n::{Locale, MissingMessage};
use crate::store::comments::{DISMISSED, KEPT_BACK, RAISED, SUGGESTED};
use crate::web::pages::comments::{Comment, Deed, Fact, Place, Redaction, Tick};
use crate::web::pages::form::{Choice, Field, Input};
use crate::web::pages::part::{FieldError, Hidden};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::{draft, view};
use crate::web::right::ReadComments;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// How many characters are shown before and behind words that may be taken out.
const AROUND: usize = 40;

/// In how many places such words are shown.
const PLACES: usize = 3;

/// What was done a moment ago.
#[derive(Debug, Deserialize)]
pub struct Done {
    done: Option<String>,
}

/// What somebody typed on the page, and what is wrong with it.
pub struct Typed {
    pub chosen: Chosen,
    /// Why it is kept back.
    pub reason: String,
    /// `raise` or `dismiss`, and why.
    pub deed: String,
    pub why: String,
    /// The field, and the sentence; `said` for the page as a whole.
    pub fault: Option<FieldError>,
}

impl Default for Typed {
    fn default() -> Self {
        Self { chosen: Chosen::everything(), reason: String::new(), deed: String::new(), why: String::new(), fault: None }
    }
}

/// Shows it.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ReadComments>,
    id: Path<String>,
    done: Query<Done>,
) -> Result<HttpResponse, Problem> {
    let found = find(&app, &staff, &id).await?;
    let done = match done.done.as_deref() {
        Some(deed @ ("published" | "kept-back" | "raised" | "dismissed")) => Some(visitor.locale.t(&format!("comments-done-{deed}"), &[])?),
        _ => None,
    };
    viewed(&app, &staff, &found).await?;
    let page = page(&app, &visitor, &found, &Typed::default()).await?;
    reply::staff_page(&app, &visitor, &Comment { done, ..page }, &staff)
}

/// Shows it with what was typed: what is wrong with it, or that somebody goes back to change it.
pub async fn again(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ReadComments>,
    found: &Found,
    typed: &Typed,
) -> Result<HttpResponse, Problem> {
    viewed(app, staff, found).await?;
    let page = page(app, visitor, found, typed).await?;
    if typed.fault.is_none() {
        return reply::staff_page(app, visitor, &page, staff);
    }
    reply::staff_again(app, visitor, &page, staff)
}

/// The question that a comment answers, and its language where that is not the page's.
pub async fn question(app: &App, visitor: &Visitor, found: &Found) -> Result<(String, Option<String>), Problem> {
    let journey = app.catalogue.worded(&app.store, found.response.version_id, &found.response.respondent).await?;
    let language = draft::speaks(&journey, visitor.locale.language());
    let item = LinkId::parse(&found.comment.link_id).and_then(|id| journey.definition().item(&id).cloned());
    let text = item.map_or_else(|| found.comment.link_id.clone(), |item| item.text.in_language(&language).to_owned());
    Ok((text, view::text_lang(visitor, &language)))
}

/// The language of the words, where it is not the page's.
pub fn words_lang(visitor: &Visitor, found: &Found) -> Option<String> {
    view::text_lang(visitor, &Language::parse(&found.response.language)?)
}

async fn page(app: &App, visitor: &Visitor, found: &Found, typed: &Typed) -> Result<Comment, Problem> {
    let (locale, comment) = (&visitor.locale, &found.comment);
    let (question, question_lang) = question(app, visitor, found).await?;
    let is_open = |concern: &&str| *concern != DISMISSED;
    let concern = comment.concern.as_deref().filter(is_open).map(|concern| locale.t(&format!("comments-concern-{concern}"), &[]));
    Ok(Comment {
        event: found.event.title.clone(),
        back: format!("/engage/comments?event={}", found.event.id.0),
        question,
        question_lang,
        words: found.words.clone(),
        words_lang: words_lang(visitor, found),
        facts: facts(app, locale, found)?,
        concern: concern.transpose()?,
        published: found.wording.clone(),
        redaction: comment.may_publish.then(|| redaction(locale, found, typed)).transpose()?,
        keep_back: (comment.status != KEPT_BACK).then(|| keep_back(locale, found, typed)).transpose()?,
        raise: concern_form(locale, found, typed)?,
        next: found.next.map(|id| format!("/engage/comments/{}", id.0)),
        done: None,
        fault: typed.fault.clone().filter(|fault| fault.field == "said"),
    })
}

fn facts(app: &App, locale: &Locale, found: &Found) -> Result<Vec<Fact>, MissingMessage> {
    let (comment, response) = (&found.comment, &found.response);
    let fact = |key: &str, value: String| Ok(Fact { name: locale.t(&format!("comments-fact-{key}"), &[])?, value });
    let day = |micros: i64| locale.date(Moment::from_micros(micros).zoned(app.clock.zone()).date());
    let primary = response.language.split('-').next().unwrap_or_default();
    let language = locale.t(&format!("people-language-{primary}"), &[]).unwrap_or_else(|_| response.language.clone());
    let consent = if comment.may_publish { "comments-consent-yes" } else { "comments-consent-no" };
    let mut facts = vec![
        fact("respondent", locale.t(&format!("comments-respondent-{}", response.respondent), &[])?)?,
        fact("language", language)?,
        fact("received", day(comment.created_at))?,
        fact("consent", locale.t(consent, &[])?)?,
        fact("status", locale.t(&format!("comments-status-{}", comment.status), &[])?)?,
    ];
    if let (Some(at), Some(name)) = (comment.decided_at, &found.decided_by) {
        facts.push(fact("decided", format!("{}, {name}", day(at)))?);
    }
    if comment.concern.as_deref() == Some(DISMISSED) {
        facts.push(fact("concern", locale.t("comments-concern-dismissed", &[])?)?);
    }
    Ok(facts)
}

fn redaction(locale: &Locale, found: &Found, typed: &Typed) -> Result<Redaction, MissingMessage> {
    let (offers, letters) = (Offers::of(found), found.words.chars().collect::<Vec<_>>());
    let rest = i64::try_from(offers.rest.len()).unwrap_or(i64::MAX);
    let lines = offers.listed.iter().enumerate();
    let category =
        |category: &Category| Ok(Choice::new(category.code(), locale.t(&format!("comments-category-{}", category.code()), &[])?));
    let categories = Category::ALL.iter().map(category).collect::<Result<Vec<_>, MissingMessage>>()?;
    let words = Field::new("words", locale.t("comments-field-words", &[])?, Input::Lines { value: typed.chosen.words.clone() });
    let what = Input::Select { options: Field::options("category", categories, typed.chosen.category.code()) };
    Ok(Redaction {
        action: format!("{}/preview", found.address()),
        hidden: revision(found),
        ticks: lines.map(|(at, offer)| tick(locale, (at, offer), &letters, &typed.chosen)).collect::<Result<_, _>>()?,
        rest: (rest > 0).then(|| locale.t("comments-tick-rest", &[("count", rest.into())])).transpose()?,
        fields: vec![
            faulty(words.hinted(locale.t("comments-field-words-hint", &[])?), typed),
            Field::new("category", locale.t("comments-field-category", &[])?, what),
        ],
    })
}

fn tick(locale: &Locale, (at, offer): (usize, &Offer), letters: &[char], chosen: &Chosen) -> Result<Tick, MissingMessage> {
    let category = locale.t(&format!("comments-category-{}", offer.category.code()), &[])?;
    let confidence = locale.t(&format!("comments-confidence-{}", offer.confidence.code()), &[])?;
    let more = i64::try_from(offer.spans.len().saturating_sub(PLACES)).unwrap_or(i64::MAX);
    Ok(Tick {
        id: if at == 0 { "cut".to_owned() } else { format!("cut-{}", at + 1) },
        value: offer.value(),
        checked: chosen.has(offer),
        words: offer.words.clone(),
        kind: locale.t("comments-tick", &[("category", category.into()), ("confidence", confidence.into())])?,
        places: offer.spans.iter().take(PLACES).map(|span| place(letters, *span)).collect(),
        more: (more > 0).then(|| locale.t("comments-tick-more", &[("count", more.into())])).transpose()?,
    })
}

/// Words with what stands before and behind them, and an ellipsis where that goes on.
fn place(letters: &[char], span: Span) -> Place {
    let (from, until) = (span.start.saturating_sub(AROUND), (span.end() + AROUND).min(letters.len()));
    let said = |from: usize, until: usize| letters.iter().skip(from).take(until.saturating_sub(from)).collect::<String>();
    let (before, after) = (said(from, span.start), said(span.end(), until));
    Place {
        before: if from > 0 { format!("\u{2026}{before}") } else { before },
        words: said(span.start, span.end()),
        after: if until < letters.len() { format!("{after}\u{2026}") } else { after },
    }
}

fn keep_back(locale: &Locale, found: &Found, typed: &Typed) -> Result<Deed, MissingMessage> {
    let label = if found.comment.may_publish { "comments-field-keep" } else { "comments-field-keep-optional" };
    let reason = Field::new("reason", locale.t(label, &[])?, Input::Lines { value: typed.reason.clone() });
    let reason = faulty(reason.hinted(locale.t("comments-field-keep-hint", &[])?), typed);
    Ok(Deed { action: format!("{}/keep-back", found.address()), hidden: revision(found), fields: vec![reason] })
}

/// Raising a concern, or noting that there is none; what was said already is not asked again.
fn concern_form(locale: &Locale, found: &Found, typed: &Typed) -> Result<Deed, MissingMessage> {
    let concern = found.comment.concern.as_deref();
    let deed = |deed: &str| Ok(Choice::new(deed, locale.t(&format!("comments-deed-{deed}"), &[])?));
    let mut deeds = Vec::new();
    if concern != Some(RAISED) {
        deeds.push(deed("raise")?);
    }
    if matches!(concern, Some(RAISED | SUGGESTED)) {
        deeds.push(deed("dismiss")?);
    }
    let options = Input::Radios { options: Field::options("deed", deeds, &typed.deed) };
    let why = Field::new("why", locale.t("comments-field-concern", &[])?, Input::Lines { value: typed.why.clone() });
    let fields = vec![
        faulty(Field::new("deed", locale.t("comments-field-deed", &[])?, options), typed),
        faulty(why.hinted(locale.t("comments-field-keep-hint", &[])?), typed),
    ];
    Ok(Deed { action: format!("{}/concern", found.address()), hidden: revision(found), fields })
}

fn faulty(mut field: Field, typed: &Typed) -> Field {
    field.errors.extend(typed.fault.clone().filter(|fault| fault.field == field.id));
    field
}

/// Which state of the comment a form was made from.
fn revision(found: &Found) -> Vec<Hidden> {
    vec![Hidden::new("revision", found.comment.revision.to_string())]
}
