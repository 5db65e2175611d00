//! Who is reading: their language, and the address they come from.

use std::future::{Ready, ready};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest};

use super::problem::Problem;
use super::{device, state};
use crate::i18n::Locale;

/// The cookie that keeps the language a person chose.
pub const LANGUAGE_COOKIE: &str = "saywell-language";

/// A reader, known or not.
#[derive(Debug, Clone)]
pub struct Visitor {
    pub locale: Arc<Locale>,
    /// The page asked for, with its query.
    pub path: String,
    /// Their network address; only ever counted with, never kept.
    pub address: IpAddr,
    /// Browser and system, in words.
    pub device: String,
}

impl Visitor {
    /// Reads the visitor off a request.
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        let app = state(request);
        let chosen = request.cookie(LANGUAGE_COOKIE).map(|cookie| cookie.value().to_owned());
        let accepts = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let address = if app.settings.behind_proxy {
            request.connection_info().realip_remote_addr().and_then(|text| text.parse().ok())
        } else {
            request.peer_addr().map(|peer| peer.ip())
        };
        Self {
            locale: app.locales.negotiate(chosen.as_deref(), accepts, &app.settings.language),
            path: request.uri().path_and_query().map_or("/", |at| at.as_str()).to_owned(),
            address: address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)),
            device: device::words(request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default()),
        }
    }
}

impl FromRequest for Visitor {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(request)))
    }
}
