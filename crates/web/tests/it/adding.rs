//! Adding a customer, and taking back one who was added by mistake.

use std::sync::Arc;

use axum::http::StatusCode;
use domain::know::search::Indexer;
use rstest::rstest;
use testkit::record::{Kind, TestRecord, keeps_up};

use crate::site::{Cut as _, Site, id_of};

async fn site(kind: Kind) -> Option<Site> {
    let mut site = Site::over(TestRecord::empty(kind).await?);
    site.agent().await;
    Some(site)
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_customer_added_by_mistake_is_taken_back(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let page = site.customer(&[("name", "Kafe Manu")]).await;
    let remove = format!("{page}/remove");
    let shown = site.get(&page).await.body;
    let ways = shown.matches(&format!("action=\"{remove}\"")).count();
    assert_eq!(ways, 2, "below the notice and in the timeline: {shown}");
    let removed = site.send(&page, &remove, &[]).await;
    assert_eq!(removed.header("location"), "/customers");
    assert!(site.get("/customers").await.body.contains("Taken back: Kafe Manu"));
    assert_eq!(site.get(&page).await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn with_whom_something_has_happened_stays_and_it_is_said_why(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let page = site.customer(&[("name", "Kafe Manu")]).await;
    let id = id_of(&page);
    let call = [("customer", id.as_str()), ("kind", "call"), ("text", "Wants rye")];
    assert_eq!(site.send(&page, "/interactions", &call).await.status, StatusCode::SEE_OTHER);
    let shown = site.get(&page).await.body;
    assert!(!shown.contains(&format!("{page}/remove")), "{shown}");
    let kept = site.send(&page, &format!("{page}/remove"), &[]).await;
    assert_eq!(kept.header("location"), page);
    let said = "Kafe Manu stays: their history has calls or notes, which would be lost with them";
    let shown = site.get(&page).await.body;
    assert!(shown.contains(said) && shown.contains("Wants rye"), "{shown}");
    let paths = shown.paths("\"/interactions/");
    let call = paths.iter().find(|path| path.len() > "/interactions/new".len()).unwrap();
    let gone = site.send(&page, &format!("{call}/remove"), &[]).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER);
    let removed = site.send(&page, &format!("{page}/remove"), &[]).await;
    assert_eq!(removed.header("location"), "/customers", "what was removed keeps nobody");
    assert_eq!(site.get(&page).await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn those_called_alike_are_shown_once_before_another_is_added(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let manu = site.customer(&[("name", "Καφέ Μάνου"), ("city", "Athens")]).await;
    keeps_up(&site.record.db, &Arc::new(Indexer)).await.unwrap();
    let typed = [("name", " Kafe Manu"), ("city", "Patras")];
    let asked = site.send("/customers/new", "/customers", &typed).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = asked.body.below("<form class=\"form\"");
    let by = "similar name";
    for said in ["Already here", by, "Καφέ Μάνου", &manu, "Athens", "Add all the same"] {
        assert!(form.contains(said), "{said}: {form}");
    }
    assert!(form.contains("value=\"Patras\""), "what was typed is kept: {form}");
    let asked_of = form.after("name=\"alike\" value=\"");
    assert_eq!(asked_of, "Kafe Manu");
    let other = [("name", "Καφε Μανου"), ("alike", asked_of.as_str())];
    let asked = site.send("/customers/new", "/customers", &other).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "it was asked for another name");
    let again = [&typed[..], &[("alike", asked_of.as_str())]].concat();
    assert_ne!(site.customer(&again).await, manu);
    let wrong = [("name", "Kafe Manou"), ("email", "manou@@example.com"), ("phone", "his wife’s")];
    let asked = site.send("/customers/new", "/customers", &wrong).await;
    let form = asked.body.below("<form class=\"form\"");
    for said in ["Already here", "id=\"email-error\"", "three digits at least"] {
        assert!(form.contains(said), "both at once: {said}: {form}");
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn whoever_has_the_number_of_somebody_new_is_shown_with_why(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let known = [("name", "Nicolae Popescu"), ("phone", "+373 69 123-456")];
    let popescu = site.customer(&known).await;
    keeps_up(&site.record.db, &Arc::new(Indexer)).await.unwrap();
    let typed = [("name", "N. Popescu"), ("phone", "069123456"), ("email", "np@example.md")];
    let asked = site.send("/customers/new", "/customers", &typed).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = asked.body.below("<form class=\"form\"");
    for said in [popescu.as_str(), "Nicolae Popescu", "+373 69 123-456", "same telephone"] {
        assert!(form.contains(said), "{said}: {form}");
    }
    assert!(!form.contains("similar name"), "{form}");
    let asked_of = form.after("name=\"alike\" value=\"");
    let again = [&typed[..], &[("alike", asked_of.as_str())]].concat();
    assert_ne!(site.customer(&again).await, popescu);
}
