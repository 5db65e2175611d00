//! Sends letters by SMTP, into a folder, or into memory for tests.

use std::sync::{Arc, Mutex};

use lettre::message::Mailbox;
use lettre::transport::smtp::{self, AsyncSmtpTransport};
use lettre::{AsyncFileTransport, AsyncTransport, Message, Tokio1Executor};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

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
        }
    }
}

/// What went wrong, for the log: of what a mail server answers only the number, because its words may repeat the address.
fn in_numbers(why: &smtp::Error) -> String {
    why.status().map_or_else(|| why.to_string(), |code| format!("it answered {code}"))
}
