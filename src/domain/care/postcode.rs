//! Postcodes of the United Kingdom, as far as their form goes.

/// The postcode as it is written on letters: upper case, one blank before the last three. `None` when it has not the form of
/// one.
#[must_use]
pub fn postcode(typed: &str) -> Option<String> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect();
    if !plain.is_ascii() || !(5..=7).contains(&plain.len()) {
        return None;
    }
    let (outward, inward) = plain.split_at(plain.len() - 3);
    let mut inward_letters = inward.chars();
    let is_inward = inward_letters.next().is_some_and(|c| c.is_ascii_digit()) && inward_letters.all(|c| c.is_ascii_uppercase());
    let is_outward = outward.starts_with(|c: char| c.is_ascii_uppercase())
        && outward.chars().all(|c| c.is_ascii_alphanumeric())
        && outward.chars().any(|c| c.is_ascii_digit());
    (is_inward && is_outward).then(|| format!("{outward} {inward}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_is_written_as_on_letters() {
        assert_eq!(postcode("ox13dp").as_deref(), Some("OX1 3DP"));
        assert_eq!(postcode(" sw1a  1aa").as_deref(), Some("SW1A 1AA"));
    }

    #[test]
    fn what_has_another_form_is_none() {
        for typed in ["", "OX1", "1234567", "OX1 DP3", "ABCDEFG", "OX13D\u{df}"] {
            assert_eq!(postcode(typed), None, "{typed}");
        }
    }
}
