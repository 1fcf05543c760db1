//! Files of what is written down: taken in, given out, taken away.

use axum::http::StatusCode;
use domain::know::files::{LARGEST, MOST};
use domain::office::rights::Role;
use http_body_util::BodyExt as _;
use rstest::rstest;
use testkit::record::{Kind, TestRecord};

use crate::access::sign_in;
use crate::site::{Answer, Cut as _, Site, id_of};

const BOUNDARY: &str = "a boundary";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// A form with files, as browsers send it.
pub fn multipart(fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let head =
            format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(value.as_bytes());
        body.extend_from_slice(b"\r\n");
    }
    for (name, bytes) in files {
        let head = format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"files\"; \
             filename=\"{name}\"\r\ncontent-type: text/html\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

impl Site {
    pub async fn sends_files(&mut self, path: &str, body: Vec<u8>) -> Answer {
        let media = format!("multipart/form-data; boundary=\"{BOUNDARY}\"");
        let answer = self.begin_with("POST", path, &media, body).await;
        let (parts, body) = answer.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Writes down a note with files and a word to know it by.
    async fn writes_with_files(
        &mut self,
        customer: &str,
        files: &[(&str, &[u8])],
        kept: &[&str],
    ) -> Answer {
        let token = self.get(customer).await.token().to_owned();
        let id = id_of(customer);
        let mut fields = vec![
            ("form_token", token.as_str()),
            ("customer", id.as_str()),
            ("kind", "note"),
            ("text", "The receipt"),
        ];
        fields.extend(kept.iter().map(|sealed| ("kept", *sealed)));
        self.sends_files("/interactions", multipart(&fields, files)).await
    }
}

async fn site(kind: Kind) -> Option<(Site, String)> {
    let mut site = Site::over(TestRecord::empty(kind).await?);
    site.agent().await;
    let customer = site.customer(&[("name", "Bakery")]).await;
    Some((site, customer))
}

/// What stands before the path of a file.
const FILE: &str = "href=\"/files/";

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn files_are_given_out_as_nothing_that_a_browser_runs(#[case] kind: Kind) {
    let Some((mut site, customer)) = site(kind).await else { return };
    let page = b"<!DOCTYPE html><script>alert(1)</script>";
    let drawing = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
    let files: [(&str, &[u8]); 3] =
        [("oven.png", PNG), ("Հաշիվ.html", page), ("a;b %22.svg", drawing)];
    let logged = site.writes_with_files(&customer, &files, &[]).await;
    assert_eq!(logged.status, StatusCode::SEE_OTHER, "{}", logged.body);
    let links = site.get(&customer).await.body.paths(FILE);
    assert_eq!(links.len(), 3);
    let picture = site.get(&links[0]).await;
    assert_eq!(picture.header("content-type"), "image/png");
    assert_eq!(picture.header("content-disposition"), "inline; filename*=UTF-8''oven.png");
    for link in &links[1..] {
        let other = site.get(link).await;
        assert!(other.header("content-disposition").starts_with("attachment; filename*=UTF-8''"));
        let media = other.header("content-type");
        assert!(["application/octet-stream", "text/plain; charset=utf-8"].contains(&media));
        assert_eq!(other.header("x-content-type-options"), "nosniff");
        assert_eq!(other.header("content-security-policy"), "default-src 'none'; sandbox");
    }
    assert_eq!(site.get(&links[1]).await.body.as_bytes(), page);
    sign_in(&mut site, Role::ReadOnly).await;
    assert_eq!(site.get(&links[0]).await.status, StatusCode::OK);
    assert_eq!(site.other_browser().get(&links[0]).await.status, StatusCode::SEE_OTHER);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_file_that_is_too_large_leaves_the_words_and_the_other_files(#[case] kind: Kind) {
    let Some((mut site, customer)) = site(kind).await else { return };
    let large = vec![0; usize::try_from(LARGEST).unwrap() + 1];
    let refused =
        site.writes_with_files(&customer, &[("oven.png", PNG), ("film.mov", &large)], &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("“film.mov” is larger than 10 MB"));
    assert!(refused.body.contains("The receipt</textarea>"));
    let kept = refused.body.after("name=\"kept\" value=\"");
    let logged = site.writes_with_files(&customer, &[("", b"")], &[&kept, "made up"]).await;
    assert_eq!(logged.status, StatusCode::SEE_OTHER, "{}", logged.body);
    let links = site.get(&customer).await.body.paths(FILE);
    assert_eq!(links.len(), 1);
    assert_eq!(site.get(&links[0]).await.header("content-type"), "image/png");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn as_many_files_as_there_may_be_are_taken_once_the_others_are_gone(#[case] kind: Kind) {
    let Some((mut site, customer)) = site(kind).await else { return };
    let names: Vec<String> = (0..=MOST).map(|number| format!("{number}.txt")).collect();
    let files: Vec<(&str, &[u8])> =
        names.iter().map(|name| (name.as_str(), name.as_bytes())).collect();
    let refused = site.writes_with_files(&customer, &files, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let kept: Vec<&str> = refused
        .body
        .split("name=\"kept\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(kept.len(), MOST);
    // A browser sends an empty part where no more files were chosen.
    let logged = site.writes_with_files(&customer, &[("", b"")], &kept).await;
    assert_eq!(logged.status, StatusCode::SEE_OTHER, "{}", logged.body);
    assert_eq!(site.get(&customer).await.body.paths(FILE).len(), MOST);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn nobody_makes_a_file_theirs_that_waits_for_another_or_whose_hash_they_know(
    #[case] kind: Kind,
) {
    let Some((mut site, customer)) = site(kind).await else { return };
    let large = vec![0; usize::try_from(LARGEST).unwrap() + 1];
    let files: [(&str, &[u8]); 2] = [("oven.png", PNG), ("film.mov", &large)];
    let refused = site.writes_with_files(&customer, &files, &[]).await;
    let (_, kept) = refused.body.split_once("name=\"kept\" value=\"").unwrap();
    let kept = kept.split('"').next().unwrap().to_owned();
    // What a person can make of a hash and of the secret in their own cookie.
    let hash =
        store::blobs::Blobs::new(site.record.db.clone(), tempfile::tempdir().unwrap().path())
            .receive(PNG, LARGEST)
            .await
            .unwrap()
            .hash;
    let forged = serde_json::json!({
        "name": "oven.png", "hash": hash.to_string(), "size": PNG.len(), "sniffed": "image/png",
    });
    sign_in(&mut site, Role::Manager).await;
    let shown = [kept.as_str(), &hash.to_string(), &forged.to_string()];
    let logged = site.writes_with_files(&customer, &[], &shown).await;
    assert_eq!(logged.status, StatusCode::SEE_OTHER, "{}", logged.body);
    assert!(site.get(&customer).await.body.paths(FILE).is_empty());
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_file_is_taken_away_and_brought_back(#[case] kind: Kind) {
    let Some((mut site, customer)) = site(kind).await else { return };
    site.writes_with_files(&customer, &[("oven.png", PNG)], &[]).await;
    let file = site.get(&customer).await.body.path(FILE);
    let removed = site.send(&customer, &format!("{file}/remove"), &[]).await;
    let note = removed.header("location").to_owned();
    assert_eq!(site.get(&file).await.status, StatusCode::NOT_FOUND);
    site.send(&note, &format!("{file}/restore"), &[]).await;
    assert!(site.get(&note).await.body.contains(&file));
    assert_eq!(site.get(&file).await.status, StatusCode::OK);
}

#[tokio::test]
async fn too_many_files_and_files_without_our_token_are_refused() {
    let (mut site, customer) = site(Kind::Sqlite).await.unwrap();
    let many = vec![("a.png", PNG); MOST + 1];
    let refused = site.writes_with_files(&customer, &many, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("No more than 10 files"));
    let fields = [("customer", customer.rsplit('/').next().unwrap()), ("kind", "note")];
    for token in [None, Some(("form_token", "made up"))] {
        let fields: Vec<_> = token.into_iter().chain(fields).collect();
        let foreign = multipart(&fields, &[("a.png", PNG)]);
        let answer = site.sends_files("/interactions", foreign).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
    let cut = multipart(&fields, &[]).split_off(40);
    let answer = site.sends_files("/interactions", cut).await;
    assert!(answer.status.is_client_error(), "{}", answer.status);
}
