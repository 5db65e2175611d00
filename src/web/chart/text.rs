//! How much room words take: an estimate, because the typeface is the reader's, made generous enough for the usual sans-serif
//! faces. Refuses to choose or to shorten words.

/// How wide a line of text gets, in the units of its size.
pub(super) fn width(words: &str, size: f64) -> f64 {
    words.chars().map(advance).sum::<f64>() * size
}

/// How wide a line of bold text gets.
pub(super) fn bold_width(words: &str, size: f64) -> f64 {
    1.1 * width(words, size)
}

/// What a letter takes, in ems: the wider of what Arial and `DejaVu` Sans Condensed give it, and a little more.
fn advance(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '\u{a0}' | '\u{202f}' | 'ı' | 'ł' => 0.31,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | 'I' | 'J' | '°' | '"' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' | '+' | '<' | '>' | '=' | '−' | 'æ' | 'œ' => 0.93,
        letter if letter.is_uppercase() => 0.75,
        // Ideographs and the like fill a square.
        letter if letter >= '\u{2e80}' => 1.05,
        _ => 0.59,
    }
}

/// The lines of a text that are no wider than `room`, broken between words. A word that is wider alone is broken too.
pub(super) fn wrapped(words: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in words.split_whitespace().flat_map(|word| pieces(word, size, room)) {
        let Some(last) = lines.last_mut() else { continue };
        if last.is_empty() {
            *last = word;
        } else if width(last, size) + width(" ", size) + width(&word, size) <= room {
            last.push(' ');
            last.push_str(&word);
        } else {
            lines.push(word);
        }
    }
    lines
}

/// A word in pieces that fit, at least one letter each.
fn pieces(word: &str, size: f64, room: f64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        let Some(last) = pieces.last_mut() else { continue };
        if !last.is_empty() && width(last, size) + width(letter.encode_utf8(&mut [0; 4]), size) > room {
            pieces.push(letter.to_string());
        } else {
            last.push(letter);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrapped("one two three four", 10.0, 50.0), ["one two", "three four"]);
        assert_eq!(wrapped("", 10.0, 50.0), [""]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken() {
        let lines = wrapped("Llanfairpwllgwyngyll", 10.0, 40.0);
        assert!(lines.len() > 1 && lines.iter().all(|line| width(line, 10.0) <= 40.0), "{lines:?}");
        assert_eq!(lines.concat(), "Llanfairpwllgwyngyll");
    }

    #[test]
    fn a_line_narrower_than_a_letter_still_ends() {
        assert_eq!(wrapped("WW", 10.0, 1.0), ["W", "W"]);
    }
}
