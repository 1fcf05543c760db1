//! What a person does with the people at a customer.

use axum::http::StatusCode;
use domain::office::rights::Role;
use rstest::rstest;
use testkit::record::{Kind, TestRecord};

use crate::access::sign_in;
use crate::site::{Cut as _, Site, id_of};

/// What stands before the path of a contact in the list of a customer's people.
const CONTACT: &str = "<li><a href=\"/contacts/";

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn somebody_is_added_changed_removed_and_each_taken_back(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    site.agent().await;
    let customer = site.customer(&[("name", "Bakery")]).await;
    assert!(site.get(&customer).await.body.contains("Nobody is known by name yet"));
    let new = format!("/contacts/new?customer={}", id_of(&customer));
    let id = id_of(&customer);
    let ani = [("customer", id.as_str()), ("name", "Ani <b>"), ("role", "Buys flour")];
    let added = site.send(&new, "/contacts", &ani).await;
    assert_eq!(added.header("location"), customer, "{}", added.body);
    let shown = site.get(&customer).await.body;
    assert!(shown.contains("Added: Ani &#60;b&#62;") && shown.contains("Buys flour"));
    let page = shown.path(CONTACT);
    let nothing = [("name", "Ani"), ("phone", "at the bakery")];
    let refused = site.send(&page, &page, &nothing).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("three digits at least"), "{}", refused.body);
    let phone = [("name", "Ani"), ("role", "Buys flour"), ("phone", "010 52-10-52")];
    site.send(&page, &page, &phone).await;
    let shown = site.get(&customer).await.body;
    assert!(shown.contains("tel:010521052"));
    assert!(shown.contains("Telephone: – → 010 52-10-52"), "the timeline tells it");
    site.send(&page, &format!("{page}/undo"), &[]).await;
    assert!(site.get(&page).await.body.contains("value=\"Ani &#60;b&#62;\""));
    site.send(&page, &format!("{page}/remove"), &[]).await;
    assert_eq!(site.get(&page).await.status, StatusCode::NOT_FOUND);
    let shown = site.get(&customer).await.body;
    assert!(shown.contains("Nobody is known by name yet") && shown.contains("Person removed"));
    site.send(&customer, &format!("{page}/restore"), &[]).await;
    assert_eq!(site.get(&page).await.status, StatusCode::OK);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_contact_that_is_not_taken_stays_typed(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    site.agent().await;
    let customer = site.customer(&[("name", "Bakery")]).await;
    let id = id_of(&customer);
    let new = format!("/contacts/new?customer={id}");
    let wrong = [("customer", id.as_str()), ("name", ""), ("email", "at home")];
    let refused = site.send(&new, "/contacts", &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("This cannot be left empty"));
    assert!(refused.body.contains("value=\"at home\""));
    site.send(&new, "/contacts", &[("customer", &id), ("name", "Ani")]).await;
    let page = site.get(&customer).await.body.path(CONTACT);
    let refused = site.send(&page, &page, &[("name", "Ani"), ("email", "at home")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Write an address such as nora@shop.com"));
}

#[tokio::test]
async fn who_may_only_look_sees_contacts_without_a_form() {
    let mut site = Site::open().await;
    site.agent().await;
    let customer = site.customer(&[("name", "Bakery")]).await;
    let id = id_of(&customer);
    let new = format!("/contacts/new?customer={id}");
    site.send(&new, "/contacts", &[("customer", &id), ("name", "Ani"), ("role", "Baker")]).await;
    let page = site.get(&customer).await.body.path(CONTACT);
    for language in ["en", "ru", "ro", "el", "hy"] {
        site.sends("accept-language", language);
        for path in [&page, &new] {
            let answer = site.get(path).await;
            assert_eq!(answer.status, StatusCode::OK, "{language} {path}");
            assert!(!answer.body.contains('‹'), "{language} {path}: a message is missing");
        }
    }
    sign_in(&mut site, Role::ReadOnly).await;
    let shown = site.get(&page).await.body;
    assert!(shown.contains("Baker") && !shown.contains("name=\"email\""));
    assert!(!site.get(&customer).await.body.contains("/contacts/new"));
}
