//! One page for everything that can go wrong, in the reader's language, always with a way out.

use serde::Serialize;

use super::Page;

/// What can go wrong, by the name its sentences go by: `errors-<name>-heading` and `errors-<name>-explain`.
pub const KINDS: [&str; 26] = [
    "not-found",
    "survey-unknown",
    "survey-closed",
    "link-expired",
    "link-used",
    "staff-link-gone",
    "draft-gone",
    "too-many-tries",
    "too-fast",
    "too-large",
    "too-slow",
    "address-too-long",
    "head-too-large",
    "wrong-method",
    "not-a-form",
    "unreadable",
    "stale-page",
    "tampered-key",
    "foreign-form",
    "sign-in-unfinished",
    "sign-in-elsewhere-failed",
    "sign-in-not-tied",
    "unprintable",
    "not-wanted",
    "busy",
    "server-error",
];

/// A page that says what went wrong and what to do next.
#[derive(Debug, Clone, Serialize)]
pub struct ErrorPage {
    heading_key: String,
    explain_key: String,
    ways_out: Vec<WayOut>,
}

/// A link that leads on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct WayOut {
    href: String,
    key: &'static str,
}

impl ErrorPage {
    /// The page for one of [`KINDS`]; any other name is shown as `server-error`. `back` is the page of the survey that the
    /// person can go on from, where there is one.
    #[must_use]
    pub fn new(kind: &str, back: Option<&str>) -> Self {
        let kind = KINDS.into_iter().find(|known| *known == kind).unwrap_or("server-error");
        let link = |href: &str, key| WayOut { href: href.to_owned(), key };
        // The start page of a survey that is unknown or closed is this same page.
        let back = back.filter(|_| !matches!(kind, "survey-unknown" | "survey-closed"));
        let mut ways_out: Vec<WayOut> = back.map(|href| link(href, "errors-way-back")).into_iter().collect();
        match kind {
            "link-expired" | "draft-gone" => ways_out.push(link("/resume", "errors-way-resume")),
            "staff-link-gone" => ways_out.push(link("/forgotten", "errors-way-forgotten")),
            "sign-in-unfinished" | "sign-in-elsewhere-failed" | "sign-in-not-tied" => ways_out.push(link("/sign-in", "errors-way-sign-in")),
            "link-used" => ways_out.push(link("/receipt", "errors-way-receipt")),
            _ => {}
        }
        ways_out.push(link("/", "errors-way-home"));
        Self { heading_key: format!("errors-{kind}-heading"), explain_key: format!("errors-{kind}-explain"), ways_out }
    }
}

impl Page for ErrorPage {
    const TEMPLATE: &'static str = "pages/errors/problem.html";

    fn samples() -> Vec<Self> {
        KINDS.into_iter().map(|kind| Self::new(kind, Some("/s/sample/home"))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_a_way_out() {
        assert!(KINDS.iter().all(|kind| !ErrorPage::new(kind, None).ways_out.is_empty()));
        assert_eq!(ErrorPage::new("no such kind", None).heading_key, "errors-server-error-heading");
    }
}
