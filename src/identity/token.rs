//! What an ID token must be before it is believed, and what is read from it then.

use openidconnect::core::{
    CoreAuthPrompt, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, ClaimsVerificationError, Client, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdToken,
    IdTokenClaims, IdTokenFields, Nonce, SignatureVerificationError, StandardErrorResponse, StandardTokenResponse, UserInfoClaims,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Failure, Person};
use crate::clock::Moment;
use crate::config::{SecondFactor, SignInWith};

/// The signatures that are taken: none without a key pair, and never `none`.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// How far ahead of ours the clock of a provider may be, in seconds.
const SKEW: i64 = 300;

/// Claims that OpenID Connect does not name.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Others(Map<String, Value>);

impl AdditionalClaims for Others {}

pub type Token = IdToken<Others, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
pub type Claims = IdTokenClaims<Others, CoreGenderClaim>;
pub type UserInfo = UserInfoClaims<Others, CoreGenderClaim>;
type Fields = IdTokenFields<Others, EmptyExtraTokenFields, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

/// A client of one provider.
pub type Relying = Client<
    Others,
    openidconnect::core::CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<Fields, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The claims of a token, if everything about it holds: issuer, audience, authorised party, signature, times and nonce
/// (OpenID Connect Core 1.0, 3.1.3.7).
pub fn verified<'a>(client: &Relying, token: &'a Token, nonce: &str, now: Moment) -> Result<&'a Claims, Failure> {
    let at = chrono::DateTime::from_timestamp_micros(now.micros()).unwrap_or_default();
    let latest = now.seconds() + SKEW;
    let in_time = move |issued: chrono::DateTime<chrono::Utc>| {
        let fine = issued.timestamp() <= latest;
        fine.then_some(()).ok_or_else(|| "issued in the future".to_owned())
    };
    let verifier = client.id_token_verifier().set_allowed_algs(ALGORITHMS).set_time_fn(move || at).set_issue_time_verifier_fn(in_time);
    let claims = token.claims(&verifier, &Nonce::new(nonce.to_owned())).map_err(|why| Failure::Token(name(&why)))?;
    match claims.authorized_party() {
        Some(party) if party != client.client_id() => Err(Failure::Token("authorised party")),
        _ => Ok(claims),
    }
}

/// Whether somebody signed in at the provider lately enough. A provider that is asked must say when they did
/// (OpenID Connect Core 1.0, 3.1.2.1).
pub fn recent(settings: &SignInWith, claims: &Claims, now: Moment) -> Result<(), Failure> {
    let Some(minutes) = settings.max_age_minutes else { return Ok(()) };
    let earliest = now.seconds() - i64::from(minutes) * 60 - SKEW;
    let is_recent = claims.auth_time().is_some_and(|at| at.timestamp() >= earliest);
    is_recent.then_some(()).ok_or(Failure::Token("age"))
}

/// True when the token is signed with a key that is not known: the provider may have changed its keys.
pub fn is_signed_with_an_unknown_key(client: &Relying, token: &Token) -> bool {
    matches!(token.signing_key(&client.id_token_verifier()), Err(SignatureVerificationError::NoMatchingKey))
}

/// What is wrong, in words that hold nothing of the token.
fn name(why: &ClaimsVerificationError) -> &'static str {
    match why {
        ClaimsVerificationError::Expired(_) => "time",
        ClaimsVerificationError::InvalidAudience(_) => "audience",
        ClaimsVerificationError::InvalidIssuer(_) => "issuer",
        ClaimsVerificationError::InvalidNonce(_) => "nonce",
        ClaimsVerificationError::SignatureVerification(_) => "signature",
        ClaimsVerificationError::Unsupported(_) => "kind",
        _ => "token",
    }
}

/// Who the claims say somebody is. What the token lacks is read from the user information, where that was asked for.
pub fn person(settings: &SignInWith, claims: &Claims, more: Option<&UserInfo>) -> Person {
    let own = claims.email().map(|email| (email, claims.email_verified()));
    let told = more.and_then(|info| info.email().map(|email| (email, info.email_verified())));
    let email = own.or(told).filter(|(_, verified)| *verified == Some(true)).map(|(email, _)| email.to_string());
    let others = [Some(claims.additional_claims()), more.map(UserInfo::additional_claims)];
    let found = |claim: &String| others.into_iter().flatten().find_map(|others| values(others, claim));
    Person {
        subject: claims.subject().to_string(),
        email,
        showed_factor: showed_factor(settings, claims),
        values: settings.role_claim.as_ref().and_then(found).unwrap_or_default(),
    }
}

/// True when the token lacks something that the settings make use of.
pub fn lacks(settings: &SignInWith, claims: &Claims) -> bool {
    let email = settings.match_email && claims.email().is_none();
    let role = settings.role_claim.as_ref().is_some_and(|claim| values(claims.additional_claims(), claim).is_none());
    email || role
}

fn showed_factor(settings: &SignInWith, claims: &Claims) -> bool {
    if settings.second_factor == SecondFactor::Ours {
        return false;
    }
    if settings.required_acr.is_empty() && settings.required_amr.is_empty() {
        return true;
    }
    let class = claims.auth_context_ref().is_some_and(|class| settings.required_acr.iter().any(|asked| *asked == **class));
    let mut methods = claims.auth_method_refs().into_iter().flatten();
    class || methods.any(|method| settings.required_amr.iter().any(|asked| *asked == **method))
}

/// The values of a claim, a text or a list of texts. A name with dots leads into objects where no claim has that whole name.
fn values(others: &Others, claim: &str) -> Option<Vec<String>> {
    let whole = others.0.get(claim);
    let (first, rest) = claim.split_once('.').unwrap_or((claim, ""));
    let inside = || rest.split('.').try_fold(others.0.get(first)?, |object, name| object.get(name));
    match whole.or_else(inside)? {
        Value::String(one) => Some(vec![one.clone()]),
        Value::Array(all) => Some(all.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
