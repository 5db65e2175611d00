//! What a definition asks a figure to be, and whether the process can be relied on to be it. Refuses to say so below fifteen points,
//! and where neither way is better.

use super::figures::{Writer, places};
use super::judged::Judged;
use crate::domain::indicator::Definition;
use crate::domain::indicator::definition::Polarity;
use crate::domain::statistics::spc::Assurance;
use crate::i18n::MissingMessage;
use crate::web::chart::Icon;

/// The target with its direction, such as `At least 70%`. None without one.
pub fn said(writer: &Writer<'_>, definition: &Definition) -> Result<Option<String>, MissingMessage> {
    let Some(target) = definition.target else { return Ok(None) };
    let fine = places(writer.measure).max(u8::from(target.fract() != 0.0));
    let key = match definition.polarity {
        Polarity::HigherIsBetter => "target-at-least",
        Polarity::LowerIsBetter => "target-at-most",
        Polarity::Neither => "target-plain",
    };
    writer.locale.t(key, &[("value", writer.value(target, fine).into())]).map(Some)
}

/// Whether it will be met; nothing where there are too few points to say.
pub fn assurance(definition: &Definition, judged: Option<&Judged<'_>>) -> Option<Assurance> {
    if definition.target.is_none() || definition.polarity == Polarity::Neither {
        return Some(Assurance::None);
    }
    let judged = judged?;
    let target = definition.target.map(|target| target / judged.unit());
    judged.control().map(|chart| chart.assurance(target, judged.better))
}

/// The sign that stands for it.
pub const fn icon(assurance: Option<Assurance>) -> Icon {
    match assurance {
        None => Icon::TooFew,
        Some(Assurance::Pass) => Icon::Passing,
        Some(Assurance::Fail) => Icon::Failing,
        Some(Assurance::HitOrMiss) => Icon::HitOrMiss,
        Some(Assurance::None) => Icon::NoTarget,
    }
}

/// The name by which its words are found.
pub const fn code(assurance: Option<Assurance>) -> &'static str {
    match assurance {
        None => "too-few",
        Some(assurance) => assurance.code(),
    }
}
