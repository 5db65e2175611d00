//! `saywell serve`: the web server and the jobs, until a signal ends them.

use std::io::Write;
use std::net::{SocketAddr, TcpListener};

use anyhow::bail;
use clap::Args;
use tokio::signal::unix::{Signal, SignalKind, signal};

use super::setup;
use crate::app::App;
use crate::config::Settings;
use crate::random::Random;
use crate::{jobs, telemetry, web};

/// Serve Saywell.
#[derive(Debug, Args)]
pub struct Serve {
    /// The address and port to serve on. Overrules the configuration.
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// Serve pages only: the jobs run elsewhere, by `saywell work`.
    #[arg(long)]
    web_only: bool,
}

/// Do the jobs and serve no pages: ask whoever is due, send what waits, clear away what has run out.
#[derive(Debug, Args)]
pub struct Work {}

impl Work {
    pub async fn run(self, settings: Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        settings.servable()?;
        telemetry::start(&settings);
        let (mut stop, clock, random, store) = (Stop::listen()?, setup::clock(&settings)?, Random::system()?, setup::store(&settings)?);
        setup::prepare(&settings, &store, &clock, &random)?;
        let app = setup::app(settings, store, clock, random)?;
        warn_of_development(&app.settings);
        writeln!(out, "Saywell works")?;
        out.flush()?;
        tokio::select! {
            () = jobs::run(app) => {}
            () = stop.comes() => tracing::info!("stopping"),
        }
        Ok(())
    }
}

impl Serve {
    pub async fn run(self, mut settings: Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        settings.listen = self.listen.unwrap_or(settings.listen);
        settings.servable()?;
        telemetry::start(&settings);
        let (listener, stop) = (bind(settings.listen)?, Stop::listen()?);
        let (clock, random, store) = (setup::clock(&settings)?, Random::system()?, setup::store(&settings)?);
        setup::prepare(&settings, &store, &clock, &random)?;
        let app = setup::app(settings, store, clock, random)?;
        writeln!(out, "Saywell serves on http://{}", listener.local_addr()?)?;
        out.flush()?;
        if self.web_only { serve(app, listener, stop).await } else { until_signal(app, listener, stop).await }
    }
}

/// Says what `development` waives: as an error, which every level of the log shows.
fn warn_of_development(settings: &Settings) {
    if settings.development {
        tracing::error!(
            "DEVELOPMENT IS SWITCHED ON: cookies travel without TLS and a password alone may sign in; never let real people answer here"
        );
    }
}

/// Takes the address, before any long work.
pub fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    match TcpListener::bind(address) {
        Ok(listener) => Ok(listener),
        Err(why) if why.kind() == std::io::ErrorKind::AddrInUse => {
            bail!(
                "port {} is in use: stop the program that has it, or choose another with `--listen {}:PORT`",
                address.port(),
                address.ip()
            )
        }
        Err(why) => bail!("{address} cannot be served on: {why}"),
    }
}

/// The signals that end a server. Listened for before the address is told, so that none can come too early.
pub struct Stop {
    terminate: Signal,
    interrupt: Signal,
}

impl Stop {
    /// Begins to listen.
    pub fn listen() -> std::io::Result<Self> {
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    /// Waits for one.
    async fn comes(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

/// Serves, and does the jobs, until SIGTERM or SIGINT.
pub async fn until_signal(app: App, listener: TcpListener, stop: Stop) -> anyhow::Result<()> {
    let work = tokio::spawn(jobs::run(app.clone()));
    let served = serve(app, listener, stop).await;
    work.abort();
    served
}

/// Serves until SIGTERM or SIGINT; then takes no new requests, and lets those under way end.
async fn serve(app: App, listener: TcpListener, mut stop: Stop) -> anyhow::Result<()> {
    warn_of_development(&app.settings);
    // Read before anybody asks: the first look at what was released is as quick as the next.
    if let Err(why) = app.ledger().await {
        tracing::error!(%why, "what was released cannot be read");
    }
    let server = web::server(app, listener)?;
    let handle = server.handle();
    let stopping = tokio::spawn(async move {
        stop.comes().await;
        tracing::info!("stopping");
        handle.stop(true).await;
    });
    let served = server.await;
    stopping.abort();
    Ok(served?)
}
