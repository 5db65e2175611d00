//! `saywell serve`: the web server and the jobs, until a signal ends them.

use std::io::Write;
use std::net::{SocketAddr, TcpListener};

use anyhow::bail;
use clap::Args;
use tokio::signal::unix::{SignalKind, signal};

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
}

impl Serve {
    pub async fn run(self, mut settings: Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        settings.listen = self.listen.unwrap_or(settings.listen);
        telemetry::start(&settings);
        let listener = bind(settings.listen)?;
        let (clock, random, store) = (setup::clock(&settings)?, Random::system()?, setup::store(&settings)?);
        setup::prepare(&settings, &store, &clock, &random)?;
        let app = setup::app(settings, store, clock, random)?;
        writeln!(out, "Saywell serves on http://{}", listener.local_addr()?)?;
        out.flush()?;
        until_signal(app, listener).await
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

/// Serves until SIGTERM or SIGINT; then takes no new requests, and lets those under way end.
pub async fn until_signal(app: App, listener: TcpListener) -> anyhow::Result<()> {
    let server = web::server(app.clone(), listener)?;
    let handle = server.handle();
    let work = tokio::spawn(jobs::run(app));
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let stop = tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping");
        handle.stop(true).await;
    });
    let served = server.await;
    stop.abort();
    work.abort();
    Ok(served?)
}
