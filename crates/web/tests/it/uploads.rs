//! Files of orders, sent to be imported.

use axum::http::StatusCode;
use domain::know::imports::{Applied, HowRead, OtherCurrency};
use domain::know::uploads::{
    self, Answer, Content, Findings, Question, Remark, UploadError, UploadId,
};
use domain::office::rights::Role;
use kernel::{Currency, Language};
use rstest::rstest;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};

use crate::access::sign_in;
use crate::files::multipart;
use crate::imports::imported;
use crate::site::{Cut as _, Site};

/// A file with one order in it.
pub const ORDERS: &[u8] = b"Client,Day,Sum\n17,2026-01-02,12.50\n";

async fn site(kind: Kind) -> Option<Site> {
    let mut site = Site::over(TestRecord::empty(kind).await?);
    site.holds("language", "en");
    sign_in(&mut site, Role::Manager).await;
    Some(site)
}

/// Sends a file, and returns where its page is.
pub async fn sent(site: &mut Site, files: &[(&str, &[u8])]) -> String {
    let token = site.get("/imports/new").await.token().to_owned();
    let fields = [("form_token", token.as_str()), ("source", "market")];
    let answer = site.sends_files("/imports", multipart(&fields, files)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.header("location").to_owned()
}

/// What is found in a file that can be imported.
pub fn found() -> Findings {
    Findings {
        columns: vec!["Client".to_owned(), "<b>Day".to_owned(), "Sum".to_owned()],
        rows: vec![vec!["17".to_owned(), "2026-01-02".to_owned(), "12.50".to_owned()]],
        mapping: vec![("customer".to_owned(), "Client".to_owned())],
        content: Some(Content {
            customers: 1,
            orders: 2,
            would_do: Applied { customers_added: 1, orders_added: 2, ..Applied::default() },
            days: Some(("2026-01-02".parse().unwrap(), "2026-01-03".parse().unwrap())),
            sums: vec![("EUR".parse().unwrap(), 1_250)],
            ..Content::default()
        }),
        ..Findings::default()
    }
}

/// Has files been looked at.
pub async fn finds(site: &Site, path: &str, found: Findings) -> UploadId {
    let id: UploadId = path.rsplit('/').next().unwrap().parse().unwrap();
    let tell = async move |tx: &mut store::Tx<'_>| {
        uploads::looked(tx, id, &found).await?;
        Ok::<_, UploadError>(id)
    };
    site.record.db.write(Actor::System, tell).await.unwrap()
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_file_is_sent_understood_and_imported(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    assert!(site.get("/orders").await.body.contains("href=\"/imports/new\""));
    let page = sent(&mut site, &[("orders.csv", ORDERS)]).await;
    let looking = site.get(&page).await.body;
    assert!(looking.contains("<h1>orders.csv</h1>") && looking.contains("Reading the rows"));
    assert!(!looking.contains(&format!("{page}/import")), "there is nothing to import yet");
    assert!(site.get("/imports").await.body.contains(&format!("href=\"{page}\"")));
    finds(&site, &page, found()).await;
    let looked = site.get(&page).await.body;
    assert!(looked.contains("1 customer, 2 orders from 2 January 2026"), "{looked}");
    assert!(looked.contains("New: 1 customer, 2 orders"), "{looked}");
    assert!(looked.contains("Client<br><small class=\"holds\">Customer</small>"), "{looked}");
    assert!(looked.contains("&#60;b&#62;Day") && !looked.contains("<b>Day"), "{looked}");
    let begun = site.send(&page, &format!("{page}/import"), &[]).await;
    let import = begun.header("location").to_owned();
    assert!(import.starts_with("/imports/"), "{}", begun.body);
    assert_eq!(site.get(&page).await.header("location"), import);
    let importing = site.get(&import).await.body;
    assert!(importing.contains("data-live=\"/live\"") && importing.contains("<progress"));
    assert!(importing.contains("being read") && !importing.contains("broken off"), "{importing}");
    assert!(!importing.contains("button danger"), "nothing is wrong: {importing}");
    let list = site.get("/imports").await.body;
    assert!(list.contains("being read") && !list.contains("broken off"), "{list}");
    let id: UploadId = page.rsplit('/').next().unwrap().parse().unwrap();
    let failed = async move |tx: &mut store::Tx<'_>| {
        uploads::given_up(tx, id, &[(Language::English, "No room is left".to_owned())]).await
    };
    site.record.db.write(Actor::System, failed).await.unwrap();
    let failed = site.get(&import).await.body;
    assert!(failed.contains("No room is left") && failed.contains("broken off"), "{failed}");
    let given_up = site.send(&import, &format!("{import}/discard"), &[]).await;
    assert_eq!(given_up.header("location"), import);
    assert!(site.get(&import).await.body.contains("discarded"));
    assert_eq!(site.get(&page).await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn more_files_come_from_where_the_last_ones_did(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let form = site.get("/imports/new").await.body;
    assert!(form.between("name=\"source\"", ">").contains("value=\"\""), "{form}");
    let import = imported(&site.record).await;
    let form = site.get("/imports/new").await.body;
    assert!(form.between("name=\"source\"", ">").contains("value=\"shop\""), "{form}");
    assert!(form.contains("they would come in twice"), "{form}");
    let undo = format!("/imports/{import}/undo");
    site.send(&format!("/imports/{import}"), &undo, &[]).await;
    let form = site.get("/imports/new").await.body;
    assert!(form.between("name=\"source\"", ">").contains("value=\"\""), "{form}");
}

#[tokio::test]
async fn a_mapping_is_changed_and_what_cannot_be_is_refused() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let page = sent(&mut site, &[("orders.csv", ORDERS)]).await;
    let id = finds(&site, &page, found()).await;
    let refused = site.send(&page, &page, &[("currency_code", "crown")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("This is not a currency") && refused.body.contains("crown"));
    assert!(refused.body.contains("<div id=\"mapping\">"), "what was typed is not renewed away");
    let unknown = site.send(&page, &page, &[("amount", "No such column")]).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields =
        [("amount", "Sum"), ("date_order", "dmy"), ("decimal", ","), ("currency_code", "amd")];
    assert_eq!(site.send(&page, &page, &fields).await.header("location"), page);
    let known = uploads::upload(&mut site.record.db.reader().await.unwrap().snapshot(), id).await;
    let how = known.unwrap().unwrap().how;
    assert_eq!(how.columns, [("amount".to_owned(), "Sum".to_owned())]);
    assert_eq!(how.currency, "AMD".parse().ok());
    assert_eq!((how.date_order.as_deref(), how.decimal.as_deref()), (Some("dmy"), Some(",")));
}

#[tokio::test]
async fn what_is_new_is_on_the_button_and_where_nothing_is_there_is_none() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let mut looked = async |would_do: Applied| {
        let page = sent(&mut site, &[("orders.csv", ORDERS)]).await;
        let content = Content { would_do, ..found().content.unwrap() };
        finds(&site, &page, Findings { content: Some(content), ..found() }).await;
        let shown = site.get(&page).await.body;
        let can_be_imported = shown.contains(&format!("{page}/import\""));
        (shown, can_be_imported)
    };
    let known = Applied { customers_known: 1, orders_known: 1, ..Applied::default() };
    let (partly, can_be_imported) = looked(Applied { orders_added: 1, ..known }).await;
    assert!(partly.contains("New: 0 customers, 1 order"), "{partly}");
    assert!(can_be_imported && partly.contains("Import 1 order<"), "{partly}");
    let (filled, can_be_imported) = looked(Applied { orders_given_currency: 1, ..known }).await;
    assert!(can_be_imported && filled.contains("Fill in what the record lacks"), "{filled}");
    let (nothing, can_be_imported) = looked(known).await;
    assert!(nothing.contains("Nothing in these files is new"), "{nothing}");
    assert!(nothing.contains("Already in the record: 1 customer, 1 order"), "{nothing}");
    assert!(!can_be_imported, "{nothing}");
}

#[tokio::test]
async fn orders_that_the_record_has_in_another_currency_are_warned_of() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let page = sent(&mut site, &[("orders.csv", ORDERS)]).await;
    let pair = |orders, of_record: &str| OtherCurrency {
        orders_in_another_currency: orders,
        currency_of_record: of_record.parse().unwrap(),
        currency_of_files: "EUR".parse().unwrap(),
    };
    let other_currencies = [pair(1, "USD")].into_iter().collect();
    let content = Content { other_currencies, ..found().content.unwrap() };
    finds(&site, &page, Findings { content: Some(content), ..found() }).await;
    let shown = site.get(&page).await.body;
    assert!(shown.contains("1 order is in USD in the record and in EUR in the files"), "{shown}");
    assert!(shown.contains("New orders would be in EUR beside those in USD"), "{shown}");
    assert!(shown.contains("<details class=\"more\" open>"), "{shown}");
    let page = sent(&mut site, &[("more.csv", ORDERS)]).await;
    let met = [pair(1, "USD"), pair(7, "GBP"), pair(3, "AMD"), pair(1, "CHF"), pair(1, "JPY")];
    let other_currencies = met.into_iter().collect();
    let content = Content { other_currencies, ..found().content.unwrap() };
    finds(&site, &page, Findings { content: Some(content), ..found() }).await;
    let shown = site.get(&page).await.body;
    assert!(shown.contains("13 orders are in other currencies in the record"), "{shown}");
    let pairs = "GBP instead of EUR (7), AMD instead of EUR (3), CHF instead of EUR (1)";
    assert!(shown.contains(pairs) && shown.contains("2 more pairs"), "{shown}");
    assert!(shown.contains("in EUR beside those in AMD, CHF, GBP, JPY and USD"), "{shown}");
}

#[tokio::test]
async fn a_currency_that_the_files_do_not_name_is_asked_for_first() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let page = sent(&mut site, &[("orders.csv", ORDERS)]).await;
    finds(&site, &page, found()).await;
    let named = site.get(&page).await.body;
    assert!(!named.contains("name no currency") && named.contains("<details class=\"more\">"));
    let page = sent(&mut site, &[("more.csv", ORDERS)]).await;
    let content = Content { sums: vec![(Currency::NONE, 1_250)], ..found().content.unwrap() };
    finds(&site, &page, Findings { content: Some(content), ..found() }).await;
    let unnamed = site.get(&page).await.body;
    assert!(unnamed.contains("The files name no currency"), "{unnamed}");
    let form = unnamed.below("<details class=\"more\" open>");
    let (before, _) = form.split_once("name=\"currency_code\"").unwrap();
    assert!(!before.contains("<select"), "it stands before the columns: {before}");
}

#[tokio::test]
async fn the_field_that_no_column_holds_is_marked_and_no_table_leads_to_another_file() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let page = sent(&mut site, &[("orders.csv", ORDERS)]).await;
    let trouble = vec![(Language::English, "No date".to_owned())];
    let missing = Some("date".to_owned());
    let undated = Findings { content: None, trouble: trouble.clone(), missing, ..found() };
    finds(&site, &page, undated).await;
    let shown = site.get(&page).await.body;
    assert!(shown.contains("name=\"date\" aria-invalid=\"true\""), "{shown}");
    assert!(shown.contains("id=\"date-error\"") && shown.contains("Choose the column that holds"));
    assert!(!shown.contains("Choose another file"), "this one can be mended");
    let page = sent(&mut site, &[("picture.png", ORDERS)]).await;
    finds(&site, &page, Findings { trouble, ..Findings::default() }).await;
    let shown = site.get(&page).await.body;
    assert!(shown.contains("href=\"/imports/new\">Choose another file"), "{shown}");
}

#[tokio::test]
async fn a_note_speaks_of_the_page_and_another_reading_is_a_button() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let page = sent(&mut site, &[("orders.csv", ORDERS)]).await;
    let named = |field: &str, column: &str| (field.to_owned(), column.to_owned());
    let texts = vec![named("file", "orders.csv"), named("column", "Sum")];
    let how = HowRead { columns: vec![named("price", "Each")], ..HowRead::default() };
    let note = |key: &str, instead| Remark {
        key: key.to_owned(),
        texts: texts.clone(),
        count: None,
        instead,
    };
    let notes = vec![
        note("reading-order-total", None),
        note("reading-order-total-and-prices", Some(how.clone())),
    ];
    let id = finds(&site, &page, Findings { notes, ..found() }).await;
    let shown = site.get(&page).await.body;
    assert!(shown.contains("choose that column below, at “Amount”"), "{shown}");
    assert!(shown.contains("quantity × price be counted instead?"), "{shown}");
    assert!(!shown.contains("--map") && !shown.contains("name=\"instead\" value=\"0\""), "{shown}");
    assert!(shown.contains("name=\"instead\" value=\"1\">Read it so"), "{shown}");
    site.send(&page, &format!("{page}/answer"), &[("instead", "1")]).await;
    let known = uploads::upload(&mut site.record.db.reader().await.unwrap().snapshot(), id).await;
    assert_eq!(known.unwrap().unwrap().how, how);
}

#[tokio::test]
async fn what_cannot_be_told_is_asked_and_trouble_is_said_in_the_readers_language() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let page = sent(&mut site, &[("orders.csv", ORDERS)]).await;
    let how = HowRead { date_order: Some("mdy".to_owned()), ..HowRead::default() };
    let question = Question {
        words: vec![(Language::English, "Which comes first?".to_owned())],
        answers: vec![Answer {
            how: how.clone(),
            words: vec![(Language::English, "03/05 is 5 March".to_owned())],
        }],
    };
    let asked = Findings { content: None, question: Some(question), ..found() };
    let id = finds(&site, &page, asked).await;
    let shown = site.get(&page).await.body;
    assert!(shown.contains("Which comes first?") && shown.contains("03/05 is 5 March"), "{shown}");
    assert!(!shown.contains(&format!("{page}/import")));
    site.send(&page, &format!("{page}/answer"), &[("answer", "0")]).await;
    let known = uploads::upload(&mut site.record.db.reader().await.unwrap().snapshot(), id).await;
    assert_eq!(known.unwrap().unwrap().how, how);
    let trouble = vec![
        (Language::English, "It is damaged".to_owned()),
        (Language::Greek, "Είναι κατεστραμμένο".to_owned()),
    ];
    finds(&site, &page, Findings { trouble, ..Findings::default() }).await;
    assert!(site.get(&page).await.body.contains("It is damaged"));
    site.holds("language", "el");
    assert!(site.get(&page).await.body.contains("Είναι κατεστραμμένο"));
}

#[tokio::test]
async fn without_a_file_or_the_right_nothing_is_sent() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let token = site.get("/imports/new").await.token().to_owned();
    let fields = [("form_token", token.as_str())];
    let nothing = site.sends_files("/imports", multipart(&fields, &[("", b"")])).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.body.contains("Choose a file first"));
    sign_in(&mut site, Role::Agent).await;
    let token = site.get("/customers").await.token().to_owned();
    let fields = [("form_token", token.as_str())];
    let refused = site.sends_files("/imports", multipart(&fields, &[("a.csv", ORDERS)])).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(!site.get("/orders").await.body.contains("/imports/new"));
}
