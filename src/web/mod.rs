//! HTTP in, pages and files out. Every handler is a few lines: what it needs is loaded and allowed before it begins, what
//! it decides is one transaction, what it shows is a typed page.

pub mod account;
mod admin;
mod answered;
pub mod assets;
pub mod birth_month;
mod bounds;
pub mod brand;
mod callbacks;
mod ceremony;
pub mod chart;
pub mod commissioner;
mod cookie;
pub mod define;
mod development;
mod device;
pub(crate) mod engage;
mod enrolling;
pub mod form;
mod frame;
pub(crate) mod framework;
mod governance;
mod headers;
pub mod health;
mod heard;
mod home;
mod join;
mod kiosk;
mod language;
mod letter;
pub mod limit;
mod origin;
mod pace;
pub mod pages;
mod posted;
pub mod printing;
pub mod problem;
mod provider;
mod receipt;
mod refusal;
mod reply;
pub(crate) mod respond;
mod resume;
mod right;
mod routes;
mod session;
mod sheet;
mod staff;
mod statements;
mod supply;
mod surveys;
mod upload;
mod visitor;

use std::net::TcpListener;
use std::time::Duration;

use actix_web::cookie::Cookie;
use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Data};
use actix_web::{HttpRequest, HttpServer};
use tracing_actix_web::TracingLogger;

use crate::app::App;
use crate::config::Settings;
use crate::telemetry::Route as Traced;
pub use routes::{Route, TABLE, Who};

/// How long a connection may idle between two requests.
const IDLE: Duration = Duration::from_secs(30);

/// How long the other side may take to close a connection.
const CLOSING: Duration = Duration::from_secs(5);

/// Connections that each worker holds at most; more wait to be taken.
const CONNECTIONS: usize = 4096;

/// A server on that address, not yet running.
pub fn server(app: App, listener: TcpListener) -> std::io::Result<Server> {
    let workers = match app.settings.workers {
        0 => std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
        given => given,
    };
    let (patience, pace) = (Duration::from_secs(app.settings.head_seconds), Data::new(pace::Pace::of(&app.settings)));
    let server = HttpServer::new(move || {
        actix_web::App::new()
            .app_data(Data::new(app.clone()))
            .app_data(pace.clone())
            .app_data(web::PayloadConfig::new(app.settings.form_bytes))
            .app_data(web::JsonConfig::default().limit(app.settings.form_bytes))
            .wrap(from_fn(frame::frame))
            .wrap(Compress::default())
            .wrap(TracingLogger::<Traced>::new())
            .configure(routes::all)
    });
    let server = server.client_request_timeout(patience).client_disconnect_timeout(CLOSING).keep_alive(IDLE).max_connections(CONNECTIONS);
    Ok(server.tcp_nodelay(true).workers(workers).shutdown_timeout(20).disable_signals().listen(listener)?.run())
}

/// The cookie by which a browser is known to hold the session of that token.
pub(crate) fn session_cookie(settings: &Settings, token: String) -> Cookie<'static> {
    cookie::make(settings, staff::SESSION, token, None)
}

/// What every request can reach.
///
/// # Panics
/// Never in a server made by [`server`], which puts it there.
fn state(request: &HttpRequest) -> &App {
    let Some(app) = request.app_data::<Data<App>>() else { unreachable!("the server puts the app where every request finds it") };
    app
}
