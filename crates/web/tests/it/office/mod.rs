//! The office: settings, accounts, users, tokens, audit and jobs, as those who
//! use them see them.

mod account;
mod settings;
mod users;
mod watching;

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::office::rights::Role;
use domain::office::staff::{self, Account, NewAccount, Password};
use kernel::Language;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};

use crate::access::sign_in;
use crate::site::Site;

const PASSWORD: &str = "correct horse battery";

async fn owner(kind: Kind) -> Option<Site> {
    let mut site = Site::over(TestRecord::empty(kind).await?);
    site.sends("accept-language", "en");
    sign_in(&mut site, Role::Owner).await;
    Some(site)
}

impl Site {
    async fn everybody(&self) -> Vec<Account> {
        let mut reader = self.record.db.reader().await.unwrap();
        staff::everybody(&mut reader.snapshot()).await.unwrap()
    }

    async fn add_with_password(&self, email: &str) {
        let new = NewAccount {
            email: email.into(),
            name: "Anna Petrosyan".into(),
            role: Role::Agent,
            password: Some(Password::typed(PASSWORD).hash().unwrap()),
        };
        let add = async move |tx: &mut store::Tx<'_>| staff::add(tx, &new).await;
        self.record.db.write(Actor::System, add).await.unwrap();
    }

    async fn enter(&mut self, email: &str, password: &str) -> crate::site::Answer {
        let entry = [("email", email), ("password", password), ("next", "/account")];
        self.send("/sign-in", "/sign-in", &entry).await
    }
}

#[tokio::test]
async fn every_page_of_the_office_speaks_every_language() {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    let user = format!("/settings/users/{}", site.everybody().await[0].id);
    site.record.clock.advance(TimeDelta::seconds(1));
    for language in Language::ALL {
        site.holds("language", language.code());
        site.sends("accept-language", language.code());
        for path in [
            "/account",
            "/account/second-factor",
            "/settings",
            "/settings/region",
            "/settings/calendar",
            "/settings/tiers",
            "/settings/figures",
            "/settings/users",
            &user,
            "/settings/tokens",
            "/settings/jobs",
            "/settings/audit",
        ] {
            let page = site.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(!page.body.contains('‹'), "{language}: a message is missing on {path}");
        }
    }
}
