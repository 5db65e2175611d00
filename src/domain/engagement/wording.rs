//! A theme of the codebook in words: what it is called, what belongs there, and what does not. Two people who code by the same
//! words agree more often.

/// The most characters of a title, and of each description.
const TITLE_MOST: usize = 80;
const DESCRIPTION_MOST: usize = 1000;

/// What is wrong with the words of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    TitleEmpty,
    TitleLong,
    /// What belongs there, or what does not, is too long.
    DescriptionLong,
}

/// The title of a theme, on one line.
pub fn title(typed: &str) -> Result<String, Fault> {
    let title = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match title.chars().count() {
        0 => Err(Fault::TitleEmpty),
        1..=TITLE_MOST => Ok(title),
        _ => Err(Fault::TitleLong),
    }
}

/// What belongs to a theme, or what does not; it may be left out.
pub fn description(typed: &str) -> Result<String, Fault> {
    // A browser sends line ends as two characters, and counts them as one.
    let description = typed.trim().replace("\r\n", "\n");
    if description.chars().count() > DESCRIPTION_MOST { Err(Fault::DescriptionLong) } else { Ok(description) }
}

/// True where two titles would be taken for the same.
#[must_use]
pub fn same_title(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line_of_one_to_eighty_characters() {
        assert_eq!(title("  Getting \n there "), Ok("Getting there".to_owned()));
        assert_eq!((title(" \t"), title(&"ż".repeat(81))), (Err(Fault::TitleEmpty), Err(Fault::TitleLong)));
        assert!(title(&"ż".repeat(80)).is_ok());
    }

    #[test]
    fn a_description_may_be_empty_and_keeps_its_lines() {
        assert_eq!(description(" One\r\ntwo "), Ok("One\ntwo".to_owned()));
        assert_eq!(description(""), Ok(String::new()));
        assert_eq!(description(&"a".repeat(1001)), Err(Fault::DescriptionLong));
    }

    #[test]
    fn titles_that_differ_by_case_alone_are_the_same() {
        assert!(same_title("Żłobek", "ŻŁOBEK") && !same_title("Transport", "Travel"));
    }
}
