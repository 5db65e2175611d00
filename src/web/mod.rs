//! HTTP in, pages and files out. Every handler is a few lines: what it needs is loaded and allowed before it begins, what
//! it decides is one transaction, what it shows is a typed page.

pub mod account;
pub mod assets;
pub mod brand;
pub mod chart;
pub mod commissioner;
pub mod form;
mod frame;
pub mod health;
mod home;
mod language;
pub mod limit;
pub mod pages;
pub mod problem;
mod receipt;
mod reply;
mod respond;
mod resume;
mod staff;
mod statements;
mod visitor;

use std::net::TcpListener;

use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Data, ServiceConfig, get, post, resource};
use actix_web::{HttpRequest, HttpServer};
use tracing_actix_web::TracingLogger;

use crate::app::App;
use crate::telemetry::Route;

/// Every address of Saywell.
fn routes(at: &mut ServiceConfig) {
    at.route("/", get().to(home::show))
        .route("/language/{tag}", get().to(language::choose))
        .route("/help", get().to(statements::help))
        .route("/privacy", get().to(statements::privacy))
        .route("/accessibility", get().to(statements::accessibility))
        .route("/cookies", get().to(statements::cookies))
        // Answering
        .service(resource("/s/{survey}").get(respond::start::show).post(respond::start::begin))
        .service(resource("/i/{token}").get(respond::invited::show).post(respond::invited::begin))
        .service(resource("/s/{survey}/who").get(respond::before::who).post(respond::before::say_who))
        .service(resource("/s/{survey}/service").get(respond::before::service).post(respond::before::say_service))
        .service(resource("/s/{survey}/q/{page}").get(respond::question::show).post(respond::question::answer))
        .route("/s/{survey}/urgent/{page}", get().to(respond::urgent::show))
        .service(resource("/s/{survey}/check").get(respond::check::show).post(respond::check::submit))
        .route("/s/{survey}/done", get().to(respond::done::show))
        .route("/s/{survey}/later", get().to(respond::later::show))
        .service(resource("/resume").get(resume::show).post(resume::open))
        .service(resource("/receipt").get(receipt::show).post(receipt::check))
        // Reviewing
        .service(resource("/sign-in").get(account::show).post(account::sign_in))
        .route("/sign-out", post().to(account::sign_out))
        .route("/commissioner", get().to(commissioner::overview::show))
        .route("/commissioner/overview.csv", get().to(commissioner::overview::csv))
        .route("/commissioner/indicators/{key}.csv", get().to(commissioner::indicator::csv))
        .route("/commissioner/indicators/{key}", get().to(commissioner::indicator::show))
        // Machines
        .route("/health/live", get().to(health::live))
        .route("/health/ready", get().to(health::ready))
        .route("/assets/brand.css", get().to(brand::sheet))
        .route("/assets/{name}", get().to(assets::asset));
}

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
            .wrap(TracingLogger::<Route>::new())
            .configure(routes)
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
