use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreJsonWebKeySet};
use openidconnect::{
    AccessToken, Audience, AuthUrl, AuthenticationContextClass, AuthenticationMethodReference, ClientId, ClientSecret, EndUserEmail,
    IssuerUrl, JsonWebKeyId, PrivateSigningKey, StandardClaims, SubjectIdentifier,
};

use super::*;

const ISSUER: &str = "https://id.example.org";
const NOW: Moment = Moment::from_micros(1_795_341_600_000_000);

/// Two keys that open nothing, by the byte they are made of.
const KEY: u8 = 1;
const OTHER_KEY: u8 = 2;

/// An Ed25519 key as PKCS #8 (RFC 8410).
fn pem(byte: u8) -> String {
    let mut der = vec![0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
    der.extend([byte; 32]);
    let kind = "PRIVATE KEY";
    format!("-----BEGIN {kind}-----\n{}\n-----END {kind}-----\n", data_encoding::BASE64.encode(&der))
}

fn settings(more: &str) -> SignInWith {
    let common = format!("key='trust'\nname='The Trust'\nissuer='{ISSUER}'\nclient_id='saywell'\nclient_secret='hush'\n");
    toml::from_str(&format!("{common}{more}")).unwrap()
}

fn key(byte: u8, id: &str) -> CoreEdDsaPrivateSigningKey {
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem(byte), Some(JsonWebKeyId::new(id.to_owned()))).unwrap()
}

fn relying() -> Relying {
    let keys = CoreJsonWebKeySet::new(vec![key(KEY, "one").as_verification_key()]);
    let (id, issuer) = (ClientId::new("saywell".to_owned()), IssuerUrl::new(ISSUER.to_owned()).unwrap());
    let metadata = openidconnect::core::CoreProviderMetadata::new(
        issuer,
        AuthUrl::new(format!("{ISSUER}/auth")).unwrap(),
        openidconnect::JsonWebKeySetUrl::new(format!("{ISSUER}/keys")).unwrap(),
        vec![],
        vec![],
        vec![CoreJwsSigningAlgorithm::EdDsa],
        openidconnect::EmptyAdditionalProviderMetadata {},
    )
    .set_jwks(keys);
    Relying::from_provider_metadata(metadata, id, Some(ClientSecret::new("hush".to_owned())))
}

fn claims() -> Claims {
    let at = |seconds| chrono::DateTime::from_timestamp(NOW.seconds() + seconds, 0).unwrap();
    let (issuer, audience) = (IssuerUrl::new(ISSUER.to_owned()).unwrap(), vec![Audience::new("saywell".to_owned())]);
    let who = StandardClaims::new(SubjectIdentifier::new("7".to_owned()));
    Claims::new(issuer, audience, at(300), at(-5), who, Others::default()).set_nonce(Some(Nonce::new("n".to_owned())))
}

fn signed(claims: Claims, byte: u8) -> Token {
    let nothing: Option<&AccessToken> = None;
    Token::new(claims, &key(byte, "one"), CoreJwsSigningAlgorithm::EdDsa, nothing, None).unwrap()
}

fn refused(claims: Claims) -> Failure {
    verified(&relying(), &signed(claims, KEY), "n", NOW).unwrap_err()
}

#[test]
fn a_token_for_us_is_believed() {
    let token = signed(claims(), KEY);
    assert_eq!(verified(&relying(), &token, "n", NOW).unwrap().subject().as_str(), "7");
}

#[test]
fn a_token_for_another_from_another_or_for_another_time_is_not() {
    let at = |seconds| chrono::DateTime::from_timestamp(NOW.seconds() + seconds, 0).unwrap();
    let audience = |all: &[&str]| all.iter().map(|one| Audience::new((*one).to_owned())).collect::<Vec<_>>();
    assert_eq!(refused(claims().set_audiences(audience(&["another"]))), Failure::Token("audience"));
    assert_eq!(refused(claims().set_audiences(audience(&["saywell", "another"]))), Failure::Token("audience"));
    assert_eq!(refused(claims().set_authorized_party(Some(ClientId::new("another".to_owned())))), Failure::Token("authorised party"));
    assert_eq!(refused(claims().set_issuer(IssuerUrl::new("https://evil.example.org".to_owned()).unwrap())), Failure::Token("issuer"));
    assert_eq!(refused(claims().set_expiration(at(0))), Failure::Token("time"));
    assert_eq!(refused(claims().set_issue_time(at(SKEW + 1))), Failure::Token("time"));
    assert_eq!(refused(claims().set_nonce(None)), Failure::Token("nonce"));
    assert_eq!(refused(claims().set_nonce(Some(Nonce::new("m".to_owned())))), Failure::Token("nonce"));
}

#[test]
fn a_token_that_is_not_signed_with_the_providers_key_is_not_believed() {
    let forged = signed(claims(), OTHER_KEY);
    assert_eq!(verified(&relying(), &forged, "n", NOW).unwrap_err(), Failure::Token("signature"));
    let text = signed(claims(), KEY).to_string();
    let body = text.split('.').nth(1).unwrap();
    let header = |alg: &str| data_encoding::BASE64URL_NOPAD.encode(format!("{{\"alg\":\"{alg}\"}}").as_bytes());
    for bare in [format!("{}.{body}.", header("none")), format!("{}.{body}.AAAA", header("HS256"))] {
        // A token without signature may be refused as early as when it is read.
        let read: Result<Token, _> = serde_json::from_value(Value::String(bare));
        assert!(read.is_err() || matches!(verified(&relying(), &read.unwrap(), "n", NOW), Err(Failure::Token("signature"))));
    }
}

#[test]
fn an_unknown_key_is_told_from_a_wrong_signature() {
    let nothing: Option<&AccessToken> = None;
    let token = Token::new(claims(), &key(OTHER_KEY, "two"), CoreJwsSigningAlgorithm::EdDsa, nothing, None).unwrap();
    assert!(is_signed_with_an_unknown_key(&relying(), &token));
    assert!(!is_signed_with_an_unknown_key(&relying(), &signed(claims(), OTHER_KEY)));
}

#[test]
fn an_address_counts_only_when_the_provider_has_verified_it() {
    let with = |verified| {
        let claims = claims().set_email(Some(EndUserEmail::new("a@example.org".to_owned()))).set_email_verified(verified);
        person(&settings(""), &claims, None).email
    };
    assert_eq!(with(Some(true)).as_deref(), Some("a@example.org"));
    assert_eq!(with(Some(false)), None);
    assert_eq!(with(None), None);
}

#[test]
fn a_second_factor_elsewhere_counts_only_when_the_settings_say_so_and_the_token_shows_it() {
    let amr = |method: &str| claims().set_auth_method_refs(Some(vec![AuthenticationMethodReference::new(method.to_owned())]));
    let acr = |class: &str| claims().set_auth_context_ref(Some(AuthenticationContextClass::new(class.to_owned())));
    let trusts = |more: &str, claims: &Claims| person(&settings(more), claims, None).showed_factor;
    assert!(!trusts("", &amr("mfa")));
    assert!(trusts("second_factor='theirs'", &claims()));
    let strict = "second_factor='theirs'\nrequired_amr=['mfa']\nrequired_acr=['AAL3']";
    assert!(trusts(strict, &amr("mfa")) && trusts(strict, &acr("AAL3")));
    assert!(!trusts(strict, &amr("pwd")) && !trusts(strict, &acr("AAL1")) && !trusts(strict, &claims()));
}

#[test]
fn who_signed_in_there_too_long_ago_or_nobody_knows_when_is_not_let_in_where_that_is_asked() {
    let ago = |minutes: i64| claims().set_auth_time(chrono::DateTime::from_timestamp(NOW.seconds() - minutes * 60, 0));
    let asked = settings("max_age_minutes=60");
    assert_eq!(recent(&asked, &ago(60), NOW), Ok(()));
    assert_eq!(recent(&asked, &ago(66), NOW), Err(Failure::Token("age")));
    assert_eq!(recent(&asked, &claims(), NOW), Err(Failure::Token("age")));
    assert_eq!(recent(&settings(""), &ago(6000), NOW), Ok(()));
}

#[test]
fn roles_are_read_from_a_text_a_list_or_an_object() {
    let others: Others = serde_json::from_str(r#"{"one":"a","many":["a","b",3],"realm":{"roles":["c"]},"x.y":"d","n":7}"#).unwrap();
    let read = |claim| values(&others, claim).map(|all| all.join(" "));
    assert_eq!(read("one").as_deref(), Some("a"));
    assert_eq!(read("many").as_deref(), Some("a b"));
    assert_eq!(read("realm.roles").as_deref(), Some("c"));
    assert_eq!(read("x.y").as_deref(), Some("d"));
    assert_eq!((read("n"), read("none"), read("one.two")), (None, None, None));
}
