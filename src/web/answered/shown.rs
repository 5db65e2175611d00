//! The words around an answer: what becomes of it, by when, and since when it is public. What was heard and what is done about it
//! stands in the words of those who wrote it.

use crate::app::App;
use crate::clock::Moment;
use crate::domain::engagement::answer_back::{Published, Status, Theme, Told};
use crate::i18n::{Locale, MissingMessage};
use crate::web::pages::answered::{Shown, ThemeShown};
use crate::web::visitor::Visitor;

/// An answer as it was written.
pub fn written(locale: &Locale, told: &Told) -> Result<Shown, MissingMessage> {
    let answer = &told.answer;
    Ok(Shown {
        theme: told.theme.clone(),
        heard: answer.heard.clone(),
        status: status(locale, answer.status)?,
        doing: Some(answer.doing.clone()).filter(|doing| !doing.is_empty()),
        reason: answer.reason.clone(),
        responsible: answer.responsible.clone(),
        due: answer.due.map(|due| locale.date(due)),
        dated: None,
    })
}

/// An answer as it was published, with its days.
pub fn published(app: &App, locale: &Locale, one: &Published) -> Result<Shown, MissingMessage> {
    let first = day(app, locale, one.first_at);
    let dated = match one.changed_at {
        None => locale.t("answered-dated", &[("day", first.into())])?,
        Some(changed) => locale.t("answered-dated-changed", &[("day", first.into()), ("changed", day(app, locale, changed).into())])?,
    };
    Ok(Shown { dated: Some(dated), ..written(locale, &one.told)? })
}

/// The themes that were heard, each with how many people spoke of it where they are enough to say.
pub fn themes(locale: &Locale, themes: &[Theme]) -> Result<Vec<ThemeShown>, MissingMessage> {
    let people = |count: u64| locale.t("answered-theme-people", &[("people", i64::try_from(count).unwrap_or(i64::MAX).into())]);
    let theme = |one: &Theme| Ok(ThemeShown { title: one.title.clone(), people: one.people.map(people).transpose()? });
    themes.iter().map(theme).collect()
}

/// What becomes of something that was heard, in words.
pub fn status(locale: &Locale, status: Status) -> Result<String, MissingMessage> {
    locale.t(&format!("answered-status-{}", status.code()), &[])
}

/// The day of a moment, in full.
pub fn day(app: &App, locale: &Locale, at: i64) -> String {
    locale.date(Moment::from_micros(at).date(app.clock.zone()))
}

/// The language that staff write in, where it is not the page's: the one the organisation set.
pub fn own_words(app: &App, visitor: &Visitor) -> Option<String> {
    let language = &app.settings.language;
    let is_same = language.split('-').next() == Some(visitor.locale.language().primary());
    (!is_same).then(|| language.clone())
}
