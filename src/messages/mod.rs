//! Mail. No mail is sent while a transaction is open, and none says anything about a person.

pub mod email;
mod notice;

pub use email::{Letter, Mailer};
pub use notice::{Change, Notice};
