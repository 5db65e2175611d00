//! The token that the text message service asks for: a JSON Web Token (RFC 7519) signed with HMAC-SHA-256.

use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// A token that says who asks, at that many seconds since 1970.
pub fn token(issuer: &str, secret: &[u8], now: i64) -> String {
    let part = |value: serde_json::Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
    let head = part(serde_json::json!({ "typ": "JWT", "alg": "HS256" }));
    let signed = format!("{head}.{}", part(serde_json::json!({ "iss": issuer, "iat": now })));
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { unreachable!("HMAC takes a key of any length") };
    mac.update(signed.as_bytes());
    format!("{signed}.{}", BASE64URL_NOPAD.encode(&mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_three_parts_and_its_signature_goes_with_the_secret() {
        let (one, other) = (token("a service", b"a secret", 1_795_341_600), token("a service", b"another", 1_795_341_600));
        let parts: Vec<&str> = one.split('.').collect();
        let text = |part: &str| String::from_utf8(BASE64URL_NOPAD.decode(part.as_bytes()).unwrap()).unwrap();
        assert_eq!(text(parts[0]), r#"{"typ":"JWT","alg":"HS256"}"#);
        assert_eq!(text(parts[1]), r#"{"iss":"a service","iat":1795341600}"#);
        assert_eq!(parts.len(), 3);
        assert_ne!(one.rsplit('.').next(), other.rsplit('.').next());
    }
}
