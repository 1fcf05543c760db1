//! What a person does in the browser: goes to a page, clicks, types, looks.

use std::io;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::Browser;

/// How long a page may take to become what a test waits for.
const PATIENCE: Duration = Duration::from_secs(20);
/// The key under which the protocol hands over an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Browser {
    /// Goes to an address.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn visit(&self, url: &str) -> io::Result<()> {
        self.command("/url", &json!({ "url": url })).map(|_| ())
    }

    /// The path of the page that is shown, with its query.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn path(&self) -> io::Result<String> {
        let path = self.run("return location.pathname + location.search;")?;
        Ok(path.as_str().unwrap_or_default().to_owned())
    }

    /// Clicks the first element that a CSS selector names and that is seen.
    ///
    /// # Errors
    /// Where there is none, or something lies over it.
    pub fn click(&self, selector: &str) -> io::Result<()> {
        let element = self.element(selector)?;
        self.command(&format!("/element/{element}/click"), &json!({})).map(|_| ())
    }

    /// Types into the first field that a selector names and that is seen, after
    /// what is in it.
    ///
    /// # Errors
    /// Where there is none.
    pub fn type_into(&self, selector: &str, text: &str) -> io::Result<()> {
        let element = self.element(selector)?;
        let typed = json!({ "text": text });
        self.command(&format!("/element/{element}/value"), &typed).map(|_| ())
    }

    /// Presses keys one after another, wherever the focus is.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn press_all(&self, keys: &str) -> io::Result<()> {
        keys.chars().try_for_each(|key| self.press(key))
    }

    /// Waits until an expression of JavaScript is true on the page, whichever
    /// page that is by then.
    ///
    /// # Errors
    /// Where it does not become true in good time.
    pub fn until(&self, expression: &str) -> io::Result<()> {
        let end = Instant::now() + PATIENCE;
        let script = format!("return Boolean({expression});");
        loop {
            // Between two pages there is nothing to ask.
            if matches!(self.run(&script), Ok(Value::Bool(true))) {
                return Ok(());
            }
            if Instant::now() > end {
                let text = self.run("return location.href + '\\n' + document.body.innerText;");
                let text = text.unwrap_or_default();
                return Err(io::Error::other(format!("never became true: {expression}\n{text}")));
            }
        }
    }

    /// Waits until a text is read somewhere on the page.
    ///
    /// # Errors
    /// Where it does not come in good time.
    pub fn until_said(&self, text: &str) -> io::Result<()> {
        self.until(&format!("document.body?.innerText.includes({})", json!(text)))
    }

    /// Lets pages run no script of their own from now on, or again.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn forbid_scripts(&self, forbidden: bool) -> io::Result<()> {
        let parameters = json!({ "value": forbidden });
        self.devtools("Emulation.setScriptExecutionDisabled", &parameters).map(|_| ())
    }

    /// The browser's own account of the page for those who do not see it.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn accessibility_tree(&self) -> io::Result<Value> {
        self.devtools("Accessibility.enable", &json!({}))?;
        self.devtools("Accessibility.getFullAXTree", &json!({}))
    }

    /// A picture of the page as PNG, in base64.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn picture(&self) -> io::Result<String> {
        let taken =
            self.devtools("Page.captureScreenshot", &json!({"captureBeyondViewport": true}))?;
        Ok(taken["data"].as_str().unwrap_or_default().to_owned())
    }

    fn element(&self, selector: &str) -> io::Result<String> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .find(e => e.checkVisibility({visibilityProperty: true}));";
        let end = Instant::now() + PATIENCE;
        loop {
            let found =
                self.command("/execute/sync", &json!({"script": script, "args": [selector]}));
            if let Ok(found) = found
                && let Some(id) = found[ELEMENT].as_str()
            {
                return Ok(id.to_owned());
            }
            if Instant::now() > end {
                return Err(io::Error::other(format!("nothing is seen of {selector}")));
            }
        }
    }
}
