//! A made-up shop that the program serves, and a browser before it.

use std::time::{Duration, Instant};

use browser::served::Served;
use browser::{Browser, View};
use serde_json::Value;

/// How long what is done beside answering may take.
const PATIENCE: Duration = Duration::from_mins(1);
/// How scripts send the forms of pages.
pub const SENDING: &str = include_str!("sending.js");
/// A desk; pages in light.
pub const DESK: View = View { width: 1280, dark: false };
/// A telephone.
pub const PHONE: View = View { width: 360, dark: false };

/// A made-up shop, and a browser in which somebody is signed in.
pub struct Shop {
    pub browser: Browser,
    pub served: Served,
    paths: Value,
}

impl Shop {
    /// One with its owner before the browser. None where there is no browser.
    pub fn open() -> Option<Self> {
        let browser = Browser::start().unwrap()?;
        let served = Served::empty().unwrap();
        served.add("owner", "Nora Whitfield").unwrap();
        browser.look(DESK).unwrap();
        served.sign_in(&browser, "owner").unwrap();
        let paths = browser.run(&format!("{SENDING}{}", include_str!("shop.js"))).unwrap();
        Some(Self { browser, served, paths })
    }

    /// One whose house is set up around it, where orders were brought in and
    /// somebody else works as well.
    pub fn with_office() -> Option<Self> {
        let mut shop = Self::open()?;
        shop.served.add("manager", "Levon Hakobyan").unwrap();
        let bakery = shop.path("customer");
        let script = format!("const bakery = {bakery:?};\n{SENDING}{}", include_str!("office.js"));
        let office = shop.browser.run(&script).unwrap();
        let paths = shop.paths.as_object_mut().unwrap();
        paths.extend(office.as_object().unwrap().clone());
        Some(shop)
    }

    /// The path of what the shop was filled with, by its name.
    pub fn path(&self, name: &str) -> &str {
        self.paths[name].as_str().unwrap_or_else(|| panic!("no {name}: {}", self.paths))
    }

    /// Goes to a path.
    pub fn visit(&self, path: &str) {
        self.browser.visit(&self.served.url(path)).unwrap();
    }

    /// Goes to the page of what the shop was filled with.
    pub fn visit_the(&self, name: &str) {
        self.visit(self.path(name));
    }

    /// Opens the form of a call with the customer over their page, ready to be
    /// typed into.
    pub fn begin_a_call(&self) {
        self.visit_the("customer");
        self.browser.press_all("cc").unwrap();
        self.browser
            .until("document.querySelector('#over[open] textarea') === document.activeElement")
            .unwrap();
    }

    /// Opens the same shop to somebody of another role.
    pub fn let_in(&self, role: &str) {
        self.served.add(role, "Levon Hakobyan").unwrap();
        self.visit("/");
        self.browser.click(".tools > details:last-of-type summary").unwrap();
        self.browser.click("[action='/sign-out'] button").unwrap();
        self.browser.until("location.pathname === '/sign-in'").unwrap();
        self.served.sign_in(&self.browser, role).unwrap();
    }

    /// Waits until a text is read on the page.
    pub fn reads(&self, text: &str) {
        self.browser.until_said(text).unwrap();
    }

    /// Looks at a page again and again until a text is read on it: what is done
    /// beside answering takes a moment.
    pub fn finds(&self, path: &str, text: &str) {
        self.comes_to_be(path, &format!("document.body.innerText.includes({text:?})"));
    }

    /// The same until a selector names something.
    pub fn comes_to_page(&self, path: &str, selector: &str) {
        self.comes_to_be(path, &format!("document.querySelector({selector:?})"));
    }

    /// Waits until the page that is shown comes to say a text: by itself where
    /// scripts run, else looked at again and again.
    pub fn comes_to(&self, text: &str, scripts: bool) {
        if scripts {
            self.reads(text);
        } else {
            self.finds(&self.browser.path().unwrap(), text);
        }
    }

    fn comes_to_be(&self, path: &str, expression: &str) {
        let end = Instant::now() + PATIENCE;
        let script = format!("return Boolean({expression});");
        while Instant::now() < end {
            self.visit(path);
            if self.browser.run(&script).unwrap() == true {
                return;
            }
        }
        panic!("{path} never came to {expression}");
    }

    /// Whether anything is seen that a selector names.
    pub fn shows(&self, selector: &str) -> bool {
        let script = "return [...document.querySelectorAll(SELECTOR)]
            .some(e => e.checkVisibility({visibilityProperty: true}));";
        let selector = serde_json::to_string(selector).unwrap();
        self.browser.run(&script.replace("SELECTOR", &selector)).unwrap() == true
    }
}
