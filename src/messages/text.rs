//! Text messages to people.

use super::gateway::{Item, Outbox, Refusal};
use super::notify::Notify;
use crate::config;

/// One text message to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// In international form: `+447700900123`.
    pub to: String,
    pub body: String,
    /// The language of the words, as a tag.
    pub language: String,
    /// Says nothing about anybody, and no two messages share one.
    pub reference: String,
}

/// Why the settings of text messages cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("text: {0}")]
pub struct BadSettings(pub(super) String);

/// Hands text messages over.
#[derive(Clone)]
pub struct Texter(Way);

#[derive(Clone)]
enum Way {
    Notify(Notify),
    Outbox(Outbox),
}

impl Texter {
    /// The text message service of the settings.
    pub fn new(settings: &config::Text) -> Result<Self, BadSettings> {
        Notify::new(settings).map(|notify| Self(Way::Notify(notify)))
    }

    /// Text messages that are kept there.
    #[must_use]
    pub(super) const fn keeping(outbox: Outbox) -> Self {
        Self(Way::Outbox(outbox))
    }

    /// Hands a text message over, at that many seconds since 1970. Gives what the gateway calls it. Where it may have been handed
    /// over before, the gateway is asked first.
    pub async fn hand_over(&self, text: &Text, may_be_there: bool, now: i64) -> Result<Option<String>, Refusal> {
        match &self.0 {
            Way::Notify(notify) => {
                let known = if may_be_there { notify.look_up(&text.reference, now).await? } else { None };
                match known {
                    Some(id) => Ok(Some(id)),
                    None => notify.send(text, now).await.map(Some),
                }
            }
            Way::Outbox(outbox) => {
                outbox.keep(Item::Text(text.clone()));
                Ok(None)
            }
        }
    }
}
