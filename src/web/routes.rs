//! Every address of Saywell on one screen: who may ask for it, how, and which handler answers. The permission stands in the
//! handler's arguments too; a test walks this table with every role and fails where the two do not agree.

use actix_web::web::{ServiceConfig, get, post, resource};

use super::{account, assets, brand, commissioner, health, home, language, receipt, respond, resume, statements};
use crate::domain::access::Permission;

/// Who may ask for an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Anyone,
    /// Staff on the way from password to second factor.
    HalfSignedIn,
    /// Staff.
    SignedIn,
    /// Staff with a role that permits it.
    May(Permission),
}

/// One address and who may ask for it.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    pub who: Who,
    /// With parameters in braces.
    pub address: &'static str,
    /// `get`, `post`, or both.
    pub methods: &'static [&'static str],
}

macro_rules! routes {
    ($($who:expr => { $($address:literal $($method:ident $handler:path),+;)+ })+) => {
        /// Puts every address in its place.
        pub(super) fn all(at: &mut ServiceConfig) {
            $($(at.service(resource($address)$(.route($method().to($handler)))+);)+)+
        }

        /// Every address of Saywell.
        pub const TABLE: &[Route] = &[$($(Route { who: $who, address: $address, methods: &[$(stringify!($method)),+] }),+),+];
    };
}

routes! {
    Who::Anyone => {
        "/" get home::show;
        "/language/{tag}" get language::choose;
        "/help" get statements::help;
        "/privacy" get statements::privacy;
        "/accessibility" get statements::accessibility;
        "/cookies" get statements::cookies;
        "/s/{survey}" get respond::start::show, post respond::start::begin;
        "/i/{token}" get respond::invited::show, post respond::invited::begin;
        "/s/{survey}/who" get respond::before::who, post respond::before::say_who;
        "/s/{survey}/service" get respond::before::service, post respond::before::say_service;
        "/s/{survey}/q/{page}" get respond::question::show, post respond::question::answer;
        "/s/{survey}/urgent/{page}" get respond::urgent::show;
        "/s/{survey}/check" get respond::check::show, post respond::check::submit;
        "/s/{survey}/done" get respond::done::show;
        "/s/{survey}/later" get respond::later::show;
        "/resume" get resume::show, post resume::open;
        "/receipt" get receipt::show, post receipt::check;
        "/health/live" get health::live;
        "/health/ready" get health::ready;
        "/assets/brand.css" get brand::sheet;
        "/assets/{name}" get assets::asset;
        "/sign-in" get account::sign_in::show, post account::sign_in::sign_in;
    }
    Who::SignedIn => {
        "/staff" get account::home::show;
        "/sign-out" post account::sign_out::sign_out;
    }
    Who::May(Permission::SeeCountyFigures) => {
        "/commissioner" get commissioner::overview::show;
        "/commissioner/overview.csv" get commissioner::overview::csv;
        "/commissioner/indicators/{key}.csv" get commissioner::indicator::csv;
        "/commissioner/indicators/{key}" get commissioner::indicator::show;
    }
}
