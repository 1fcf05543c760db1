//! The walk through the API that `docs/api.md` takes, command by command.

use rstest::rstest;
use serde_json::{Value, json};
use testkit::record::Kind;

use super::{Answer, JSON, Program};

const PAGE: &str = include_str!("../../../../../docs/api.md");

/// The blocks of code of the page.
fn blocks() -> impl Iterator<Item = &'static str> {
    PAGE.split("\n```").skip(1).step_by(2)
}

/// The commands of a block that ask the API, each in its words: quotes and
/// comments are a shell's, what it would put in place of names stays.
fn commands(block: &str) -> Vec<Vec<String>> {
    let mut commands = vec![Vec::new()];
    let (mut word, mut quote) = (None::<String>, None);
    let mut letters = block.chars().chain(['\n']).peekable();
    while let Some(letter) = letters.next() {
        match (letter, quote) {
            (_, Some(open)) if letter == open => quote = None,
            ('\'' | '"', None) => quote = Some(letter),
            ('#', None) if word.is_none() => {
                while letters.next_if(|next| *next != '\n').is_some() {}
            }
            ('\\', None) if letters.next_if_eq(&'\n').is_some() => {}
            (' ' | '\n', None) => {
                commands.last_mut().unwrap().extend(word.take());
                if letter == '\n' {
                    commands.push(Vec::new());
                }
            }
            _ => word.get_or_insert_default().push(letter),
        }
    }
    commands.retain(|command| command.first().is_some_and(|program| program == "curl"));
    commands
}

/// Does what `curl` would with its arguments.
async fn run(program: &Program, arguments: &[String]) -> Answer {
    let (mut method, mut path, mut asks) = ("", "", false);
    let (mut headers, mut sent) = (Vec::new(), Vec::new());
    let mut rest = arguments.iter().skip(1).map(String::as_str);
    while let Some(argument) = rest.next() {
        match argument {
            "-G" => asks = true,
            "-i" => {}
            "-X" => method = rest.next().unwrap(),
            "-H" => headers.push(rest.next().unwrap().split_once(": ").unwrap()),
            "-d" => sent.push(rest.next().unwrap().to_owned()),
            "--data-urlencode" => {
                let pair = rest.next().unwrap().split_once('=').unwrap();
                sent.push(serde_html_form::to_string([pair]).unwrap());
            }
            _ => path = argument,
        }
    }
    // The program of the tests shows a token of its own.
    headers.retain(|(name, _)| *name != "Authorization");
    let sent = sent.join("&");
    if asks {
        return program.send("GET", &format!("{path}?{sent}"), &headers, "").await;
    }
    let usual = if sent.is_empty() { "GET" } else { "POST" };
    let method = if method.is_empty() { usual } else { method };
    program.send(method, path, &headers, &sent).await
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn every_command_of_the_page_does_what_it_says(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let (mut customer, mut version, mut done) = (String::new(), String::new(), 0);
    for command in blocks().flat_map(commands) {
        // Of versions and places in lists the page shows only that they stand there.
        let said = |word: &String| {
            let word = word.replace("$PERENNIAL", "").replace("$ID", &customer);
            word.replace("\"wR2…\"", &version).replace("&after=…", "")
        };
        let arguments: Vec<String> = command.iter().map(said).collect();
        let answer = run(&program, &arguments).await;
        assert!(answer.status.is_success(), "{arguments:?}: {}", answer.body);
        if customer.is_empty() && answer.header("location").starts_with("/api/v1/customers/") {
            answer.body["id"].as_str().unwrap().clone_into(&mut customer);
        }
        answer.header("etag").clone_into(&mut version);
        done += 1;
    }
    assert_eq!(done, PAGE.lines().filter(|line| line.starts_with("curl ")).count());
}

#[tokio::test]
async fn a_problem_looks_as_the_page_shows_it() {
    let program = Program::on(Kind::Sqlite).await.unwrap();
    let shown = blocks().find(|block| block.trim_start().starts_with('{')).unwrap();
    let mut shown: Value = serde_json::from_str(shown).unwrap();
    let body = json!({ "name": "Levon", "country": "Narnia" }).to_string();
    let headers = [JSON, ("accept-language", "en")];
    let mut refused = program.send("POST", "/api/v1/customers", &headers, &body).await.with(422);
    for problem in [&mut shown, &mut refused] {
        let instance = problem["instance"].take();
        assert!(instance.as_str().unwrap().starts_with("urn:request:"));
    }
    assert_eq!(refused, shown);
}
