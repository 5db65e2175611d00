//! A room of two hundred people who answer at the same moment, all with the same kind of phone and all behind one address.

use std::collections::BTreeSet;
use std::time::Instant;

use futures_util::future::join_all;

use super::super::support::{App, Browser, loudly};
use super::small;

const PHONES: usize = 200;
const KIND: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1";

/// Somebody joins by the code, answers every page and gets a receipt code; or what stood in their way.
async fn answer(mut phone: Browser, code: &str) -> Result<String, String> {
    phone.open("/join").await.fill("code", code).press().await;
    for _ in 0..40 {
        match (phone.status, phone.step()) {
            (200, "done") => return Ok(phone.code()),
            (200, "check") => drop(phone.press().await),
            (200, _) if phone.path().starts_with("/e/") => drop(phone.press().await),
            (200, _) => drop(phone.pick_first().press().await),
            (status, step) => return Err(format!("{step} was answered with {status}")),
        }
    }
    Err(format!("the survey does not end: {}", phone.address))
}

#[tokio::test]
async fn two_hundred_phones_behind_one_address_all_answer_and_get_receipts() {
    // The one thread that plays all phones takes longer to speak than any of them would.
    let app = App::with(|settings| settings.head_seconds = 60);
    let event = small(&app, |_| {}).await;
    let phones: Vec<Browser> = (0..PHONES).map(|_| app.patient().header("user-agent", KIND)).collect();
    let began = Instant::now();
    let all = join_all(phones.into_iter().map(|phone| answer(phone, &event.join_code))).await;
    loudly(&format!("{PHONES} phones answered in {:.1} s", began.elapsed().as_secs_f64()));
    let refused: BTreeSet<&String> = all.iter().filter_map(|one| one.as_ref().err()).collect();
    assert!(refused.is_empty(), "{refused:?}");
    let receipts: BTreeSet<&String> = all.iter().filter_map(|one| one.as_ref().ok()).collect();
    assert_eq!(receipts.len(), PHONES, "everybody has a receipt of their own");
    let kept = app.responses(&event.survey_key());
    assert_eq!(kept.iter().filter(|one| one.status == "submitted").count(), PHONES);
}
