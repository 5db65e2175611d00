//! What is logged: never an address typed, a query, a network address or a name. A request is known by its route.

use std::io::IsTerminal;

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use tracing::Span;
use tracing_actix_web::RootSpanBuilder;
use tracing_subscriber::EnvFilter;

use crate::config::Settings;

/// Starts logging to the error output. Called once; a second call changes nothing.
pub fn start(settings: &Settings) {
    let filter = EnvFilter::try_new(&settings.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal());
    let started = if settings.log_json { lines.json().try_init() } else { lines.try_init() };
    if started.is_err() {
        tracing::debug!("logging had been started");
    }
}

/// The span around each request.
pub struct Route;

impl RootSpanBuilder for Route {
    fn on_request_start(request: &ServiceRequest) -> Span {
        let route = request.match_pattern().unwrap_or_else(|| "unmatched".to_owned());
        tracing::info_span!("request", method = %request.method(), route, status = tracing::field::Empty)
    }

    fn on_request_end<B: MessageBody>(span: Span, outcome: &Result<ServiceResponse<B>, Error>) {
        match outcome {
            Ok(response) => span.record("status", response.status().as_u16()),
            Err(why) => span.record("status", why.as_response_error().status_code().as_u16()),
        };
        span.in_scope(|| tracing::info!("answered"));
    }
}
