//! The style sheets and the icon, built at compile time and carried in the binary. Names hold a hash of the content, so that a
//! browser may keep a file for ever. It serves nothing that is not in the build's manifest, and never compresses on request.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use rust_embed::RustEmbed;

/// What `build.rs` made: the files, their compressed copies and the manifest.
#[derive(RustEmbed)]
#[folder = "$SAYWELL_ASSETS_DIR/web"]
struct Files;

/// One file of the build with its ready-made encodings.
struct Stored {
    plain: Cow<'static, [u8]>,
    brotli: Option<Cow<'static, [u8]>>,
    gzip: Option<Cow<'static, [u8]>>,
    etag: String,
    mime: &'static str,
}

/// A file as one browser takes it.
#[derive(Debug)]
pub struct Asset {
    pub bytes: &'static [u8],
    /// The `Content-Encoding`, where the bytes are compressed.
    pub encoding: Option<&'static str>,
    /// A strong entity tag with its quotation marks. It differs by encoding, as RFC 9110 (8.8.3) asks.
    pub etag: String,
    pub mime: &'static str,
}

static FILES: LazyLock<BTreeMap<String, Stored>> = LazyLock::new(|| {
    let stored = |name: String| {
        let data = |ending: &str| Files::get(&format!("{name}{ending}")).map(|file| file.data);
        let plain = data("")?;
        let (brotli, gzip) = (data(".br"), data(".gz"));
        let hash = name.rsplit_once('-').and_then(|(_, rest)| rest.split('.').next()).unwrap_or(&name).to_owned();
        Some((name.clone(), Stored { plain, brotli, gzip, etag: hash, mime: mime(&name) }))
    };
    MANIFEST.values().filter_map(|url| stored(url.rsplit('/').next()?.to_owned())).collect()
});

/// Addresses by logical name.
static MANIFEST: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let names: Option<BTreeMap<String, String>> = Files::get("manifest.json").and_then(|file| serde_json::from_slice(&file.data).ok());
    names.unwrap_or_default().into_iter().map(|(logical, name)| (logical, format!("/assets/{name}"))).collect()
});

/// The address of a file by its logical name: `survey.css` as `/assets/survey-0fdf7028123e.css`. `None` where the build made no
/// such file.
#[must_use]
pub fn url(logical: &str) -> Option<&'static str> {
    MANIFEST.get(logical).map(String::as_str)
}

/// The file of that hashed name, in the smallest form that the browser's `Accept-Encoding` takes.
#[must_use]
pub fn find(name: &str, accept_encoding: &str) -> Option<Asset> {
    let stored = FILES.get(name)?;
    let (bytes, encoding) = match (&stored.brotli, &stored.gzip) {
        (Some(brotli), _) if accepts(accept_encoding, "br") => (brotli, Some("br")),
        (_, Some(gzip)) if accepts(accept_encoding, "gzip") => (gzip, Some("gzip")),
        _ => (&stored.plain, None),
    };
    let etag = format!("\"{}{}\"", stored.etag, encoding.map_or(String::new(), |name| format!("-{name}")));
    Some(Asset { bytes: bytes.as_ref(), encoding, etag, mime: stored.mime })
}

/// `GET /assets/{name}`: the file, to be kept for a year; 304 where the browser has it; 404 where the build has no such file.
pub async fn asset(request: HttpRequest, name: web::Path<String>) -> HttpResponse {
    let sent = |name: header::HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some(asset) = find(&name, sent(header::ACCEPT_ENCODING)) else { return HttpResponse::NotFound().finish() };
    let known = sent(header::IF_NONE_MATCH).split(',').any(|tag| tag.trim() == asset.etag);
    let mut response = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((header::VARY, "Accept-Encoding"))
        .insert_header((header::ETAG, asset.etag))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"));
    if known {
        return response.finish();
    }
    if let Some(encoding) = asset.encoding {
        response.insert_header((header::CONTENT_ENCODING, encoding));
    }
    response.content_type(asset.mime).body(asset.bytes)
}

/// True where a list of content codings names one without refusing it by weight 0.
fn accepts(accept_encoding: &str, coding: &str) -> bool {
    accept_encoding.split(',').any(|element| {
        let mut parts = element.split(';').map(str::trim);
        let refused = |part: &str| part.strip_prefix("q=").is_some_and(|weight| weight.bytes().all(|b| b == b'0' || b == b'.'));
        parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding)) && !parts.any(refused)
    })
}

/// The media type by the ending of the name; there are only the kinds that the build makes.
fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("js") => "text/javascript; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_smallest_form_it_takes() {
        let name = url("survey.css").unwrap().strip_prefix("/assets/").unwrap();
        let size = |accepted| find(name, accepted).map(|asset| (asset.encoding, asset.bytes.len())).unwrap();
        let ((plain, large), (gzip, medium), (brotli, small)) = (size(""), size("gzip"), size("gzip, deflate, br"));
        assert_eq!((plain, gzip, brotli), (None, Some("gzip"), Some("br")));
        assert!(small < medium && medium < large);
        assert_eq!(size("br;q=0, gzip;q=0.5").0, Some("gzip"));
    }

    #[test]
    fn only_what_the_build_made_is_served() {
        assert!(find("manifest.json", "").is_none());
        assert!(find("../Cargo.toml", "").is_none());
        assert!(url("survey.scss").is_none());
    }

    #[test]
    fn no_sheet_fetches_from_another_server_and_no_frutiger() {
        for sheet in ["survey.css", "staff.css"] {
            let asset = find(url(sheet).unwrap().strip_prefix("/assets/").unwrap(), "").unwrap();
            let text = std::str::from_utf8(asset.bytes).unwrap().to_lowercase();
            assert!(!text.contains("http") && !text.contains("frutiger") && !text.contains("@font-face"), "{sheet}");
        }
    }
}
