//! Board packs: asked for, made by a job, fetched for a day by whoever asked.

use saywell::domain::access::{Action, Role};
use saywell::jobs;

use super::super::review::cohort;
use super::super::support::App;
use super::release;

async fn county() -> App {
    let app = App::spawn();
    for name in ["North Team", "South Team", "East Team"] {
        cohort(&app, app.with_provider(name), 20, &["01"; 8]).await;
    }
    release(&app).await;
    app
}

#[tokio::test]
async fn a_pack_is_made_by_a_job_and_fetched_by_whoever_asked() {
    let app = county().await;
    let mut browser = app.commissioner().await;
    browser.open("/commissioner/pack").await.press().await;
    assert!(browser.words().contains("Being made"), "{}", browser.words());
    // The same pack again is the same pack.
    browser.press().await;
    assert_eq!(browser.texts_of("tbody tr").len(), 1);
    jobs::turn(&app.state).await;
    browser.open("/commissioner/pack").await;
    assert!(browser.words().contains("Download the pack for November 2026"), "{}", browser.words());
    browser.click("Download the pack for November 2026 (PDF)").await;
    assert_eq!((browser.status, browser.headers["content-type"].to_str().unwrap()), (200, "application/pdf"));
    let address = browser.path().to_owned();
    let mut other = app.staff(Role::CommissionerAnalyst, app.with_organisation("Another County", "commissioner"));
    other.open(&address).await;
    assert_eq!(other.status, 404, "whoever asked may fetch it, and nobody else");
    assert_eq!((app.audited(Action::BoardPackAsked).len(), app.audited(Action::FiguresExported).len()), (1, 1));
}

#[tokio::test]
async fn a_pack_is_kept_for_a_day() {
    let app = county().await;
    let mut browser = app.commissioner().await;
    browser.open("/commissioner/pack").await.press().await;
    jobs::turn(&app.state).await;
    let later = app.later(2);
    jobs::turn(&later.state).await;
    browser.open("/commissioner/pack").await;
    assert!(browser.texts_of("tbody tr").is_empty(), "{}", browser.words());
}
