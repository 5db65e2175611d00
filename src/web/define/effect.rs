//! A draft's figures beside those that left: only what may be shown, and the difference of what is shown.

use crate::app::App;
use crate::domain::disclosure::Released;
use crate::domain::indicator::Period;
use crate::domain::indicator::tally::Measure;
use crate::domain::release::Place;
use crate::i18n::{Locale, MissingMessage};
use crate::store::definitions::Kept;
use crate::store::previews;
use crate::web::define::month;
use crate::web::pages::define::{Effect, EffectRow};
use crate::web::problem::Problem;

/// The effect of a draft that has been counted; nothing before.
pub(super) async fn of(app: &App, locale: &Locale, kept: &Kept) -> Result<Option<Effect>, Problem> {
    let Some(drafted) = previews::shown(kept, &app.secret.ledger_key())? else { return Ok(None) };
    let ledger = app.ledger().await?;
    let mut rows = Vec::new();
    for (number, draft) in drafted.rows().rev() {
        let period = Period::from_number(*number);
        let left = ledger.leaf(&kept.indicator, period).and_then(|leaf| leaf.figures.find(&Place::WHOLE));
        rows.push(EffectRow {
            period: month(locale, period),
            in_force: left.map_or_else(|| locale.t("define-hidden", &[]), |left| figure(locale, drafted.measure(), left))?,
            draft: figure(locale, drafted.measure(), draft)?,
            change: change(locale, left, draft)?,
        });
    }
    Ok(Some(Effect { rows }))
}

fn figure(locale: &Locale, measure: Measure, released: &Released) -> Result<String, MissingMessage> {
    let Some(figure) = released.figure() else { return locale.t("define-hidden", &[]) };
    let count = |count: u64| locale.whole(i64::try_from(count).unwrap_or(i64::MAX));
    let value = locale.number(figure.value(), usize::from(figure.places()));
    let of = count(figure.denominator());
    match (measure, figure.numerator()) {
        (Measure::Proportion, Some(numerator)) => {
            locale.t("define-effect-share", &[("value", value.into()), ("met", count(numerator).into()), ("of", of.into())])
        }
        _ => locale.t("define-effect-mean", &[("value", value.into()), ("of", of.into())]),
    }
}

fn change(locale: &Locale, left: Option<&Released>, draft: &Released) -> Result<String, MissingMessage> {
    let Some(left) = left.filter(|left| left.figure().is_some() && draft.figure().is_some()) else { return Ok("–".to_owned()) };
    let same = left.figure() == draft.figure();
    let places = draft.figure().map_or(0, |figure| usize::from(figure.places()));
    match draft.change_since(left) {
        Some(_) if same => locale.t("define-effect-same", &[]),
        Some(by) if by > 0.0 => Ok(format!("+{}", locale.number(by, places))),
        Some(by) if by < 0.0 => Ok(format!("−{}", locale.number(-by, places))),
        _ => Ok(locale.number(0.0, places)),
    }
}
