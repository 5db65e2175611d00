//! Statistical process control: is this month like the others? Charts of individual values (`XmR`) and of proportions (P), with the
//! rules and the icons of NHS England's Making Data Count.
//!
//! The room never decides by itself that a process has changed: steps are given, with who gave them and why. Below fifteen points
//! it draws no limits and gives no icon.
//!
//! Two kinds of missing points differ. A **ghosted** point is known and left out on purpose: it counts in nothing, and its
//! neighbours stand next to each other. A **gap** is a point nobody may know, such as a hidden month: no moving range spans it and
//! no run goes across it, for the hidden month might have ended it.
//!
//! Sources: NHS England, Making Data Count, SPC tool and its published program (version 2.5); Shewhart, W. A. (1931), Economic
//! Control of Quality of Manufactured Product; Wheeler, D. J. (2000), Understanding Variation.

mod chart;
mod icons;
mod individuals;
mod limits;
mod proportions;
mod rules;
mod series;
mod settings;

pub use chart::{Chart, ControlChart, Plotted, RunChart, Span};
pub use icons::{Assurance, Variation};
pub use individuals::{Point, xmr};
pub use limits::Limits;
pub use proportions::{Share, Spread, p_chart};
pub use rules::{Rule, Signal};
pub use series::{FEWEST_POINTS, Partition, SHORTEST_PARTITION};
pub use settings::{Conflict, RunLength, Settings};
