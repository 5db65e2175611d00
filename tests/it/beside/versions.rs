//! A version that is approved in the pages holds from its month on, on every page of a commissioner; what left before it keeps the
//! words and the target that it left with.

use saywell::domain::access::{Action, Event, Role};
use saywell::domain::indicator::Period;
use saywell::store::organisations;

use super::super::define::{AT, approver, county, draft, in_work, propose};
use super::super::support::{App, Browser};
use super::release;

const KEY: &str = "paid-employment";
const NEW: &str = "People in work";

/// A county whose November has left by the first version and whose December by the second, which is called otherwise and has a target.
async fn renamed() -> App {
    let app = App::spawn();
    let lead = app.with_organisation("Lead Trust", "lead-provider");
    let partner = app.with_organisation("Partner Charity", "partner");
    let link = move |tx: &mut saywell::store::Conn| {
        let own = organisations::get(tx, partner)?;
        organisations::change(tx, &organisations::Organisation { parent_id: Some(lead), ..own })
    };
    app.store().write_now("partner", link).unwrap();
    for provider in [lead, partner] {
        in_work(&app, provider);
    }
    release(&app).await;
    let mut author = app.staff(Role::CommissionerAnalyst, county(&app));
    draft(&app, &mut author, &[("title", NEW), ("target", "62.5")]).await;
    assert!(author.words().contains("The target is 62.5."), "{}", author.words());
    propose(&mut author).await;
    let mut approver = approver(&app);
    approver
        .open(&format!("{AT}/draft/decide"))
        .await
        .choose_code("approve")
        .fill("month", "2026-12")
        .fill("words", "Agreed")
        .press()
        .await;
    assert!(approver.words().contains("The new version is approved."), "{}", approver.words());
    let later = app.later(45);
    later.state.count_definitions().await.unwrap();
    let event = Event::at_command_line(later.state.clock.now().micros(), Action::FiguresReleased);
    later.state.release(Period::parse("2026-12").unwrap(), event).await.unwrap().unwrap();
    later
}

async fn page(browser: &mut Browser, address: &str) -> String {
    browser.open(address).await;
    assert_eq!(browser.status, 200, "{address}");
    browser.words()
}

#[tokio::test]
async fn every_page_speaks_of_a_month_by_the_version_that_held_in_it() {
    let app = renamed().await;
    let old = app.state.framework.indicator(KEY).unwrap().title.clone();
    let lead =
        app.store().read_now("organisations", organisations::list).unwrap().into_iter().find(|one| one.name == "Lead Trust").unwrap();
    let mut browser = app.commissioner().await;
    for (month, title, other) in [("2026-11", old.as_str(), NEW), ("2026-12", NEW, old.as_str())] {
        for address in [
            format!("/commissioner?period={month}"),
            format!("/commissioner/indicators/{KEY}?period={month}"),
            format!("/commissioner/compare/{KEY}?period={month}"),
            format!("/commissioner/map/{KEY}?period={month}"),
            format!("/commissioner/consortium/{}?period={month}", lead.ods_code),
            format!("/commissioner/figures/{KEY}/{month}/all/0"),
        ] {
            let words = page(&mut browser, &address).await;
            assert!(words.contains(title) && !words.contains(other), "{address}: {words}");
            let has_target = words.contains("At least 62.5%");
            let of_definition = ["/commissioner?", "/indicators/"].iter().any(|part| address.contains(part));
            assert_eq!(has_target, of_definition && title == NEW, "{address}: {words}");
        }
    }
    assert!(page(&mut browser, &format!("/framework/indicators/{KEY}")).await.contains(NEW));
}

#[tokio::test]
async fn pages_lead_to_one_another_with_the_period_that_is_chosen() {
    let app = renamed().await;
    let mut browser = app.commissioner().await;
    browser.open(&format!("/commissioner/indicators/{KEY}?period=2026-11")).await.click("Side by side").await;
    browser.click("Map").await.click("The indicator by itself").await.click("Lead Trust and partners").await.click("Board packs").await;
    assert_eq!((browser.status, browser.path()), (200, "/commissioner/pack"));
    let chosen = browser.controls().into_iter().find(|field| field.name == "period").unwrap().value;
    assert_eq!(chosen, "2026-11");
    browser.click("All outcomes").await;
    assert!(browser.words().contains("Figures for November 2026."), "{}", browser.words());
}
