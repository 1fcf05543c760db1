//! The paths people go every day, without a script in the browser.

use axum::http::StatusCode;
use domain::know::customers::CustomerId;
use domain::know::interactions::{self, NewInteraction};
use domain::office::rights::{Right, Role};
use domain::office::staff;
use domain::office::tokens::{self, NewToken, TokenError};
use rstest::rstest;
use store::log::Actor;
use testkit::record::{Kind, TestRecord, test_time};

use crate::access::sign_in;
use crate::site::{Answer, Cut as _, Site, id_of};

/// What a script is sent as.
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
/// Above where one was mentioned.
const MENTIONS: &str = "You were mentioned";

async fn site(kind: Kind) -> Option<Site> {
    let mut site = Site::over(TestRecord::empty(kind).await?);
    site.agent().await;
    Some(site)
}

impl Site {
    /// Writes down a call that is to be followed up when tests happen.
    async fn logs(&mut self, customer: &str, text: &str) {
        let id = id_of(customer);
        let fields = [
            ("customer", id.as_str()),
            ("kind", "call"),
            ("text", text),
            ("follow_up", "2026-03-01"),
        ];
        let logged = self.send(customer, "/interactions", &fields).await;
        assert_eq!(logged.status, StatusCode::SEE_OTHER, "{}", logged.body);
    }

    /// Clicks the undo of the notice on a page.
    async fn undoes(&mut self, page: &str) -> Answer {
        let shown = self.get(page).await;
        let action = shown.body.below("class=\"notice\"").after("action=\"");
        let fields = format!("form_token={}", shown.token());
        let undone = self.post(&action, fields).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{action}");
        undone
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_follow_up_is_done_or_put_off_from_today_and_taken_back(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    site.logs(&customer, "Send the price list").await;
    let today = site.get("/").await.body;
    let due = today.below("class=\"list\" aria-label=\"To follow up\"");
    let done = due.after("<form method=\"post\" action=\"/interactions/");
    let done = format!("/interactions/{done}");
    let answer = site.send("/", &done, &[]).await;
    assert_eq!(answer.header("location"), "/", "one stays where one was: {done}");
    site.undoes("/").await;
    let today = site.get("/").await.body;
    assert!(today.contains("Send the price list"));
    let (id, back) = (id_of(&customer), "/?whose=team");
    let call = [("customer", id.as_str()), ("kind", "call"), ("text", "Busy"), ("back", back)];
    assert_eq!(site.send(back, "/interactions", &call).await.header("location"), back);
    let undone = site.undoes(back).await;
    assert_eq!(undone.header("location"), back, "one stays where one was");
    let tomorrow = today.below(">Later").after("action=\"");
    assert!(tomorrow.contains("/due/2026-03-02?"), "{tomorrow}");
    let next_week = ["/due/2026-03-08?", "/due/2026-03-09?"].map(|due| today.contains(due));
    assert_eq!(next_week, [false, true], "a week later is a Sunday");
    site.send("/", &tomorrow, &[]).await;
    assert!(!site.get("/customers").await.body.contains("Send the price list"));
    let today = site.get("/").await.body;
    assert!(!today.contains("Send the price list"));
    assert!(site.get(&customer).await.body.contains("2 March 2026"), "it is open with them");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_manager_sees_what_the_team_is_to_follow_up(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    site.logs(&customer, "Send the price list").await;
    sign_in(&mut site, Role::Manager).await;
    let mine = site.get("/").await.body;
    assert!(!mine.contains("Send the price list"));
    assert!(mine.contains("href=\"/?whose=team\">Open the team’s list</a>"), "{mine}");
    assert!(site.get("/?whose=team").await.body.contains("Send the price list"));
    sign_in(&mut site, Role::ReadOnly).await;
    let shown = site.get("/?whose=team").await.body;
    assert!(shown.contains("Send the price list") && !shown.contains("/done"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn whom_one_begins_to_mention_is_suggested(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    let page = site.get(&customer).await.body;
    assert!(page.contains("data-mention=\"/colleagues\""), "{page}");
    assert!(page.contains("Mention a colleague: @"), "and how to without a script: {page}");
    let script = site.get(&page.after("data-helps=\"")).await;
    assert_eq!((script.status, script.header("content-type")), (StatusCode::OK, JAVASCRIPT));
    let begun = site.get("/colleagues?q=AG").await.body;
    assert!(begun.contains("data-handle=\"agent\"") && begun.contains("@agent"), "{begun}");
    let nobody = site.get("/colleagues?q=%3Cb%3E").await.body;
    assert!(nobody.contains("No colleague’s name or address begins so"), "{nobody}");
    assert!(!nobody.contains("data-handle") && !nobody.contains("<b>"), "{nobody}");
    for language in kernel::Language::ALL {
        site.holds("language", language.code());
        for page in ["/colleagues", "/colleagues?q=nobody"] {
            let page = site.get(page).await.body;
            assert!(!page.contains('‹'), "{language}: {page}");
        }
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_mention_is_new_until_it_is_read(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    site.logs(&customer, "Ask @agent about flour").await;
    let read = site.get("/").await.body.below(MENTIONS).after("action=\"/interactions/");
    let read = format!("/interactions/{read}");
    assert!(read.contains("/read?"), "{read}");
    site.send("/", &read, &[]).await;
    assert!(site.get("/").await.body.below(MENTIONS).contains("No new mentions"));
    let all = site.get("/?mentions=all").await.body;
    assert!(all.below(MENTIONS).contains("about flour"));
    site.send("/", &read.replace("/read?", "/unread?"), &[]).await;
    assert!(!site.get("/").await.body.contains("No new mentions"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_visit_is_written_down_from_any_page_which_is_shown_again(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    let id = id_of(&customer);
    let shown = site.get(&customer).await.body;
    let about = format!("kind=visit&customer={id}");
    let href = shown.after("href=\"/interactions/new?kind=visit");
    assert!(href.starts_with(&format!("&customer={id}")), "{about}: {href}");
    let found = site.get("/interactions/new?kind=visit&back=%2Forders&q=Bakery").await.body;
    assert!(found.contains("Nobody fits"), "what was written just now is not found yet");
    let offered = site.get("/interactions/new?kind=visit&back=%2Forders").await.body;
    let chosen =
        offered.below("id=\"found\"").after("href=\"/interactions/new?kind=visit&#38;back");
    let form = format!("/interactions/new?kind=visit&back{chosen}");
    let page = site.get(&form).await.body;
    assert!(page.contains("value=\"visit\" checked"));
    let fields = [("customer", id.as_str()), ("kind", "visit"), ("back", "/orders")];
    let logged = site.send(&form, "/interactions", &fields).await;
    assert_eq!(logged.header("location"), "/orders");
    let away = [("customer", id.as_str()), ("kind", "visit"), ("back", "//evil.example")];
    assert_eq!(site.send(&form, "/interactions", &away).await.header("location"), "/");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_timeline_is_told_in_part(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    for number in 0..60 {
        site.send(&customer, &customer, &[("city", &format!("Town {number}"))]).await;
    }
    site.logs(&customer, "Send the price list").await;
    let told = |page: &str| page.between("class=\"timeline\"", "</section>").to_owned();
    let calls = told(&site.get(&format!("{customer}?show=call&by=")).await.body);
    assert!(calls.contains("Send the price list") && !calls.contains("Town 59"));
    let notes = told(&site.get(&format!("{customer}?show=note")).await.body);
    assert!(!notes.contains("Send the price list"));
    let nobody = "00000000-0000-7000-8000-000000000000";
    let theirs = site.get(&format!("{customer}?by={nobody}")).await.body;
    assert!(!told(&theirs).contains("Town 59"));
    let changes = site.get(&format!("{customer}?show=changes")).await.body;
    assert!(changes.contains("Town 59") && !changes.contains("Town 2 →"));
    let older = changes.after("class=\"button\" href=\"/customers/");
    assert!(older.contains("show=changes&before="), "{older}");
    assert!(site.get(&format!("/customers/{older}")).await.body.contains("Town 2 →"));
}

const RYE: [(&str, &str); 4] =
    [("currency", "EUR"), ("product", "Rye"), ("quantity", "2"), ("price", "4.50")];

impl Site {
    async fn order(&mut self, customer: &str) -> String {
        let id = id_of(customer);
        let fields = [&[("customer", id.as_str())][..], &RYE].concat();
        let added = self.send("/orders/new", "/orders", &fields).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
        added.header("location").to_owned()
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_order_is_edited_unless_a_colleague_was_faster(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    let order = site.order(&customer).await;
    let page = format!("{order}/edit");
    let form = site.get(&page).await.body;
    assert!(form.contains("value=\"Rye\"") && form.contains("value=\"4.50\""));
    assert!(!form.contains("value=\"9.00\""), "the total is the sum of the lines");
    let three = [
        ("version", "1"),
        ("currency", "EUR"),
        ("product", "Rye"),
        ("quantity", "3"),
        ("price", "4.50"),
    ];
    assert_eq!(site.send(&page, &order, &three).await.header("location"), order);
    assert!(site.get(&customer).await.body.contains("€9.00 → €13.50"), "the timeline tells it");
    let five = three.map(|(name, value)| (name, if name == "quantity" { "5" } else { value }));
    let late = site.send(&page, &order, &five).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("Somebody has changed this order meanwhile"));
    assert!(late.body.contains("3 × Rye · €4.50"), "what stands there now: {}", late.body);
    assert!(late.body.contains("name=\"quantity\" inputmode=\"numeric\" value=\"5\""));
    assert!(late.body.contains("name=\"version\" value=\"2\""));
    let undone = site.send(&page, &format!("{order}/undo"), &[]).await;
    assert_eq!(undone.header("location"), order);
    assert!(site.get(&order).await.body.contains("€9.00"));
    let now = five.map(|(name, value)| (name, if name == "version" { "3" } else { value }));
    assert_eq!(site.send(&page, &order, &now).await.header("location"), order);
    assert!(site.get(&order).await.body.contains("€22.50"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn orders_are_listed_by_customer_state_product_and_day(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let bakery = site.customer(&[("name", "Bakery")]).await;
    let cafe = site.customer(&[("name", "Café Levon")]).await;
    let order = site.order(&bakery).await;
    let other = site.order(&cafe).await;
    let sent = [("carrier", "Haypost")];
    site.send(&order, &format!("{order}/ship"), &sent).await;
    let all = site.get("/orders").await.body;
    assert!(all.contains("2 orders") && all.contains(&order) && all.contains(&other));
    let of_bakery = site.get(&format!("/orders?customer={}", id_of(&bakery))).await.body;
    assert!(of_bakery.contains(&order) && !of_bakery.contains(&other));
    let shipped = site.get("/orders?state=shipped&from=2026-03-01&until=").await.body;
    assert!(shipped.contains(&order) && !shipped.contains(&other));
    assert!(site.get("/orders?from=2026-03-02").await.body.contains("No such orders"));
    let products = site.get("/products?q=ry").await.body;
    let product = format!("/products/{}", products.after("href=\"/products/"));
    assert!(products.contains(">2<span class=\"unseen\"> Orders with it"), "{products}");
    let with_rye = site.get(&format!("/orders?product={}", id_of(&product))).await.body;
    assert!(with_rye.contains(&order) && with_rye.contains(&other));
    assert!(site.get("/products?q=wheat").await.body.contains("No products"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_product_is_renamed_and_called_as_before(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    let order = site.order(&customer).await;
    let products = site.get("/products").await.body;
    let product = format!("/products/{}", products.after("href=\"/products/"));
    site.send(&product, &product, &[("name", "Dark rye")]).await;
    assert!(site.get("/products?q=dark").await.body.contains("Dark rye"));
    site.send(&product, &product, &[("name", "Darkest rye")]).await;
    site.undoes(&product).await;
    assert!(site.get(&order).await.body.contains("Dark rye"));
    let refused = site.send(&product, &product, &[("name", " ")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_shipment_and_a_contact_that_are_not_taken_stay_typed(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    let order = site.order(&customer).await;
    let unnamed = [("carrier", " "), ("tracking", "RR123")];
    let refused = site.send(&order, &format!("{order}/ship"), &unnamed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("value=\"RR123\""));
    let id = id_of(&customer);
    let new = format!("/contacts/new?customer={id}");
    site.send(&new, "/contacts", &[("customer", &id), ("name", "Ani")]).await;
    let shown = site.get(&customer).await.body;
    let contact = format!("/contacts/{}", shown.after("<li><a href=\"/contacts/"));
    site.send(&contact, &contact, &[("version", "1"), ("name", "Anahit")]).await;
    let late = site.send(&contact, &contact, &[("version", "1"), ("name", "Anush")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("Somebody has changed these details meanwhile"));
    assert!(late.body.contains("value=\"Anush\"") && late.body.contains("Name: Anahit"));
    assert!(late.body.contains("name=\"version\" value=\"2\""), "{}", late.body);
    let again = site.send(&contact, &contact, &[("version", "2"), ("name", "Anush")]).await;
    assert_eq!(again.header("location"), customer);
}

#[rstest]
#[case("at", "22026-05-03T10:00", "This day and hour cannot be read")]
#[case("at", "2027-05-03T10:00", "This lies in the future")]
#[case("follow_up", "next week", "This day cannot be read")]
#[tokio::test]
async fn a_day_that_cannot_be_leaves_what_was_written(
    #[case] field: &str,
    #[case] day: &str,
    #[case] why: &str,
) {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let customer = site.customer(&[("name", "Bakery")]).await;
    let id = id_of(&customer);
    let fields =
        [("customer", id.as_str()), ("kind", "call"), ("text", "Asked for rye"), (field, day)];
    let refused = site.send(&customer, "/interactions", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let below = refused.body.between(&format!("value=\"{day}\""), "</div>");
    assert!(below.contains(why), "{below}");
    assert!(refused.body.contains("Asked for rye</textarea>"), "{}", refused.body);
    assert!(refused.body.contains("<details class=\"more\" open>"), "it can be seen");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_a_program_wrote_down_waits_for_whoever_made_its_token(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer: CustomerId = id_of(&site.customer(&[("name", "Bakery")]).await).parse().unwrap();
    let make = async |tx: &mut store::Tx<'_>| {
        let me = staff::with_email(tx, "agent@shop.test").await?.unwrap();
        let rights = [Right::LogInteractions].into_iter().collect();
        let new = NewToken { name: "web shop".to_owned(), rights, lasts: None };
        Ok::<_, TokenError>(tokens::make(tx, me.id, &new).await?.id)
    };
    let token = site.record.db.write(Actor::System, make).await.unwrap();
    let new = NewInteraction {
        kind: interactions::Kind::Call,
        at: None,
        text: "Send the price list".to_owned(),
        follow_up: Some(test_time().date_naive()),
    };
    let log = async move |tx: &mut store::Tx<'_>| interactions::log(tx, customer, &new).await;
    let id = site.record.db.write(Actor::Token(token.into()), log).await.unwrap();
    assert!(site.get("/").await.body.contains("Send the price list"));
    assert!(site.get(&format!("/interactions/{id}")).await.body.contains("A program"));
}

#[tokio::test]
async fn new_pages_speak_all_five_languages() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let customer = site.customer(&[("name", "Bakery")]).await;
    let order = site.order(&customer).await;
    site.logs(&customer, "Ask @agent").await;
    let products = site.get("/products").await.body;
    let product = format!("/products/{}", products.after("href=\"/products/"));
    let edit = format!("{order}/edit");
    for language in ["en", "ru", "ro", "el", "hy"] {
        site.sends("accept-language", language);
        for page in
            ["/", "/?whose=team&mentions=all", "/orders", "/products", &product, &edit, &customer]
        {
            let answer = site.get(page).await;
            assert_eq!(answer.status, StatusCode::OK, "{language} {page}");
            assert!(!answer.body.contains('‹'), "{language} {page}: a message is missing");
        }
    }
}

#[tokio::test]
async fn a_language_chosen_on_a_form_that_was_not_taken_leads_to_a_page() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let refused = site.send("/customers/new", "/customers", &[("name", "")]).await;
    assert!(refused.body.contains("name=\"back\" value=\"/customers\""), "that page is there");
    let customer = site.customer(&[("name", "Bakery")]).await;
    let empty = [("customer", id_of(&customer)), ("kind", "note".to_owned())];
    let empty = empty.each_ref().map(|(name, value)| (*name, value.as_str()));
    let refused = site.send(&customer, "/interactions", &empty).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("name=\"back\" value=\"/\""));
}

#[tokio::test]
async fn the_page_for_writing_down_says_what_it_is_and_can_be_left() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let customer = site.customer(&[("name", "Bakery")]).await;
    let id = id_of(&customer);
    let page = site.get(&format!("/interactions/new?customer={id}")).await.body;
    assert!(page.contains("<h1>Write down · Bakery</h1>"), "{page}");
    assert!(page.contains("name=\"text\" autofocus"), "one can write at once: {page}");
    let theirs = site.get(&customer).await.body;
    assert!(!theirs.contains("name=\"text\" autofocus"), "there one has come to read: {theirs}");
    let late = [("customer", id.as_str()), ("kind", "call"), ("at", "soon")];
    let refused = site.send(&customer, "/interactions", &late).await.body;
    assert!(refused.contains("name=\"at\" autofocus"), "what is to be mended: {refused}");
    let leave = format!("<a class=\"button plain\" href=\"{customer}\">Cancel</a>");
    assert!(page.contains(&leave), "{page}");
    let from_today = format!("/interactions/new?customer={id}&back=%2F%3Fwhose%3Dteam");
    let page = site.get(&from_today).await.body;
    assert!(page.contains("href=\"/?whose=team\">Cancel</a>"), "{page}");
    let elsewhere = format!("/interactions/new?customer={id}&back=%2F%2Felsewhere.test");
    let page = site.get(&elsewhere).await.body;
    assert!(page.contains(&leave), "{page}");
}

#[tokio::test]
async fn the_list_of_keys_names_what_whoever_looks_may_do() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let today = site.get("/").await.body;
    assert!(today.contains("<a href=\"/keys\" data-key=\"?\" data-over>"), "{today}");
    let page = site.get("/keys").await.body;
    let keys = page.between("<dl class=\"keys\">", "</dl>");
    assert!(keys.contains("save the form you type in"), "{keys}");
    assert!(keys.contains("<kbd>c</kbd> <kbd>c</kbd></dt><dd>Call</dd>"), "{keys}");
    assert!(keys.contains("<kbd>g</kbd> <kbd>t</kbd></dt><dd>Today</dd>"), "{keys}");
    let mut stranger = site.other_browser();
    stranger.sends("accept-language", "hy");
    let page = stranger.get("/keys").await.body;
    assert!(page.contains("<h1>Ստեղների համակցություններ</h1>"), "{page}");
    assert!(!page.contains("<kbd>c</kbd>"), "nothing that a stranger cannot do: {page}");
}
