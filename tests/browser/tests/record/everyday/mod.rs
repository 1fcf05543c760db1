//! The paths people go every day.

mod writing;

use rstest::rstest;

use crate::shop::Shop;

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';

#[rstest]
#[case::misspelt("Hacob Bakary")]
#[case::in_another_alphabet("Хакоб")]
#[case::as_another_language_says_it("Акоп")]
#[case::by_its_last_digits("52-10-52")]
#[case::by_telephone("+37410521052")]
fn a_customer_is_found(#[case] words: &str) {
    let Some(shop) = Shop::open() else { return };
    // What was just written is found once the reader of the log has seen it.
    let found = "document.querySelector('#list a[href^=\"/customers/\"]')";
    let again = format!("{found} || (location.reload(), false)");
    shop.visit("/");
    shop.browser.press('/').unwrap();
    shop.browser.press_all(words).unwrap();
    shop.browser.press(ENTER).unwrap();
    shop.browser.until("location.pathname === '/search'").unwrap();
    shop.browser.until(&again).unwrap();
    shop.browser.click("#list a[href^='/customers/']").unwrap();
    shop.browser.until("document.querySelector('h1')?.textContent === 'Hakob Bakery'").unwrap();
}

#[test]
fn a_follow_up_is_done_from_today_and_taken_back() {
    let Some(shop) = Shop::open() else { return };
    shop.visit("/");
    shop.reads("Wants the price list.");
    shop.browser.click("#waiting form[action*='/done'] button").unwrap();
    shop.reads("Followed up");
    shop.browser.until("!document.querySelector('#waiting form[action*=\"/done\"]')").unwrap();
    shop.browser.click(".notice button").unwrap();
    shop.browser.until("document.querySelector('#waiting form[action*=\"/done\"]')").unwrap();
}

#[test]
fn a_product_is_suggested_by_how_its_name_begins() {
    let Some(shop) = Shop::open() else { return };
    let customer = shop.path("customer").rsplit('/').next().unwrap();
    shop.visit(&format!("/orders/new?customer={customer}"));
    shop.browser.type_into("[name=product]", "w").unwrap();
    shop.browser.until("document.querySelector('#products option')?.value === 'Wheat'").unwrap();
}

#[test]
fn a_product_is_suggested_where_its_name_is_misspelt() {
    let Some(shop) = Shop::open() else { return };
    shop.finds("/products/suggested?q=whaet", "Wheat");
    let customer = shop.path("customer").rsplit('/').next().unwrap();
    shop.visit(&format!("/orders/new?customer={customer}"));
    shop.browser.type_into("[name=product]", "whaet").unwrap();
    let (meant, shown) = ("option?.value === 'Wheat'", "option.label === 'whaet → Wheat'");
    let option = "const option = document.querySelector('#products option')";
    let is_so = format!("(() => {{ {option}; return {meant} && {shown}; }})()");
    shop.browser.until(&is_so).unwrap();
}

#[test]
fn an_order_is_found_edited_and_taken_back() {
    let Some(shop) = Shop::open() else { return };
    shop.visit("/orders?state=shipped");
    shop.browser.click("#list tbody th a").unwrap();
    shop.browser.until("location.pathname.startsWith('/orders/')").unwrap();
    shop.browser.press('e').unwrap();
    shop.browser.until("location.pathname.endsWith('/edit')").unwrap();
    shop.browser.run("document.querySelector('[name=quantity]').value = '5';").unwrap();
    shop.browser.click(".form button.primary").unwrap();
    shop.reads("€24.50");
    shop.browser.click(".notice button").unwrap();
    shop.reads("€15.50");
}

#[test]
fn a_language_and_the_dark_are_chosen_and_kept() {
    let Some(shop) = Shop::open() else { return };
    shop.visit("/customers");
    shop.browser.click(".tools > details:nth-of-type(2) summary").unwrap();
    shop.browser.click("button[value=hy]").unwrap();
    shop.browser.until("document.documentElement.lang === 'hy'").unwrap();
    shop.reads("Հաճախորդներ");
    assert_eq!(shop.browser.path().unwrap(), "/customers");
    let paper = "return getComputedStyle(document.documentElement).backgroundColor;";
    let light = shop.browser.run(paper).unwrap();
    shop.browser.click(".tools > details:last-of-type summary").unwrap();
    shop.browser.click("button[value=dark]").unwrap();
    shop.browser.until("document.documentElement.dataset.theme === 'dark'").unwrap();
    let dark = shop.browser.run(paper).unwrap();
    assert_ne!(light, dark);
    shop.visit("/");
    assert_eq!(shop.browser.run(paper).unwrap(), dark);
}

#[test]
fn everything_is_reached_by_keyboard_alone_and_the_focus_is_seen() {
    let Some(shop) = Shop::open() else { return };
    shop.visit("/customers");
    shop.browser.press(TAB).unwrap();
    let focused = "return document.activeElement.className;";
    assert_eq!(shop.browser.run(focused).unwrap(), "skip", "first of all to the content");
    shop.browser.press(ENTER).unwrap();
    shop.browser.until("location.hash === '#main'").unwrap();
    let unseen = "
        const e = document.activeElement, style = getComputedStyle(e);
        const isSeen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        return e === document.body || isSeen ? '' : e.outerHTML.slice(0, 120);";
    for _ in 0..30 {
        shop.browser.press(TAB).unwrap();
        assert_eq!(shop.browser.run(unseen).unwrap(), "");
    }
    shop.visit("/customers");
    shop.browser.press_all("jjk").unwrap();
    shop.browser.until("document.activeElement.closest('[data-row]')").unwrap();
    shop.browser.press('o').unwrap();
    shop.browser.until("/^.customers.[0-9a-f-]{36}$/.test(location.pathname)").unwrap();
    shop.browser.press('e').unwrap();
    shop.browser.until("document.activeElement.closest('[data-edit][open]')").unwrap();
    shop.browser.press(ESCAPE).unwrap();
    shop.browser.press_all("gt").unwrap();
    shop.browser.until("location.pathname === '/'").unwrap();
    shop.browser.press('?').unwrap();
    shop.browser.until("document.querySelector('#over[open] .keys')").unwrap();
    shop.browser.press(ESCAPE).unwrap();
    shop.browser.until("!document.querySelector('#over[open]')").unwrap();
    shop.browser.press_all("go").unwrap();
    shop.browser.until("location.pathname === '/orders'").unwrap();
}

#[test]
fn what_was_typed_into_the_window_is_there_when_it_is_opened_again() {
    let Some(shop) = Shop::open() else { return };
    shop.visit("/customers?sort=name");
    shop.browser.click("#list tbody th a").unwrap();
    shop.browser.until("/^.customers.[0-9a-f-]{36}$/.test(location.pathname)").unwrap();
    let opens = || {
        shop.browser.press_all("cc").unwrap();
        shop.browser.until("document.querySelector('#over[open] textarea')").unwrap();
    };
    let closes = || {
        shop.browser.press(ESCAPE).unwrap();
        shop.browser.until("!document.querySelector('#over[open]')").unwrap();
    };
    opens();
    shop.browser.type_into("#over textarea", "Wants oat milk").unwrap();
    closes();
    opens();
    shop.browser
        .until("document.querySelector('#over textarea').value === 'Wants oat milk'")
        .unwrap();
    shop.browser.run("document.querySelector('#over textarea').value = '';").unwrap();
    closes();
    opens();
    shop.browser.until("document.querySelector('#over textarea').value === ''").unwrap();
    shop.browser.type_into("#over textarea", "Wants oat milk").unwrap();
    shop.browser.click("#over .log button.primary").unwrap();
    shop.reads("Wants oat milk");
    opens();
    shop.browser.until("document.querySelector('#over textarea').value === ''").unwrap();
}

#[test]
fn without_scripts_everything_can_be_done_all_the_same() {
    let Some(shop) = Shop::open() else { return };
    shop.browser.forbid_scripts(true).unwrap();
    shop.visit("/orders");
    shop.browser.click(".tools > details:first-of-type summary").unwrap();
    shop.browser.click("[data-letter=v]").unwrap();
    shop.browser.until("location.pathname === '/interactions/new'").unwrap();
    shop.browser.click("#found li:last-child a").unwrap();
    shop.browser.until("location.search.includes('customer=')").unwrap();
    shop.browser.type_into("main textarea", "Tasted the new loaf").unwrap();
    shop.browser.click("main .log button.primary").unwrap();
    shop.browser.until("location.pathname === '/orders'").unwrap();
    shop.reads("Written down: Visit");
    shop.browser.click(".notice button").unwrap();
    shop.reads("Removed");
    assert_eq!(shop.browser.path().unwrap(), "/orders", "one stays where one was");
    shop.visit_the("customer");
    shop.browser.click("#field-city summary").unwrap();
    shop.browser
        .run("document.querySelector('#field-city input[name=city]').value = 'Vanadzor';")
        .unwrap();
    shop.browser.click("#field-city button.primary").unwrap();
    shop.reads("Changed: Town");
    shop.visit("/");
    shop.browser.click("#waiting form[action*='/done'] button").unwrap();
    shop.reads("Followed up");
}

#[rstest]
#[case("manager", true)]
#[case("agent", true)]
#[case("analyst", false)]
#[case("read_only", false)]
fn each_role_is_shown_what_it_may_do(#[case] role: &str, #[case] may_edit: bool) {
    let Some(shop) = Shop::open() else { return };
    shop.let_in(role);
    shop.visit_the("customer");
    shop.reads("Hakob Bakery");
    assert_eq!(shop.shows("#timeline textarea"), may_edit);
    assert_eq!(shop.shows("[data-key=c]"), may_edit);
    assert_eq!(shop.shows("#field-why_us summary"), may_edit);
    shop.visit_the("order");
    assert_eq!(shop.shows("a[href$='/edit']"), may_edit);
    shop.visit("/?whose=team");
    shop.reads("Wants the price list.");
    assert_eq!(shop.shows("form[action*='/done']"), may_edit);
}
