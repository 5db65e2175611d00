//! The settings of sign-in with an organisation: providers of OpenID Connect, each a `[[sign_in_with]]` of the file.

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer};

use super::Problem;
use crate::domain::access::Role;

/// The setting that problems are reported under.
const KNOB: &str = "sign_in_with";

/// An organisation whose own sign-in is taken here, over OpenID Connect.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignInWith {
    /// What it goes by in addresses, such as `trust`; never to be changed once people have signed in.
    pub key: String,
    /// What the button says after "Sign in with".
    pub name: String,
    /// Its issuer, letter by letter as its discovery document has it.
    pub issuer: String,
    /// What it calls this Saywell.
    pub client_id: String,
    /// The secret that goes with it.
    pub client_secret: SecretString,
    /// What is asked for besides `openid`.
    #[serde(default = "email_scope")]
    pub scopes: Vec<String>,
    /// The authentication classes that are asked for, the best first.
    #[serde(default)]
    pub acr_values: Vec<String>,
    /// How long ago somebody may have signed in there, in minutes; they are asked again there when it is longer. Not asked
    /// about where nothing is said.
    pub max_age_minutes: Option<u32>,
    /// Whose second factor counts.
    #[serde(default)]
    pub second_factor: SecondFactor,
    /// With `theirs`: the classes (`acr`) of which one shows that a second factor was asked for.
    #[serde(default)]
    pub required_acr: Vec<String>,
    /// With `theirs`: the methods (`amr`) of which one shows that a second factor was asked for.
    #[serde(default)]
    pub required_amr: Vec<String>,
    /// True when a first sign-in finds its account by the verified email address.
    #[serde(default)]
    pub match_email: bool,
    /// The claim whose values give roles.
    pub role_claim: Option<String>,
    /// The roles that its values give.
    #[serde(default)]
    pub roles: Vec<MappedRole>,
}

/// Whose second factor a sign-in with the organisation ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SecondFactor {
    /// That of the account here.
    #[default]
    Ours,
    /// That of the organisation, which is trusted to ask for one.
    Theirs,
}

/// A role that a value of the role claim gives, and whose absence takes it away.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MappedRole {
    /// The value of the claim.
    pub value: String,
    /// The role.
    #[serde(deserialize_with = "role")]
    pub role: Role,
    /// The ODS code of the organisation it is held in.
    pub organisation: String,
}

fn email_scope() -> Vec<String> {
    vec!["email".to_owned()]
}

fn role<'de, D: Deserializer<'de>>(code: D) -> Result<Role, D::Error> {
    let code = String::deserialize(code)?;
    Role::from_code(&code).ok_or_else(|| serde::de::Error::custom(format!("`{code}` is no role")))
}

/// Everything about the providers that would not work, each as a sentence.
pub(super) fn problems(all: &[SignInWith], development: bool) -> Vec<Problem> {
    let mut found = Vec::new();
    for (number, one) in all.iter().enumerate() {
        let mut hold = |fine: bool, why: &str| {
            if !fine {
                found.push(Problem::Value { knob: KNOB, why: format!("`{}`: {why}", one.key) });
            }
        };
        hold(is_key(&one.key), "key must be 1 to 40 small letters, digits and hyphens");
        hold(all.iter().take(number).all(|other| other.key != one.key), "key must be given to one provider only");
        hold(!one.name.trim().is_empty(), "name must say whose sign-in it is");
        hold(is_issuer(&one.issuer, development), "issuer must be an https address without query");
        hold(!one.client_id.is_empty(), "client_id must be what the provider calls this Saywell");
        hold(!one.client_secret.expose_secret().is_empty(), "client_secret must be the secret that the provider gave");
        let asks_for_proof = !(one.required_acr.is_empty() && one.required_amr.is_empty());
        let fits = !asks_for_proof || one.second_factor == SecondFactor::Theirs;
        hold(fits, "required_acr and required_amr go with second_factor = \"theirs\"");
        hold(one.role_claim.is_some() != one.roles.is_empty(), "role_claim and roles go together");
        let administrator = one.roles.iter().any(|mapped| mapped.role == Role::Administrator);
        hold(!administrator, "an administrator is made in Saywell, by another: no claim can give that role");
    }
    found
}

fn is_key(key: &str) -> bool {
    (1..=40).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn is_issuer(address: &str, development: bool) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://").filter(|_| development));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && !rest.contains(['?', '#', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(more: &str) -> Result<SignInWith, toml::de::Error> {
        let common = "key='trust'\nname='The Trust'\nissuer='https://id.example.org'\nclient_id='saywell'\nclient_secret='s'\n";
        toml::from_str(&format!("{common}{more}"))
    }

    #[test]
    fn by_default_nothing_of_the_organisation_is_trusted_but_who_somebody_is() {
        let one = read("").unwrap();
        assert!(!one.match_email && one.roles.is_empty() && one.second_factor == SecondFactor::Ours);
        assert!(problems(&[one], false).is_empty());
    }

    #[test]
    fn what_cannot_work_is_said() {
        let fine = read("").unwrap();
        let wrong = [
            SignInWith { key: "The Trust".into(), ..fine.clone() },
            SignInWith { issuer: "http://id.example.org".into(), ..fine.clone() },
            SignInWith { client_secret: "".into(), ..fine.clone() },
            SignInWith { required_acr: vec!["AAL2".into()], ..fine.clone() },
            SignInWith { role_claim: Some("groups".into()), ..fine.clone() },
        ];
        for one in wrong {
            assert_eq!(problems(std::slice::from_ref(&one), false).len(), 1, "{one:?}");
        }
        assert_eq!(problems(&[fine.clone(), fine.clone()], false).len(), 1);
        assert!(problems(&[SignInWith { issuer: "http://localhost:9".into(), ..fine }], true).is_empty());
    }

    #[test]
    fn no_claim_makes_an_administrator_and_an_unknown_role_is_refused() {
        let mapped = |role: &str| read(&format!("role_claim='groups'\n[[roles]]\nvalue='a'\nrole='{role}'\norganisation='RXX'"));
        assert_eq!(problems(&[mapped("administrator").unwrap()], false).len(), 1);
        assert!(problems(&[mapped("provider-manager").unwrap()], false).is_empty());
        assert!(mapped("king").unwrap_err().to_string().contains("`king` is no role"));
    }
}
