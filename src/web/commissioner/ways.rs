//! The ways between the pages of a commissioner: the same figures otherwise, with the period and the filters that are chosen.

use super::names::Names;
use crate::domain::indicator::Period;
use crate::domain::release::Place;
use crate::i18n::{Locale, MissingMessage};
use crate::web::pages::figures::MonthLink;
use crate::web::reply::encoded;

/// A page on which one indicator is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    Alone,
    SideBySide,
    OnMap,
}

impl Seen {
    /// Its address. It shows the newest period where none is given.
    pub fn at(self, key: &str, period: Option<Period>) -> String {
        let page = match self {
            Self::Alone => "indicators",
            Self::SideBySide => "compare",
            Self::OnMap => "map",
        };
        format!("/commissioner/{page}/{key}{}", asking(period, ""))
    }

    const fn said(self) -> &'static str {
        match self {
            Self::Alone => "ways-alone",
            Self::SideBySide => "ways-side-by-side",
            Self::OnMap => "ways-map",
        }
    }
}

/// What an address asks for: a period, and a programme where it is not all of them.
fn asking(period: Option<Period>, programme: &str) -> String {
    let period = period.map(|period| format!("period={period}"));
    let programme = (!programme.is_empty()).then(|| format!("programme={}", encoded(programme)));
    let asked: Vec<String> = period.into_iter().chain(programme).collect();
    if asked.is_empty() { String::new() } else { format!("?{}", asked.join("&")) }
}

/// Where every indicator is shown.
pub fn overview(period: Option<Period>) -> String {
    format!("/commissioner{}", asking(period, ""))
}

/// The other pages of an indicator.
pub fn of_indicator(locale: &Locale, key: &str, here: Seen, period: Option<Period>) -> Result<Vec<MonthLink>, MissingMessage> {
    let others = [Seen::Alone, Seen::SideBySide, Seen::OnMap].into_iter().filter(|seen| *seen != here);
    others.map(|seen| Ok(MonthLink { label: locale.t(seen.said(), &[])?, href: seen.at(key, period) })).collect()
}

/// The pages on which all indicators are shown otherwise: each consortium but the one that is shown, and the board pack.
pub fn of_all(
    locale: &Locale,
    (names, here): (&Names, Option<Place>),
    period: Option<Period>,
    programme: &str,
) -> Result<Vec<MonthLink>, MissingMessage> {
    let asked = asking(period, programme);
    let mut ways = Vec::new();
    for place in names.consortia().filter(|place| Some(*place) != here) {
        let href = format!("/commissioner/consortium/{}{asked}", encoded(&names.code(place)));
        ways.push(MonthLink { label: names.name(locale, place)?, href });
    }
    ways.push(MonthLink { label: locale.t("pack-title", &[])?, href: format!("/commissioner/pack{asked}") });
    Ok(ways)
}
