//! Mail to staff, and email and text messages to people. Nothing is sent while a transaction is open, and no letter to staff
//! says anything about a person.

pub mod email;
pub mod gateway;
mod jwt;
mod mail;
mod notice;
mod notify;
mod text;
mod words;

pub use email::{Letter, Mailer};
pub use gateway::{Gateways, Outbox, Refusal};
pub use mail::Mail;
pub use notice::{Change, Notice};
pub use text::{BadSettings, Text, Texter};
pub use words::{Asking, Occasion, Unwritten, Words, Written};
