//! Values that other data sets would supply, month by month: plausible levels, with a trend, winters and noise.

use crate::domain::indicator::definition::Kind;
use crate::domain::indicator::{Definition, Period};
use crate::store::days::day;
use crate::store::ids::OrganisationId;
use crate::store::supplied::{FINAL, SuppliedValue};

use super::World;
use super::county::County;
use super::dice::nearest;
use super::time::winter;

/// How a supplied indicator looks in Marlshire.
struct Supply {
    indicator: &'static str,
    provider: fn(&County) -> OrganisationId,
    /// The denominator of one month.
    monthly: f64,
    /// The proportion at the start and at the end.
    level: (f64, f64),
    /// How much is added to the proportion in the middle of January, and taken off in the middle of July.
    winter: f64,
}

/// Levels near those published for England in recent years, rounded; deaths are spread over the twelve months that
/// their indicator adds up.
const SUPPLIES: [Supply; 7] = [
    Supply { indicator: "crisis-response", provider: |county| county.lead.id, monthly: 310.0, level: (0.66, 0.74), winter: -0.04 },
    Supply { indicator: "smi-mortality", provider: |county| county.lead.id, monthly: 620.0, level: (0.0131, 0.0124), winter: 0.0015 },
    Supply { indicator: "delayed-discharge", provider: |county| county.acute.id, monthly: 1850.0, level: (0.142, 0.125), winter: 0.028 },
    Supply { indicator: "dementia-diagnosis", provider: |county| county.lead.id, monthly: 9640.0, level: (0.638, 0.667), winter: 0.0 },
    Supply {
        indicator: "smoking-at-delivery",
        provider: |county| county.maternity.id,
        monthly: 540.0,
        level: (0.084, 0.058),
        winter: 0.003,
    },
    Supply { indicator: "caesarean-robson-1", provider: |county| county.maternity.id, monthly: 92.0, level: (0.165, 0.18), winter: 0.0 },
    Supply { indicator: "caesarean-robson-2", provider: |county| county.maternity.id, monthly: 128.0, level: (0.52, 0.55), winter: 0.0 },
];

/// Every supplied value of the framework's indicators that the demo knows.
pub fn values(world: &mut World<'_>) -> Vec<SuppliedValue> {
    let framework = &world.setting.app.framework;
    let supplied = framework.indicators.iter().filter(|indicator| indicator.kind == Kind::Supplied);
    let mut values = Vec::new();
    for indicator in supplied {
        if let Some(supply) = SUPPLIES.iter().find(|supply| supply.indicator == indicator.key) {
            values.extend(series(world, indicator, supply));
        }
    }
    values
}

fn series(world: &mut World<'_>, indicator: &Definition, supply: &Supply) -> Vec<SuppliedValue> {
    let supplied_at = world.setting.app.clock.now().micros();
    let month = |period: Period| {
        let middle = day(period.first_day()) + 14;
        let (start, end) = supply.level;
        let level = start + (end - start) * world.window.passed(middle).clamp(0.0, 1.0) + supply.winter * winter(middle);
        // Estimates of whole populations move slowly; counts of a month do not.
        let swing = if supply.monthly > 5000.0 { 0.002 } else { 0.04 };
        let denominator = (supply.monthly * world.plan.scale * (1.0 + swing * world.dice.normal())).round().max(1.0);
        let noise = (level * (1.0 - level) / denominator / f64::from(indicator.rolling_months)).sqrt() * world.dice.normal();
        let numerator = nearest(denominator * (level + if swing < 0.01 { 0.1 * noise } else { noise }));
        SuppliedValue {
            indicator: indicator.key.clone(),
            organisation_id: (supply.provider)(&world.county),
            period: period.number(),
            stratum: String::new(),
            revision: 1,
            numerator: i64::from(numerator.clamp(0, nearest(denominator))),
            denominator: i64::from(nearest(denominator)),
            status: FINAL.to_owned(),
            source: indicator.source.clone().unwrap_or_default(),
            file_sha256: None,
            reason: None,
            supplied_by: None,
            supplied_at,
            superseded_at: None,
        }
    };
    world.window.first.until(world.window.last).map(month).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::framework::{BUILT_IN, Framework};

    #[test]
    fn every_supplied_indicator_of_the_built_in_framework_is_supplied() {
        let framework = Framework::parse(BUILT_IN).unwrap();
        for indicator in framework.indicators.iter().filter(|indicator| indicator.kind == Kind::Supplied) {
            assert!(SUPPLIES.iter().any(|supply| supply.indicator == indicator.key), "{}", indicator.key);
        }
    }
}
