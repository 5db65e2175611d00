//! HTTP in, pages and files out. Every handler is a few lines: what it needs is loaded and allowed before it begins, what
//! it decides is one transaction, what it shows is a typed page.

pub mod account;
pub mod assets;
pub mod brand;
pub mod chart;
mod cookie;
mod device;
pub mod commissioner;
pub mod form;
mod frame;
pub mod health;
mod home;
mod language;
mod letter;
pub mod limit;
pub mod pages;
mod posted;
pub mod problem;
mod receipt;
mod reply;
mod respond;
mod resume;
mod right;
mod routes;
mod session;
mod staff;
mod statements;
mod visitor;

use std::net::TcpListener;

use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Data};
use actix_web::{HttpRequest, HttpServer};
use tracing_actix_web::TracingLogger;

use crate::app::App;
use crate::telemetry::Route as Traced;
pub use routes::{Route, TABLE, Who};

/// A server on that address, not yet running.
pub fn server(app: App, listener: TcpListener) -> std::io::Result<Server> {
    let workers = match app.settings.workers {
        0 => std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
        given => given,
    };
    let server = HttpServer::new(move || {
        actix_web::App::new()
            .app_data(Data::new(app.clone()))
            .app_data(web::PayloadConfig::new(app.settings.form_bytes))
            .wrap(from_fn(frame::frame))
            .wrap(Compress::default())
            .wrap(TracingLogger::<Traced>::new())
            .configure(routes::all)
    });
    Ok(server.tcp_nodelay(true).workers(workers).shutdown_timeout(20).disable_signals().listen(listener)?.run())
}

/// What every request can reach.
///
/// # Panics
/// Never in a server made by [`server`], which puts it there.
fn state(request: &HttpRequest) -> &App {
    let Some(app) = request.app_data::<Data<App>>() else { unreachable!("the server puts the app where every request finds it") };
    app
}
