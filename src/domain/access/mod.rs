//! Who may do what: roles held in organisations, what each role permits, and what the audit trail calls the things that
//! were done.

mod action;
mod chain;
mod event;
mod factor;
mod fault;
mod grant;
mod link;
mod mapping;
mod organisation;
pub mod password;
mod permission;
mod reach;
mod role;
mod throttle;

pub use action::Action;
pub use chain::{Anchor, Chain, Verdict};
pub use event::{Event, Recorded, truncated};
pub use factor::Factor;
pub use fault::Fault;
pub use grant::{GrantRefused, leaves_nobody, may_hold};
pub use link::LinkPurpose;
pub use mapping::{Mapped, changes as role_changes};
pub use organisation::{OdsCode, OrganisationKind};
pub use permission::Permission;
pub use reach::{Node, Reach, family};
pub use role::{Limits, Role};
pub use throttle::Pace;

/// Days that a browser is known for, after it was last signed in with.
pub const KNOWN_DAYS: i64 = 400;
