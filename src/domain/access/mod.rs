//! Who may do what: roles held in organisations, what each role permits, and what the audit trail calls the things that
//! were done.

mod action;
mod event;
mod factor;
mod link;
mod permission;
mod role;

pub use action::Action;
pub use event::{Event, truncated};
pub use factor::Factor;
pub use link::LinkPurpose;
pub use permission::Permission;
pub use role::{Limits, Role};

/// The fewest characters of a password. OWASP ASVS 5.0, 6.2.1 asks for at least 8 and recommends 15.
pub const PASSWORD_LEAST: usize = 12;
/// The most characters of a password that are read; hashing more is work for an attacker to give us.
pub const PASSWORD_MOST: usize = 256;
