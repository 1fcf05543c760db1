//! The API against its document, by thousands of requests that schemathesis
//! makes up. Without it the test says that it is skipped; where it must be
//! there, that is a failure.

use std::net::SocketAddr;
use std::process::{Command, Output};
use std::sync::Arc;

use domain::office::rights::{Right, Role};
use kernel::SystemClock;
use rstest::rstest;
use store::Db;
use tempfile::TempDir;
use testkit::record::{Kind, TestRecord};
use tokio::net::TcpListener;

use super::token;
use crate::site::app;

/// Set where `st` must be there.
const REQUIRED: &str = "PERENNIAL_REQUIRE_SCHEMATHESIS";
/// Requests for each operation.
const EXAMPLES: &str = "15";
/// What no answer may be: a defect, or something the document does not name.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_headers_conformance,response_schema_conformance,\
                      unsupported_method,allow_header_conformance,ignored_auth,use_after_free";

/// Runs it where it may leave what it likes.
fn schemathesis(arguments: &[&str]) -> Option<Output> {
    let folder = tempfile::tempdir().unwrap();
    let mut st = Command::new("st");
    st.args(arguments).env("NO_COLOR", "1").current_dir(folder.path()).output().ok()
}

/// Serves the record, as time passes, on a port of its own.
async fn serve(record: &TestRecord, files: &TempDir) -> SocketAddr {
    let db = Db::open(&record.place, Arc::new(SystemClock)).await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let service = web::app(app(&db, files)).into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    address
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn no_answer_is_a_defect_or_of_a_form_the_document_does_not_name(#[case] kind: Kind) {
    if schemathesis(&["--version"]).is_none() {
        assert!(std::env::var_os(REQUIRED).is_none(), "{REQUIRED} is set, and there is no `st`");
        eprintln!("skipped: there is no `st` (`pipx install schemathesis` brings it)");
        return;
    }
    let Some(record) = TestRecord::empty(kind).await else { return };
    let (shown, _) = token(&record, Role::Owner, &Right::ALL).await;
    let files = tempfile::tempdir().unwrap();
    let address = serve(&record, &files).await;
    let document = format!("http://{address}/api/openapi.json");
    let header = format!("Authorization: Bearer {shown}");
    let run = tokio::task::spawn_blocking(move || {
        schemathesis(&[
            "run",
            &document,
            "--header",
            &header,
            "--checks",
            CHECKS,
            "--max-examples",
            EXAMPLES,
            "--seed",
            "20261122",
            "--rate-limit",
            "90/s",
            "--continue-on-failure",
            "--no-shrink",
            "--warnings",
            "off",
        ])
    });
    let run = run.await.unwrap().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
}
