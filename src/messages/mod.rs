//! Mail to staff, and email and text messages to people. Nothing is sent while a transaction is open, and no letter to staff
//! says anything about a person.

pub mod calendar;
pub mod email;
pub mod gateway;
mod gathering;
mod jwt;
mod mail;
mod notice;
mod notify;
mod text;
mod words;

pub use calendar::{Calendar, Method};
pub use email::{Letter, Mailer};
pub use gateway::{Gateways, Outbox, Refusal};
pub use gathering::Gathering;
pub use mail::Mail;
pub use notice::{Change, Notice};
pub use text::{BadSettings, Text, Texter};
pub use words::{Asking, Occasion, Unwritten, Words, Written};
