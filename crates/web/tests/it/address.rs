//! How people reach us, as links that are sent to them say it.

use domain::office::rights::Role;
use testkit::record::{Kind, TestRecord};

use crate::access::sign_in;
use crate::site::{Cut as _, Site, app};

/// Where an invitation leads that somebody asked for with such headers.
async fn invited(is_behind_proxy: bool, headers: &[(&'static str, &str)]) -> String {
    let record = TestRecord::empty(Kind::Sqlite).await.unwrap();
    let mut site = Site::made(record, |db, files| {
        let is_https = is_behind_proxy;
        web::App { is_behind_proxy, is_https, ..app(db, files) }
    });
    sign_in(&mut site, Role::Owner).await;
    for (name, value) in headers {
        site.sends(name, value);
    }
    let fields = [("email", "levon@shop.test"), ("role", "analyst")];
    let page = site.send("/settings/users", "/settings/invitations", &fields).await.body;
    let link = page.between("<a class=\"secret\" href=\"", "\"");
    link.split_once("/invitation/").unwrap().0.to_owned()
}

const FORWARDED: [(&str, &str); 2] =
    [("x-forwarded-host", "evil.test, perennial.example"), ("x-forwarded-proto", "http")];

#[tokio::test]
async fn links_lead_to_the_host_the_page_was_asked_at() {
    assert_eq!(invited(false, &[]).await, "http://shop.test");
    assert_eq!(invited(true, &[]).await, "https://shop.test");
}

#[tokio::test]
async fn what_was_forwarded_counts_behind_a_proxy_alone() {
    assert_eq!(invited(false, &FORWARDED).await, "http://shop.test");
    assert_eq!(invited(true, &FORWARDED).await, "http://perennial.example");
    let nonsense = [("x-forwarded-host", "no host"), ("x-forwarded-proto", "javascript")];
    assert_eq!(invited(true, &nonsense).await, "");
}
