//! The headers that keep every answer safe: nothing from elsewhere, no frame around it, no copy of it kept.

use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};

use crate::config::Settings;

/// Nothing from elsewhere, no script or style inside a page, no frame around it.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; object-src 'none'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What the browser may do for a page: passkeys, and nothing else that asks for a device or for money.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), \
                           gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), \
                           usb=(), xr-spatial-tracking=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";

/// Two years, in seconds, as the lists that browsers are shipped with ask for.
const TLS_ONLY: &str = "max-age=63072000; includeSubDomains";

/// `same-origin`, because with `no-referrer` older browsers would send our own forms with the origin `null`.
const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
];

/// Puts them on an answer to a request for `path`. Only style sheets, scripts and pictures may be kept by a browser.
pub fn dress(headers: &mut HeaderMap, path: &str, settings: &Settings) {
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if settings.is_https() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(TLS_ONLY));
    }
    let is_asset = path.starts_with("/assets/") && headers.contains_key(header::CACHE_CONTROL);
    if !is_asset {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}
