//! Definitions and surveys that come while releases go on.

use jiff::civil::date;
use saywell::domain::indicator::Definition;
use saywell::store::{definitions as versions, facts};

use super::super::support::answered::Said;
use super::super::support::county::Care;
use super::super::support::{App, NOW};
use super::{INDICATOR, left, month, release, sixty, whole};

/// Takes another version of the indicator into force, as an upgrade does, and counts by it.
fn takes(app: &App, change: impl FnOnce(&mut Definition)) {
    let mut second = app.state.framework.indicator(INDICATOR).unwrap().clone();
    second.version = 2;
    change(&mut second);
    let take = |tx: &mut saywell::store::Conn| {
        assert!(versions::take(tx, std::slice::from_ref(&second), NOW)?.is_empty());
        facts::rebuild(tx, std::slice::from_ref(&second), NOW, |_| {})
    };
    app.store().write_now("take", take).unwrap();
    app.state.definitions.replace(app.store().read_now("versions", versions::in_force).unwrap());
}

#[tokio::test]
async fn a_new_version_counts_from_its_month_on_and_what_had_left_stands() {
    let app = App::spawn();
    let county = sixty(&app);
    for _ in 0..20 {
        app.with_episode(&Care { born: date(2002, 1, 1), ..Care::with(county.provider) });
    }
    app.count_anew();
    release(&app, "2026-08").await.unwrap();
    let then = left(&app).await;
    takes(&app, |second| {
        second.effective_from = month("2026-09");
        second.cohort.as_mut().unwrap().age_from = Some(30);
    });
    release(&app, "2026-10").await.unwrap();
    let now = left(&app).await;
    assert!(then.iter().all(|(place, released)| now.get(place) == Some(released)));
    let of = |period| whole(&now, INDICATOR, period).map(|(_, all)| all);
    assert_eq!((of("2026-08"), of("2026-09"), of("2026-10")), (Some(80), Some(60), Some(60)));
    let ledger = app.state.ledger().await.unwrap();
    let version = |period| ledger.leaf(INDICATOR, month(period)).map(|leaf| leaf.version);
    assert_eq!((version("2026-08"), version("2026-09")), (Some(1), Some(2)));
}

#[tokio::test]
async fn a_version_with_longer_periods_has_none_that_began_before_it() {
    let app = App::spawn();
    sixty(&app);
    takes(&app, |second| {
        second.effective_from = month("2026-05");
        second.every = saywell::domain::indicator::definition::Every::Quarter;
    });
    release(&app, "2026-10").await.unwrap();
    let ledger = app.state.ledger().await.unwrap();
    let months: Vec<String> = ledger.periods(INDICATOR).map(|(period, leaf)| format!("{period} by {}", leaf.version)).collect();
    // April to June would share April with what left of it by the first version.
    assert_eq!(months, ["2026-01 by 1", "2026-02 by 1", "2026-03 by 1", "2026-04 by 1", "2026-09 by 2"]);
}

#[tokio::test]
async fn the_response_rate_of_a_survey_leaves_from_the_month_it_was_asked_in() {
    let app = App::spawn();
    let county = sixty(&app);
    release(&app, "2026-10").await.unwrap();
    let key = Definition::response_key("employment");
    assert!(left(&app).await.keys().all(|(indicator, ..)| *indicator != key), "nobody was asked");
    for (at, person) in county.people.iter().enumerate() {
        let token = app.with_invitation(*person, "employment");
        if at < 25 {
            let asked = app.invitation_of(*person);
            app.says_when_asked(Some(*person), Some(asked.id), date(2026, 11, 5), &Said::of("employment", Vec::new(), Vec::new()));
        }
        drop(token);
    }
    app.count_anew();
    assert_eq!(release(&app, "2026-11").await.unwrap().number, 2);
    let now = left(&app).await;
    let months: std::collections::BTreeSet<_> =
        now.keys().filter(|(indicator, ..)| *indicator == key).map(|(_, period, _)| *period).collect();
    assert_eq!(months.into_iter().collect::<Vec<_>>(), [month("2026-11")]);
    assert_eq!(whole(&now, &key, "2026-11"), Some((25, 60)));
}
