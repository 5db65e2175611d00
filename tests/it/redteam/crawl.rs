//! Every byte that a commissioner can get: every page that leads on from any other, every file, every header.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use saywell::domain::access::Role;
use saywell::web::{TABLE, Who};
use scraper::{Html, Node, Selector};

use super::super::support::{Browser, page::Page};

/// With it every page of a kind is opened, and not the first ones and one in so many of the others.
const WHOLE: &str = "SAYWELL_TEST_WHOLE";

/// Pages that change what is there, or lead nowhere near a figure.
const ELSEWHERE: [&str; 6] = ["/account", "/assets", "/language", "/sign-out", "/sign-in", "/staff"];

/// Everything, by address.
pub async fn everything(browser: &mut Browser) -> BTreeMap<String, Page> {
    let may = |who: Who| match who {
        Who::May(permission) => Role::CommissionerAnalyst.permits(permission),
        who => matches!(who, Who::Anyone | Who::SignedIn),
    };
    let open = TABLE.iter().filter(|route| may(route.who) && route.methods.contains(&"get") && !route.address.contains('{'));
    let mut next: VecDeque<String> = open.map(|route| route.address.to_owned()).filter(|address| !is_elsewhere(address)).collect();
    let mut seen: BTreeSet<String> = next.iter().cloned().collect();
    let (mut found, mut kinds) = (BTreeMap::new(), BTreeMap::<String, usize>::new());
    while let Some(address) = next.pop_front() {
        browser.get(&address).await;
        assert!([200, 303, 404].contains(&browser.status), "{address}: {}", browser.status);
        for link in links(browser) {
            if is_elsewhere(&link) || !seen.insert(link.clone()) {
                continue;
            }
            let (often, of_kind) = (often(&link), kinds.entry(kind(&link)).or_default());
            *of_kind += 1;
            if *of_kind <= often || *of_kind % 23 == 0 || std::env::var_os(WHOLE).is_some() {
                next.push_back(link);
            }
        }
        found.insert(address, Page::clone(browser));
    }
    found
}

/// Pages of one kind differ in what they are about: an indicator, a month, a figure.
fn kind(address: &str) -> String {
    let path = address.split('?').next().unwrap_or_default();
    let ending = path.rsplit_once('.').map(|(_, ending)| ending).unwrap_or_default();
    format!("{} {ending}", path.split('/').take(3).collect::<Vec<_>>().join("/"))
}

/// How many of its kind are opened without a question. Pictures made of dots take long, and say what the others say.
fn often(address: &str) -> usize {
    match (kind(address).ends_with(" png"), address.starts_with("/commissioner/figures/")) {
        (true, _) => 1,
        (_, true) => 6,
        _ => 45,
    }
}

fn is_elsewhere(address: &str) -> bool {
    ELSEWHERE.iter().any(|begins| address.starts_with(begins))
}

/// Where a page leads: links, pictures, forms that are looked at, and redirections.
fn links(page: &Browser) -> Vec<String> {
    let mut found: Vec<String> = page.location().into_iter().collect();
    for (selector, attribute) in [("[href]", "href"), ("[src]", "src"), ("[data-src]", "data-src"), ("form[method=get]", "action")] {
        found.extend(page.attributes(selector, attribute));
    }
    let inside = found.into_iter().filter(|link| link.starts_with('/') && !link.starts_with("//"));
    inside.map(|link| link.split('#').next().unwrap_or_default().to_owned()).collect()
}

/// What a person or a program reads on a page or a picture: words, titles, descriptions and labels, and no measures of drawing.
pub fn read(page: &Page) -> String {
    const SAID: [&str; 8] = ["alt", "aria-label", "aria-description", "content", "title", "value", "href", "data-value"];
    let kind = page.headers.get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !(kind.contains("html") || kind.contains("svg")) {
        return page.body.clone();
    }
    let html = Html::parse_document(&page.body);
    let all = Selector::parse("*").unwrap();
    let mut words = String::new();
    for element in html.select(&all).filter(|one| !matches!(one.value().name(), "style" | "script")) {
        let said = element.value().attrs().filter(|(name, _)| SAID.contains(name)).map(|(_, value)| value);
        let text = element.children().filter_map(|child| if let Node::Text(text) = child.value() { Some(&**text) } else { None });
        said.chain(text).for_each(|some| {
            words.push_str(some);
            words.push('\n');
        });
    }
    words
}
