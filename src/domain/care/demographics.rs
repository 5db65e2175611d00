//! Who somebody is and where they are reached: what is sealed, and what they are found by.

use serde::{Deserialize, Serialize};

/// What names a person. It is kept sealed, and opened for the one page or message that needs it.
#[derive(Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Demographics {
    pub given_name: String,
    pub family_name: String,
    /// What they want to be called, if it is not the given name.
    pub known_as: Option<String>,
    /// Ten digits, checked.
    pub nhs_number: Option<String>,
    pub email: Option<String>,
    /// In international form: `+447700900123`.
    pub mobile: Option<String>,
    /// In international form.
    pub telephone: Option<String>,
    pub address: Vec<String>,
    pub postcode: Option<String>,
    /// The sender's own number of the person, where an import brought them.
    pub sender_number: Option<String>,
}

impl Demographics {
    /// The name on lists and envelopes.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name).trim().to_owned()
    }

    /// What a message calls them. Somebody with one name has only a family name.
    #[must_use]
    pub fn salutation(&self) -> &str {
        let given_name = if self.given_name.is_empty() { &self.family_name } else { &self.given_name };
        self.known_as.as_deref().unwrap_or(given_name)
    }

    /// The same record, with what is missing in it taken from another of the same person.
    #[must_use]
    pub fn completed_by(&self, other: &Self) -> Self {
        let mut whole = self.clone();
        for (own, theirs) in [
            (&mut whole.known_as, &other.known_as),
            (&mut whole.nhs_number, &other.nhs_number),
            (&mut whole.email, &other.email),
            (&mut whole.mobile, &other.mobile),
            (&mut whole.telephone, &other.telephone),
            (&mut whole.sender_number, &other.sender_number),
        ] {
            if own.is_none() {
                own.clone_from(theirs);
            }
        }
        if whole.given_name.is_empty() {
            whole.given_name.clone_from(&other.given_name);
        }
        if whole.address.is_empty() && whole.postcode.is_none() {
            whole.address.clone_from(&other.address);
            whole.postcode.clone_from(&other.postcode);
        }
        whole
    }

    /// The words somebody may search for: each name, and how each begins.
    #[must_use]
    pub fn terms(&self) -> Vec<String> {
        let names = [&self.given_name, &self.family_name, self.known_as.as_ref().unwrap_or(&self.given_name)];
        let mut terms: Vec<String> = names.iter().flat_map(|name| words(name)).flat_map(|word| beginnings(&word)).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }
}

impl Demographics {
    /// True when each of these words, as [`words`] gives them, begins one of the names.
    #[must_use]
    pub fn is_called(&self, wanted: &[String]) -> bool {
        let names = [&self.given_name, &self.family_name, self.known_as.as_ref().unwrap_or(&self.given_name)];
        let own: Vec<String> = names.iter().flat_map(|name| words(name)).collect();
        wanted.iter().all(|word| own.iter().any(|name| name.starts_with(word.as_str())))
    }
}

impl std::fmt::Debug for Demographics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Demographics(kept secret)")
    }
}

/// Fewest letters of a name that may be searched for.
pub const FEWEST_LETTERS: usize = 2;

/// Most letters of a beginning that people are found by. What is longer is compared when records are opened.
pub const MOST_LETTERS: usize = 4;

/// The words in a name as they are compared: lower case, without accents, hyphens and apostrophes left out.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).map(folded).collect::<String>();
    name.split(|c: char| c.is_whitespace() || c == '-').map(letters).filter(|word| !word.is_empty()).collect()
}

/// The term that finds a word somebody searches for.
#[must_use]
pub fn term(word: &str) -> Option<String> {
    let folded = words(word).concat();
    (folded.chars().count() >= FEWEST_LETTERS).then_some(folded)
}

fn beginnings(word: &str) -> Vec<String> {
    let starts = (FEWEST_LETTERS..=MOST_LETTERS).filter(|many| *many < word.chars().count()).map(|many| word.chars().take(many).collect());
    starts.chain([word.to_owned()]).collect()
}

/// A letter as it is compared: the letters of English and of the languages around, without their marks.
#[must_use]
pub fn folded(c: char) -> String {
    let plain = match c.to_lowercase().next().unwrap_or(c) {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ă' | 'ą' | 'ā' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' | 'ē' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ı' | 'ī' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' => "o",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ů' | 'ű' | 'ū' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        other => return other.to_string(),
    };
    plain.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_its_words_and_how_they_begin() {
        let someone = Demographics { given_name: "Łucja".to_owned(), family_name: "O'Brien-Żak".to_owned(), ..Demographics::default() };
        let terms = someone.terms();
        for typed in ["lucja", "Łu", "ŁUC", "obri", "O'Brien", "zak", "ża"] {
            assert!(terms.contains(&term(typed).unwrap()), "{typed}");
        }
        assert!(!terms.contains(&"rien".to_owned()));
        let is_called = |typed: &str| someone.is_called(&words(typed));
        assert!(is_called("obrie luc") && is_called("ŻA") && !is_called("lucjan") && !is_called("obrien green"));
    }

    #[test]
    fn a_record_is_completed_by_another_of_the_same_person_and_keeps_what_it_says() {
        let address = |line: &str| (vec![line.to_owned()], Some("OX1 3DP".to_owned()));
        let (own, theirs) = (address("1 High Street"), address("2 Low Street"));
        let one = Demographics { mobile: Some("+447700900123".to_owned()), address: own.0, postcode: own.1, ..Demographics::default() };
        let two = Demographics { mobile: Some("+447700900999".to_owned()), email: Some("a@example.org".to_owned()), ..one.clone() };
        let two = Demographics { address: theirs.0, postcode: theirs.1, ..two };
        let whole = one.completed_by(&two);
        assert!(whole == Demographics { email: two.email, ..one });
    }

    #[test]
    fn one_letter_is_too_little_to_search_for() {
        assert_eq!(term("o'"), None);
        assert_eq!(term("  "), None);
    }
}
