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
    /// Something done by somebody who is not known, from that network.
    #[must_use]
    pub fn by_stranger(action: Action, at: i64, network: String) -> Self {
        let (actor, subject, reason, detail) = ("unknown".to_owned(), String::new(), String::new(), String::new());
        Self { at, account: None, actor, organisation: None, action, subject, reason, network, detail }
    }

    /// Something that a person who is asked to answer does. Where they are is nobody's business.
    #[must_use]
    pub fn by_respondent(action: Action, at: i64, organisation: Option<i64>) -> Self {
        let (subject, reason, network, detail) = (String::new(), String::new(), String::new(), String::new());
        Self { at, account: None, actor: "respondent".to_owned(), organisation, action, subject, reason, network, detail }
    }

    /// Something that the keeper of the installation does at the command line.
    #[must_use]
    pub fn at_command_line(at: i64, action: Action) -> Self {
        Self {
            at,
            account: None,
            actor: "command line".to_owned(),
            organisation: None,
            action,
            subject: String::new(),
            reason: String::new(),
            network: String::new(),
            detail: String::new(),
        }
    }

    /// The text that the hash of line `number` covers.
    #[must_use]
    pub fn canonical(&self, number: i64, previous_hash: &str) -> String {
        let recorded = Recorded {
            number,
            at: self.at,
            account: self.account,
            actor: &self.actor,
            organisation: self.organisation,
            action: self.action.code(),
            subject: &self.subject,
            reason: &self.reason,
            network: &self.network,
            detail: &self.detail,
            previous_hash,
        };
        recorded.canonical()
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

/// A line as it is read back: what stands there, whether or not it is what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded<'a> {
    pub number: i64,
    pub at: i64,
    pub account: Option<i64>,
    pub actor: &'a str,
    pub organisation: Option<i64>,
    /// The code of an action, or what somebody made of it.
    pub action: &'a str,
    pub subject: &'a str,
    pub reason: &'a str,
    pub network: &'a str,
    pub detail: &'a str,
    pub previous_hash: &'a str,
}

impl Recorded<'_> {
    /// The text that its hash covers: every field with its length, so that none can be moved into another.
    #[must_use]
    pub fn canonical(&self) -> String {
        let id = |id: Option<i64>| id.map_or_else(String::new, |id| id.to_string());
        let (number, at, account, organisation) = (self.number.to_string(), self.at.to_string(), id(self.account), id(self.organisation));
        let fields = [
            number.as_str(),
            &at,
            &account,
            self.actor,
            &organisation,
            self.action,
            self.subject,
            self.reason,
            self.network,
            self.detail,
            self.previous_hash,
        ];
        fields.iter().flat_map(|field| [field.len().to_string(), ":".to_owned(), (*field).to_owned(), "\n".to_owned()]).collect()
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
