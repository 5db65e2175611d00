//! Small signs for what a chart over time says of a measure: how it varies, and whether it can be relied on to meet its target. The
//! frame differs as much as the sign in it, so that neither colour nor size is needed to tell them apart. Our own drawings.

use super::{escape, put};

/// What a sign says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Variation: chance alone.
    CommonCause,
    /// Variation: better, because it is higher.
    ImprovingHigh,
    /// Variation: better, because it is lower.
    ImprovingLow,
    /// Variation: worse, because it is higher.
    ConcernHigh,
    /// Variation: worse, because it is lower.
    ConcernLow,
    /// Variation: higher, of a measure that has no better side.
    NotableHigh,
    /// Variation: lower, of a measure that has no better side.
    NotableLow,
    /// Variation: too few points to say.
    TooFew,
    /// Assurance: the target is met for as long as nothing changes.
    Passing,
    /// Assurance: the target is missed for as long as nothing changes.
    Failing,
    /// Assurance: chance decides whether the target is met.
    HitOrMiss,
    /// Assurance: there is no target.
    NoTarget,
}

/// Round, square, on its corner, or broken: the frame around a sign, in a box of 40.
const ROUND: &str = "M20 2A18 18 0 1 1 20 38A18 18 0 1 1 20 2Z";
const SQUARE: &str = "M4 4L36 4L36 36L4 36Z";
const CORNER: &str = "M20 1L39 20L20 39L1 20Z";

const UP: &str = "M11 29L20 20L24 24L30 13M22.5 13L30 13L30 20.5";
const DOWN: &str = "M11 12L20 21L24 17L30 28M22.5 28L30 28L30 20.5";
const UP_SMALL: &str = "M13 26L19 20L22 23L27 15M21 15L27 15L27 21";
const DOWN_SMALL: &str = "M13 14L19 20L22 17L27 25M21 25L27 25L27 19";

impl Icon {
    /// Every sign.
    pub const ALL: [Self; 12] = [
        Self::CommonCause,
        Self::ImprovingHigh,
        Self::ImprovingLow,
        Self::ConcernHigh,
        Self::ConcernLow,
        Self::NotableHigh,
        Self::NotableLow,
        Self::TooFew,
        Self::Passing,
        Self::Failing,
        Self::HitOrMiss,
        Self::NoTarget,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::CommonCause => "common",
            Self::ImprovingHigh => "improving-high",
            Self::ImprovingLow => "improving-low",
            Self::ConcernHigh => "concern-high",
            Self::ConcernLow => "concern-low",
            Self::NotableHigh => "notable-high",
            Self::NotableLow => "notable-low",
            Self::TooFew => "too-few",
            Self::Passing => "passing",
            Self::Failing => "failing",
            Self::HitOrMiss => "hit-or-miss",
            Self::NoTarget => "no-target",
        }
    }

    /// The class of its colours, its frame and the sign within.
    const fn drawing(self) -> (&'static str, &'static str, &'static str) {
        match self {
            // A line that goes up and down and gets nowhere.
            Self::CommonCause => ("chart-icon-plain", ROUND, "M9 22L14 17L18 23L22 17L26 23L31 18"),
            Self::ImprovingHigh => ("chart-icon-better", ROUND, UP),
            Self::ImprovingLow => ("chart-icon-better", ROUND, DOWN),
            Self::ConcernHigh => ("chart-icon-worse", SQUARE, UP),
            Self::ConcernLow => ("chart-icon-worse", SQUARE, DOWN),
            Self::NotableHigh => ("chart-icon-notable", CORNER, UP_SMALL),
            Self::NotableLow => ("chart-icon-notable", CORNER, DOWN_SMALL),
            // Three dots.
            Self::TooFew => ("chart-icon-none", ROUND, "M11 20L12 20M19.5 20L20.5 20M28 20L29 20"),
            // A tick, a cross, a line that crosses a target to and fro, and a dash.
            Self::Passing => ("chart-icon-better", ROUND, "M11 21L17.5 27.5L29.5 13.5"),
            Self::Failing => ("chart-icon-worse", SQUARE, "M12 12L28 28M12 28L28 12"),
            Self::HitOrMiss => ("chart-icon-plain", ROUND, "M7.5 20L32.5 20M12 27.5L17.5 12.5L22.5 27.5L28 12.5"),
            Self::NoTarget => ("chart-icon-none", ROUND, "M13 20L27 20"),
        }
    }
}

/// The drawings of all signs, once for each page that shows any, before the first.
#[must_use]
pub fn icon_shapes() -> String {
    let mut drawn = r#"<svg class="chart-icons" aria-hidden="true" focusable="false">"#.to_owned();
    for icon in Icon::ALL {
        let (name, (class, frame, sign)) = (icon.name(), icon.drawing());
        put(
            &mut drawn,
            format_args!(
                r#"<symbol id="chart-icon-{name}" viewBox="0 0 40 40"><path class="chart-icon-frame {class}" d="{frame}"/><path class="chart-icon-sign {class}-sign" d="{sign}"/></symbol>"#
            ),
        );
    }
    drawn + "</svg>"
}

/// A sign with the words that say it. Needs `icon_shapes` on the same page.
#[must_use]
pub fn icon(icon: Icon, words: &str) -> String {
    let (name, words) = (icon.name(), escape(words));
    format!(
        r##"<svg class="chart-icon" viewBox="0 0 40 40" role="img" aria-label="{words}"><title>{words}</title><use href="#chart-icon-{name}"/></svg>"##
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_has_a_drawing_of_its_own() {
        let shapes = icon_shapes();
        for sign in Icon::ALL {
            let id = format!(r#"id="chart-icon-{}""#, sign.name());
            assert_eq!(shapes.matches(&id).count(), 1, "{sign:?}");
            let same = |other: &&Icon| (other.drawing().1, other.drawing().2) == (sign.drawing().1, sign.drawing().2);
            assert_eq!(Icon::ALL.iter().filter(same).count(), 1, "{sign:?} looks like another without colour");
        }
    }

    #[test]
    fn a_sign_says_its_words() {
        let drawn = icon(Icon::ConcernLow, "Worse & \"low\"");
        assert!(drawn.contains(r#"role="img" aria-label="Worse &amp; &quot;low&quot;""#), "{drawn}");
        assert!(drawn.contains(r##"href="#chart-icon-concern-low""##));
    }
}
