//! The logo of the business.

use axum::http::StatusCode;
use domain::office::rights::Role;
use domain::office::settings::LOGO_BYTES;
use rstest::rstest;
use testkit::record::{Kind, TestRecord};

use crate::access::sign_in;
use crate::files::multipart;
use crate::site::{Answer, Site};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
const SVG: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";

async fn sends(site: &mut Site, picture: &[u8]) -> Answer {
    let page = site.get("/settings").await;
    let (_, version) = page.body.split_once("name=\"version\" value=\"").unwrap();
    let version = version.split('"').next().unwrap().to_owned();
    let fields = [("form_token", page.token()), ("version", version.as_str())];
    let body = multipart(&fields, &[("logo.png", picture)]);
    site.sends_files("/settings/logo", body).await
}

fn shown(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("src=\"/logo/")?;
    Some(format!("/logo/{}", rest.split('"').next()?))
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_logo_is_shown_to_everybody_and_taken_away_again(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    site.holds("language", "en");
    sign_in(&mut site, Role::Owner).await;
    assert_eq!(sends(&mut site, PNG).await.status, StatusCode::SEE_OTHER);
    let logo = shown(&site.get("/").await.body).unwrap();
    let page = site.get("/settings").await;
    let (_, version) = page.body.split_once("name=\"version\" value=\"").unwrap();
    let version = version.split('"').next().unwrap().to_owned();
    let session = site.cookie("session").unwrap().to_owned();
    let mut site = site.other_browser();
    let picture = site.get(&logo).await;
    assert_eq!(picture.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(picture.header("set-cookie"), "", "caches keep it for everybody");
    assert_eq!(shown(&site.get("/sign-in").await.body).as_ref(), Some(&logo));
    assert_eq!(picture.header("content-type"), "image/png");
    assert_eq!(picture.header("x-content-type-options"), "nosniff");
    assert_eq!(picture.header("content-security-policy"), "default-src 'none'; sandbox");
    site.holds("session", &session);
    site.holds("language", "en");
    let removed = site.send("/settings", "/settings/logo/remove", &[("version", &version)]).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    assert_eq!(shown(&site.get("/").await.body), None);
    assert_eq!(site.get(&logo).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_a_browser_could_run_or_is_too_large_is_no_logo() {
    let mut site = Site::open().await;
    site.holds("language", "en");
    sign_in(&mut site, Role::Owner).await;
    let drawing = sends(&mut site, SVG).await;
    assert_eq!(drawing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(drawing.body.contains("PNG, JPEG, GIF or WebP picture"), "{}", drawing.body);
    let large = [PNG, &vec![0; usize::try_from(LOGO_BYTES).unwrap()]].concat();
    let large = sends(&mut site, &large).await;
    assert_eq!(large.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(large.body.contains("larger than 256 kB"), "{}", large.body);
    assert_eq!(shown(&site.get("/").await.body), None);
}
