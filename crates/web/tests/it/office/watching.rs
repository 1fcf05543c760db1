//! What is watched: the audit, jobs that gave up, whether the program lives.

use axum::http::StatusCode;
use rstest::rstest;
use serde::{Deserialize, Serialize};
use store::jobs::{Failed, Finished, Job, Worker};
use store::log::Actor;
use testkit::record::{Kind, test_time};

use super::owner;
use crate::site::{Cut as _, id_of};

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn the_audit_tells_who_changed_what_and_is_searched(#[case] kind: Kind) {
    let Some(mut site) = owner(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    site.send(&customer, &customer, &[("city", "Gyumri"), ("version", "1")]).await;
    let all = site.get("/settings/audit").await.body;
    assert!(all.contains("Customer · changed") && all.contains("– → Gyumri"), "{all}");
    assert!(all.contains(&format!("<a href=\"{customer}\">Bakery</a>")), "{all}");
    assert!(all.contains("User · signed in<p>Nora Whitfield</p>"), "{all}");
    let customers = site.get("/settings/audit?room=customer&from=2026-03-01").await.body;
    assert!(customers.contains("– → Gyumri") && !customers.contains("User · signed in"));
    for nothing in ["until=2026-02-28", "from=2026-03-02", "room=job"] {
        let page = site.get(&format!("/settings/audit?{nothing}")).await.body;
        assert!(page.contains("Nothing fits these filters"), "{nothing}");
    }
    let reversed = site.get("/settings/audit?from=2026-03-02&until=2026-03-01").await.body;
    assert!(reversed.contains("The first day is after the last"), "{reversed}");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn the_audit_leads_to_people_and_to_what_was_written_down_while_they_are_there(
    #[case] kind: Kind,
) {
    let Some(mut site) = owner(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    let id = id_of(&customer);
    let ani = [("customer", id.as_str()), ("name", "Ani <b>")];
    site.send(&format!("/contacts/new?customer={id}"), "/contacts", &ani).await;
    let call = [("customer", id.as_str()), ("kind", "call"), ("text", "Asked for rye")];
    site.send(&customer, "/interactions", &call).await;
    let audit = site.get("/settings/audit").await.body;
    let contact = audit.path("<p><a href=\"/contacts/");
    let logged = audit.path("<p><a href=\"/interactions/");
    assert!(audit.contains(&format!("<a href=\"{contact}\">Ani &#60;b&#62;</a>")), "{audit}");
    assert!(audit.contains(&format!("<a href=\"{logged}\">Call, 1 March 2026</a>")), "{audit}");
    for (page, shown) in [(&contact, "value=\"Ani &#60;b&#62;\""), (&logged, "Asked for rye")] {
        assert!(site.get(page).await.body.contains(shown), "{page}");
        site.send(page, &format!("{page}/remove"), &[]).await;
    }
    let audit = site.get("/settings/audit").await.body;
    assert!(audit.contains("<p>Ani &#60;b&#62;</p>"), "{audit}");
    for gone in [contact, logged] {
        assert!(!audit.contains(&format!("href=\"{gone}\"")), "nobody is led to nothing: {audit}");
    }
}

#[derive(Serialize, Deserialize)]
struct SendLetter {}

impl Job for SendLetter {
    const KIND: &'static str = "letter.send";
    const TRIES: u32 = 1;
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_job_that_gave_up_waits_for_a_decision(#[case] kind: Kind) {
    let Some(mut site) = owner(kind).await else { return };
    assert!(site.get("/settings/jobs").await.body.contains("Nothing has given up"));
    let db = site.record.db.clone();
    db.write(Actor::System, async |tx| tx.enqueue(&SendLetter {}, test_time()).await)
        .await
        .unwrap();
    let failing = |_: SendLetter, _| async { Err::<Finished, _>(Failed("no ink".into())) };
    Worker::new(db).on(failing).run_until_idle().await.unwrap();
    let page = site.get("/settings/jobs").await.body;
    assert!(page.contains("letter.send") && page.contains("no ink"));
    let metrics = site.get("/metrics").await.body;
    assert!(metrics.contains("perennial_jobs{state=\"given_up\"} 1"), "{metrics}");
    let job = page.between("action=\"/settings/jobs/", "/").to_owned();
    let dropping = format!("/settings/jobs/{job}/drop");
    site.send("/settings/jobs", &dropping, &[("reason", "sent by hand")]).await;
    assert!(site.get("/settings/jobs").await.body.contains("Nothing has given up"));
    assert!(
        site.get("/settings/audit?room=job")
            .await
            .body
            .contains("Why it is not needed: sent by hand")
    );
}

#[tokio::test]
async fn it_says_that_it_lives_and_what_it_answered_without_a_name() {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    for path in ["/health/live", "/health/ready"] {
        assert_eq!(site.get(path).await.status, StatusCode::OK);
    }
    let customer = site.customer(&[("name", "Nora Whitfield")]).await;
    site.get(&customer).await;
    let metrics = site.get("/metrics").await.body;
    let asked = "perennial_requests_seconds_count{method=\"GET\",route=\"/customers/{id}\",\
                 status=\"200\"} 1";
    assert!(metrics.contains(asked), "{metrics}");
    assert!(!metrics.contains("Nora") && !metrics.contains(&customer));
}
