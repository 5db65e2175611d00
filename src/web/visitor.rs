//! Who is reading: their language, and the address they come from. Whom a forwarded address is believed from is said in the
//! settings.

use std::future::{Ready, ready};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::header::{self, HeaderName};
use actix_web::http::uri::PathAndQuery;
use actix_web::{FromRequest, HttpRequest};

use super::problem::Problem;
use super::staff::SESSION;
use super::{cookie, device, state};
use crate::i18n::Locale;
use crate::network;
use crate::secret::token_hash;

/// The cookie that keeps the language a person chose.
pub const LANGUAGE: &str = "language";

/// An address that is longer is put into no link, nor gone back to.
const LINKED_BYTES: usize = 2048;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// A reader, known or not.
#[derive(Debug, Clone)]
pub struct Visitor {
    pub locale: Arc<Locale>,
    /// The page asked for, with its query; the front page where that is too long for a link.
    pub path: String,
    /// Their network address; only ever counted with, never kept.
    pub address: IpAddr,
    /// Browser and system, in words.
    pub device: String,
    /// What a browser in which staff have signed in is known by.
    pub device_token: Option<String>,
    /// The hash of the session that the browser holds, live or not.
    pub session: Option<String>,
}

impl Visitor {
    /// Reads the visitor off a request.
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        let app = state(request);
        let chosen = cookie::read(request, LANGUAGE);
        let accepts = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Self {
            locale: app.locales.negotiate(chosen.as_deref(), accepts, &app.settings.language),
            path: request.uri().path_and_query().map(PathAndQuery::as_str).filter(|at| at.len() <= LINKED_BYTES).unwrap_or("/").to_owned(),
            address: Self::address_of(request),
            device_token: cookie::read(request, device::COOKIE),
            session: cookie::read(request, SESSION).map(|token| token_hash(&token)),
            device: device::words(request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default()),
        }
    }

    /// The network address that asks: the peer, or whom a trusted proxy names.
    #[must_use]
    pub fn address_of(request: &HttpRequest) -> IpAddr {
        let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip());
        let forwarded: Vec<&str> = request.headers().get_all(FORWARDED_FOR).map(|value| value.to_str().unwrap_or_default()).collect();
        network::client(peer, forwarded.into_iter(), &state(request).settings.trusted_proxies)
    }
}

impl FromRequest for Visitor {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(request)))
    }
}
