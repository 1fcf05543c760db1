//! Writing things down: by key, from any page, with mentions, facts and photos.

use browser::View;

use super::{ENTER, ESCAPE, TAB};
use crate::shop::{DESK, PHONE, Shop};

const DOWN: char = '\u{e015}';

#[test]
fn a_call_is_logged_with_two_keys_from_the_page_of_a_customer() {
    let Some(shop) = Shop::open() else { return };
    shop.begin_a_call();
    shop.browser.press_all("Asked about the new oven").unwrap();
    shop.browser.press(TAB).unwrap();
    shop.browser.click("#over .log button.primary").unwrap();
    shop.reads("Written down: Call");
    shop.reads("Asked about the new oven");
    assert_eq!(shop.browser.path().unwrap(), shop.path("customer"));
    shop.browser.click(".notice button").unwrap();
    shop.browser.until("!document.body.innerText.includes('Asked about the new oven')").unwrap();
}

#[test]
fn a_note_is_logged_from_any_page_about_a_customer_who_is_looked_for() {
    let Some(shop) = Shop::open() else { return };
    shop.visit("/orders");
    shop.browser.press_all("cn").unwrap();
    shop.browser
        .until("document.querySelector('#over[open] [type=search]') === document.activeElement")
        .unwrap();
    shop.browser.until("document.querySelectorAll('#over-found a').length === 5").unwrap();
    shop.browser.press(DOWN).unwrap();
    shop.browser.until("document.activeElement.closest('#over-found')").unwrap();
    shop.browser.press(ENTER).unwrap();
    shop.browser
        .until("document.querySelector('#over textarea') === document.activeElement")
        .unwrap();
    assert_eq!(
        shop.browser.run("return document.querySelector('#over [value=note]').checked;").unwrap(),
        true
    );
    shop.browser.press_all("Loves walnuts").unwrap();
    shop.browser.click("#over .log button.primary").unwrap();
    shop.reads("Written down: Note");
    assert_eq!(shop.browser.path().unwrap(), "/orders", "one stays where one was");
}

#[test]
fn what_is_refused_in_the_window_says_why_and_keeps_what_was_typed() {
    let Some(shop) = Shop::open() else { return };
    shop.visit_the("customer");
    shop.browser.press_all("cn").unwrap();
    shop.browser.until("document.querySelector('#over[open] textarea')").unwrap();
    shop.browser.type_into("#over textarea", "   ").unwrap();
    shop.browser.click("#over .log button.primary").unwrap();
    shop.reads("Say in a few words what it was");
    shop.browser.press(ESCAPE).unwrap();
    shop.browser.until("!document.querySelector('#over').open").unwrap();
}

#[test]
fn a_fact_is_asked_for_answered_and_taken_back() {
    let Some(shop) = Shop::open() else { return };
    shop.visit_the("customer");
    shop.reads("How did they find you?");
    shop.browser.click("#field-found_us summary").unwrap();
    shop.browser.type_into("#field-found_us textarea", "Ani told them").unwrap();
    shop.browser.click("#field-found_us button.primary").unwrap();
    shop.reads("Changed: How they found us");
    assert!(
        shop.browser
            .run("return document.querySelector('#field-found_us').innerText;")
            .unwrap()
            .as_str()
            .unwrap()
            .contains("Ani told them")
    );
    shop.browser.click(".notice button").unwrap();
    shop.browser.until("document.querySelector('#field-found_us .ask')").unwrap();
}

#[test]
fn a_mention_waits_for_whom_it_names_until_it_is_read() {
    let Some(shop) = Shop::open() else { return };
    shop.visit("/");
    shop.browser.click("#waiting form[action*='/read'] button").unwrap();
    shop.reads("No new mentions");
    shop.browser.click(".notice button").unwrap();
    shop.browser.until("document.querySelector('#waiting form[action*=\"/read\"]')").unwrap();
}

#[test]
fn a_colleague_is_mentioned_by_how_their_name_begins() {
    let Some(shop) = Shop::open() else { return };
    let suggested = "document.querySelector('#over [role=option][aria-selected=true]')";
    let is_told = "document.querySelector('#over [role=status]').textContent.includes('colleague')";
    let is_open = "document.querySelector('#over[open] textarea') === document.activeElement";
    shop.visit_the("customer");
    shop.browser.press_all("cc").unwrap();
    shop.browser.until(is_open).unwrap();
    shop.browser.press_all("Ask @nor").unwrap();
    shop.browser.until(&format!("{suggested}?.dataset.handle === 'owner' && {is_told}")).unwrap();
    shop.browser.press(ESCAPE).unwrap();
    shop.browser.until(&format!("!{suggested} && {is_open}")).unwrap();
    shop.browser.press('a').unwrap();
    shop.browser.until(suggested).unwrap();
    shop.browser.press(ENTER).unwrap();
    shop.browser.until("document.querySelector('#over textarea').value === 'Ask @owner '").unwrap();
    shop.browser.click("#over .log button.primary").unwrap();
    shop.reads("Written down: Call");
    let mark = "document.querySelector('.timeline mark[title=\"@owner\"]')";
    shop.browser.until(&format!("{mark}?.innerText === 'Nora Whitfield'")).unwrap();
}

#[test]
fn a_photo_is_kept_with_a_note_and_shown() {
    let Some(shop) = Shop::open() else { return };
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("oven.png");
    std::fs::write(&photo, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    shop.visit_the("customer");
    shop.browser.type_into("#timeline textarea", "The oven").unwrap();
    shop.browser.type_into("#timeline [type=file]", &photo.display().to_string()).unwrap();
    let named = "document.querySelector('#timeline output').textContent === 'oven.png'";
    shop.browser.until(named).unwrap();
    shop.browser.click("#timeline .log button.primary").unwrap();
    shop.browser.until("document.querySelector('#timeline a[href^=\"/files/\"]')").unwrap();
    shop.reads("oven.png");
    let fetched = shop.browser.run(
        "const link = document.querySelector('#timeline a[href^=\"/files/\"]');
         return fetch(link.href).then(answer => answer.headers.get('content-type'));",
    );
    assert_eq!(fetched.unwrap(), "image/png");
}

#[test]
fn on_a_telephone_a_call_is_logged_as_well() {
    let Some(shop) = Shop::open() else { return };
    shop.browser.look(View { dark: true, ..PHONE }).unwrap();
    shop.visit_the("customer");
    shop.browser.click("main .head .button.primary").unwrap();
    shop.browser.until("document.querySelector('#over[open] textarea')").unwrap();
    let fits = "document.querySelector('#over').getBoundingClientRect().right <= innerWidth";
    shop.browser.until(fits).unwrap();
    shop.browser.type_into("#over textarea", "From the road").unwrap();
    shop.browser.click("#over .log button.primary").unwrap();
    shop.reads("From the road");
    shop.browser.look(DESK).unwrap();
}
