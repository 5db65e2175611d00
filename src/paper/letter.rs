//! Letters to people: the address where the window of an envelope shows it, who asks, how to answer and how to decline. No word of
//! health, and none of what is asked: an envelope is opened by others too.

use std::sync::Arc;

use jiff::civil::Date;

use super::block::{Block, Code, Part, Scan, Weight, Words};
use super::text::Typesetter;
use super::{Failure, Title, print};
use crate::i18n::{Argument, Direction, Locale, MissingMessage};

/// One letter.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The language it is written in.
    pub locale: Arc<Locale>,
    /// In large print (the Accessible Information Standard).
    pub large: bool,
    /// As it stands on the envelope: the name, the lines of the address, the postcode.
    pub address: Vec<String>,
    /// What the person wants to be called.
    pub name: Option<String>,
    /// Who asks, and how they are reached.
    pub organisation: String,
    pub contact: Option<String>,
    /// The personal link, and the spoken code in groups.
    pub link: String,
    pub code: String,
    /// Where a code is entered.
    pub resume: String,
    /// The last day on which answers are taken.
    pub until: String,
    /// They were asked before.
    pub is_reminder: bool,
}

/// The letters as one document, each on pages of its own.
///
/// # Errors
/// Where a sentence is missing or the document cannot be finished.
pub fn letters(all: &[Letter], today: Date) -> Result<Vec<u8>, Failure> {
    let parts = all.iter().enumerate().map(|(place, letter)| letter.part(place + 1, today)).collect::<Result<Vec<_>, _>>()?;
    let words = all.first().map_or_else(|| Ok(String::new()), |letter| letter.locale.t("letter-title", &[]))?;
    print(&mut Typesetter::new()?, &parts, Title { words, made: today })
}

impl Letter {
    fn say(&self, key: &str, arguments: &[(&str, Argument)]) -> Result<Words, MissingMessage> {
        Ok(Words { text: self.locale.t(key, arguments)?, language: None })
    }

    fn part(&self, number: usize, today: Date) -> Result<Part, MissingMessage> {
        let number = self.locale.whole(i64::try_from(number).unwrap_or(i64::MAX));
        Ok(Part {
            bookmark: self.locale.t("letter-bookmark", &[("number", number.into())])?,
            locale: Arc::clone(&self.locale),
            language: self.locale.language().to_string(),
            right_to_left: self.locale.direction() == Direction::RightToLeft,
            header: Words { text: self.organisation.clone(), language: None },
            code: None,
            large: self.large,
            blocks: self.blocks(today)?,
        })
    }

    fn blocks(&self, today: Date) -> Result<Vec<Block>, MissingMessage> {
        let plain = |words| Block::Words(words, Weight::Plain);
        let organisation = || ("organisation", Argument::from(self.organisation.clone()));
        let hello = match &self.name {
            Some(name) => self.say("letter-hello", &[("name", name.clone().into())])?,
            None => self.say("letter-hello-somebody", &[])?,
        };
        let asks = if self.is_reminder { "letter-reminder-asks" } else { "letter-invitation-asks" };
        let alternative = self.locale.t("paper-square-code", &[("link", self.link.clone().into())])?;
        let scan = Scan { link: self.link.clone(), alternative };
        let mut blocks = vec![
            Block::Address(self.address.clone()),
            plain(Words { text: self.locale.date(today), language: None }),
            plain(hello),
            Block::Heading(1, self.say("letter-heading", &[])?),
            plain(self.say(asks, &[organisation()])?),
            Block::Heading(2, self.say("letter-answer-heading", &[])?),
            plain(self.say("letter-online", &[("address", self.resume.clone().into())])?),
            Block::Code(Code { label: self.say("paper-code", &[])?, groups: self.code.clone(), scan }),
            plain(self.say("letter-yours", &[("until", self.until.clone().into())])?),
        ];
        if let Some(contact) = &self.contact {
            blocks.push(plain(self.say("letter-otherwise", &[("contact", contact.clone().into())])?));
        }
        blocks.push(Block::Heading(2, self.say("letter-decline-heading", &[])?));
        blocks.push(plain(self.say("letter-free", &[])?));
        blocks.push(plain(self.say(if self.contact.is_some() { "letter-decline-or-tell" } else { "letter-decline" }, &[])?));
        blocks.push(plain(self.say("letter-end", &[organisation()])?));
        Ok(blocks)
    }
}
