//! chromedriver as a child process.

use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::http;

/// What the browser is started with: no screen, no services of its own.
const ARGUMENTS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// chromedriver is started so often before it is said to fail.
const TRIES: usize = 3;

/// A running chromedriver; it ends with the value.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts chromedriver on a port it finds free: one of IPv4, and it gives up where
    /// that of IPv6 with the same number is taken meanwhile.
    pub fn start() -> io::Result<Self> {
        let mut said = String::new();
        for _ in 0..TRIES {
            match Self::try_to_start()? {
                Ok(driver) => return Ok(driver),
                Err(instead) => said = instead,
            }
        }
        Err(io::Error::other(format!("chromedriver did not say its port, but: {said}")))
    }

    /// What it says, where that is no port.
    fn try_to_start() -> io::Result<Result<Self, String>> {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (mut port, mut said) = (None, Vec::new());
        if let Some(output) = process.stdout.take() {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                port = port_in(&line);
                if port.is_some() {
                    break;
                }
                said.push(line);
            }
        }
        if let Some(port) = port {
            return Ok(Ok(Self { process, port }));
        }
        process.kill()?;
        process.wait()?;
        Ok(Err(said.join("; ")))
    }

    /// A new session, by its id.
    pub fn open_session(&self) -> io::Result<String> {
        let wanted = json!({"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": {"args": ARGUMENTS},
            "goog:loggingPrefs": {"browser": "ALL"},
        }}});
        let session = self.post("/session", &wanted)?;
        session["sessionId"]
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| io::Error::other("chromedriver opened no session"))
    }

    /// Sends a command; its `value`.
    pub fn post(&self, path: &str, body: &Value) -> io::Result<Value> {
        value_of(&http::exchange(self.port, "POST", path, &body.to_string())?)
    }

    /// Ends what the path names.
    pub fn delete(&self, path: &str) -> io::Result<Value> {
        value_of(&http::exchange(self.port, "DELETE", path, "")?)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Nothing is left to do where the process has already ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// "… was started successfully on port 41237."
fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("successfully on port ")?;
    rest.trim_end_matches('.').parse().ok()
}

/// The `value` of an answer, or the error it carries.
fn value_of(answer: &str) -> io::Result<Value> {
    let mut answer: Value = serde_json::from_str(answer)?;
    let value = answer["value"].take();
    match value["error"].as_str() {
        Some(error) => {
            let message = value["message"].as_str().unwrap_or_default();
            Err(io::Error::other(format!("{error}: {message}")))
        }
        None => Ok(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_line_that_says_it() {
        let line = "ChromeDriver was started successfully on port 41237.";
        assert_eq!(port_in(line), Some(41237));
        assert_eq!(port_in("Starting ChromeDriver 156 on port 0"), None);
    }

    #[test]
    fn an_error_of_the_browser_is_an_error_here() {
        let answer = r#"{"value":{"error":"no such element","message":"gone"}}"#;
        assert_eq!(value_of(answer).unwrap_err().to_string(), "no such element: gone");
        assert_eq!(value_of(r#"{"value":7}"#).unwrap(), 7);
    }
}
