//! A real browser for tests: Debian's chromedriver, started on a free loopback
//! port, spoken to by the few commands of the W3C `WebDriver` protocol the tests need.
//!
//! [`Browser::start`] gives `None` where chromedriver is not installed, and the
//! test says that it is skipped; with `PERENNIAL_REQUIRE_BROWSER` set, as
//! `cargo xtask test` sets it, that is an error instead.

mod acting;
pub mod checks;
mod driver;
mod http;
pub mod served;

use std::fs;
use std::io;

use serde_json::{Value, json};
use tempfile::TempDir;

use driver::Driver;

/// How a page is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// Width of the window in CSS pixels.
    pub width: u32,
    /// Whether the reader prefers the dark scheme.
    pub dark: bool,
}

/// Height of the window in CSS pixels.
const HEIGHT: u32 = 900;

/// Width of A4 within margins of 15 mm, in CSS pixels.
const PAPER: u32 = 680;

/// One browser with one window; it ends with the value.
#[derive(Debug)]
pub struct Browser {
    driver: Driver,
    session: String,
    pages: TempDir,
}

impl Browser {
    /// Starts a browser without a screen, or says that the test is skipped.
    ///
    /// # Errors
    /// Where chromedriver is required and missing, or does not start.
    pub fn start() -> io::Result<Option<Self>> {
        let driver = match Driver::start() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if std::env::var_os("PERENNIAL_REQUIRE_BROWSER").is_some() {
                    return Err(io::Error::other(
                        "chromedriver is not installed; install chromium-driver",
                    ));
                }
                eprintln!("skipped: chromedriver is not installed (Debian: chromium-driver)");
                return Ok(None);
            }
            started => started?,
        };
        let session = driver.open_session()?;
        Ok(Some(Self { driver, session, pages: TempDir::new()? }))
    }

    fn command(&self, path: &str, body: &Value) -> io::Result<Value> {
        self.driver.post(&format!("/session/{}{path}", self.session), body)
    }

    /// Runs a command of the browser's own debugging protocol.
    fn devtools(&self, command: &str, parameters: &Value) -> io::Result<Value> {
        self.command("/goog/cdp/execute", &json!({"cmd": command, "params": parameters}))
    }

    /// Opens `html` from a file of its own, as somebody would who was sent it.
    ///
    /// # Errors
    /// Where the file cannot be written or the browser does not answer.
    pub fn open(&self, html: &str, view: View) -> io::Result<()> {
        let path = self.pages.path().join("page.html");
        fs::write(&path, html)?;
        self.look(view)?;
        self.command("/url", &json!({"url": format!("file://{}", path.display())}))?;
        Ok(())
    }

    /// Looks at pages in another way from now on.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn look(&self, view: View) -> io::Result<()> {
        let size = json!({
            "width": view.width, "height": HEIGHT, "deviceScaleFactor": 1,
            "mobile": view.width < 500,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", &size)?;
        let scheme = if view.dark { "dark" } else { "light" };
        let media =
            json!({"media": "", "features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.devtools("Emulation.setEmulatedMedia", &media)?;
        Ok(())
    }

    /// Lays the open page out as if it were printed: style for print, and as
    /// wide as A4 within its margins.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn lay_out_on_paper(&self) -> io::Result<()> {
        let size =
            json!({"width": PAPER, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", &size)?;
        self.devtools("Emulation.setEmulatedMedia", &json!({"media": "print"}))?;
        Ok(())
    }

    /// What the script `return`s.
    ///
    /// # Errors
    /// Where the script fails or the browser does not answer.
    pub fn run(&self, script: &str) -> io::Result<Value> {
        self.command("/execute/sync", &json!({"script": script, "args": []}))
    }

    /// Presses and releases a key: a character, or one of the private code points `WebDriver` gives the others.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn press(&self, key: char) -> io::Result<()> {
        let keys = ["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": key}));
        let actions = json!({"actions": [{"type": "key", "id": "keyboard", "actions": keys}]});
        self.command("/actions", &actions).map(|_| ())
    }

    /// What the browser complained about since the last time it was asked.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn complaints(&self) -> io::Result<Vec<String>> {
        let log = self.command("/se/log", &json!({"type": "browser"}))?;
        let message = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_owned();
        Ok(log.as_array().map(|entries| entries.iter().map(message).collect()).unwrap_or_default())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver ends next in any case; this lets the browser end first.
        let _ = self.driver.delete(&format!("/session/{}", self.session));
    }
}
