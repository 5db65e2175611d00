//! A browser that keeps cookies as browsers do, fills in forms, and speaks of labels and headings.

use std::net::{IpAddr, SocketAddr};
use std::ops::Deref;

use reqwest::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue, LOCATION, SET_COOKIE};
use reqwest::{Client, Method};

use super::page::Page;

const FORM: &str = "application/x-www-form-urlencoded";

/// A person's browser, on some page.
#[derive(Clone)]
pub struct Browser {
    client: Client,
    base: String,
    cookies: Vec<Cookie>,
    /// Sent with every request.
    always: HeaderMap,
    page: Page,
    /// What the form of the page would send.
    fields: Vec<(String, String)>,
}

#[derive(Clone)]
struct Cookie {
    name: String,
    value: String,
    path: String,
}

impl Browser {
    pub fn new(at: SocketAddr) -> Self {
        Self::of(Client::builder(), at)
    }

    /// A browser at another network address.
    pub fn from_address(at: SocketAddr, address: IpAddr) -> Self {
        Self::of(Client::builder().local_address(address), at)
    }

    fn of(client: reqwest::ClientBuilder, at: SocketAddr) -> Self {
        saywell::tls::provide();
        // A connection that stood idle may be closed just as the next form is sent, which no form may be sent again for.
        let client = client.redirect(reqwest::redirect::Policy::none()).pool_max_idle_per_host(0).build().unwrap();
        let (cookies, fields) = (Vec::new(), Vec::new());
        Self { client, base: format!("http://{at}"), cookies, always: HeaderMap::new(), page: Page::default(), fields }
    }

    /// The same person, who asks for another language.
    pub fn speaking(mut self, language: &'static str) -> Self {
        self.always.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(language));
        self
    }

    /// The same browser, on a Saywell at another address.
    pub fn at(mut self, at: SocketAddr) -> Self {
        self.base = format!("http://{at}");
        self
    }

    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.always.insert(HeaderName::from_static(name), value.parse().unwrap());
        self
    }

    /// The value of a cookie that this browser keeps.
    pub fn cookie(&self, name: &str) -> String {
        self.cookies.iter().find(|cookie| cookie.name == name).unwrap().value.clone()
    }

    pub fn keep_cookie(&mut self, name: &str, value: &str, path: &str) {
        self.cookies.retain(|old| old.name != name || old.path != path);
        self.cookies.push(Cookie { name: name.to_owned(), value: value.to_owned(), path: path.to_owned() });
    }

    /// Asks for a page, and goes no further.
    pub async fn get(&mut self, address: &str) -> &mut Self {
        self.request(Method::GET, address, None, Vec::new()).await
    }

    /// Asks for a page, and goes where it leads.
    pub async fn open(&mut self, address: &str) -> &mut Self {
        self.get(address).await;
        self.follow().await
    }

    /// Sends fields of one's own making, and goes no further.
    pub async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> &mut Self {
        let body = reqwest::Url::parse_with_params("http://x/", fields).unwrap().query().unwrap_or_default().to_owned();
        self.post_bytes(address, FORM, body.into_bytes()).await
    }

    /// Sends bytes of one's own making, and goes no further.
    pub async fn post_bytes(&mut self, address: &str, kind: &str, body: Vec<u8>) -> &mut Self {
        self.request(Method::POST, address, Some(kind), body).await
    }

    /// Sends the form of the page, and goes no further.
    pub async fn send(&mut self) -> &mut Self {
        let fields = self.fields.clone();
        let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.post(&self.page.action(), &pairs).await
    }

    /// Presses the button of the page.
    pub async fn press(&mut self) -> &mut Self {
        self.send().await;
        self.follow().await
    }

    /// Follows the link with these words.
    pub async fn click(&mut self, words: &str) -> &mut Self {
        let to = self.page.link(words);
        self.open(&to).await
    }

    pub async fn follow(&mut self) -> &mut Self {
        for _ in 0..10 {
            let Some(to) = self.location() else { break };
            self.get(&to).await;
        }
        self
    }

    /// Where the answer leads, if it leads elsewhere.
    pub fn location(&self) -> Option<String> {
        let to = self.page.headers.get(LOCATION).filter(|_| self.page.status == 303)?.to_str().unwrap();
        Some(to.split('#').next().unwrap_or_default().to_owned())
    }

    /// Picks what has this label.
    pub fn choose(&mut self, label: &str) -> &mut Self {
        self.pick(|control| control.label == label, label)
    }

    /// Picks what has this value.
    pub fn choose_code(&mut self, code: &str) -> &mut Self {
        self.pick(|control| control.value == code && matches!(control.kind.as_str(), "radio" | "checkbox"), code)
    }

    fn pick(&mut self, is_it: impl Fn(&super::page::Control) -> bool, what: &str) -> &mut Self {
        let found = self.page.controls().into_iter().find(is_it);
        let found = found.unwrap_or_else(|| panic!("nothing to choose as `{what}` on {}: {}", self.page.address, self.page.words()));
        if found.kind == "radio" {
            self.fields.retain(|(name, _)| *name != found.name);
        }
        self.fields.push((found.name, found.value));
        self
    }

    /// Types into the field with this label or, where the label is the question itself, into the only field.
    pub fn fill(&mut self, label: &str, text: &str) -> &mut Self {
        let found = self.page.controls().into_iter().find(|control| control.label == label || control.name == label);
        let found = found.unwrap_or_else(|| panic!("no field `{label}` on {}: {}", self.page.address, self.page.words()));
        self.fields.retain(|(name, _)| *name != found.name);
        self.fields.push((found.name, text.to_owned()));
        self
    }

    async fn request(&mut self, method: Method, address: &str, kind: Option<&str>, body: Vec<u8>) -> &mut Self {
        let mut request = self
            .client
            .request(method, format!("{}{}", self.base, address.split('#').next().unwrap_or_default()))
            .headers(self.always.clone());
        if let Some(cookies) = self.cookies_for(address) {
            request = request.header(COOKIE, cookies);
        }
        if let Some(kind) = kind {
            request = request.header(CONTENT_TYPE, kind).body(body);
        }
        let answer = request.send().await.unwrap();
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        for cookie in headers.get_all(SET_COOKIE) {
            self.set_cookie(cookie.to_str().unwrap());
        }
        let bytes = answer.bytes().await.unwrap().to_vec();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        let address = address.split('#').next().unwrap_or_default().to_owned();
        self.page = Page { status, address, headers, body, bytes };
        let is_form = |kind: &str| matches!(kind, "hidden" | "text" | "textarea" | "select" | "email" | "tel" | "password");
        let sent = self.page.controls().into_iter().filter(|control| control.chosen || is_form(&control.kind));
        self.fields = sent.map(|control| (control.name, control.value)).collect();
        self
    }

    fn cookies_for(&self, address: &str) -> Option<String> {
        let path = address.split('?').next().unwrap_or_default();
        let goes = |cookie: &&Cookie| cookie.path == "/" || path == cookie.path || path.starts_with(&format!("{}/", cookie.path));
        let all: Vec<String> = self.cookies.iter().filter(goes).map(|cookie| format!("{}={}", cookie.name, cookie.value)).collect();
        (!all.is_empty()).then(|| all.join("; "))
    }

    fn set_cookie(&mut self, text: &str) {
        let mut parts = text.split("; ");
        let (name, value) = parts.next().unwrap().split_once('=').unwrap();
        let attributes: Vec<&str> = parts.collect();
        let path = attributes.iter().find_map(|part| part.strip_prefix("Path=")).unwrap_or("/");
        self.keep_cookie(name, value, path);
        if attributes.contains(&"Max-Age=0") {
            self.cookies.retain(|cookie| cookie.name != name || cookie.path != path);
        }
    }
}

impl Deref for Browser {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}
