//! Organisations: who is above whom, and who may see whose people.

use saywell::domain::access::Role;
use saywell::store::ids::OrganisationId;
use saywell::store::organisations::Organisation;
use saywell::store::{organisations, shares};

use super::{County, post, with_organisation};

fn at(id: OrganisationId) -> String {
    format!("/admin/organisations/{}", id.0)
}

fn organisation(county: &County, id: OrganisationId) -> Organisation {
    county.app.store().read_now("organisation", |conn| organisations::get(conn, id)).unwrap()
}

fn shared(county: &County) -> Vec<OrganisationId> {
    county.app.store().read_now("shares", |conn| shares::from(conn, county.partner)).unwrap()
}

#[tokio::test]
async fn organisations_stand_below_their_parents() {
    let county = County::new();
    let mut ada = county.ada();
    ada.open("/admin/organisations").await;
    assert_eq!(ada.texts_of("tbody th a"), ["Example County", "Lead Trust", "Partner House"]);
    let row = &ada.texts_of("tbody tr")[2];
    assert!(row.contains("RX2") && row.contains("Partner") && row.contains("Lead Trust"), "{row}");
    ada.click("Partner House").await;
    assert!(ada.words().contains("Lead Trust sees the figures of Partner House, and not its people."), "{}", ada.words());
}

#[tokio::test]
async fn an_organisation_is_added_once() {
    let county = County::new();
    let mut ada = county.ada();
    let lead = county.lead.0.to_string();
    let fields = [("name", "New House"), ("ods-code", " rx9 "), ("kind", "partner"), ("parent", lead.as_str())];
    post(&mut ada, "/admin/organisations/new", &fields).await;
    ada.follow().await;
    assert!(ada.words().contains("The organisation was added.") && ada.words().contains("RX9"), "{}", ada.words());
    assert_eq!(county.trail("organisation-added")[0].detail, "RX9 partner");
    post(&mut ada, "/admin/organisations/new", &fields).await;
    assert_eq!((ada.status, ada.errors()[0].1.as_str()), (422, "There is an organisation with this ODS code already"));
    post(&mut ada, "/admin/organisations/new", &[("ods-code", "R-9"), ("kind", "hospital"), ("parent", "1")]).await;
    let wrong: Vec<_> = ada.errors().into_iter().map(|(field, _)| field).collect();
    assert_eq!(wrong, ["#name", "#ods-code", "#kind", "#parent"]);
}

#[tokio::test]
async fn no_organisation_is_below_itself() {
    let county = County::new();
    let mut ada = county.ada();
    for parent in [county.partner, county.lead] {
        let parent = parent.0.to_string();
        let fields = [("name", "Lead Trust"), ("kind", "lead-provider"), ("parent", parent.as_str())];
        post(&mut ada, &format!("{}/details", at(county.lead)), &fields).await;
        assert_eq!((ada.status, ada.errors()[0].0.as_str()), (422, "#parent"));
    }
    assert_eq!(organisation(&county, county.lead).parent_id, None);
}

#[tokio::test]
async fn a_change_of_type_strands_nobodys_role() {
    let county = County::new();
    county.somebody("Sam Staff", Role::CareCoordinator, county.partner);
    let mut ada = county.ada();
    let fields = [("name", "Partner House"), ("kind", "commissioner"), ("parent", "")];
    post(&mut ada, &format!("{}/details", at(county.partner)), &fields).await;
    assert_eq!((ada.status, ada.errors()[0].0.as_str()), (422, "#kind"));
    assert!(ada.errors()[0].1.contains("Care coordinator"), "{:?}", ada.errors());
    let lead = county.lead.0.to_string();
    let fields = [("name", "Partner Home"), ("kind", "acute-trust"), ("parent", lead.as_str())];
    post(&mut ada, &format!("{}/details", at(county.partner)), &fields).await;
    assert_eq!(ada.status, 303);
    assert_eq!(county.trail("organisation-changed")[0].detail, "name Partner House → Partner Home; type partner → acute-trust");
}

#[tokio::test]
async fn an_administrator_of_a_provider_changes_its_name_and_not_what_it_is() {
    let county = County::new();
    let mut lead = county.app.signed_in(county.somebody("Lee Lead", Role::Administrator, county.lead));
    lead.open("/admin/organisations").await;
    assert_eq!(lead.texts_of("tbody th a"), ["Lead Trust", "Partner House"]);
    let fields = [("name", "Leading Trust"), ("kind", "commissioner"), ("parent", ""), ("ods-code", "Z1")];
    post(&mut lead, &format!("{}/details", at(county.lead)), &fields).await;
    assert_eq!(lead.status, 303);
    let now = organisation(&county, county.lead);
    assert_eq!((now.name.as_str(), now.kind.as_str(), now.ods_code.as_str()), ("Leading Trust", "lead-provider", "RX1"));
    for (address, subject) in [
        (at(county.commissioner), format!("organisation:{}", county.commissioner.0)),
        ("/admin/organisations/new".to_owned(), "organisation:new".to_owned()),
    ] {
        lead.get(&address).await;
        assert_eq!(lead.status, 404, "{address}");
        assert_eq!(county.trail("refused").last().unwrap().subject, subject);
    }
}

#[tokio::test]
async fn a_partner_decides_whether_its_lead_provider_sees_its_people() {
    let county = County::new();
    let mut lead = county.app.signed_in(county.somebody("Lee Lead", Role::Administrator, county.lead));
    lead.open(&at(county.partner)).await;
    assert!(lead.words().contains("An administrator of Partner House decides"), "{}", lead.words());
    let sharing = format!("{}/sharing", at(county.partner));
    let allow = [("what", "sharing-allow"), ("reason", "agreement of 1 May")];
    post(&mut lead, &sharing, &allow).await;
    assert_eq!((lead.status, shared(&county)), (404, vec![]));
    let mut partner = county.app.signed_in(county.somebody("Pat Partner", Role::Administrator, county.partner));
    partner.open(&sharing).await;
    partner.press().await;
    assert_eq!((partner.status, partner.errors()[0].0.as_str()), (422, "#reason"));
    partner.fill("reason", "agreement of 1 May").press().await;
    assert!(partner.words().contains("Lead Trust may see the people of Partner House."), "{}", partner.words());
    post(&mut partner, &sharing, &allow).await;
    assert_eq!(shared(&county), [county.lead], "a form sent twice changes nothing more");
    let line = &county.trail("sharing-allowed")[0];
    assert_eq!(
        (line.reason.as_str(), line.detail.as_str()),
        ("agreement of 1 May", format!("with organisation:{}", county.lead.0).as_str())
    );
    post(&mut partner, &sharing, &[("what", "sharing-end"), ("reason", "over")]).await;
    assert!(shared(&county).is_empty());
    assert_eq!(county.trail("sharing-ended").len(), 1);
}

#[tokio::test]
async fn sharing_ends_when_the_partner_leaves_its_lead_provider() {
    let county = County::new();
    let mut ada = county.ada();
    post(&mut ada, &format!("{}/sharing", at(county.partner)), &[("what", "sharing-allow"), ("reason", "agreed")]).await;
    assert_eq!(shared(&county), [county.lead]);
    ada.open(&at(county.lead)).await;
    assert_eq!(ada.texts_of("main li"), ["Partner House"]);
    let other = with_organisation(&county.app, "Other Trust", "RX3", "lead-provider", None).0.to_string();
    let fields = [("name", "Partner House"), ("kind", "partner"), ("parent", other.as_str())];
    post(&mut ada, &format!("{}/details", at(county.partner)), &fields).await;
    assert_eq!(ada.status, 303, "{}", ada.words());
    assert!(shared(&county).is_empty());
    assert_eq!(county.trail("sharing-ended").len(), 1);
}

#[tokio::test]
async fn nothing_is_shared_with_what_is_no_lead_provider() {
    let county = County::new();
    let mut ada = county.ada();
    for organisation in [county.lead, county.commissioner] {
        post(&mut ada, &format!("{}/sharing", at(organisation)), &[("what", "sharing-allow"), ("reason", "x")]).await;
        assert_eq!(ada.location(), Some(at(organisation)));
    }
    assert!(county.trail("sharing-allowed").is_empty());
}
