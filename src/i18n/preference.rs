//! What a browser says about the languages its reader prefers.

/// The language tags of an `Accept-Language` header (RFC 9110, 12.5.4), the most wanted first. A tag with weight 0 is not wanted,
/// and neither is what cannot be read.
pub(super) fn preferences(header: &str) -> Vec<&str> {
    let mut wanted: Vec<(u16, &str)> = header.split(',').filter_map(weighed).filter(|(weight, _)| *weight > 0).collect();
    // The sort is stable: among equals the one named first wins.
    wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wanted.into_iter().map(|(_, tag)| tag).collect()
}

/// One element of the header with its weight in thousandths.
fn weighed(element: &str) -> Option<(u16, &str)> {
    let mut parts = element.split(';').map(str::trim);
    let tag = parts.next().filter(|tag| !tag.is_empty())?;
    match parts.find_map(|part| part.strip_prefix("q=")) {
        None => Some((1000, tag)),
        Some(weight) => Some((thousandths(weight)?, tag)),
    }
}

/// `0.85` as 850; `None` for what is not a weight between 0 and 1.
fn thousandths(weight: &str) -> Option<u16> {
    let (whole, fraction) = weight.split_once('.').unwrap_or((weight, ""));
    let thousandths: u16 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    match whole {
        "0" => Some(thousandths),
        "1" => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_wanted_language_comes_first() {
        assert_eq!(preferences("en;q=0.7, pl, de;q=0.85"), ["pl", "de", "en"]);
    }

    #[test]
    fn a_language_that_is_refused_is_not_spoken() {
        assert_eq!(preferences("pl;q=0, en"), ["en"]);
    }

    #[test]
    fn what_is_not_a_preference_is_passed_over() {
        assert_eq!(preferences(";;, ,pl;q=many,en;q=é,*"), ["*"]);
        assert!(preferences("").is_empty());
    }
}
