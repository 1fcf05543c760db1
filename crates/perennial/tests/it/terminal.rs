//! What the program shows and asks where a person sits before it: run on a
//! pseudo-terminal, which `script` of Debian's bsdutils provides.

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
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", &format!("exec \"$perennial\" {arguments}")]);
    script.arg("/dev/null").env("perennial", started.get_program()).env("TERM", "xterm");
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

#[test]
fn work_that_takes_long_shows_how_far_it_is() {
    let program = Program::new();
    let pipe = program.folder().join("rows");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let mut child = on_a_terminal(&program, "review - -o a.json <rows");
    let mut rows = std::fs::OpenOptions::new().write(true).open(&pipe).unwrap();
    rows.write_all(b"customer,date,amount\nann,2024-01-05,10\nbob,2024-02-05,10\n").unwrap();

    let mut screen = child.stdout.take().unwrap();
    let (show, shown) = mpsc::channel();
    let watch = std::thread::spawn(move || {
        let mut block = [0; 4096];
        while let Ok(read @ 1..) = screen.read(&mut block) {
            if show.send(String::from_utf8_lossy(&block[..read]).into_owned()).is_err() {
                break;
            }
        }
    });
    let mut all = String::new();
    while !all.contains("rows/s") {
        match shown.recv_timeout(HUNG) {
            Ok(more) => all.push_str(&more),
            Err(_) => break,
        }
    }
    drop(rows);
    all.extend(shown.iter());
    watch.join().unwrap();
    assert!(all.contains("Taking in rows: 3 so far, "), "{all}");
    assert!(all.contains("Written: a.json"), "{all}");
    assert!(!all.contains("\u{1b}[?25l"), "the cursor stays in sight: {all}");
    assert_eq!(child.wait().unwrap().code(), Some(0), "{all}");
}
