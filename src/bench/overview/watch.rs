//! Somebody looks at the figures, over HTTP: the first look after a release, and many more.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use anyhow::ensure;
use reqwest::{StatusCode, Url};

use super::super::client::Browser;
use super::super::record::Kind;
use crate::app::App;
use crate::config::Settings;
use crate::domain::access::Factor;
use crate::released::Known;
use crate::secret::token_hash;
use crate::store::ids::AccountId;
use crate::store::sessions::{self, Session};
use crate::web;

/// How often a server that does not know of the last release yet is looked at for the first time.
const FIRST_LOOKS: u32 = 3;

/// What was measured of one page.
#[derive(Debug)]
pub struct Page {
    pub name: &'static str,
    /// The first look after a release. Sorted.
    pub first: Vec<Duration>,
    /// Every look after it. Sorted.
    pub next: Vec<Duration>,
    /// Bytes of its last answer, compressed as it came.
    pub bytes: u64,
}

/// The pages, and their addresses but for the indicator's key.
const PAGES: [(&str, &str, bool); 3] = [
    ("overview", "/commissioner", false),
    ("indicator", "/commissioner/indicators/", true),
    ("comparison", "/commissioner/compare/", true),
];

/// Looks at each page so often, at one indicator after another.
/// `before` is what was known before the last release.
pub async fn pages(app: &App, before: &Known, (account, views): (AccountId, u32)) -> anyhow::Result<Vec<Page>> {
    let token = signed_in(app, account).await?;
    let mut all = Vec::new();
    for (name, address, of_indicator) in PAGES {
        let mut page = Page { name, first: Vec::new(), next: Vec::new(), bytes: 0 };
        for looks in [1; FIRST_LOOKS as usize].into_iter().chain([views]) {
            let server = Watched::start(app, before)?;
            let mut browser = Browser::new()?;
            browser.holds(web::session_cookie(&app.settings, token.clone()));
            // That a server has to start is no part of what a page costs.
            browser.get(Kind::File, server.url.join("/health/live")?).await?;
            let keys: Vec<&str> = app.framework.indicators.iter().map(|one| one.key.as_str()).collect();
            // One look more than is asked for where those count that come after the first.
            for look in 0..looks + u32::from(looks == views) {
                let key = keys.get(usize::try_from(look)? % keys.len().max(1)).copied().unwrap_or_default();
                let url = server.url.join(&if of_indicator { format!("{address}{key}") } else { address.to_owned() })?;
                let before = browser.record.bytes;
                let reply = browser.get(Kind::PageGet, url).await?;
                ensure!(reply.status == StatusCode::OK, "{} was answered with {}", reply.url, reply.status);
                page.bytes = browser.record.bytes - before;
            }
            let mut took = browser.record.requests.remove(&Kind::PageGet).unwrap_or_default().into_iter();
            page.first.extend(took.next());
            page.next.extend(took);
            server.stop().await;
        }
        page.first.sort_unstable();
        page.next.sort_unstable();
        all.push(page);
    }
    Ok(all)
}

/// Begins a session of somebody who has shown who they are. Returns its token.
async fn signed_in(app: &App, account: AccountId) -> anyhow::Result<String> {
    let (token, now) = (app.random.token(), app.clock.now());
    let session = Session {
        token_hash: token_hash(&token),
        id: app.random.id(&app.clock),
        account_id: account,
        factor: Some(Factor::Totp.code().to_owned()),
        is_enrolling: false,
        confirmed_at: now.micros(),
        ceremony: None,
        name: None,
        device: "A measurement".to_owned(),
        network: "127.0.0.0/24".to_owned(),
        created_at: now.micros(),
        seen_at: now.micros(),
        idle_seconds: 86_400,
        expires_at: now.plus_days(1).micros(),
    };
    app.store.write("measured session", move |tx| sessions::add(tx, &session)).await?;
    Ok(token)
}

/// A server on which nobody has looked at anything since the last release.
struct Watched {
    url: Url,
    handle: actix_web::dev::ServerHandle,
    running: tokio::task::JoinHandle<std::io::Result<()>>,
}

impl Watched {
    fn start(app: &App, before: &Known) -> anyhow::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let url = Url::parse(&format!("http://{}", listener.local_addr()?))?;
        let settings = Settings { public_origin: Some(url.origin().ascii_serialization()), ..(*app.settings).clone() };
        let fresh = App { settings: Arc::new(settings), released: before.apart(), ..app.clone() };
        let server = web::server(fresh, listener)?;
        let handle = server.handle();
        Ok(Self { url, handle, running: tokio::spawn(server) })
    }

    async fn stop(self) {
        self.handle.stop(false).await;
        // How it ended is of no interest: every answer is in.
        let _ = self.running.await;
    }
}
