//! Where somebody is reached: email addresses and telephone numbers, as far as their form goes.

/// What is wrong with a number that somebody typed as a mobile one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is no telephone number.
    Number,
    /// It is a number in the United Kingdom that takes no text messages.
    NotMobile,
}

/// The most characters of an email address (RFC 5321).
const EMAIL_MOST: usize = 254;

/// An email address, without blanks around it. `None` when it has not the form of one: plain letters only, because a letter
/// of another alphabet can look like one of these and the message would go to somebody else.
#[must_use]
pub fn email(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let (local, domain) = typed.rsplit_once('@')?;
    let is_local = (1..=64).contains(&local.len())
        && local.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let is_domain = domain.contains('.') && domain.split('.').all(is_label);
    (typed.len() <= EMAIL_MOST && is_local && is_domain).then(|| format!("{local}@{}", domain.to_ascii_lowercase()))
}

/// A telephone number in international form: `+441632960123`. Numbers without a country are those of the United Kingdom.
#[must_use]
pub fn telephone(typed: &str) -> Option<String> {
    let typed = typed.trim().replace("(0)", "");
    let is_part =
        |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '-' | '(' | ')' | '.' | '/' | '\u{2010}'..='\u{2015}');
    if !typed.chars().all(is_part) || typed.chars().skip(1).any(|c| c == '+') {
        return None;
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let abroad = if typed.starts_with('+') { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    let number = match (abroad, digits.strip_prefix('0')) {
        (Some(number), _) => number.to_owned(),
        (None, Some(national)) => format!("44{national}"),
        (None, None) => return None,
    };
    let national = number.strip_prefix("44");
    let is_long_enough = national.map_or((8..=15).contains(&number.len()), |national| (9..=10).contains(&national.len()));
    (is_long_enough && !number.starts_with('0') && national.is_none_or(|national| !national.starts_with('0'))).then(|| format!("+{number}"))
}

/// A number that takes text messages, in international form. In the United Kingdom those begin with 07; 070 are personal
/// numbers and 076 pagers, but for 07624 on the Isle of Man (Ofcom, National Telephone Numbering Plan).
pub fn mobile(typed: &str) -> Result<String, Fault> {
    let number = telephone(typed).ok_or(Fault::Number)?;
    let Some(national) = number.strip_prefix("+44") else { return Ok(number) };
    let is_mobile =
        national.starts_with('7') && !national.starts_with("70") && (!national.starts_with("76") || national.starts_with("7624"));
    match (is_mobile, national.len()) {
        (true, 10) => Ok(number),
        (true, _) => Err(Fault::Number),
        (false, _) => Err(Fault::NotMobile),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mobile_number_is_kept_in_international_form_however_it_is_typed() {
        for typed in ["07700 900123", "+44 7700 900123", "0044 7700-900123", "+44 (0)7700 900 123", " (07700) 900123 "] {
            assert_eq!(mobile(typed).as_deref(), Ok("+447700900123"), "{typed}");
        }
        assert_eq!(mobile("+48 512 345 678").as_deref(), Ok("+48512345678"));
    }

    #[test]
    fn a_landline_a_pager_and_a_personal_number_take_no_text_messages() {
        for typed in ["01632 960123", "0300 123 4567", "07600 900123", "07012 345678"] {
            assert_eq!(mobile(typed), Err(Fault::NotMobile), "{typed}");
        }
        assert!(mobile("07624 900123").is_ok());
        assert_eq!(telephone("01632 960123").as_deref(), Some("+441632960123"));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in ["", "123", "7700 900123", "07700 90012", "07700 9001234", "07700 900 12a", "+44+7700900123", "+0123456789"] {
            assert_eq!(mobile(typed), Err(Fault::Number), "{typed}");
        }
    }

    #[test]
    fn an_email_address_has_plain_letters_and_a_domain() {
        assert_eq!(email(" Jo.O'Neil+a@Example.ORG ").as_deref(), Some("Jo.O'Neil+a@example.org"));
        for typed in
            ["", "jo", "jo@", "@example.org", "jo@example", "j o@example.org", "jo@-a.org", "jo@a..org", ".jo@a.org", "\u{430}da@a.org"]
        {
            assert_eq!(email(typed), None, "{typed}");
        }
    }
}
