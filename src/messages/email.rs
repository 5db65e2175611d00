//! Sends letters to staff, and hands over email to people, by SMTP, into a folder, or into memory.

use std::sync::{Arc, Mutex};

use lettre::message::Mailbox;
use lettre::transport::smtp::{self, AsyncSmtpTransport};
use lettre::{AsyncFileTransport, AsyncTransport, Message, Tokio1Executor};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use super::Mail;
use super::gateway::{Item, Outbox, Refusal};
use super::mail::refusal;

/// One letter: subject and body hold no personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub body: String,
}

/// Letters that were kept instead of sent, in the order of sending.
pub type Kept = Arc<Mutex<Vec<Letter>>>;

/// Why a letter was not sent.
#[derive(Debug, thiserror::Error)]
pub enum Undelivered {
    #[error("`{0}` is not an email address")]
    Address(String),
    #[error("the mail server did not take the letter: {0}")]
    Transport(String),
}

/// Why the mail settings cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("mail: {0}")]
pub struct BadSettings(String);

/// Sends letters.
#[derive(Clone)]
pub struct Mailer {
    from: Mailbox,
    transport: Transport,
}

#[derive(Clone)]
enum Transport {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(AsyncFileTransport<Tokio1Executor>),
    Memory(Kept),
    Outbox(Outbox),
}

impl Mailer {
    /// A mailer for `smtp://…`, `smtps://…` or `file:FOLDER`.
    pub fn new(transport: &SecretString, from: &str) -> Result<Self, BadSettings> {
        let from = from.parse().map_err(|_| BadSettings(format!("`from` is not an address: {from}")))?;
        let address = transport.expose_secret();
        let transport = match address.strip_prefix("file:") {
            Some(folder) => {
                std::fs::create_dir_all(folder).map_err(|why| BadSettings(format!("the folder `{folder}`: {why}")))?;
                Transport::Folder(AsyncFileTransport::new(folder))
            }
            None => Transport::Smtp(
                AsyncSmtpTransport::<Tokio1Executor>::from_url(address)
                    .map_err(|_| BadSettings("`transport` is not smtp://, smtps:// or file:".to_owned()))?
                    .build(),
            ),
        };
        Ok(Self { from, transport })
    }

    /// A mailer that keeps what it sends, and the place where it keeps it.
    pub fn in_memory(from: &str) -> Result<(Self, Kept), BadSettings> {
        let kept = Arc::new(Mutex::new(Vec::new()));
        let from = from.parse().map_err(|_| BadSettings(format!("`from` is not an address: {from}")))?;
        Ok((Self { from, transport: Transport::Memory(kept.clone()) }, kept))
    }

    /// A mailer of messages to people that keeps them there.
    #[must_use]
    pub(super) fn keeping(outbox: Outbox) -> Self {
        let Ok(address) = "noreply@example.org".parse() else { unreachable!("it is an address") };
        Self { from: Mailbox::new(None, address), transport: Transport::Outbox(outbox) }
    }

    /// Whom mail comes from.
    pub(super) const fn sender(&self) -> &Mailbox {
        &self.from
    }

    /// Hands a message to a person over; `mail` is the same before it was put together.
    pub(super) async fn pass_on(&self, message: Message, mail: &Mail) -> Result<(), Refusal> {
        match &self.transport {
            Transport::Smtp(smtp) => smtp.send(message).await.map(drop).map_err(|why| refusal(&why)),
            Transport::Folder(folder) => folder.send(message).await.map(drop).map_err(|why| Refusal::Away(why.to_string())),
            Transport::Memory(kept) => {
                let letter = Letter { to: mail.to.clone(), subject: mail.subject.clone(), body: mail.text.clone() };
                kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(letter);
                Ok(())
            }
            Transport::Outbox(outbox) => {
                outbox.keep(Item::Mail(Box::new(mail.clone())));
                Ok(())
            }
        }
    }

    /// Sends one letter.
    pub async fn send(&self, letter: &Letter) -> Result<(), Undelivered> {
        let to: Mailbox = letter.to.parse().map_err(|_| Undelivered::Address(letter.to.clone()))?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&letter.subject)
            .body(letter.body.clone())
            .map_err(|why| Undelivered::Transport(why.to_string()))?;
        match &self.transport {
            Transport::Smtp(smtp) => smtp.send(message).await.map(drop).map_err(|why| Undelivered::Transport(in_numbers(&why))),
            Transport::Folder(folder) => folder.send(message).await.map(drop).map_err(|why| Undelivered::Transport(why.to_string())),
            Transport::Memory(kept) => {
                kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(letter.clone());
                Ok(())
            }
            Transport::Outbox(_) => Err(Undelivered::Transport("it is for messages to people".to_owned())),
        }
    }
}

/// What went wrong, for the log: of what a mail server answers only the number, because its words may repeat the address.
fn in_numbers(why: &smtp::Error) -> String {
    why.status().map_or_else(|| why.to_string(), |code| format!("it answered {code}"))
}
