//! What the program shows and asks where a person sits before it: run on a
//! pseudo-terminal, which `script` of Debian's bsdutils provides.

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::program::Program;

/// A test that got no answer in this time has failed; none waits that long.
const HUNG: Duration = Duration::from_secs(100);

/// Starts `perennial` with these arguments, as a shell takes them, on a
/// terminal whose keys are the standard input of what is given back.
fn on_a_terminal(program: &Program, arguments: &str) -> Child {
    let started = program.command();
    let temporary = program.folder().join("temporary");
    std::fs::create_dir_all(&temporary).unwrap();
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", &format!("exec \"$perennial\" {arguments}")]);
    script.arg("/dev/null").env("perennial", started.get_program()).env("TERM", "xterm");
    script.env("TMPDIR", temporary);
    script.current_dir(program.folder()).env("LC_ALL", "C.UTF-8");
    script.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap()
}

/// All that the terminal showed once `keys` were typed, and the exit code.
fn typed(program: &Program, arguments: &str, keys: &str) -> (String, Option<i32>) {
    let mut child = on_a_terminal(program, arguments);
    child.stdin.take().unwrap().write_all(keys.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

#[test]
fn what_can_be_read_two_ways_is_asked() {
    let program = Program::new();
    program.file(
        "orders.csv",
        "customer,date,amount\nann,02/02/2024,3\nbob,03/04/2024,5\nann,05/06/2024,4\n",
    );
    let (shown, code) = typed(&program, "review orders.csv -o a.json", "2\n");
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("1  “03/04/2024” is 3 April 2024"), "{shown}");
    assert!(shown.contains("2  “03/04/2024” is 4 March 2024"), "{shown}");
    assert!(shown.contains("date_order=mdy"), "{shown}");
    assert!(!shown.contains("\u{1b}[?25l"), "the cursor stays in sight: {shown}");
    assert!(program.text("a.json").contains("2024-05-06"));
}

#[test]
fn whoever_leaves_the_question_gets_no_review() {
    let program = Program::new();
    program.file("orders.csv", "customer,date\nann,01/02/2024\nbob,03/04/2024\n");
    let (shown, code) = typed(&program, "review orders.csv -o a.json", "\u{4}");
    assert_eq!(code, Some(1), "{shown}");
    assert!(shown.contains("Nothing was chosen."), "{shown}");
}

/// A run that reads from a pipe, until whoever writes into it says that there
/// is no more, and that shows how far it is.
struct SlowRun {
    child: Child,
    rows: File,
    shown: mpsc::Receiver<String>,
    all: String,
}

impl SlowRun {
    /// Began to read, and shows it.
    fn of(program: &Program) -> Self {
        let pipe = program.folder().join("rows");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let mut child = on_a_terminal(program, "review - -o a.json <rows");
        let mut rows = File::options().write(true).open(&pipe).unwrap();
        rows.write_all(b"customer,date,amount\nann,2024-01-05,10\nbob,2024-02-05,10\n").unwrap();
        let mut screen = child.stdout.take().unwrap();
        let (show, shown) = mpsc::channel();
        std::thread::spawn(move || {
            let mut block = [0; 4096];
            while let Ok(read @ 1..) = screen.read(&mut block) {
                if show.send(String::from_utf8_lossy(&block[..read]).into_owned()).is_err() {
                    break;
                }
            }
        });
        let mut run = Self { child, rows, shown, all: String::new() };
        while !run.all.contains("rows/s") {
            let more = run.shown.recv_timeout(HUNG);
            run.all.push_str(&more.unwrap_or_else(|_| panic!("nothing is shown: {}", run.all)));
        }
        run
    }

    /// All that was shown once there were no more rows, and the exit code.
    fn end(self) -> (String, Option<i32>) {
        let Self { mut child, rows, shown, mut all } = self;
        drop(rows);
        all.extend(shown.iter());
        (all, child.wait().unwrap().code())
    }
}

#[test]
fn work_that_takes_long_shows_how_far_it_is() {
    let program = Program::new();
    let (all, code) = SlowRun::of(&program).end();
    assert_eq!(code, Some(0), "{all}");
    assert!(all.contains("Taking in rows: 3 so far, "), "{all}");
    assert!(all.contains("Written: a.json"), "{all}");
    assert!(!all.contains("\u{1b}[?25l"), "the cursor stays in sight: {all}");
}

#[test]
fn whoever_breaks_off_leaves_no_temporary_file() {
    let program = Program::new();
    let files = || std::fs::read_dir(program.folder().join("temporary")).unwrap().count();
    let mut run = SlowRun::of(&program);
    assert_eq!(files(), 1, "what came so far");
    run.child.stdin.take().unwrap().write_all(b"\x03").unwrap();
    while let Ok(more) = run.shown.recv_timeout(HUNG) {
        run.all.push_str(&more);
    }
    let code = run.child.wait().unwrap().code();
    assert_eq!((code, files()), (Some(130), 0), "{}", run.all);
    assert!(!program.folder().join("a.json").exists());
}

#[test]
fn a_terminal_that_is_closed_leaves_no_temporary_file() {
    let program = Program::new();
    let mut run = SlowRun::of(&program);
    run.child.kill().unwrap();
    run.child.wait().unwrap();
    // The pipe breaks when the program that reads from it has ended.
    while run.rows.write_all(b"cyd,2024-03-05,10\n").is_ok() {}
    assert_eq!(std::fs::read_dir(program.folder().join("temporary")).unwrap().count(), 0);
}
