//! Deactivating, activating, lost second factors, and the last administrator.

use std::sync::Barrier;

use diesel::prelude::*;
use saywell::domain::access::{Role, leaves_nobody};
use saywell::store::accounts::Grant;
use saywell::store::audit;
use saywell::store::ids::AccountId;
use saywell::store::schema::{accounts, letters, one_time_links, recovery_codes, second_factors, sessions};
use saywell::store::staff::{self, State};

use super::{County, at, post};

/// Second factors, recovery codes and sessions of an account.
fn held(county: &County, id: AccountId) -> (i64, i64, i64) {
    let count = |conn: &mut _| {
        let factors = second_factors::table.filter(second_factors::account_id.eq(id)).count().get_result(conn)?;
        let codes = recovery_codes::table.filter(recovery_codes::account_id.eq(id)).count().get_result(conn)?;
        Ok((factors, codes, sessions::table.filter(sessions::account_id.eq(id)).count().get_result(conn)?))
    };
    county.app.store().read_now("held", count).unwrap()
}

fn with_factors(county: &County, id: AccountId) {
    let add = |tx: &mut _| {
        let factor = (
            second_factors::id.eq(1),
            second_factors::account_id.eq(id),
            second_factors::kind.eq("totp"),
            second_factors::name.eq("Phone"),
            second_factors::sealed.eq("sealed"),
            second_factors::created_at.eq(0),
        );
        diesel::insert_into(second_factors::table).values(factor).execute(tx)?;
        let code = (recovery_codes::account_id.eq(id), recovery_codes::code_hash.eq("hash"));
        diesel::insert_into(recovery_codes::table).values(code).execute(tx)?;
        Ok(())
    };
    county.app.store().write_now("factors", add).unwrap();
}

#[tokio::test]
async fn deactivating_somebody_ends_their_sessions_at_once() {
    let county = County::new();
    let sam = county.somebody("Sam Staff", Role::ProviderManager, county.partner);
    let mut theirs = county.app.signed_in(sam);
    theirs.get("/staff").await;
    assert_eq!(theirs.status, 200);
    let mut ada = county.ada();
    let deactivate = format!("{}/deactivate", at(sam));
    ada.open(&deactivate).await;
    ada.fill("reason", " ").press().await;
    assert_eq!((ada.status, ada.errors()[0].1.as_str()), (422, "Say why"));
    ada.fill("reason", "left the trust").press().await;
    assert!(ada.words().contains("The account was deactivated"), "{}", ada.words());
    theirs.get("/staff").await;
    assert_eq!(theirs.location().as_deref(), Some("/sign-in?next=/staff"));
    let line = &county.trail("account-deactivated")[0];
    assert_eq!((line.reason.as_str(), line.subject.as_str()), ("left the trust", format!("account:{}", sam.0).as_str()));
    assert_eq!(county.entry(sam).state(), State::Deactivated);
    post(&mut ada, &format!("{}/activate", at(sam)), &[]).await;
    assert_eq!(county.entry(sam).state(), State::Active);
    assert_eq!(county.trail("account-reactivated").len(), 1);
    theirs.get("/staff").await;
    assert_eq!(theirs.status, 303, "the old session stays ended");
}

#[tokio::test]
async fn lost_factors_are_removed_with_the_codes_and_the_sessions_and_they_are_told() {
    let county = County::new();
    let sam = county.somebody("Sam Staff", Role::ProviderManager, county.partner);
    with_factors(&county, sam);
    let _theirs = county.app.signed_in(sam);
    assert_eq!(held(&county, sam), (1, 1, 1));
    let mut ada = county.ada();
    ada.open(&format!("{}/factors", at(sam))).await;
    ada.fill("reason", "phone lost, spoke to them").press().await;
    assert!(ada.words().contains("The second factors were removed"), "{}", ada.words());
    assert_eq!(held(&county, sam), (0, 0, 0));
    assert_eq!(county.trail("factors-reset")[0].reason, "phone lost, spoke to them");
    let kinds = county
        .app
        .store()
        .read_now("letters", |conn| Ok(letters::table.order(letters::kind).select(letters::kind).load::<String>(conn)?));
    assert_eq!(kinds.unwrap(), ["changed", "welcome"]);
}

#[tokio::test]
async fn an_invitation_can_be_sent_again_until_it_is_taken_up() {
    let county = County::new();
    let sam = county.app.with_staff("Sam Staff", &[Grant { organisation: county.partner, role: Role::ProviderManager }]);
    let mut ada = county.ada();
    for times in 1..=2 {
        post(&mut ada, &format!("{}/invite", at(sam)), &[]).await;
        assert_eq!(ada.location(), Some(at(sam) + "?done=invited"));
        assert_eq!(county.trail("account-invited").len(), times);
    }
    let links = county.app.store().read_now("links", |conn| Ok(one_time_links::table.count().get_result::<i64>(conn)?));
    assert_eq!(links.unwrap(), 1, "the earlier link stops working");
    county.app.store().write_now("password", |tx| saywell::store::accounts::set_password(tx, sam, "x")).unwrap();
    post(&mut ada, &format!("{}/invite", at(sam)), &[]).await;
    assert_eq!(county.trail("account-invited").len(), 2);
}

#[tokio::test]
async fn the_last_administrator_of_a_commissioner_stays() {
    let county = County::new();
    // Two administrators of which one has not set a password yet: the other is the last.
    let bea = county.somebody("Bea Example", Role::Administrator, county.commissioner);
    county
        .app
        .store()
        .write_now("password", |tx| {
            Ok(diesel::update(accounts::table.find(county.ada)).set(accounts::password_hash.eq(None::<String>)).execute(tx)?)
        })
        .unwrap();
    let mut ada = county.ada();
    post(&mut ada, &format!("{}/deactivate", at(bea)), &[("reason", "left")]).await;
    assert_eq!(ada.status, 422);
    assert!(ada.errors()[0].1.starts_with("Nobody else could look after"), "{:?}", ada.errors());
    post(
        &mut ada,
        &format!("{}/roles/revoke", at(bea)),
        &[("role", "administrator"), ("organisation", &county.commissioner.0.to_string())],
    )
    .await;
    assert_eq!((ada.status, ada.errors()[0].0.as_str()), (422, "#roles"));
    assert_eq!(county.entry(bea).state(), State::Active);
    let kind = [("name", "Example County"), ("kind", "partner"), ("parent", "")];
    post(&mut ada, &format!("/admin/organisations/{}/details", county.commissioner.0), &kind).await;
    assert_eq!((ada.status, ada.errors()[0].0.as_str()), (422, "#kind"));
    assert!(county.trail("account-deactivated").is_empty() && county.trail("role-revoked").is_empty());
}

#[tokio::test]
async fn of_two_last_administrators_removed_at_the_same_moment_one_stays() {
    let county = County::new();
    let bea = county.somebody("Bea Example", Role::Administrator, county.commissioner);
    let start = Barrier::new(2);
    let store = county.app.database.store(4);
    let remove = |id: AccountId| {
        start.wait();
        let work = |tx: &mut _| {
            audit::turn(tx)?;
            if leaves_nobody(&staff::keepers(tx)?, |(account, _)| *account == id) {
                return Ok(false);
            }
            staff::deactivate(tx, id, 1)?;
            Ok(true)
        };
        store.write_now("deactivate", work).unwrap()
    };
    let removed = std::thread::scope(|scope| {
        let both = [scope.spawn(|| remove(bea)), scope.spawn(|| remove(county.ada))];
        both.map(|thread| thread.join().unwrap())
    });
    assert_eq!(removed.into_iter().filter(|removed| *removed).count(), 1);
    assert_eq!(county.app.store().read_now("keepers", staff::keepers).unwrap().len(), 1);
}
