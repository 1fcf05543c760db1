//! Whether everybody can use every page, and what it weighs.

use browser::View;
use rstest::rstest;

use crate::shop::{DESK, PHONE, Shop};

/// A page at its first visit, with style and script, over the wire.
const HEAVIEST: u64 = 60_000;

/// Has pages speak a language; the cookie that says so is called by the port too.
fn speak(shop: &Shop, language: &str) {
    let kept = format!(
        "document.cookie =
            'language' + (location.port && '-' + location.port) + '={language}; path=/';"
    );
    shop.browser.run(&kept).unwrap();
}

/// Every page there is, by its path.
fn pages(shop: &Shop) -> Vec<String> {
    let customer = shop.path("customer");
    let id = customer.rsplit('/').next().unwrap();
    let mut pages: Vec<String> = [
        "/",
        "/?whose=team&mentions=all",
        "/keys",
        "/search?q=Hakob",
        "/search?q=nobody+at+all",
        "/customers",
        "/customers?sort=name",
        "/customers/new",
        "/interactions/new?kind=gift",
        "/colleagues?q=n",
        "/orders",
        "/orders?state=cancelled",
        "/orders/new",
        "/products",
        "/products/suggested?q=r",
        "/review",
        "/imports",
        "/imports/new",
        "/account",
        "/account/second-factor",
        "/settings",
        "/settings/business",
        "/settings/region",
        "/settings/calendar",
        "/settings/tiers",
        "/settings/figures",
        "/settings/fields",
        "/settings/users",
        "/settings/tokens",
        "/settings/jobs",
        "/settings/audit",
        "/api/docs",
        "/api/docs/customers",
        "/api/docs/orders",
        "/api/docs/problems",
    ]
    .map(str::to_owned)
    .into();
    let shown = ["customer", "order", "call", "product", "contact"];
    let office = ["field", "user", "invitation", "bulk", "import", "waiting", "asking"];
    pages.extend(shown.iter().chain(&office).map(|name| shop.path(name).to_owned()));
    pages.push(format!("{}/edit", shop.path("order")));
    for page in ["/interactions/new", "/orders/new", "/contacts/new", "/orders"] {
        pages.push(format!("{page}?customer={id}"));
    }
    pages
}

#[rstest]
#[case::on_a_desk(DESK)]
#[case::on_a_desk_in_the_dark(View { dark: true, ..DESK })]
#[case::on_a_telephone(PHONE)]
#[case::on_a_telephone_in_the_dark(View { dark: true, ..PHONE })]
fn nothing_keeps_anybody_from_using_any_page(#[case] view: View) {
    let Some(shop) = Shop::with_office() else { return };
    let pages = pages(&shop);
    shop.browser.look(view).unwrap();
    let mut found = Vec::new();
    for page in &pages {
        shop.visit(page);
        found.extend(shop.browser.obstacles().unwrap().into_iter().map(|o| format!("{page}: {o}")));
    }
    assert!(found.is_empty(), "{view:?}\n{}", found.join("\n"));
}

#[rstest]
#[case::on_a_desk(DESK)]
#[case::on_a_telephone(PHONE)]
fn nothing_keeps_anybody_from_pages_that_have_nothing_to_show_yet(#[case] view: View) {
    let Some(shop) = Shop::open() else { return };
    shop.browser.look(view).unwrap();
    for language in ["en", "ru", "ro", "el", "hy"] {
        speak(&shop, language);
        let of_settings = ["/settings/fields", "/settings/users", "/settings/tokens"];
        for page in ["/imports", "/no/such/page"].into_iter().chain(of_settings) {
            shop.visit(page);
            let found = shop.browser.obstacles().unwrap();
            assert_eq!(found, Vec::<String>::new(), "{page}, {language}");
        }
    }
}

#[test]
fn nothing_keeps_anybody_from_signing_in_or_from_the_window_over_a_page() {
    let Some(shop) = Shop::open() else { return };
    shop.visit_the("customer");
    for keys in ["cc", "co"] {
        shop.browser.press_all(keys).unwrap();
        shop.browser
            .until("document.querySelector('dialog[open]') || location.pathname === '/orders/new'")
            .unwrap();
        assert_eq!(shop.browser.obstacles().unwrap(), Vec::<String>::new(), "{keys}");
        shop.visit_the("customer");
    }
    shop.visit("/");
    shop.browser.click(".tools > details:last-of-type summary").unwrap();
    assert_eq!(shop.browser.obstacles().unwrap(), Vec::<String>::new(), "the open menu");
    shop.browser.click("[action='/sign-out'] button").unwrap();
    shop.browser.until("location.pathname === '/sign-in'").unwrap();
    assert_eq!(shop.browser.obstacles().unwrap(), Vec::<String>::new(), "signing in");
}

#[rstest]
#[case::in_the_light(false)]
#[case::in_the_dark(true)]
fn nothing_keeps_anybody_from_taking_a_change_back(#[case] dark: bool) {
    let Some(shop) = Shop::open() else { return };
    shop.browser.look(View { dark, ..DESK }).unwrap();
    shop.begin_a_call();
    shop.browser.press_all("Asked about the new oven").unwrap();
    shop.browser.click("#over .log button.primary").unwrap();
    shop.reads("Written down: Call");
    shop.browser.until("!document.querySelector('#over[open]')").unwrap();
    assert!(shop.shows(".notice button"));
    assert_eq!(shop.browser.obstacles().unwrap(), Vec::<String>::new());
}

#[rstest]
#[case(360)]
#[case(1024)]
#[case(1280)]
#[case(1440)]
fn whatever_a_list_opens_stays_within_the_window(#[case] width: u32) {
    let Some(shop) = Shop::open() else { return };
    shop.browser.look(View { width, dark: false }).unwrap();
    for language in ["en", "hy"] {
        speak(&shop, language);
        shop.visit("/customers?q=seen:%3C90d");
        assert!(shop.shows("#list .views .menu > summary"));
        assert_eq!(shop.browser.obstacles().unwrap(), Vec::<String>::new(), "{language}");
    }
}

#[test]
fn views_stand_in_one_row_on_a_telephone_and_the_one_shown_is_in_sight() {
    let Some(shop) = Shop::open() else { return };
    shop.browser.look(PHONE).unwrap();
    for language in ["en", "ru", "ro", "el", "hy"] {
        speak(&shop, language);
        for page in ["/settings", "/settings/users", "/settings/audit"] {
            shop.visit(page);
            let rows = "return new Set([...document.querySelectorAll('.tabs a')]
                            .map(tab => tab.offsetTop)).size;";
            assert_eq!(shop.browser.run(rows).unwrap(), 1, "{page}, {language}");
            let in_sight = "(() => {
                const tab = document.querySelector('.tabs [aria-current]').getBoundingClientRect();
                return tab.left >= 0 && tab.right <= innerWidth;
            })()";
            shop.browser.until(in_sight).unwrap();
        }
    }
}

/// The languages a page is shown in, the widest first.
const LANGUAGES: [&str; 5] = ["ru", "ro", "el", "hy", "en"];

/// The numbers that do not fit their boxes when letters and words are set apart as far as
/// WCAG 2.2 (1.4.12) has people set them.
fn cut_numbers(shop: &Shop) -> serde_json::Value {
    let set_apart = "for (const of of document.querySelectorAll('*')) {
                         of.style.letterSpacing = '.12em';
                         of.style.wordSpacing = '.16em';
                     }
                     const cut = of => of.scrollWidth > of.clientWidth;
                     const boxes = [...document.querySelectorAll('.strip .number')];
                     return boxes.filter(cut).map(of => of.innerText);";
    shop.browser.run(set_apart).unwrap()
}

#[test]
fn every_page_fits_a_telephone_and_a_wall_and_lacks_no_word_in_every_language() {
    let Some(shop) = Shop::with_office() else { return };
    let pages = pages(&shop);
    for language in LANGUAGES {
        speak(&shop, language);
        for width in [360, 2560] {
            shop.browser.look(View { width, dark: false }).unwrap();
            for page in &pages {
                shop.visit(page);
                let root = "const root = document.documentElement;
                            return [root.lang, root.scrollWidth <= root.clientWidth,
                                    root.outerHTML.includes('‹')];";
                let told = shop.browser.run(root).unwrap();
                assert_eq!(told, serde_json::json!([language, true, false]), "{page} at {width}");
                assert_eq!(cut_numbers(&shop), serde_json::json!([]), "{page} at {width}");
            }
        }
    }
}

/// The widths are those at which a layout is at its narrowest, and the widest.
#[test]
fn the_numbers_of_a_customer_are_whole_at_every_width_in_every_language() {
    let Some(shop) = Shop::with_office() else { return };
    for language in LANGUAGES {
        speak(&shop, language);
        for width in [320, 360, 641, 1024, 1217, 2560] {
            shop.browser.look(View { width, dark: false }).unwrap();
            shop.visit(shop.path("customer"));
            assert_eq!(cut_numbers(&shop), serde_json::json!([]), "{language} at {width}");
        }
    }
}

#[test]
fn every_page_is_light_asks_nobody_else_and_complains_of_nothing() {
    let Some(shop) = Shop::with_office() else { return };
    for page in pages(&shop) {
        shop.visit(&page);
        let weight = shop.browser.weight().unwrap();
        assert!((5_000..=HEAVIEST).contains(&weight), "{page}: {weight} bytes");
        assert_eq!(shop.browser.other_hosts().unwrap(), Vec::<String>::new(), "{page}");
    }
    assert_eq!(shop.browser.complaints().unwrap(), Vec::<String>::new());
}
