//! What is said of an event in several places: when it is, where it is joined, what it offers, and how far it is.

use crate::app::App;
use crate::clock::Moment;
use crate::domain::engagement::{JoinCode, Offer};
use crate::i18n::{Locale, MissingMessage};
use crate::store::events::{Event, listed};
use crate::web::provider::person_fields::language_name;

/// The day, and the times at which it begins and ends.
pub fn when(app: &App, locale: &Locale, event: &Event) -> Result<String, MissingMessage> {
    let [start, end] = [event.starts_at, event.ends_at].map(|at| Moment::from_micros(at).zoned(app.clock.zone()));
    let time = |at: &jiff::Zoned| at.strftime("%H:%M").to_string();
    let arguments = [("day", locale.date(start.date()).into()), ("from", time(&start).into()), ("until", time(&end).into())];
    locale.t("engage-when", &arguments)
}

/// A day and a time of day.
pub fn moment(app: &App, locale: &Locale, micros: i64) -> Result<String, MissingMessage> {
    let at = Moment::from_micros(micros).zoned(app.clock.zone());
    locale.t("engage-moment", &[("day", locale.date(at.date()).into()), ("time", at.strftime("%H:%M").to_string().into())])
}

/// What it offers so that everybody can take part.
pub fn offers(locale: &Locale, event: &Event) -> Result<Vec<String>, MissingMessage> {
    let known = listed(&event.offers).filter_map(Offer::from_code);
    known.map(|offer| locale.t(&format!("engage-offer-{}", offer.code()), &[])).collect()
}

/// The languages spoken there.
pub fn languages(locale: &Locale, event: &Event) -> Result<Vec<String>, MissingMessage> {
    listed(&event.languages).map(|tag| language_name(locale, tag)).collect()
}

/// The code as people read it: with a gap in the middle.
#[must_use]
pub fn code(event: &Event) -> String {
    JoinCode::parse(&event.join_code).map_or_else(|| event.join_code.clone(), |code| code.to_string())
}

/// Where the square code leads.
#[must_use]
pub fn link(app: &App, event: &Event) -> String {
    format!("{}/e/{}", app.settings.origin(), event.join_code)
}

/// Where the code is typed, as people copy it from a wall: browsers know the scheme.
#[must_use]
pub fn short_address(app: &App) -> String {
    let origin = app.settings.origin();
    let plain = origin.strip_prefix("https://").or(origin.strip_prefix("http://")).unwrap_or(&origin);
    format!("{plain}/join")
}

/// The page of an event.
#[must_use]
pub fn at(event: &Event) -> String {
    format!("/engage/{}", event.id.0)
}

/// The language of the surveys' own words, and of what the framework does not translate, where the page is in another.
#[must_use]
pub fn text_lang(locale: &Locale) -> Option<String> {
    (locale.language().primary() != "en").then(|| "en".to_owned())
}
