//! A survey as a form to fill in by hand: every question with its options as boxes, branching in words, where to find help, how to
//! send it back; with somebody's own code on every page, or without one.

use std::sync::Arc;

use jiff::civil::Date;

use super::block::{Block, Code, Part, Question, Room, Scan, Tick, Weight, Words};
use super::condition::Guide;
use super::text::Typesetter;
use super::{Failure, Title, print, sentence};
use crate::config::HelpLine;
use crate::domain::care::code;
use crate::domain::care::relationship::Relationship;
use crate::domain::survey::{Definition, Language, LocalText, Respondent};
use crate::i18n::{Direction, Locale, MissingMessage};

/// What is printed.
#[derive(Debug, Clone)]
pub struct Form<'a> {
    pub definition: &'a Definition,
    /// The language of the survey's words.
    pub language: &'a Language,
    /// The language of everything around them.
    pub locale: &'a Arc<Locale>,
    /// Whose form it is; nothing for a blank one.
    pub person: Option<Own>,
    /// The event at which it is filled in.
    pub event: Option<Meeting>,
    /// In large print (the Accessible Information Standard).
    pub large: bool,
    /// Who asks.
    pub sender: &'a Sender,
    pub today: Date,
}

/// What makes a form somebody's own.
#[derive(Debug, Clone)]
pub struct Own {
    /// What they want to be called.
    pub name: String,
    /// The spoken code of the invitation.
    pub code: code::Code,
    /// Their personal link.
    pub link: String,
}

/// The event at which a form is filled in.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// The join code as it stands on the wall.
    pub code: String,
    /// Where the square code leads.
    pub link: String,
}

/// Who asks, and how they are reached.
#[derive(Debug, Clone)]
pub struct Sender {
    pub organisation: String,
    /// A telephone number or an email address.
    pub contact: Option<String>,
    /// A local line for urgent help.
    pub help_line: Option<HelpLine>,
    /// Where a code is entered.
    pub address: String,
}

/// The form as a PDF.
///
/// # Errors
/// Where the survey asks nothing, or is in letters that no typeface has.
pub fn form(form: &Form<'_>) -> Result<Vec<u8>, Failure> {
    let mut set = Typesetter::new()?;
    readable(form, &set)?;
    let title = form.definition.title.in_language(form.language).to_owned();
    let part = Part {
        bookmark: title.clone(),
        locale: Arc::clone(form.locale),
        language: form.language.to_string(),
        right_to_left: is_right_to_left(form.language),
        header: Words { text: title.clone(), language: None },
        code: form.code()?,
        large: form.large,
        blocks: form.blocks()?,
    };
    print(&mut set, &[part], Title { words: title, made: form.today })
}

/// The part of a survey's letters, one in so many, that no typeface may lack.
const MISSING: usize = 20;

/// Refuses a survey that would be printed as marks in the place of letters.
fn readable(form: &Form<'_>, set: &Typesetter) -> Result<(), Failure> {
    let definition = form.definition;
    let texts = definition.walk().flat_map(|item| std::iter::once(&item.text).chain(item.options().iter().map(|option| &option.label)));
    let letters: Vec<char> = std::iter::once(&definition.title)
        .chain(texts)
        .flat_map(|text| text.in_language(form.language).chars())
        .filter(|c| c.is_alphabetic())
        .collect();
    let missing: Vec<char> = letters.iter().copied().filter(|c| !set.has(*c)).collect();
    if missing.len() * MISSING > letters.len() {
        return Err(Failure::Letters(missing.into_iter().take(5).collect()));
    }
    Ok(())
}

/// True for languages that are written from the right.
fn is_right_to_left(language: &Language) -> bool {
    crate::i18n::direction(language) == Direction::RightToLeft
}

impl Form<'_> {
    /// One of our own sentences.
    pub(super) fn say(&self, key: &str) -> Result<Words, MissingMessage> {
        Ok(self.own(self.locale.t(key, &[])?))
    }

    pub(super) fn own(&self, text: String) -> Words {
        sentence(self.locale, self.language.as_str(), text)
    }

    /// Words of the survey.
    pub(super) fn words(&self, text: &LocalText) -> Words {
        Words { text: text.in_language(self.language).to_owned(), language: None }
    }

    fn code(&self) -> Result<Option<Code>, MissingMessage> {
        let own = self.person.as_ref().map(|person| ("paper-code", person.code.to_string(), &person.link));
        let event = self.event.as_ref().map(|event| ("paper-event-code", event.code.clone(), &event.link));
        let Some((label, groups, link)) = own.or(event) else { return Ok(None) };
        let alternative = self.locale.t("paper-square-code", &[("link", link.clone().into())])?;
        Ok(Some(Code { label: self.say(label)?, groups, scan: Scan { link: link.clone(), alternative } }))
    }

    fn blocks(&self) -> Result<Vec<Block>, Failure> {
        let definition = self.definition;
        let guide = Guide::new(definition, self.language, self.locale, self.today);
        if guide.count() == 0 {
            return Err(Failure::NothingAsked);
        }
        let mut blocks = vec![Block::Heading(1, self.words(&definition.title))];
        if !definition.purpose.is_empty() {
            blocks.push(Block::Words(self.words(&definition.purpose), Weight::Plain));
        }
        self.whose(&mut blocks)?;
        self.how(&mut blocks)?;
        if definition.walk().any(|item| !item.risk.is_empty()) {
            self.help(&mut blocks)?;
        }
        self.about(&mut blocks)?;
        self.items(&definition.items, &guide, 2, &mut blocks)?;
        self.back(&mut blocks)?;
        Ok(blocks)
    }

    fn whose(&self, blocks: &mut Vec<Block>) -> Result<(), MissingMessage> {
        let Some(code) = self.code()? else { return Ok(()) };
        if let Some(person) = &self.person {
            let name = self.locale.t("paper-for", &[("name", person.name.clone().into())])?;
            blocks.push(Block::Words(self.own(name), Weight::Strong));
        }
        blocks.push(Block::Code(code));
        let online = if self.person.is_some() { "paper-online" } else { "paper-event-online" };
        let online = self.locale.t(online, &[("address", self.sender.address.clone().into())])?;
        blocks.push(Block::Words(self.own(online), Weight::Plain));
        Ok(())
    }

    fn how(&self, blocks: &mut Vec<Block>) -> Result<(), MissingMessage> {
        blocks.push(Block::Heading(2, self.say("paper-how-heading")?));
        let keys = ["paper-how-mark", "paper-how-mistake", "paper-how-empty", "paper-how-order", "paper-how-number", "start-choice"];
        let mut how = keys.iter().map(|key| self.say(key)).collect::<Result<Vec<_>, _>>()?;
        if self.definition.respondents.contains(&Respondent::Proxy) {
            how.push(self.say("start-someone-helps")?);
        }
        blocks.push(Block::Bullets(how));
        Ok(())
    }

    fn help(&self, blocks: &mut Vec<Block>) -> Result<(), MissingMessage> {
        blocks.push(Block::Heading(2, self.say("help-heading")?));
        blocks.push(Block::Words(self.say("paper-not-watched")?, Weight::Plain));
        let line = |number: &str, before: &str, after: &str| {
            let (before, after) = (self.locale.t(before, &[])?, self.locale.t(after, &[])?);
            Ok(self.own(format!("{before} {number} {after}")))
        };
        let mut lines = vec![
            line("999", "help-999-before", "help-999-after")?,
            line("111", "help-111-before", "help-111-after")?,
            line("116 123", "help-samaritans-before", "help-samaritans-after")?,
        ];
        lines.extend(self.sender.help_line.as_ref().map(|local| {
            let hours = if local.hours.is_empty() { String::new() } else { format!(", {}", local.hours) };
            self.own(format!("{}: {}{hours}", local.name, local.phone))
        }));
        blocks.push(Block::Bullets(lines));
        Ok(())
    }

    /// What a page on a screen knows by itself: the day, and who writes.
    fn about(&self, blocks: &mut Vec<Block>) -> Result<(), MissingMessage> {
        blocks.push(Block::Heading(2, self.say("paper-about-heading")?));
        let question = |heading: Words, room: Room, notes| Block::Question(Question { level: 3, heading, notes, room, after: Vec::new() });
        blocks.push(question(self.say("paper-date")?, self.date_room()?, Vec::new()));
        if let [_, _, ..] = self.definition.respondents.as_slice() {
            let who = self.definition.respondents.iter().map(|who| format!("question-who-{}", who.code()));
            blocks.push(question(self.say("question-who-heading")?, self.boxes(who)?, Vec::new()));
        }
        if self.definition.respondents.contains(&Respondent::Proxy) {
            let all = Relationship::ALL.iter().map(|one| format!("question-relationship-{}", one.code()));
            let only = if self.definition.respondents.len() > 1 { vec![self.say("paper-relationship-only")?] } else { Vec::new() };
            blocks.push(question(self.say("question-relationship-heading")?, self.boxes(all)?, only));
        }
        if self.person.is_none() {
            let room = Room::Lines { lines: 1, alternative: self.say("paper-room-words")? };
            blocks.push(question(
                self.say(if self.event.is_some() { "paper-staff-number" } else { "paper-staff-code" })?,
                room,
                Vec::new(),
            ));
        }
        Ok(())
    }

    /// Boxes with these of our sentences beside them.
    fn boxes(&self, keys: impl Iterator<Item = String>) -> Result<Room, MissingMessage> {
        let tick =
            |(place, key): (usize, String)| Ok(Tick { entry: place + 1, label: self.say(&key)?, hint: None, go_to: None, write: None });
        keys.enumerate().map(tick).collect::<Result<_, MissingMessage>>().map(Room::Boxes)
    }

    pub(super) fn date_room(&self) -> Result<Room, MissingMessage> {
        let labels = [self.say("question-day")?, self.say("question-month")?, self.say("question-year")?];
        Ok(Room::Date { labels, alternative: self.say("paper-room-date")? })
    }

    fn back(&self, blocks: &mut Vec<Block>) -> Result<(), MissingMessage> {
        let who = ("organisation", self.sender.organisation.clone().into());
        let back = if self.event.is_some() { "paper-event-back" } else { "paper-back" };
        blocks.push(Block::Heading(2, self.say("paper-back-heading")?));
        blocks.push(Block::Words(self.own(self.locale.t(back, std::slice::from_ref(&who))?), Weight::Plain));
        if let Some(contact) = &self.sender.contact {
            let text = self.locale.t("paper-contact", &[("contact", contact.clone().into())])?;
            blocks.push(Block::Words(self.own(text), Weight::Plain));
        }
        blocks.push(Block::Words(self.own(self.locale.t("paper-use", &[who])?), Weight::Plain));
        if let Some(copyright) = &self.definition.copyright {
            blocks.push(Block::Words(Words { text: copyright.clone(), language: None }, Weight::Small));
        }
        Ok(())
    }
}
