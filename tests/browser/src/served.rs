//! The program itself, serving a record of its own on a free loopback port.

use std::env;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::thread::{self, JoinHandle};

use tempfile::TempDir;

use crate::Browser;

/// The password of everybody in tests.
pub const PASSWORD: &str = "correct horse battery";

/// The program while it serves; it ends with the value.
#[derive(Debug)]
pub struct Served {
    process: Child,
    address: String,
    program: PathBuf,
    folder: TempDir,
    /// Reads what it says, so that it is never kept from saying it.
    listening: Option<JoinHandle<()>>,
}

impl Served {
    /// Serves an empty record.
    ///
    /// # Errors
    /// Where the program has not been built beside this test, or does not start.
    pub fn empty() -> io::Result<Self> {
        let folder = TempDir::new()?;
        let program = program()?;
        let mut process = Command::new(&program)
            .args(["serve", "--listen", "127.0.0.1:0", "--lang", "en"])
            .env("PERENNIAL_RECORD", folder.path().join("record.db"))
            .current_dir(folder.path())
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()?;
        let said = process.stderr.take().ok_or_else(|| io::Error::other("it says nothing"))?;
        let (address, listening) = listen(said)?;
        Ok(Self { process, address, program, folder, listening: Some(listening) })
    }

    /// The whole address of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Lets somebody of a role in, whose address begins with its name.
    ///
    /// # Errors
    /// Where the program does not add them.
    pub fn add(&self, role: &str, name: &str) -> io::Result<()> {
        let kind = role.replace('_', "-");
        let mut adding = Command::new(&self.program)
            .args(["user", "add", &format!("{role}@shop.test"), "--name", name, "--role", &kind])
            .env("PERENNIAL_RECORD", self.folder.path().join("record.db"))
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .stdout(Stdio::null())
            .spawn()?;
        if let Some(mut typed) = adding.stdin.take() {
            writeln!(typed, "{PASSWORD}")?;
        }
        let ended = adding.wait()?;
        if ended.success() { Ok(()) } else { Err(io::Error::other(format!("not added: {role}"))) }
    }

    /// The address and the password of somebody of a role.
    #[must_use]
    pub fn way_in(role: &str) -> (String, &'static str) {
        (format!("{role}@shop.test"), PASSWORD)
    }

    /// Signs somebody of a role in, through the form.
    ///
    /// # Errors
    /// Where they are not let in.
    pub fn sign_in(&self, browser: &Browser, role: &str) -> io::Result<()> {
        browser.visit(&self.url("/sign-in"))?;
        let (email, password) = Self::way_in(role);
        browser.type_into("[name=email]", &email)?;
        browser.type_into("[name=password]", password)?;
        browser.click("form button.primary")?;
        browser.until("location.pathname === '/'")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // Nothing is left to do where the process has already ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

/// The program of the same build as this test.
fn program() -> io::Result<PathBuf> {
    let test = env::current_exe()?;
    let built = test.ancestors().nth(2).map(|folder| folder.join("perennial"));
    built.filter(|program| program.exists()).ok_or_else(|| {
        io::Error::other("the program is not built: cargo build -p perennial, then test again")
    })
}

/// The address it says first; what follows is read and dropped.
fn listen(said: ChildStderr) -> io::Result<(String, JoinHandle<()>)> {
    let mut lines = BufReader::new(said).lines().map_while(Result::ok);
    let address = lines.find_map(|line| address_in(&line));
    let address = address
        .ok_or_else(|| io::Error::other("the program ended before it said where it serves"))?;
    Ok((address, thread::spawn(move || lines.for_each(drop))))
}

/// "Perennial is at <http://127.0.0.1:41237>. Ctrl-C ends it."
fn address_in(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("http://")?;
    Some(format!("http://{}", rest.split(". ").next()?.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_read_from_the_line_that_says_it() {
        let line = "Perennial is at http://127.0.0.1:41237. Ctrl-C ends it.";
        assert_eq!(address_in(line).as_deref(), Some("http://127.0.0.1:41237"));
        assert_eq!(address_in("no address"), None);
    }
}
