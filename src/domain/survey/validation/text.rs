//! Words: trimmed, without control characters, within their length and of their shape.

use regex_lite::Regex;

use super::super::definition::Limits;
use super::Message;

/// Most characters of one line where the survey states no limit.
const LINE: u32 = 255;
/// Most characters of several lines where the survey states no limit.
const LINES: u32 = 4000;

/// One line: line ends and tabs become spaces. `None` if there is nothing to read.
pub(super) fn parse_line(typed: &str, limits: &Limits) -> Result<Option<String>, Message> {
    let line = unified(typed).replace(['\n', '\t'], " ");
    check(line.trim(), limits, LINE)
}

/// Several lines. `None` if there is nothing to read.
pub(super) fn parse_lines(typed: &str, limits: &Limits) -> Result<Option<String>, Message> {
    check(unified(typed).trim(), limits, LINES)
}

/// The text with one kind of line end, and no other control character but the tab.
fn unified(typed: &str) -> String {
    let typed = typed.replace("\r\n", "\n").replace('\r', "\n");
    typed.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

fn check(text: &str, limits: &Limits, usual: u32) -> Result<Option<String>, Message> {
    if text.is_empty() {
        return Ok(None);
    }
    let length = text.chars().count();
    let max = limits.max_length.unwrap_or(usual);
    if length > max as usize {
        return Err(Message::TooLong { max, length });
    }
    if let Some(min) = limits.min_length.filter(|min| length < *min as usize) {
        return Err(Message::TooShort { min });
    }
    if limits.pattern.as_deref().is_some_and(|pattern| !matches_whole(pattern, text)) {
        return Err(Message::Pattern);
    }
    Ok(Some(text.to_owned()))
}

/// A pattern that is no regular expression is refused at import; no person is held up by one.
fn matches_whole(pattern: &str, text: &str) -> bool {
    Regex::new(&format!("^(?:{pattern})$")).map_or(true, |pattern| pattern.is_match(text))
}
