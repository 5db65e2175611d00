use std::collections::BTreeSet;

use super::*;

fn loaded() -> (Locales, Pages) {
    let locales = Locales::load().unwrap();
    let pages = Pages::load(&locales).unwrap();
    (locales, pages)
}

/// Every rendered sample: language, template and page.
fn everything() -> Vec<(String, &'static str, String)> {
    let (locales, pages) = loaded();
    let of = |locale: &Arc<Locale>| {
        let tag = locale.language().to_string();
        let rendered = pages.rendered(&Chrome::sample(locale)).into_iter();
        rendered
            .map(move |(template, page)| (tag.clone(), template, page.unwrap_or_else(|why| panic!("{template}: {why}"))))
            .collect::<Vec<_>>()
    };
    locales.iter().flat_map(of).collect()
}

/// The values of an attribute on a page, in order.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    page.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_page_renders_in_every_language() {
    let (locales, pages) = loaded();
    assert_eq!(pages.problems(&locales), Vec::<String>::new());
}

#[test]
fn every_template_below_pages_has_a_typed_page() {
    let shown: BTreeSet<&str> = everything().iter().map(|(_, template, _)| *template).collect();
    let kept: BTreeSet<String> = Templates::iter().filter(|name| name.starts_with("pages/")).map(|name| name.to_string()).collect();
    let unshown: Vec<_> = kept.iter().filter(|name| !shown.contains(name.as_str()) && !name.ends_with("input.html")).collect();
    assert!(unshown.is_empty(), "{unshown:?}");
}

/// How the sentences begin that are asked for by name from Rust, or by a name put together in a template.
const BUILT: &[&str] = &[
    "admin-done-",
    "admin-fault-",
    "admin-field-",
    "admin-form-",
    "admin-state-",
    "agreement-",
    "alerts-",
    "attendees-",
    "answered-",
    "audit-",
    "behind-",
    "birth-month-",
    "chart-",
    "coding-",
    "coming-",
    "comments-",
    "compare-",
    "consortium-",
    "cookies-",
    "copy-received",
    "declining-",
    "define-",
    "definition-",
    "differences-",
    "due-",
    "ended-",
    "engage-",
    "entry-explain-",
    "entry-heading",
    "entry-way",
    "errors-",
    "event-post-",
    "factor-",
    "figure-",
    "framework-",
    "heard-",
    "held-",
    "identities-taken",
    "imports-",
    "join-",
    "kiosks-fault-",
    "kiosks-new-",
    "language-name",
    "letter-",
    "mail-",
    "map-",
    "organisation-kind-",
    "over-time-range",
    "over-time-sentence",
    "own-",
    "pack-",
    "paper-",
    "paper-entry-",
    "papers-",
    "passkey-",
    "password-",
    "people-language-",
    "people-sex-",
    "people-timepoint-",
    "person-answered-by",
    "person-not-answered",
    "poster-",
    "question-",
    "receipt-",
    "register-",
    "results-",
    "resume-",
    "retention-purpose-",
    "rights-",
    "role-",
    "schedule-form-",
    "sentence-",
    "settle-",
    "papers-fault-",
    "papers-language",
    "sheet-date",
    "sheet-fault-",
    "sheet-relationship",
    "sheet-who",
    "sign-in-",
    "staff-place-",
    "supply-",
    "stay-",
    "tablets-",
    "themes-",
    "validation-",
    "assurance-",
    "equity-",
    "gateway-",
    "judged-",
    "lineage-",
    "overview-by-attention",
    "overview-order-",
    "overview-pick-order",
    "release-",
    "target-",
    "variation-",
    "watch-",
    "ways-",
    "withheld-",
];

#[test]
fn every_sentence_is_used_and_every_page_speaks_one_language() {
    let (locales, _) = loaded();
    let sources = Templates::iter().filter_map(|name| Templates::get(&name)).map(|file| String::from_utf8_lossy(&file.data).into_owned());
    let templates: String = sources.collect();
    let keys = locales.english().messages().keys();
    let unused: Vec<_> =
        keys.filter(|key| !templates.contains(&format!("key=\"{key}\"")) && !BUILT.iter().any(|start| key.starts_with(start))).collect();
    assert!(unused.is_empty(), "{unused:?}");
    for (language, template, page) in everything() {
        assert!(page.contains(&format!("<html lang=\"{language}\"")), "{template}");
    }
}

#[test]
fn no_page_needs_a_script_or_an_inline_style() {
    for (_, template, page) in everything() {
        let page = page.replace("<script type=\"module\" src=\"/assets/passkey-", "");
        for forbidden in ["<script", "<style", " style=\"", " onclick=", "javascript:"] {
            assert!(!page.contains(forbidden), "{template}: {forbidden}");
        }
    }
}

#[test]
fn ids_are_unique_and_references_lead_somewhere() {
    for (_, template, page) in everything() {
        let ids = values(&page, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "{template}: an id stands twice: {ids:?}");
        let described = values(&page, "aria-describedby").into_iter().flat_map(str::split_whitespace);
        let named = values(&page, "aria-labelledby").into_iter().flat_map(str::split_whitespace);
        let labelled = values(&page, "for").into_iter();
        let linked = values(&page, "href").into_iter().filter_map(|href| href.strip_prefix('#'));
        for id in described.chain(named).chain(labelled).chain(linked) {
            assert!(unique.contains(id), "{template}: nothing has the id {id}");
        }
    }
}

#[test]
fn what_a_person_typed_cannot_become_markup() {
    for (_, template, page) in everything() {
        assert!(!page.contains("My <own> words") && !page.contains("</textarea></textarea>"), "{template}");
    }
}

#[test]
fn a_form_with_faults_says_so_in_its_title_and_moves_the_focus_there() {
    let faulty: Vec<_> = everything().into_iter().filter(|(_, _, page)| page.contains("id=\"error-summary\"")).collect();
    assert!(!faulty.is_empty());
    for (language, template, page) in faulty {
        let prefix = if language == "pl" { "<title>Błąd:" } else { "<title>Error:" };
        assert!(page.contains(prefix), "{template}");
        assert!(page.contains("#error-summary\" novalidate"), "{template}");
    }
}

#[test]
fn help_now_is_linked_in_the_same_place_on_every_page() {
    for (_, template, page) in everything() {
        let foot = page.split("<footer").nth(1).unwrap_or_default();
        let first = foot.split("<li><a href=\"").nth(1).unwrap_or_default();
        assert!(first.starts_with("/help\""), "{template}");
    }
}
