//! Pages that keep up with the record.

use domain::office::rights::Role;
use domain::office::staff::{self, NewAccount};
use http_body_util::BodyExt as _;
use store::log::Actor;

use crate::access::sign_in;
use crate::site::Site;

#[tokio::test]
async fn a_change_of_the_record_is_told_to_who_follows_it() {
    let mut site = Site::open().await;
    sign_in(&mut site, Role::Agent).await;
    let mut stream = site.begin("GET", "/live", String::new()).await;
    assert_eq!(stream.headers()["content-type"], "text/event-stream");
    site.record
        .db
        .write(Actor::System, async |tx| {
            let new = NewAccount {
                email: "thomas@shop.test".to_owned(),
                name: "Thomas Ashby".to_owned(),
                role: Role::Agent,
                password: None,
            };
            staff::add(tx, &new).await
        })
        .await
        .unwrap();
    let told = stream.body_mut().frame().await.unwrap().unwrap().into_data().unwrap();
    let told = String::from_utf8(told.to_vec()).unwrap();
    assert_eq!(told, "event: changed\ndata: now\n\n");
}
