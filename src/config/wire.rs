//! Whether what is sent over the network to the database and to the mail server can be read on the way.

use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::{Problem, Settings};

/// Whatever would travel in the clear, each as a sentence. On one's own machine, with `development` switched on, it may.
pub fn problems(settings: &Settings) -> Vec<Problem> {
    let fault = |knob, how: &str| {
        let why = format!("must {how} when it is on another computer, so that nobody on the way can read what is sent");
        Problem::Value { knob, why }
    };
    let database = !database_is_safe(&settings.database);
    let mail = settings.mail.as_ref().is_some_and(|mail| !mail_is_safe(&mail.transport));
    let text = settings.text.as_ref().is_some_and(|text| !text.base_url.starts_with("https://"));
    let found = [
        text.then(|| fault("text.base_url", "begin with `https://`")),
        database.then(|| fault("database", "say `sslmode=verify-full`")),
        mail.then(|| fault("mail.transport", "begin with `smtps://` or say `tls=required`")),
    ];
    found.into_iter().flatten().filter(|_| !settings.development).collect()
}

/// True when the database is on this computer, or its certificate is checked.
fn database_is_safe(address: &str) -> bool {
    if address.starts_with("sqlite:") {
        return true;
    }
    // An address that names several hosts is not read here: they are elsewhere.
    let Ok(url) = Url::parse(address) else { return address.contains("sslmode=verify-full") };
    let asked = |name: &str| url.query_pairs().filter(|(key, _)| key == name).map(|(_, value)| value.into_owned()).last();
    let host = asked("hostaddr").or_else(|| asked("host")).or_else(|| url.host_str().map(str::to_owned)).unwrap_or_default();
    is_here(&host) || asked("sslmode").is_some_and(|mode| mode == "verify-full")
}

/// True when letters go to a server on this computer, into a folder, or over TLS.
fn mail_is_safe(transport: &SecretString) -> bool {
    let transport = transport.expose_secret();
    if !transport.starts_with("smtp://") {
        return true;
    }
    let Ok(url) = Url::parse(transport) else { return false };
    let is_required = url.query_pairs().any(|(name, value)| name == "tls" && value == "required");
    is_required || url.host_str().is_some_and(is_here)
}

/// True for this computer's own names, and for the folder of a local socket.
fn is_here(host: &str) -> bool {
    let is_socket = host.is_empty() || host.starts_with('/') || host.to_ascii_lowercase().starts_with("%2f");
    is_socket || matches!(host, "localhost" | "127.0.0.1" | "::1" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_elsewhere_must_show_its_certificate() {
        let here = [
            "sqlite:a.sqlite",
            "postgres://u@localhost/a",
            "postgres://u@%2Frun%2Fpg/a",
            "postgres:///a?host=/run/pg",
            "postgres://u@[::1]/a",
        ];
        let elsewhere = ["postgres://u@db.example.org/a", "postgres://u@localhost,db.example.org/a", "postgres:///a?host=db.example.org"];
        assert!(here.into_iter().all(database_is_safe));
        for address in elsewhere {
            assert!(!database_is_safe(address), "{address}");
            let asks = if address.contains('?') { '&' } else { '?' };
            assert!(database_is_safe(&format!("{address}{asks}sslmode=verify-full")), "{address}");
            assert!(!database_is_safe(&format!("{address}{asks}sslmode=require")), "{address}");
        }
    }

    #[test]
    fn letters_go_over_tls() {
        let safe = |transport: &str| mail_is_safe(&transport.into());
        assert!(safe("smtps://u:p@mail.example.org") && safe("file:letters") && safe("smtp://localhost:25"));
        assert!(safe("smtp://mail.example.org:587?tls=required"));
        assert!(!safe("smtp://mail.example.org") && !safe("smtp://mail.example.org?tls=opportunistic"));
    }
}
