//! Fields of the business's own, and what one cannot hold.

use axum::http::StatusCode;
use domain::office::rights::Role;
use rstest::rstest;
use testkit::record::Kind;

use super::site;
use crate::site::{Cut as _, id_of};

#[tokio::test]
async fn each_field_of_the_business_has_its_own_label_and_its_own_reason() {
    let mut site = site(Kind::Sqlite, Role::Manager).await.unwrap();
    let settings = "/settings/fields";
    for name in ["Size", "Shoe"] {
        let new = [("name", name), ("holds", "number"), ("choices", "")];
        site.send(settings, settings, &new).await;
    }
    let page = site.customer(&[("name", "Bakery")]).await;
    let field = site.get(settings).await.body.path("href=\"/settings/fields/");
    let field = id_of(&field);
    let wrong = site.send(&page, &format!("{page}/fields/{field}"), &[("value", "large")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let id = format!("own-value-{field}");
    assert!(wrong.body.contains(&format!("id=\"{id}-error\"")), "{}", wrong.body);
    assert_eq!(wrong.body.matches(&format!("for=\"{id}\"")).count(), 1);
    assert_eq!(wrong.body.matches("for=\"own-value-").count(), 2);
    assert!(!wrong.body.contains("id=\"value\""), "an id is there once");
}

#[tokio::test]
async fn many_cannot_be_changed_to_what_a_field_cannot_hold() {
    let mut site = site(Kind::Sqlite, Role::Manager).await.unwrap();
    let settings = "/settings/fields";
    let new = [("name", "Size"), ("holds", "number"), ("choices", "")];
    site.send(settings, settings, &new).await;
    let field = site.get(settings).await.body.path("href=\"/settings/fields/");
    let field = id_of(&field);
    site.customer(&[("name", "Ani"), ("city", "Gyumri")]).await;
    let large = [("whom", "all"), ("alter", "field"), ("field", &field), ("value", "large")];
    site.send("/customers", "/customers/bulk", &large).await;
    let shown = site.get("/customers").await.body;
    assert!(shown.contains("This is not one that can stand here"), "{shown}");
    let same = [("whom", "all"), ("alter", "field"), ("field", "city"), ("value", "Gyumri")];
    site.send("/customers", "/customers/bulk", &same).await;
    let shown = site.get("/customers").await.body;
    assert!(!shown.contains("action=\"/bulk/"), "there is nothing to take back: {shown}");
    let (_, form) = shown.split_once("action=\"/customers/bulk\"").unwrap();
    let (_, button) = form.split_once("<button").unwrap();
    assert!(button.starts_with(" disabled hidden>"), "what Enter presses does nothing");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_field_of_the_business_is_defined_filled_in_and_asked_for(#[case] kind: Kind) {
    let Some(mut site) = site(kind, Role::Manager).await else { return };
    let settings = "/settings/fields";
    let one = [("name", "Favourite tea"), ("holds", "choice"), ("choices", "Green")];
    let refused = site.send(settings, settings, &one).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("A choice needs 2 to 50 different words"));
    let two = [("name", "Favourite tea"), ("holds", "choice"), ("choices", "Green\nBlack")];
    site.send(settings, settings, &two).await;
    let shown = site.get(settings).await.body;
    assert!(shown.contains("favourite_tea:") && shown.contains("Choice: Green, Black"), "{shown}");
    let field = shown.path("href=\"/settings/fields/");
    let page = site.customer(&[("name", "Bakery")]).await;
    let value = format!("{page}/fields/{}", id_of(&field));
    let wrong = site.send(&page, &value, &[("value", "Coffee")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    site.send(&page, &value, &[("value", "black")]).await;
    let shown = site.get(&page).await.body;
    assert!(shown.contains("Favourite tea: – → Black"), "the timeline says it: {shown}");
    let list = "/customers?q=favourite_tea:black&column=favourite_tea";
    let everybody = site.get("/customers").await.body;
    let asked = everybody.between("name=\"add-favourite_tea\"", "</select>");
    assert!(asked.contains("<option value=\"\" selected>–</option>"), "as every choice: {asked}");
    assert!(site.get(list).await.body.contains("data-name=\"Favourite tea\">Black</td>"));
    site.send(&page, &format!("{page}/fields/undo"), &[]).await;
    assert!(site.get(list).await.body.contains("Nothing fits these filters"));
    let renamed = [("name", "Tea"), ("choices", "Green\nBlack\nWhite")];
    site.send(&field, &field, &renamed).await;
    assert!(site.get(settings).await.body.contains("Choice: Green, Black, White"));
    site.send(settings, &format!("{field}/remove"), &[]).await;
    assert!(!site.get(settings).await.body.contains("White"));
    site.send(settings, &format!("{field}/restore"), &[]).await;
    assert!(site.get(settings).await.body.contains("White"));
}
