//! One line of the audit trail, and the text that its hash is made of.

use std::net::IpAddr;

use super::action::Action;

/// Who did what, in which organisation, when, from where, and why where a reason is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Microseconds since 1970 UTC.
    pub at: i64,
    /// The account of whoever did it, where one is known.
    pub account: Option<i64>,
    /// Their name as it was then; `system` for the program, `command line` for its keeper.
    pub actor: String,
    /// The organisation it was done for.
    pub organisation: Option<i64>,
    pub action: Action,
    /// What it was done to, as `noun:id`.
    pub subject: String,
    /// Why, in the words of whoever did it.
    pub reason: String,
    /// The network it was done from, truncated; empty for the command line.
    pub network: String,
    /// What changed; never an answer, a name of a patient or a secret.
    pub detail: String,
}

impl Event {
    /// The text that the hash of line `number` covers: every field with its length, so that none can be moved into another.
    #[must_use]
    pub fn canonical(&self, number: i64, previous_hash: &str) -> String {
        let id = |id: Option<i64>| id.map_or_else(String::new, |id| id.to_string());
        let fields = [
            number.to_string(),
            self.at.to_string(),
            id(self.account),
            self.actor.clone(),
            id(self.organisation),
            self.action.code().to_owned(),
            self.subject.clone(),
            self.reason.clone(),
            self.network.clone(),
            self.detail.clone(),
            previous_hash.to_owned(),
        ];
        fields.iter().map(|field| format!("{}:{field}\n", field.len())).collect()
    }

    /// The same, done to `subject`.
    #[must_use]
    pub fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = subject.into();
        self
    }

    /// The same, for that reason.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = reason.into();
        self
    }

    /// The same, with what changed.
    #[must_use]
    pub fn with(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// The same, for that organisation.
    #[must_use]
    pub fn within(mut self, organisation: i64) -> Self {
        self.organisation = Some(organisation);
        self
    }
}

/// A network in which no single device can be told apart: the first three bytes of an IPv4 address, the first 48 bits of an
/// IPv6 address.
#[must_use]
pub fn truncated(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(v6) => {
            let [a, b, c, ..] = v6.segments();
            format!("{}/48", std::net::Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(actor: &str, subject: &str) -> Event {
        Event {
            at: 1,
            account: Some(7),
            actor: actor.to_owned(),
            organisation: None,
            action: Action::SignedIn,
            subject: subject.to_owned(),
            reason: String::new(),
            network: String::new(),
            detail: String::new(),
        }
    }

    #[test]
    fn no_two_events_have_the_same_text() {
        assert_ne!(event("a", "bc").canonical(1, ""), event("ab", "c").canonical(1, ""));
        assert_ne!(event("a", "b").canonical(1, ""), event("a", "b").canonical(2, ""));
        assert_ne!(event("a", "b").canonical(1, "x"), event("a", "b").canonical(1, "y"));
    }

    #[test]
    fn a_network_names_no_device() {
        assert_eq!(truncated("192.0.2.77".parse().unwrap()), "192.0.2.0/24");
        assert_eq!(truncated("::ffff:192.0.2.77".parse().unwrap()), "192.0.2.0/24");
        assert_eq!(truncated("2001:db8:1:2::9".parse().unwrap()), "2001:db8:1::/48");
    }
}
