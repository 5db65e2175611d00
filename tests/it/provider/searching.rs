//! People are found by NHS number and by how their names begin, within one's own reach, and no name stands in an address.

use saywell::domain::access::{Action, Role};

use super::super::support::people::ZOFIA;
use super::super::support::{App, Browser};

const SEARCH: &str = "/provider/people/search";

async fn find(browser: &mut Browser, words: &str) -> Vec<String> {
    browser.send_form(SEARCH, &[("wanted", words)]).await;
    browser.texts_of("tbody th a")
}

#[tokio::test]
async fn people_are_found_by_number_and_by_the_beginnings_of_their_names() {
    let app = App::spawn();
    let mut browser = app.staff(Role::CareCoordinator, app.with_provider("North Team"));
    browser.register(&ZOFIA).await;
    browser.register(&[&ZOFIA[3..], &[("given-name", "Łucja"), ("family-name", "Nowakowska")]].concat()).await;
    assert_eq!(find(&mut browser, "nowak").await, ["Zofia Nowak", "Łucja Nowakowska"]);
    assert_eq!(find(&mut browser, "nowako").await, ["Łucja Nowakowska"]);
    assert_eq!(find(&mut browser, "now").await, ["Zofia Nowak", "Łucja Nowakowska"]);
    assert_eq!(find(&mut browser, "NOWA luc").await, ["Łucja Nowakowska"]);
    assert_eq!(find(&mut browser, "9434765919").await, ["Zofia Nowak"]);
    assert!(browser.words().contains("1 February 1980") && browser.words().contains("5919"), "{}", browser.words());
    assert!(!browser.words().contains("943 476"), "the whole number is nobody's business on a list");
    assert_eq!(browser.path(), SEARCH);
    let lines = app.audited(Action::PeopleListed);
    assert!(lines.iter().all(|line| !format!("{line:?}").to_lowercase().contains("now")), "the words are not recorded");
}

#[tokio::test]
async fn who_is_not_found_may_be_added() {
    let app = App::spawn();
    let mut browser = app.staff(Role::CareCoordinator, app.with_provider("North Team"));
    assert!(find(&mut browser, "Nowak").await.is_empty());
    assert!(browser.words().contains("Nobody in your care was found"));
    assert_eq!(browser.link("Add a person"), "/provider/people/new");
    for (words, said) in [("n", "at least two letters"), ("", "at least two letters"), ("943 476 5991", "not a valid NHS number")] {
        find(&mut browser, words).await;
        assert_eq!(browser.status, 422, "{words}");
        assert!(browser.errors()[0].1.contains(said), "{words}");
    }
}

#[tokio::test]
async fn nobody_is_found_in_another_organisation_unless_its_people_are_shared() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    app.staff(Role::CareCoordinator, north).register(&ZOFIA).await;
    let mut browser = app.staff(Role::CareCoordinator, south);
    for words in ["nowak", "943 476 5919"] {
        assert!(find(&mut browser, words).await.is_empty(), "{words}");
    }
    app.share_people(north, south);
    for words in ["nowak", "943 476 5919"] {
        assert_eq!(find(&mut browser, words).await, ["Zofia Nowak"], "{words}");
    }
}
