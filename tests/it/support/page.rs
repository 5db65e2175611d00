//! A page as it came: its status, its words, and its form.

use reqwest::header::HeaderMap;
use scraper::{ElementRef, Html, Selector};

/// What came for the last request.
#[derive(Clone, Default)]
pub struct Page {
    pub status: u16,
    /// The address without the host, the query with it.
    pub address: String,
    pub headers: HeaderMap,
    pub body: String,
    /// As they came, where they are no page.
    pub bytes: Vec<u8>,
}

/// One thing that a person may pick or type into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    pub id: String,
    pub name: String,
    pub value: String,
    /// `radio`, `checkbox`, `text`, `hidden`, `textarea` and so on.
    pub kind: String,
    pub label: String,
    pub chosen: bool,
}

impl Page {
    /// The first element that a CSS selector finds, as its words with single spaces.
    pub fn text_of(&self, selector: &str) -> Option<String> {
        self.texts_of(selector).into_iter().next()
    }

    /// The words of every element that a CSS selector finds.
    pub fn texts_of(&self, selector: &str) -> Vec<String> {
        Html::parse_document(&self.body).select(&css(selector)).map(words).collect()
    }

    /// An attribute of every element that a CSS selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        html.select(&css(selector)).filter_map(|found| found.attr(name)).map(str::to_owned).collect()
    }

    pub fn heading(&self) -> String {
        self.text_of("h1").unwrap_or_default()
    }

    pub fn title(&self) -> String {
        self.text_of("title").unwrap_or_default()
    }

    /// The main part of the page in words.
    pub fn words(&self) -> String {
        self.text_of("main").unwrap_or_default()
    }

    /// The error summary: where each line leads, and what it says.
    pub fn errors(&self) -> Vec<(String, String)> {
        let links = "#error-summary a";
        self.attributes(links, "href").into_iter().zip(self.texts_of(links)).collect()
    }

    /// Where the link with these words leads. The words that only screen readers get count as well.
    pub fn link(&self, words_of_it: &str) -> String {
        let links = self.attributes("a", "href").into_iter().zip(self.texts_of("a"));
        let found = links.into_iter().find(|(_, text)| text == words_of_it);
        found.unwrap_or_else(|| panic!("no link `{words_of_it}` on {}: {}", self.address, self.words())).0
    }

    /// Where the form of the page is sent to, without its fragment.
    pub fn action(&self) -> String {
        let action = self.attributes("main form", "action").into_iter().next();
        let action = action.unwrap_or_else(|| panic!("no form on {} ({}): {}", self.address, self.status, self.words()));
        action.split('#').next().unwrap_or_default().to_owned()
    }

    /// What may be picked or typed into on the page's form, in order.
    pub fn controls(&self) -> Vec<Control> {
        let html = Html::parse_document(&self.body);
        let labels: Vec<(String, String)> =
            html.select(&css("label")).map(|label| (label.attr("for").unwrap_or_default().to_owned(), words(label))).collect();
        let label_of = |id: &str| labels.iter().find(|(of, _)| of == id).map(|(_, label)| label.clone()).unwrap_or_default();
        html.select(&css("main form input, main form textarea, main form select")).map(|found| control(found, &label_of)).collect()
    }

    /// The last part of the address: the key of a question, `check`, `done` and so on.
    pub fn step(&self) -> &str {
        self.path().rsplit('/').next().unwrap_or_default()
    }

    pub fn path(&self) -> &str {
        self.address.split('?').next().unwrap_or_default()
    }

    /// The code that the page shows, as it is typed.
    pub fn code(&self) -> String {
        self.text_of(".app-code--large").unwrap_or_else(|| panic!("no code on {}: {}", self.address, self.words()))
    }
}

fn control(found: ElementRef<'_>, label_of: &dyn Fn(&str) -> String) -> Control {
    let attribute = |name: &str| found.attr(name).unwrap_or_default().to_owned();
    let (is_area, is_select) = (found.value().name() == "textarea", found.value().name() == "select");
    let selected = || found.select(&css("option[selected]")).next().or(found.select(&css("option")).next());
    let id = attribute("id");
    Control {
        label: label_of(&id),
        name: attribute("name"),
        value: if is_area {
            found.text().collect::<String>().trim_start_matches('\n').to_owned()
        } else if is_select {
            selected().and_then(|option| option.attr("value")).unwrap_or_default().to_owned()
        } else {
            attribute("value")
        },
        kind: if is_area || is_select { found.value().name().to_owned() } else { attribute("type") },
        chosen: found.attr("checked").is_some(),
        id,
    }
}

fn css(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

fn words(found: ElementRef<'_>) -> String {
    found.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}
