//! What messages to people are handed to: a mail server, the text message service, or, while Saywell is tried out, a place in
//! memory where they can be read.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::words::Words;
use super::{Mail, Mailer, Text, Texter};
use crate::domain::care::channel::Channel;

/// How many messages are kept; the oldest go first.
const MOST: usize = 500;

/// Why a gateway did not take a message. The log gets codes, never the gateway's words: they may repeat the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The address does not work.
    Address(String),
    /// It does not take this message, now or later.
    Never(String),
    /// Not now. Perhaps after so many seconds: then nothing was handed over, and nothing else is taken either until then.
    Later { why: String, seconds: Option<i64> },
    /// It cannot be reached: nothing was handed over.
    Away(String),
}

/// One message that was kept instead of sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    Mail(Box<Mail>),
    Text(Text),
}

/// Messages that were kept instead of sent, in the order of sending. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Outbox(Arc<Mutex<VecDeque<Item>>>);

impl Outbox {
    /// Keeps a message.
    pub fn keep(&self, item: Item) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == MOST {
            kept.pop_front();
        }
        kept.push_back(item);
    }

    /// What is kept, the oldest first.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

/// Everything that messages to people go through.
#[derive(Clone)]
pub struct Gateways {
    /// Nothing where no mail is configured.
    pub mail: Option<Mailer>,
    /// Nothing where no text messages are configured.
    pub text: Option<Texter>,
    /// Where messages are kept that go no further; nothing where they are sent.
    pub outbox: Option<Outbox>,
    pub words: Arc<Words>,
}

impl Gateways {
    /// True where this installation can write to people that way. Letters are printed, and staff ring up: both can be had
    /// anywhere.
    #[must_use]
    pub const fn carry(&self, channel: Channel) -> bool {
        match channel {
            Channel::Email => self.mail.is_some(),
            Channel::Text => self.text.is_some(),
            Channel::Letter | Channel::Phone | Channel::Paper | Channel::Kiosk => true,
        }
    }

    /// Gateways that send nothing and keep everything.
    #[must_use]
    pub fn keeping(words: Arc<Words>) -> Self {
        let outbox = Outbox::default();
        Self { mail: Some(Mailer::keeping(outbox.clone())), text: Some(Texter::keeping(outbox.clone())), outbox: Some(outbox), words }
    }
}
