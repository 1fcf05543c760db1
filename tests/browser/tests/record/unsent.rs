//! What becomes of what was typed or chosen and cannot be sent, or is not yet.

use browser::served::Served;

use crate::shop::{SENDING, Shop};

const ABOUT: &str = "Asked about the new oven";

impl Shop {
    /// Opens the form of a call with a customer, types into it, and sends it
    /// after the script.
    fn send_after(&self, script: &str) {
        self.begin_a_call();
        self.browser.type_into("#over textarea", ABOUT).unwrap();
        self.browser.run(script).unwrap();
        self.browser.click("#over .log button.primary").unwrap();
    }

    fn still_holds_it(&self) {
        let typed = self.browser.run("return document.querySelector('#over textarea').value;");
        assert_eq!(typed.unwrap(), ABOUT);
    }
}

#[test]
fn a_form_that_finds_no_network_keeps_what_was_typed_and_can_be_sent_again() {
    let Some(shop) = Shop::open() else { return };
    shop.send_after(
        "window.online = window.fetch;
         window.fetch = () => Promise.reject(new TypeError('no network'));",
    );
    shop.reads("No connection");
    shop.still_holds_it();
    shop.browser.run("window.fetch = window.online;").unwrap();
    shop.browser.click("#over .log button.primary").unwrap();
    shop.reads("Written down: Call");
}

#[test]
fn a_script_of_another_version_sends_no_form_beside_that_of_the_page() {
    let Some(shop) = Shop::open() else { return };
    shop.begin_a_call();
    let came = shop.browser.run(
        "const { src } = document.querySelector('script[type=module]');
         return import(`${src}?newer`).then(() => 'at work', ({ message }) => message);",
    );
    assert_eq!(came.unwrap(), "another version of this script is at work");
}

#[test]
fn a_form_whose_session_has_ended_can_be_sent_once_one_has_signed_in_again() {
    let Some(shop) = Shop::open() else { return };
    shop.send_after(&format!("{SENDING} return send('/', '/sign-out', []);"));
    shop.browser.until("document.querySelector('#over .notice a[href*=\"/sign-in\"]')").unwrap();
    shop.still_holds_it();
    let (email, password) = Served::way_in("owner");
    let entered = format!(
        "{SENDING} return send('/sign-in', '/sign-in',
            [['email', '{email}'], ['password', '{password}'], ['next', '/']]);"
    );
    shop.browser.run(&entered).unwrap();
    shop.browser.click("#over .log button.primary").unwrap();
    shop.reads("Written down: Call");
}

#[test]
fn what_was_chosen_and_not_asked_for_yet_outlives_news() {
    let Some(shop) = Shop::open() else { return };
    shop.visit_the("customer");
    let choose = "document.querySelector('#timeline .filter select').selectedIndex = 1;";
    shop.browser.run(choose).unwrap();
    let logged = format!(
        "{SENDING} const customer = location.pathname.split('/').pop();
        return send(location.pathname, '/interactions', [['customer', customer],
            ['kind', 'call'], ['text', '{ABOUT}'],
            ['follow_up', new Date().toISOString().slice(0, 10)]]);"
    );
    shop.browser.run(&logged).unwrap();
    let told =
        |part: &str| format!("document.querySelector('{part}').innerText.includes('{ABOUT}')");
    shop.browser.until(&told("#open")).unwrap();
    let kept = format!(
        "return [document.querySelector('#timeline .filter select').selectedIndex, {}];",
        told("#timeline")
    );
    assert_eq!(shop.browser.run(&kept).unwrap(), serde_json::json!([1, false]));
}
