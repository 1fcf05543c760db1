//! What a person at a desk does now and then: finds, keeps views, changes many
//! at once, brings files in, sets the house up.

use std::fmt::Write as _;
use std::path::PathBuf;

use browser::View;
use rstest::rstest;

use crate::shop::{DESK, PHONE, Shop};

/// Orders of two years, of so many customers, in a folder of their own.
fn orders(customers: u32) -> (tempfile::TempDir, PathBuf) {
    let mut text = String::from("Client,Date,Number,Total,Currency\n");
    for customer in 1..=customers {
        for month in (customer % 3..24).step_by(2) {
            let (year, month) = (2023 + month / 12, month % 12 + 1);
            let day = customer % 27 + 1;
            let number = format!("{customer}-{year}{month:02}");
            writeln!(text, "C{customer},{year}-{month:02}-{day:02},{number},{customer}.50,EUR")
                .unwrap();
        }
    }
    text.push_str("C1,2023-13-45,1-x,5.00,EUR\n");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.csv");
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

#[rstest]
#[case::a_name_misspelt("Hakop Bakry")]
#[case::a_telephone("010 521052")]
#[case::a_telephone_from_abroad("+37410521052")]
fn a_customer_is_found_by(#[case] typed: &str) {
    let Some(shop) = Shop::open() else { return };
    shop.finds("/search?q=Hakob", "Hakob Bakery");
    shop.visit("/orders");
    shop.browser.press('/').unwrap();
    shop.browser.type_into(".bar [name=q]", typed).unwrap();
    shop.browser.press('\u{E007}').unwrap();
    shop.reads("Hakob Bakery");
    shop.browser.click("#list tbody th a").unwrap();
    shop.browser.until("location.pathname.startsWith('/customers/')").unwrap();
}

#[test]
fn a_name_in_another_alphabet_is_found_as_it_sounds() {
    let Some(shop) = Shop::open() else { return };
    for (typed, name) in [("Boyko", "Ирина Бойко"), ("Martirosyan", "Տիգրան Մարտիրոսյան")]
    {
        shop.finds(&format!("/search?q={typed}"), name);
    }
}

#[rstest]
#[case::with_scripts(DESK, true)]
#[case::without_scripts(DESK, false)]
#[case::on_a_telephone(PHONE, true)]
fn a_list_is_kept_as_a_view_and_forgotten(#[case] view: View, #[case] scripts: bool) {
    let Some(shop) = Shop::open() else { return };
    shop.browser.look(view).unwrap();
    shop.browser.forbid_scripts(!scripts).unwrap();
    shop.visit("/customers?q=city%3AGyumri");
    shop.browser.click(".views summary").unwrap();
    shop.browser.type_into("#view-name", "From Gyumri").unwrap();
    shop.browser.click(".views form button.primary").unwrap();
    shop.reads("View saved");
    shop.visit("/customers");
    shop.browser.click(".views .tabs a:last-child").unwrap();
    shop.browser.until("location.search.includes('Gyumri')").unwrap();
    shop.browser.click(".views summary").unwrap();
    shop.browser.click(".views button.danger").unwrap();
    shop.reads("View removed");
    shop.browser.click(".notice button").unwrap();
    shop.reads("From Gyumri");
}

#[rstest]
#[case::with_scripts(DESK, true)]
#[case::without_scripts(DESK, false)]
#[case::on_a_telephone(PHONE, true)]
#[case::on_a_telephone_without_scripts(PHONE, false)]
fn several_customers_are_marked_at_once_and_it_is_taken_back(
    #[case] view: View,
    #[case] scripts: bool,
) {
    let Some(shop) = Shop::open() else { return };
    shop.browser.look(view).unwrap();
    shop.browser.forbid_scripts(!scripts).unwrap();
    shop.visit("/customers");
    shop.browser.click("tbody tr:nth-child(1) [name=id]").unwrap();
    shop.browser.click("tbody tr:nth-child(2) [name=id]").unwrap();
    if scripts {
        let counted = "document.querySelector('.bulk summary output').textContent === '2'";
        shop.browser.until(counted).unwrap();
    }
    shop.browser.click(".bulk summary").unwrap();
    assert_eq!(shop.browser.obstacles().unwrap(), Vec::<String>::new(), "the open bar");
    shop.browser.type_into("[name=tag]", "regular").unwrap();
    shop.browser.click("button[value=tag]").unwrap();
    shop.reads("2 customers changed");
    shop.visit("/customers?q=tag%3Aregular");
    shop.browser.until("document.querySelectorAll('tbody tr').length === 2").unwrap();
    shop.visit("/customers");
    shop.browser.click(".bulk summary").unwrap();
    shop.browser.click(".bulk label:has([value=all])").unwrap();
    shop.browser.type_into("[name=tag]", "everybody").unwrap();
    shop.browser.click("button[value=tag]").unwrap();
    shop.reads("5 customers changed");
    shop.browser.click(".notice button").unwrap();
    shop.reads("Taken back");
    shop.visit("/customers?q=tag%3Aeverybody");
    shop.browser.until("!document.querySelector('tbody tr')").unwrap();
}

#[test]
fn ctrl_with_enter_saves_a_form_and_chooses_for_nobody_where_several_buttons_would() {
    let Some(shop) = Shop::open() else { return };
    // Whether the press is left to the browser.
    let press = |field: &str| {
        let script = format!(
            "const event = {{key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true}};
             return document.querySelector('{field}')
                 .dispatchEvent(new KeyboardEvent('keydown', event));"
        );
        shop.browser.run(&script).unwrap()
    };
    shop.visit("/settings");
    shop.browser.type_into("[name=name]", "Hakob & Sons").unwrap();
    assert_eq!(press("[name=name]"), false);
    let named = "document.querySelector('.brand').textContent.includes('Hakob & Sons')";
    shop.browser.until(named).unwrap();
    shop.visit("/customers");
    shop.browser.click("tbody tr:nth-child(1) [name=id]").unwrap();
    shop.browser.click(".bulk summary").unwrap();
    shop.browser.type_into(".bulk [name=tag]", "regular").unwrap();
    assert_eq!(press(".bulk [name=tag]"), true);
    assert_eq!(press(".bulk [name=owner]"), true);
    shop.browser.until("document.querySelector('.bulk [name=tag]').value === 'regular'").unwrap();
}

#[rstest]
#[case::with_scripts(DESK, true)]
#[case::without_scripts(DESK, false)]
#[case::on_a_telephone(PHONE, true)]
fn the_business_is_named_and_the_name_taken_back(#[case] view: View, #[case] scripts: bool) {
    let Some(shop) = Shop::open() else { return };
    shop.browser.look(view).unwrap();
    shop.browser.forbid_scripts(!scripts).unwrap();
    shop.visit("/settings");
    shop.browser.type_into("[name=name]", "Hakob & Sons").unwrap();
    shop.browser.click("form[action='/settings/business'] button.primary").unwrap();
    let named = "document.querySelector('.brand').textContent.includes('Hakob & Sons')";
    shop.browser.until(named).unwrap();
    shop.browser.click(".notice button").unwrap();
    shop.browser.until(&format!("document.querySelector('.brand') && !({named})")).unwrap();
}

#[rstest]
#[case::with_scripts(DESK, true)]
#[case::without_scripts(DESK, false)]
#[case::on_a_telephone(PHONE, true)]
fn a_file_of_orders_is_brought_in_and_taken_back(#[case] view: View, #[case] scripts: bool) {
    let Some(shop) = Shop::open() else { return };
    let (_folder, path) = orders(5);
    shop.browser.look(view).unwrap();
    shop.visit("/orders");
    shop.browser.forbid_scripts(!scripts).unwrap();
    shop.browser.click("a[href='/imports/new']").unwrap();
    shop.browser.type_into("[type=file]", &path.display().to_string()).unwrap();
    shop.browser.type_into("[name=source]", "market").unwrap();
    shop.browser.click("form[action='/imports'] button.primary").unwrap();
    shop.browser.until("location.pathname.startsWith('/uploads/')").unwrap();
    shop.comes_to("Nothing of it is brought into the record", scripts);
    shop.reads("5 customers");
    shop.reads("1 row");
    shop.browser.click("form[action$='/import'] button").unwrap();
    shop.browser.until("location.pathname.startsWith('/imports/')").unwrap();
    shop.comes_to("New in the record: 5 customers", scripts);
    let table = "const link = document.querySelector('a[href$=\"/refused\"]');
        return fetch(link.href).then(answer => answer.text());";
    let table = shop.browser.run(table).unwrap();
    assert!(table.as_str().unwrap().contains("2023-13-45"), "{table}");
    shop.browser.click(".ask > summary").unwrap();
    shop.browser.click("form[action$='/undo'] button").unwrap();
    shop.reads("Taken back: 5 customers");
}

#[test]
fn the_review_of_what_was_brought_in_is_read_in_its_frame() {
    let Some(shop) = Shop::open() else { return };
    let (_folder, path) = orders(60);
    shop.visit("/imports/new");
    shop.browser.type_into("[type=file]", &path.display().to_string()).unwrap();
    shop.browser.click("form[action='/imports'] button.primary").unwrap();
    shop.reads("Nothing of it is brought into the record");
    shop.browser.click("form[action$='/import'] button").unwrap();
    shop.reads("New in the record: 60 customers");
    shop.comes_to_page("/review", "iframe.document");
    let read = "document.querySelector('iframe.document').contentDocument?.querySelector('h1')";
    shop.browser.until(read).unwrap();
    assert_eq!(shop.browser.obstacles().unwrap(), Vec::<String>::new());
    // A telephone has one thing to scroll, not two.
    shop.browser.look(PHONE).unwrap();
    shop.visit("/review");
    let whole = "document.querySelector('iframe.document').clientHeight > innerHeight
                 && document.querySelector('iframe.document').clientHeight
                    >= document.querySelector('iframe.document').contentDocument
                        .documentElement.offsetHeight";
    shop.browser.until(whole).unwrap();
}
