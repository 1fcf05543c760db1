//! Several customers changed at once.

use domain::office::rights::Role;
use rstest::rstest;
use testkit::record::Kind;

use super::site;
use crate::access::sign_in;
use crate::site::{Cut as _, id_of};

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn several_are_changed_at_once_and_taken_back_at_once(#[case] kind: Kind) {
    let Some(mut site) = site(kind, Role::Manager).await else { return };
    let ani = site.customer(&[("name", "Ani"), ("city", "Gyumri")]).await;
    site.customer(&[("name", "Boris"), ("city", "Gyumri")]).await;
    let id = id_of(&ani);
    let list = "/customers?q=city%3Agyumri";
    let page = site.get(list).await.body;
    assert!(page.contains(&format!("name=\"id\" value=\"{id}\"")), "{page}");
    let tick = [("q", "city:gyumri"), ("whom", "ticked"), ("id", &id), ("tag", "VIP")];
    let done = site.send(list, "/customers/bulk", &[&tick[..], &[("alter", "tag")]].concat()).await;
    assert_eq!(done.header("location"), list);
    let shown = site.get(list).await.body;
    assert!(shown.contains("1 customer changed"), "{shown}");
    let bulk = shown.path("action=\"/bulk/");
    let tagged = site.get("/customers?q=tag:vip").await.body;
    assert!(tagged.contains(">Ani</a>") && !tagged.contains(">Boris</a>"));
    let all = [("q", "city:gyumri"), ("whom", "all"), ("field", "city"), ("value", "Yerevan")];
    site.send(list, "/customers/bulk", &[&all[..], &[("alter", "field")]].concat()).await;
    let moved = site.get("/customers?q=city:yerevan").await.body;
    assert!(moved.contains("2 customers changed"), "{moved}");
    let moved = format!("/bulk/{}", moved.after("action=\"/bulk/"));
    assert!(site.get(&bulk).await.body.contains("1 customer changed"));
    let undone = format!("/bulk/{}", shown.after("action=\"/bulk/"));
    let undone = site.send(list, &undone, &[]).await;
    assert_eq!(undone.header("location"), list, "to the list it came from");
    let shown = site.get(list).await.body;
    assert!(shown.contains("Taken back") && !shown.contains("somebody has changed"), "{shown}");
    assert!(site.get("/customers?q=tag:vip").await.body.contains("Nothing fits these filters"));
    let version = site.get(&ani).await.body.between("name=\"version\" value=\"", "\"").to_owned();
    site.send(&ani, &ani, &[("city", "Sisian"), ("version", &version)]).await;
    site.send(list, &moved, &[]).await;
    assert!(site.get(list).await.body.contains("but for what somebody has changed since"));
    let nobody = [("whom", "ticked"), ("alter", "tag"), ("tag", "x")];
    site.send("/customers", "/customers/bulk", &nobody).await;
    let refused = site.get("/customers").await.body;
    let notice = refused.between("<div class=\"notice\">", "</div>");
    assert!(notice.contains("Nobody was ticked") && notice.contains("#alert"), "{notice}");
    assert!(!notice.contains("#check"), "it is no success: {notice}");
    sign_in(&mut site, Role::Agent).await;
    assert!(!site.get("/customers").await.body.contains("/customers/bulk"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn everybody_on_the_page_is_changed_without_a_tick(#[case] kind: Kind) {
    let Some(mut site) = site(kind, Role::Manager).await else { return };
    let id = id_of(&site.customer(&[("name", "Ani"), ("city", "Gyumri")]).await);
    site.customer(&[("name", "Boris"), ("city", "Sisian")]).await;
    let list = "/customers?q=city%3Agyumri";
    let page = site.get(list).await.body;
    assert!(page.contains("All on this page: 1"), "{page}");
    assert!(page.contains(&format!("name=\"shown\" value=\"{id}\"")), "{page}");
    let shown = [("whom", "page"), ("shown", id.as_str()), ("tag", "Here"), ("alter", "tag")];
    site.send(list, "/customers/bulk", &shown).await;
    let here = site.get("/customers?q=tag:here").await.body;
    assert!(here.contains(">Ani</a>") && !here.contains(">Boris</a>"), "{here}");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn nobody_takes_customers_from_whom_they_have_without_choosing_so(#[case] kind: Kind) {
    let Some(mut site) = site(kind, Role::Manager).await else { return };
    let page = site.customer(&[("name", "Ani")]).await;
    let list = site.get("/customers").await.body;
    let bar = list.below("<details class=\"more bulk\"");
    let select = bar.between("name=\"owner\"", "</select>");
    assert!(select.contains("<option value=\"\" selected>Choose…</option>"), "{select}");
    let nora = select.between("Nobody</option>", "Nora").between("value=\"", "\"").to_owned();
    let all = [("whom", "all"), ("alter", "owner")];
    let given = [("owner", nora.as_str())];
    site.send("/customers", "/customers/bulk", &[&all[..], &given].concat()).await;
    assert!(site.get("/customers").await.body.contains("1 customer changed"));
    for unsaid in [&[][..], &[("owner", "")]] {
        site.send("/customers", "/customers/bulk", &[&all[..], unsaid].concat()).await;
        assert!(site.get("/customers").await.body.contains("Nobody was chosen"));
        assert!(site.get("/customers?q=owner:me").await.body.contains(">Ani</a>"));
    }
    site.send("/customers", "/customers/bulk", &[&all[..], &[("owner", "nobody")]].concat()).await;
    assert!(site.get("/customers?q=owner:none").await.body.contains(&page));
}
