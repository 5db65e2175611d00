//! What a password must be: long enough, not easy to guess, not known from a breach. It may hold any characters, blanks too,
//! and is taken as it was typed; nothing is asked about capitals, digits or signs.

/// The fewest characters of a password. OWASP ASVS 5.0, 6.2.1 asks for at least 8 and recommends 15.
pub const PASSWORD_LEAST: usize = 12;
/// The most characters of a password that are read; hashing more is work for an attacker to give us.
pub const PASSWORD_MOST: usize = 256;

/// The fewest letters of a word of one's own that is looked for: "Al" is a part of too many other words.
const WORD_LEAST: usize = 4;
/// The fewest characters that must be left of a password when words of one's own are taken out of it.
const OTHER_LEAST: usize = 8;

/// Why a password is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Fewer characters than [`PASSWORD_LEAST`].
    TooShort,
    /// More characters than [`PASSWORD_MOST`].
    TooLong,
    /// Little more than the person's own name, address or organisation.
    OwnWords,
    /// Easy to guess, with what would make it better.
    Guessable(Vec<Advice>),
    /// It is in the list of passwords that were stolen elsewhere.
    Breached,
    /// The password that it was to take the place of.
    Same,
}

/// What makes a password easy to guess, and what would make it harder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Advice {
    /// It is one that many people use, or much like one.
    Common,
    /// It is a single word.
    SingleWord,
    /// It is made of names.
    Names,
    /// It is a date or a year.
    Dates,
    /// It follows the keys of the keyboard.
    Keyboard,
    /// It repeats itself.
    Repeats,
    /// It counts up or down.
    Sequence,
    /// Capitals, digits for letters or reversed words hide little.
    Disguise,
    /// More words would help.
    MoreWords,
}

impl Advice {
    /// The name its sentence goes by.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Common => "password-advice-common",
            Self::SingleWord => "password-advice-single-word",
            Self::Names => "password-advice-names",
            Self::Dates => "password-advice-dates",
            Self::Keyboard => "password-advice-keyboard",
            Self::Repeats => "password-advice-repeats",
            Self::Sequence => "password-advice-sequence",
            Self::Disguise => "password-advice-disguise",
            Self::MoreWords => "password-advice-more-words",
        }
    }
}

impl Fault {
    /// The name its sentence goes by.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::TooShort => "password-fault-too-short",
            Self::TooLong => "password-fault-too-long",
            Self::OwnWords => "password-fault-own-words",
            Self::Guessable(_) => "password-fault-guessable",
            Self::Breached => "password-fault-breached",
            Self::Same => "password-fault-same",
        }
    }
}

/// The words that somebody who knows the person would try first, in lower case: of the name, the email address and the
/// organisation, and of this program.
#[must_use]
pub fn own_words(name: &str, email: &str, organisation: &str) -> Vec<String> {
    let text = format!("{name} {email} {organisation} saywell");
    let parts = text.split(|sign: char| !sign.is_alphanumeric()).map(str::to_lowercase);
    let mut words: Vec<String> = parts.filter(|word| word.chars().count() >= WORD_LEAST).collect();
    // The longest first, so that a word that stands in another does not leave a half of it behind.
    words.sort_by_key(|word| (std::cmp::Reverse(word.chars().count()), word.clone()));
    words.dedup();
    words
}

/// What can be said of a password without knowing how people choose them: its length, and what is left of it without words
/// of one's own.
pub fn outline(password: &str, own_words: &[String]) -> Result<(), Fault> {
    match password.chars().count() {
        ..PASSWORD_LEAST => return Err(Fault::TooShort),
        PASSWORD_LEAST..=PASSWORD_MOST => {}
        _ => return Err(Fault::TooLong),
    }
    let rest = own_words.iter().fold(password.to_lowercase(), |rest, word| rest.replace(word.as_str(), ""));
    if rest.chars().filter(|sign| sign.is_alphanumeric()).count() < OTHER_LEAST && rest.len() < password.to_lowercase().len() {
        return Err(Fault::OwnWords);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(password: &str) -> Result<(), Fault> {
        outline(password, &own_words("Zoë Ng Hartley", "zoe.hartley@example.org", "Fenmarch Council"))
    }

    #[test]
    fn length_is_counted_in_characters_and_any_character_is_one() {
        assert_eq!(of("elevensigns"), Err(Fault::TooShort));
        assert_eq!(of("twelve signs"), Ok(()));
        assert_eq!(of("żółć żółć ęą"), Ok(()));
        assert_eq!(of("🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊"), Ok(()));
        assert_eq!(of(&"ż".repeat(PASSWORD_MOST)), Ok(()));
        assert_eq!(of(&"ż".repeat(PASSWORD_MOST + 1)), Err(Fault::TooLong));
    }

    #[test]
    fn little_more_than_ones_own_name_is_refused_in_any_case() {
        assert_eq!(of("ZoeHartley123"), Err(Fault::OwnWords));
        assert_eq!(of("saywell-fenmarch"), Err(Fault::OwnWords));
        assert_eq!(of("hartley keeps eleven geese"), Ok(()), "a name may be one word of several");
    }

    #[test]
    fn short_words_of_a_name_are_a_part_of_too_many_others() {
        assert!(!own_words("Zoë Ng Hartley", "", "").contains(&"ng".to_owned()));
        assert_eq!(of("sing along song"), Ok(()));
    }
}
