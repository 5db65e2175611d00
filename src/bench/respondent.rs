//! One person and one survey, from the start page to the receipt code.

use std::time::Instant;

use reqwest::{StatusCode, Url};

use super::answers;
use super::client::{Browser, Reply, Trouble};
use super::page::{self, Form};
use super::record::{Kind, Record};

/// More pages than any survey has; who is sent in circles gives up here.
const MOST_PAGES: usize = 500;
/// As many redirects in a row as browsers follow.
const MOST_REDIRECTS: usize = 20;

/// Answers a survey once, as somebody new to the server, and returns what was measured.
pub async fn answer(start_page: &Url) -> Record {
    match Browser::new() {
        Ok(browser) => answer_in(browser, start_page).await,
        Err(why) => {
            let mut record = Record::default();
            record.fail(why.to_string());
            record
        }
    }
}

/// The same in a browser that is there already.
pub async fn answer_in(mut browser: Browser, start_page: &Url) -> Record {
    let began = Instant::now();
    match go_through(&mut browser, start_page).await {
        Ok(()) => browser.record.surveys.push(began.elapsed()),
        Err(why) => browser.record.fail(why.to_string()),
    }
    browser.record
}

async fn go_through(browser: &mut Browser, start_page: &Url) -> Result<(), Trouble> {
    let first = browser.get(Kind::PageGet, start_page.clone()).await?;
    let mut shown = follow(browser, first).await?;
    for sheet in page::style_sheets(&shown.body) {
        browser.get(Kind::File, same_server(&shown.url, &sheet)?).await?;
    }
    let mut attempt = 0;
    for _ in 0..MOST_PAGES {
        if shown.url.path().ends_with("/done") {
            return page::code(&shown.body).map(drop).ok_or_else(|| trouble(&shown, "shows no receipt code"));
        }
        let answered = match (page::form(&shown.body), page::button_link(&shown.body)) {
            (Some(form), _) => send(browser, &shown, &form, attempt).await?,
            (None, Some(on)) => browser.get(Kind::PageGet, same_server(&shown.url, &on)?).await?,
            (None, None) => return Err(trouble(&shown, "has no form and no way on")),
        };
        attempt = if answered.status == StatusCode::UNPROCESSABLE_ENTITY { attempt + 1 } else { 0 };
        if attempt == answers::TRIES {
            return Err(trouble(&answered, "takes none of the answers that were tried"));
        }
        shown = follow(browser, answered).await?;
    }
    Err(trouble(&shown, "is where a respondent gave up, after too many pages"))
}

async fn send(browser: &mut Browser, shown: &Reply, form: &Form, attempt: usize) -> Result<Reply, Trouble> {
    let target = same_server(&shown.url, &form.action)?;
    let kind = if target.path().ends_with("/check") { Kind::Submit } else { Kind::PagePost };
    browser.post(kind, target, &answers::fill(form, attempt)).await
}

async fn follow(browser: &mut Browser, mut reply: Reply) -> Result<Reply, Trouble> {
    for _ in 0..MOST_REDIRECTS {
        let Some(to) = reply.location.take() else { return Ok(reply) };
        reply = browser.get(Kind::PageGet, to).await?;
    }
    Err(trouble(&reply, "redirects for ever"))
}

/// The address a link on a page means, if it is on the same server. The part after `#` never leaves a browser.
fn same_server(on: &Url, link: &str) -> Result<Url, Trouble> {
    match on.join(link) {
        Ok(mut url) if url.origin() == on.origin() => {
            url.set_fragment(None);
            Ok(url)
        }
        _ => Err(Trouble::LeadsAway(on.path().to_owned(), link.to_owned())),
    }
}

fn trouble(at: &Reply, what: &'static str) -> Trouble {
    Trouble::Page(at.url.path().to_owned(), what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_posted_without_the_fragment_of_its_action() {
        let on = Url::parse("http://127.0.0.1:1/s/a/q/b?from=check").unwrap();
        let target = |action: &str| same_server(&on, action).map(|url| url.to_string()).ok();
        assert_eq!(target("/s/a/q/b#error-summary").as_deref(), Some("http://127.0.0.1:1/s/a/q/b"));
        assert_eq!(target("").as_deref(), Some("http://127.0.0.1:1/s/a/q/b?from=check"));
        assert_eq!(target("http://example.org/"), None);
    }
}
