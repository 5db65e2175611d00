//! Reads a page for what a person could do on it: the form with its fields, the button that leads on, the code shown.
//!
//! It reads the pages of this program, which are well formed; it is no HTML parser for pages of others.

use crate::domain::care::code::Code;

/// What kind of field it is, as far as filling it in goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    Hidden,
    Radio,
    Checkbox,
    /// A line or an area of text.
    Text,
    /// A line that takes a number.
    Number,
}

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub input: Input,
    pub name: String,
    pub value: String,
}

/// A form that is posted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    /// Where it is posted to, as written; with any fragment.
    pub action: String,
    pub fields: Vec<Field>,
}

/// One tag with its attributes, entities resolved.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, String)>,
}

impl Tag<'_> {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }

    fn owned(&self, name: &str) -> String {
        self.attribute(name).unwrap_or_default().to_owned()
    }
}

/// The first form of the page that is posted.
pub fn form(html: &str) -> Option<Form> {
    let mut inside =
        tags(html).skip_while(|tag| tag.name != "form" || !tag.attribute("method").is_some_and(|how| how.eq_ignore_ascii_case("post")));
    let action = inside.next()?.owned("action");
    let fields = inside.take_while(|tag| tag.name != "/form").filter_map(|tag| field(&tag)).collect();
    Some(Form { action, fields })
}

fn field(tag: &Tag<'_>) -> Option<Field> {
    let input = match (tag.name, tag.attribute("type"), tag.attribute("inputmode")) {
        ("input", Some("hidden"), _) => Input::Hidden,
        ("input", Some("radio"), _) => Input::Radio,
        ("input", Some("checkbox"), _) => Input::Checkbox,
        ("input", Some("submit" | "button"), _) => return None,
        ("input", _, Some("numeric" | "decimal")) => Input::Number,
        ("input" | "textarea", ..) => Input::Text,
        _ => return None,
    };
    Some(Field { input, name: tag.attribute("name")?.to_owned(), value: tag.owned("value") })
}

/// Where the link that looks like a button leads.
pub fn button_link(html: &str) -> Option<String> {
    let is_button = |tag: &Tag<'_>| {
        tag.name == "a" && tag.attribute("class").is_some_and(|classes| classes.split(' ').any(|class| class == "nhsuk-button"))
    };
    tags(html).find(is_button)?.attribute("href").map(str::to_owned)
}

/// The style sheets of the page.
pub fn style_sheets(html: &str) -> Vec<String> {
    let sheets = tags(html).filter(|tag| tag.name == "link" && tag.attribute("rel") == Some("stylesheet"));
    sheets.filter_map(|tag| tag.attribute("href").map(str::to_owned)).collect()
}

/// The code of three groups of four that the page shows. Codes are shown in capitals; read as leniently as when they are
/// typed, words would pass for one.
pub fn code(html: &str) -> Option<Code> {
    let text: String = html.split('<').filter_map(|part| part.split_once('>')).flat_map(|(_, text)| [text, " "]).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_group = |group: &&str| group.len() == 4 && !group.bytes().any(|byte| byte.is_ascii_lowercase());
    words.windows(3).filter(|groups| groups.iter().all(is_group)).find_map(|groups| Code::parse(&groups.concat()))
}

/// The tags of the page in order; closing ones have a name that begins with a slash.
fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let (_, tag) = rest.split_once('<')?;
        let end = tag.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(tag.len());
        let (name, after) = tag.split_at(end);
        let (attributes, after) = attributes(after);
        rest = after;
        Some(Tag { name, attributes })
    })
}

/// Reads attributes up to the end of the tag; gives back what follows it.
fn attributes(mut rest: &str) -> (Vec<(&str, String)>, &str) {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return (found, rest.strip_prefix('>').unwrap_or_default());
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>')).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = after.strip_prefix('=').map_or(("", after), value);
        // An equals sign with no name before it would otherwise be read for ever.
        rest = if name.is_empty() { after.strip_prefix('=').unwrap_or(after) } else { after };
        found.push((name, resolved(value)));
    }
}

/// The value after an equals sign, and what follows it.
fn value(rest: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = rest.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    rest.split_at(rest.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(rest.len()))
}

/// The text with its character references resolved; what is none of those that escaping makes stays as it is.
fn resolved(text: &str) -> String {
    let Some((before, rest)) = text.split_once('&') else { return text.to_owned() };
    let reference = rest.split_once(';').and_then(|(name, after)| Some((character(name)?, after)));
    match reference {
        Some((character, after)) => format!("{before}{character}{}", resolved(after)),
        None => format!("{before}&{}", resolved(rest)),
    }
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let number = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(number.ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><html lang="en"><link rel="stylesheet" href="/assets/a.css"><link rel=icon href=/i.svg>
        <a class="nhsuk-button nhsuk-button--reverse" href="/s/a/q/b?x=1&amp;y=2">Go on</a>
        <form method="get" action="/search"><input name="no"></form>
        <form method="post" action="/s/a/q/b#error-summary" novalidate>
        <input type="hidden" name="key" value="a&quot;b &#x27;&#47;"> <p>1 < 2</p>
        <input id="answer" name="answer" type="radio" value="01" checked><input name='answer' type='checkbox' value=02 />
        <input name="day" type="text" inputmode="numeric" value=""><textarea name="more" rows="6">
        </textarea><button type="submit">Continue</button></form><input name="after">"#;

    fn field(input: Input, name: &str, value: &str) -> Field {
        Field { input, name: name.to_owned(), value: value.to_owned() }
    }

    #[test]
    fn the_form_that_is_posted_is_read_with_its_fields() {
        let form = form(PAGE).unwrap();
        assert_eq!(form.action, "/s/a/q/b#error-summary");
        let expected = [
            field(Input::Hidden, "key", "a\"b '/"),
            field(Input::Radio, "answer", "01"),
            field(Input::Checkbox, "answer", "02"),
            field(Input::Number, "day", ""),
            field(Input::Text, "more", ""),
        ];
        assert_eq!(form.fields, expected);
        assert_eq!(super::form("<p>Nothing to fill in"), None);
    }

    #[test]
    fn the_way_on_and_the_style_sheets_are_found() {
        assert_eq!(button_link(PAGE).as_deref(), Some("/s/a/q/b?x=1&y=2"));
        assert_eq!(style_sheets(PAGE), ["/assets/a.css"]);
    }

    #[test]
    fn the_receipt_code_is_three_groups_of_four() {
        let shown = "<h1>Sent</h1><p>Your code is</p><p><span>0123</span> <span>ABCD</span> <span>WXYZ</span></p>";
        assert_eq!(code(shown).unwrap().as_str(), "0123ABCDWXYZ");
        assert!(code("<p>0123 ABCD</p>").is_none() && code("<p>that will moan</p>").is_none());
    }

    #[test]
    fn a_page_cut_short_is_read_to_its_end() {
        for end in (0..PAGE.len()).filter(|end| PAGE.is_char_boundary(*end)) {
            let _ = (form(&PAGE[..end]), button_link(&PAGE[..end]), code(&PAGE[..end]));
        }
        assert_eq!(tags("<a =\"x\" ==>").count(), 1);
    }
}
