//! Every knob of Saywell, documented where it is declared. A file (TOML) gives the values of a site, `SAYWELL_*`
//! variables overrule it, the command line overrules both. A knob nobody knows is an error, not a silence.

mod sign_in_with;
mod wire;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use config::{Config, Environment, File, FileFormat};
use jiff::tz::TimeZone;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use tracing_subscriber::EnvFilter;

use crate::domain::care::quiet::Quiet;
use crate::domain::survey::text::Language;
use crate::network::Network;
use crate::password::Breached;
use crate::store::Address;
pub use sign_in_with::{MappedRole, SecondFactor, SignInWith};

/// Variables that start with `SAYWELL_` but are no knobs: they belong to the build and to the tests.
const NOT_KNOBS: [&str; 4] = ["SAYWELL_ASSETS", "SAYWELL_BIN", "SAYWELL_CONFIG", "SAYWELL_TEST_"];

/// The configuration as it is written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Where the database is: `sqlite:PATH` or `postgres://USER@HOST/NAME`.
    pub database: String,
    /// How many connections to the database are kept at most.
    pub connections: u32,
    /// The address and port to serve on.
    pub listen: SocketAddr,
    /// How many threads take requests. 0 means one for each processor.
    pub workers: usize,
    /// The address people see, such as `https://answers.example.org`. Needed behind a proxy: it is what a form's
    /// `Origin` is held against, and it makes cookies `Secure` when it starts with `https`.
    pub public_origin: Option<String>,
    /// True while you try Saywell out on your own machine: cookies then travel without TLS, and staff without a second
    /// factor sign in with the password alone. Never where real people answer.
    pub development: bool,
    /// The file that holds the keys which names, secrets and letters are encrypted with. With SQLite it is made and kept
    /// beside the database when nothing is said.
    pub key_ring: Option<PathBuf>,
    /// The proxies in front of Saywell, each an address or a network such as `10.0.0.0/8`. Their `X-Forwarded-For` is believed,
    /// nobody else's.
    pub trusted_proxies: Vec<Network>,
    /// The organisation whose name stands in the header of every page.
    pub organisation: String,
    /// How to reach the people who run the surveys: a phone number or an email address.
    pub contact: Option<String>,
    /// The address of the organisation's own privacy notice.
    pub privacy_notice: Option<String>,
    /// The colour of the header, `#rrggbb`. The words on it are white or black, whichever reads better.
    pub brand_colour: String,
    /// At least 32 characters that nobody knows. Codes are derived with it: change it and every open draft's resume code
    /// and every receipt code is void. With SQLite it is made and kept beside the database when it is not set.
    pub secret_key: Option<SecretString>,
    /// The time zone of the service; days and months begin there.
    pub time_zone: String,
    /// The language of people whose browser asks for none that Saywell speaks.
    pub language: String,
    /// How many days a draft is kept after its last page.
    pub draft_days: i64,
    /// How many seconds a shared tablet waits for a touch before it asks whether somebody is still there.
    pub kiosk_idle_seconds: u32,
    /// Hours after which staff sign in again, and idle minutes after which they do.
    pub session_hours: i64,
    pub session_idle_minutes: i64,
    /// A sorted file of the SHA-1 hashes of passwords that were stolen elsewhere; nobody may choose one of them.
    pub breached_passwords: Option<PathBuf>,
    /// How many wrong resume or receipt codes one kind of browser at one address may try in a minute.
    pub code_tries_per_minute: u32,
    /// The most bytes of a posted form.
    pub form_bytes: usize,
    /// How many seconds the head of a request may take to arrive.
    pub head_seconds: u64,
    /// How many seconds a posted form may take to arrive.
    pub form_seconds: u64,
    /// How many pages of one draft may be sent in a minute; as often may one personal link be used, and one survey be begun in
    /// one kind of browser at one address.
    pub pages_per_minute: u32,
    /// How many people may begin to answer at one event in a minute, all phones together.
    pub event_begins_per_minute: u32,
    /// Days after a month is over until its figures are released.
    pub release_after_days: u16,
    /// How many pages one session of staff may ask for in a minute.
    pub staff_requests_per_minute: u32,
    /// A framework of your own, as TOML. The built-in one where nothing is said.
    pub framework: Option<PathBuf>,
    /// Rules of retention of your own, as TOML. The built-in ones where nothing is said.
    pub retention: Option<PathBuf>,
    /// A folder of schedules of your own, each a TOML file. The built-in ones where nothing is said.
    pub schedules: Option<PathBuf>,
    /// A local line for urgent help, shown beside the national ones.
    pub help_line: Option<HelpLine>,
    /// Where mail goes. No mail is sent where nothing is said.
    pub mail: Option<Mail>,
    /// Where text messages to people go. None are sent where nothing is said.
    pub text: Option<Text>,
    /// The hours in which people are sent nothing, by the clock of the time zone: `20:00-08:00`, or `none`.
    pub quiet_hours: String,
    /// The organisations whose own sign-in is taken. None where nothing is said.
    pub sign_in_with: Vec<SignInWith>,
    /// What is logged: `error`, `warn`, `info`, `debug`, or a filter of the `tracing` kind.
    pub log: String,
    /// Log lines as JSON, one object a line.
    pub log_json: bool,
}

/// A local line for urgent help.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct HelpLine {
    /// What it is called, in words that a person in distress understands.
    pub name: String,
    /// The number to call.
    pub phone: String,
    /// When somebody answers, for example "24 hours a day".
    pub hours: String,
}

/// Where mail goes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// `smtp://HOST:25`, `smtps://USER:PASSWORD@HOST:465`, or `file:FOLDER` for development.
    pub transport: SecretString,
    /// The sender, such as `Saywell <noreply@example.org>`.
    pub from: String,
    /// The team that is told of alerts. The mail holds no personal data.
    pub alerts_to: String,
}

/// Where text messages to people go: a service at GOV.UK Notify.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The key of the service's API.
    pub api_key: SecretString,
    /// The id of the template that text messages are sent with. Its text is `((message))` and nothing else.
    pub template: String,
    /// What the service shows with its delivery receipts. None are taken where nothing is said.
    pub callback_token: Option<SecretString>,
    /// The address of the API.
    #[serde(default = "notify")]
    pub base_url: String,
}

fn notify() -> String {
    "https://api.notifications.service.gov.uk".to_owned()
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            database: "sqlite:saywell.sqlite".to_owned(),
            connections: 8,
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            workers: 0,
            public_origin: None,
            development: false,
            key_ring: None,
            trusted_proxies: Vec::new(),
            organisation: "Saywell".to_owned(),
            contact: None,
            privacy_notice: None,
            brand_colour: "#1d3f58".to_owned(),
            secret_key: None,
            time_zone: "Europe/London".to_owned(),
            language: "en".to_owned(),
            draft_days: 14,
            kiosk_idle_seconds: 120,
            session_hours: 12,
            session_idle_minutes: 30,
            breached_passwords: None,
            code_tries_per_minute: 20,
            form_bytes: 512 * 1024,
            head_seconds: 5,
            form_seconds: 30,
            pages_per_minute: 120,
            event_begins_per_minute: 3000,
            release_after_days: 10,
            staff_requests_per_minute: 600,
            framework: None,
            retention: None,
            schedules: None,
            help_line: None,
            mail: None,
            text: None,
            quiet_hours: "20:00-08:00".to_owned(),
            sign_in_with: Vec::new(),
            log: "info".to_owned(),
            log_json: false,
        }
    }
}

/// Why the configuration cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    #[error("the configuration cannot be read: {0}")]
    Unreadable(String),
    #[error("configuration: {knob}: {why}")]
    Value { knob: &'static str, why: String },
}

impl Settings {
    /// Reads the file, if there is one, and the variables.
    pub fn load(file: Option<&Path>) -> Result<Self, Problem> {
        Self::read(file, std::env::vars().collect())
    }

    fn read(file: Option<&Path>, variables: HashMap<String, String>) -> Result<Self, Problem> {
        let knobs = variables.into_iter().filter(|(name, _)| !NOT_KNOBS.iter().any(|other| name.starts_with(other))).collect();
        let environment = Environment::with_prefix("SAYWELL")
            .prefix_separator("_")
            .separator("__")
            .try_parsing(true)
            .list_separator(",")
            .with_list_parse_key("trusted_proxies")
            .source(Some(knobs));
        let mut layers = Config::builder();
        if let Some(path) = file {
            layers = layers.add_source(File::from(path).format(FileFormat::Toml));
        }
        let read = layers.add_source(environment).build().and_then(Config::try_deserialize);
        read.map_err(|why| Problem::Unreadable(why.to_string()))
    }

    /// Where the database is.
    pub fn address(&self) -> Result<Address, Problem> {
        self.database.parse().map_err(|why: crate::store::conn::BadAddress| Problem::Value { knob: "database", why: why.to_string() })
    }

    /// The time zone of the service.
    pub fn zone(&self) -> Result<TimeZone, Problem> {
        TimeZone::get(&self.time_zone).map_err(|why| Problem::Value { knob: "time_zone", why: why.to_string() })
    }

    /// The language of people whose browser asks for none that Saywell speaks.
    pub fn default_language(&self) -> Result<Language, Problem> {
        let why = || Problem::Value { knob: "language", why: format!("`{}` is not a language tag such as `en`", self.language) };
        Language::parse(&self.language).ok_or_else(why)
    }

    /// The hours in which people are sent nothing.
    pub fn quiet(&self) -> Result<Quiet, Problem> {
        let why =
            || Problem::Value { knob: "quiet_hours", why: format!("`{}` is neither hours such as 20:00-08:00 nor none", self.quiet_hours) };
        Quiet::parse(&self.quiet_hours).ok_or_else(why)
    }

    /// Everything about these settings that would not work, each as a sentence.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut found: Vec<Problem> =
            [self.address().err(), self.zone().err(), self.default_language().err(), self.quiet().err()].into_iter().flatten().collect();
        found.extend(wire::problems(self));
        let mut hold = |fine: bool, knob: &'static str, why: &str| {
            if !fine {
                found.push(Problem::Value { knob, why: why.to_owned() });
            }
        };
        hold((1..=500).contains(&self.connections), "connections", "must be from 1 to 500");
        hold(self.workers <= 256, "workers", "must be at most 256");
        hold(is_colour(&self.brand_colour), "brand_colour", "must be written like #1d3f58");
        hold((1..=3650).contains(&self.draft_days), "draft_days", "must be from 1 to 3650");
        hold((30..=1800).contains(&self.kiosk_idle_seconds), "kiosk_idle_seconds", "must be from 30 to 1800");
        hold((1..=744).contains(&self.session_hours), "session_hours", "must be from 1 to 744");
        hold((1..=44_640).contains(&self.session_idle_minutes), "session_idle_minutes", "must be from 1 to 44640");
        let list = self.breached_passwords.as_deref().is_none_or(|file| Breached::at(file).is_readable());
        hold(list, "breached_passwords", "must name a file that begins with a SHA-1 hash in hexadecimal");
        hold(self.code_tries_per_minute > 0, "code_tries_per_minute", "must be at least 1");
        hold(self.pages_per_minute > 0, "pages_per_minute", "must be at least 1");
        hold(self.event_begins_per_minute > 0, "event_begins_per_minute", "must be at least 1");
        hold(self.staff_requests_per_minute > 0, "staff_requests_per_minute", "must be at least 1");
        hold((1..=60).contains(&self.head_seconds), "head_seconds", "must be from 1 to 60");
        hold((1..=300).contains(&self.form_seconds), "form_seconds", "must be from 1 to 300");
        hold(self.form_bytes >= 16 * 1024, "form_bytes", "must be at least 16384, or a long answer could not be sent");
        let long = self.secret_key.as_ref().is_none_or(|key| key.expose_secret().len() >= 32);
        hold(long, "secret_key", "must have at least 32 characters");
        let origin = self.public_origin.as_deref().is_none_or(is_origin);
        hold(origin, "public_origin", "must look like https://answers.example.org, with nothing after the host");
        let notice = self.privacy_notice.as_deref().is_none_or(|at| at.starts_with("https://") || at.starts_with("http://"));
        hold(notice, "privacy_notice", "must be an address that starts with https://");
        hold(EnvFilter::try_new(&self.log).is_ok(), "log", "must be error, warn, info, debug, or a filter of the tracing kind");
        let token = self.text.as_ref().and_then(|text| text.callback_token.as_ref());
        hold(token.is_none_or(|token| token.expose_secret().len() >= 10), "text.callback_token", "must have at least 10 characters");
        found.extend(sign_in_with::problems(&self.sign_in_with, self.development));
        found
    }

    /// Whether these settings are safe to serve people with.
    pub fn servable(&self) -> Result<(), Problem> {
        if self.development || self.is_https() {
            return Ok(());
        }
        let why = "must be the https address that people see, because cookies are sent over TLS only; to try Saywell out on your own \
                   machine, set `development` to true (SAYWELL_DEVELOPMENT=true)";
        Err(Problem::Value { knob: "public_origin", why: why.to_owned() })
    }

    /// The address that links in letters begin with.
    #[must_use]
    pub fn origin(&self) -> String {
        self.public_origin.clone().unwrap_or_else(|| format!("http://{}", self.listen))
    }

    /// True when people reach Saywell over TLS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_origin.as_deref().is_some_and(|at| at.starts_with("https://"))
    }
}

fn is_origin(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '?', '#', ' ']))
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(variables: &[(&str, &str)]) -> Result<Settings, Problem> {
        Settings::read(None, variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn variables_overrule_defaults() {
        let settings = with(&[
            ("SAYWELL_DRAFT_DAYS", "30"),
            ("SAYWELL_HELP_LINE__NAME", "Crisis line"),
            ("SAYWELL_HELP_LINE__PHONE", "01865 000000"),
            ("SAYWELL_HELP_LINE__HOURS", "day and night"),
        ])
        .unwrap();
        assert_eq!(settings.draft_days, 30);
        assert_eq!(settings.help_line.unwrap().name, "Crisis line");
    }

    #[test]
    fn a_list_is_parted_by_commas() {
        assert_eq!(with(&[("SAYWELL_TRUSTED_PROXIES", "10.0.0.0/8,fd00::1")]).unwrap().trusted_proxies.len(), 2);
        assert!(with(&[("SAYWELL_TRUSTED_PROXIES", "somewhere")]).unwrap_err().to_string().contains("somewhere"));
    }

    #[test]
    fn an_unknown_knob_is_an_error_that_names_it() {
        assert!(with(&[("SAYWELL_DRAFT_DAY", "30")]).unwrap_err().to_string().contains("draft_day"));
    }

    #[test]
    fn variables_of_the_build_are_no_knobs() {
        assert!(with(&[("SAYWELL_ASSETS", "/somewhere"), ("SAYWELL_TEST_POSTGRES", "yes")]).is_ok());
    }

    #[test]
    fn people_are_served_over_tls_only_except_for_a_trial() {
        let plain = Some("http://answers.example.org".to_owned());
        assert!(Settings { public_origin: plain, ..Settings::default() }.servable().is_err());
        assert!(Settings { public_origin: Some("https://answers.example.org".to_owned()), ..Settings::default() }.servable().is_ok());
        assert!(Settings { development: true, ..Settings::default() }.servable().is_ok());
    }

    #[test]
    fn defaults_have_no_problems() {
        assert!(Settings::default().problems().is_empty());
    }
}
