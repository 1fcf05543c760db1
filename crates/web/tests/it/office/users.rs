//! Who works here: invitations, roles, who is locked out.

use axum::http::StatusCode;
use rstest::rstest;
use testkit::record::Kind;

use super::{PASSWORD, owner};
use crate::site::Cut as _;

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn whoever_is_invited_comes_in_once(#[case] kind: Kind) {
    let Some(mut site) = owner(kind).await else { return };
    let fields = [("email", "levon@shop.test"), ("role", "analyst")];
    let invited = site.send("/settings/users", "/settings/invitations", &fields).await.body;
    let whole = invited.between("<a class=\"secret\" href=\"", "\"").to_owned();
    let link = whole.strip_prefix("http://shop.test").unwrap().to_owned();
    assert!(link.starts_with("/invitation/"), "{whole}");
    assert!(invited.contains(&format!(">{whole}</a>")), "it is read as it is to be sent");
    let mut other = site.other_browser();
    other.sends("accept-language", "en");
    assert!(other.get(&link).await.body.contains("levon@shop.test"));
    let short = other.send(&link, &link, &[("name", "Levon"), ("password", "short")]).await;
    assert!(short.body.contains("Fewer than 12 characters"));
    let come = other.send(&link, &link, &[("name", "Levon"), ("password", PASSWORD)]).await;
    assert_eq!(come.header("location"), "/");
    assert!(other.get("/account").await.body.contains("Levon"));
    let used = other.get(&link).await;
    assert_eq!(used.status, StatusCode::GONE);
    assert!(used.body.contains("This link is no longer good"), "{}", used.body);
    assert_eq!(other.get("/settings").await.status, StatusCode::FORBIDDEN);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_owner_changes_roles_and_locks_out_but_never_the_last_owner(#[case] kind: Kind) {
    let Some(mut site) = owner(kind).await else { return };
    let own = format!("/settings/users/{}", site.everybody().await[0].id);
    site.send(&own, &own, &[("role", "agent")]).await;
    assert!(site.get(&own).await.body.contains("There would be no owner left"));
    site.add_with_password("anna@shop.test").await;
    let anna = site.everybody().await.into_iter().find(|one| one.name.starts_with("Anna"));
    let page = format!("/settings/users/{}", anna.unwrap().id);
    site.send("/settings/users", "/settings/teams", &[("team", "Counter")]).await;
    let shown = site.get(&page).await.body;
    let (before, _) = shown.split_once("> Counter").unwrap();
    let team = before.rsplit_once("name=\"").unwrap().1.split('"').next().unwrap().to_owned();
    site.send(&page, &page, &[("role", "manager"), (&team, "true")]).await;
    let users = site.get("/settings/users").await.body;
    assert!(users.contains("Manager") && users.contains("<td>Counter</td>"));
    let twice = site.send("/settings/users", "/settings/teams", &[("team", "Counter")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.body.contains("There is a team of this name already"));
    assert!(twice.body.contains("id=\"team\" name=\"team\" required aria-invalid"), "in its place");
    let counter = twice.body.between("action=\"/settings/teams/", "\"").to_owned();
    let row = twice.body.between(&format!("action=\"/settings/teams/{counter}\""), "</form>");
    assert!(row.contains(&format!("formaction=\"/settings/teams/{counter}/remove\"")), "{row}");
    let nameless = format!("/settings/teams/{counter}");
    let nameless = site.send("/settings/users", &nameless, &[("team", " ")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nameless.body.contains(&format!("aria-describedby=\"team-{counter}-error\"")));
    let reset = site.send(&page, &format!("{page}/password"), &[]).await.body;
    let password = reset.between("<code class=\"secret\">", "</code>").to_owned();
    let asked = site.get(&page).await.body;
    let of = |action: &str| asked.between(&format!("action=\"{page}/{action}\""), "</form>");
    assert!(of("password").contains("gets in only with the password you then give them"));
    assert!(of("lock-out").contains("signed out everywhere at once, and cannot sign in"));
    assert_eq!(asked.matches("<details class=\"ask\"").count(), 2, "{asked}");
    site.send(&page, &format!("{page}/lock-out"), &[]).await;
    assert!(site.get(&page).await.body.contains("locked out"));
    site.send(&page, &format!("{page}/let-in"), &[]).await;
    let mut other = site.other_browser();
    other.sends("accept-language", "en");
    assert_eq!(other.enter("anna@shop.test", &password).await.header("location"), "/account");
}
