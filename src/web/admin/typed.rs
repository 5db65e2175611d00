//! Reads what administrators typed: a value, or what is wrong with it.

use lettre::Address;

use super::fault::Fault;
use crate::app::App;
use crate::domain::access::Role;
use crate::domain::survey::text::Language;

/// The most characters of a name.
const NAME_MOST: usize = 100;
/// The most characters of a reason.
const REASON_MOST: usize = 500;
/// The most characters of an email address (RFC 5321).
const EMAIL_MOST: usize = 254;

/// A name of a person or an organisation, on one line.
pub fn name(text: &str) -> Result<String, Fault> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(Fault::NameEmpty),
        1..=NAME_MOST => Ok(name),
        _ => Err(Fault::NameLong),
    }
}

/// An email address in lower case. Only plain letters: a letter of another alphabet can look like one of these, and the letter
/// would go to somebody else.
pub fn email(text: &str) -> Result<String, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Fault::EmailEmpty);
    }
    if !text.is_ascii() {
        return Err(Fault::EmailForeign);
    }
    let address: Address = text.parse().map_err(|_| Fault::EmailWrong)?;
    let is_plain = text.len() <= EMAIL_MOST && text.bytes().all(|b| b.is_ascii_graphic() && b != b'"') && address.domain().contains('.');
    if is_plain { Ok(text.to_ascii_lowercase()) } else { Err(Fault::EmailWrong) }
}

/// Why something is done, in the words of whoever does it.
pub fn reason(text: &str) -> Result<String, Fault> {
    let reason = text.trim();
    match reason.chars().count() {
        0 => Err(Fault::ReasonEmpty),
        1..=REASON_MOST => Ok(reason.to_owned()),
        _ => Err(Fault::ReasonLong),
    }
}

/// A language that letters can be written in.
pub fn language(app: &App, text: &str) -> Result<String, Fault> {
    let known = Language::parse(text).and_then(|language| app.locales.find(&language));
    known.map(|locale| locale.language().to_string()).ok_or(Fault::Language)
}

/// A role.
pub fn role(text: &str) -> Result<Role, Fault> {
    Role::from_code(text).ok_or(Fault::Role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_address_is_plain_and_lower_case() {
        assert_eq!(email(" Ada.Example@Example.ORG ").unwrap(), "ada.example@example.org");
        assert_eq!(email("\u{430}da@example.org"), Err(Fault::EmailForeign), "a Cyrillic a");
        assert_eq!(email(" "), Err(Fault::EmailEmpty));
        for wrong in ["ada", "ada@", "@example.org", "ada@example", "a b@example.org", "\"a\"@example.org", "ada@ex\r\nample.org"] {
            assert_eq!(email(wrong), Err(Fault::EmailWrong), "{wrong}");
        }
        assert_eq!(email(&format!("{}@example.org", "a".repeat(300))), Err(Fault::EmailWrong));
    }

    #[test]
    fn a_name_is_one_line() {
        assert_eq!(name("  Ada\r\n Example ").unwrap(), "Ada Example");
        assert_eq!(name("\t"), Err(Fault::NameEmpty));
        assert_eq!(name(&"ż".repeat(101)), Err(Fault::NameLong));
    }

    #[test]
    fn a_reason_is_asked_for_and_short() {
        assert_eq!(reason(" lost phone ").unwrap(), "lost phone");
        assert_eq!(reason("  "), Err(Fault::ReasonEmpty));
        assert_eq!(reason(&"x".repeat(501)), Err(Fault::ReasonLong));
    }
}
