use std::fs;
use std::path::Path;

use kernel::Language;
use phrases::Phrases;
use rstest::rstest;

use super::*;
use crate::{Notice, Token};

/// What nobody's name may do to a page.
const HOSTILE: &str = "\"><script>alert('x')</script><img src=x onerror=alert(1)>&amp;";

fn hostile() -> String {
    HOSTILE.to_owned()
}

fn english() -> Phrases {
    Phrases::of(Language::English)
}

#[rstest]
#[case::chip(Chip { words: hostile(), without: hostile(), phrases: english() }.to_string())]
#[case::input(Input { value: hostile(), hint: Some(hostile()), ..Input::line("a", hostile()) }.to_string())]
#[case::text(Input { kind: Kind::Text, value: hostile(), ..Input::line("a", hostile()) }.to_string())]
#[case::status(Status { words: hostile(), tone: Tone::Bad, icon: None }.to_string())]
#[case::avatar(Avatar { name: HOSTILE }.to_string())]
#[case::tabs(Tabs {
    label: hostile(),
    tabs: vec![Tab { name: hostile(), href: hostile(), count: Some(hostile()), is_current: true }],
}.to_string())]
#[case::empty(Empty {
    icon: icon("today"),
    title: hostile(),
    words: hostile(),
    fill: Some(Link { words: hostile(), href: hostile() }),
    or: None,
}.to_string())]
#[case::timeline(Timeline {
    spans: vec![(hostile(), vec![Moment {
        icon: icon("call"),
        tone: Tone::Quiet,
        title: hostile(),
        href: Some(hostile()),
        text: vec![
            Stretch::Plain(hostile()),
            Stretch::Marked { text: hostile(), title: hostile() },
        ],
        files: vec![Link { words: hostile(), href: hostile() }],
        at: hostile(),
        when: hostile(),
        by: hostile(),
        undo: Some(TakeBack {
            action: hostile(),
            words: hostile(),
            token: Token::of_nobody(),
        }),
    }])],
}.to_string())]
#[case::number(Number {
    name: hostile(),
    value: Some(hostile()),
    note: hostile(),
    href: hostile(),
    tone: Tone::Quiet,
    spark: Some(charts::Spark { title: hostile(), values: vec![1.0, 2.0] }),
}.to_string())]
#[case::ask(Ask {
    words: hostile(),
    question: hostile(),
    action: hostile(),
    token: Token::of_nobody(),
}.to_string())]
#[case::notice(NoticeBar {
    notice: &Notice::undoable(hostile(), hostile()),
    token: &Token::of_nobody(),
    phrases: english(),
}.to_string())]
fn text_stays_text(#[case] html: String) {
    assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    assert!(!html.contains("\">&#60;script"), "{html}");
}

#[test]
fn what_is_sent_under_one_name_can_stand_twice_on_a_page() {
    let input = Input {
        id: Some("own-2".to_owned()),
        error: Some("Too long".to_owned()),
        longest: Some(60),
        ..Input::line("value", "Size".to_owned())
    };
    let html = input.to_string();
    assert!(html.contains("id=\"own-2\" name=\"value\" maxlength=\"60\""), "{html}");
    for points in ["for=\"own-2\"", "aria-describedby=\"own-2-error\"", "id=\"own-2-error\""] {
        assert!(html.contains(points), "{points}: {html}");
    }
    let number = Input { kind: Kind::Line("number"), ..Input::line("spent", "Spent".to_owned()) };
    let html = number.to_string();
    assert!(html.contains("step=\"any\"") && html.contains("for=\"spent\""), "{html}");
}

#[test]
fn a_field_says_what_goes_in() {
    let amount = Input { kind: Kind::Amount, ..Input::line("total", "Amount".to_owned()) };
    let html = amount.to_string();
    assert!(html.contains("inputmode=\"decimal\"") && html.contains("for=\"total\""), "{html}");
    let code = Input { kind: Kind::Code, ..Input::line("currency", "Currency".to_owned()) };
    let html = code.to_string();
    assert!(html.contains("autocapitalize=\"characters\"") && html.contains("short"), "{html}");
    let day = |value: &str| {
        let line = Input::line("on", "Follow up on".to_owned());
        Input { kind: Kind::Line("date"), value: value.to_owned(), ..line }.to_string()
    };
    let (blank, filled) = (day(""), day("2026-05-03"));
    assert!(blank.contains("type=\"date\" data-empty "), "{blank}");
    assert!(!filled.contains("data-empty"), "{filled}");
}

#[rstest]
#[case("Nora Whitfield", "NW")]
#[case("Екатерина Соколова-Белозерская", "ЕС")]
#[case("  Ани  де ла Роса ", "АР")]
#[case("ιωάννης", "Ι")]
#[case("00975", "75")]
#[case("13 042", "42")]
#[case("7", "7")]
#[case("K-17", "K")]
#[case("", "")]
fn initials_are_of_the_first_and_last_name_or_of_the_end_of_a_number(
    #[case] name: &str,
    #[case] initials: &str,
) {
    assert!(Avatar { name }.to_string().contains(&format!(">{initials}</span>")));
}

#[test]
fn every_icon_that_is_named_is_in_the_sprite() {
    let sprite = include_str!("../../assets/icons.svg");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src"), root.join("templates")];
    let mut named = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for after in text.split("icon(\"").skip(1) {
                let name = after.split('"').next().unwrap();
                let is_name = name.bytes().all(|letter| letter.is_ascii_lowercase());
                let is_there = sprite.contains(&format!("id=\"{name}\""));
                assert!(!is_name || is_there, "{}: {name}", path.display());
                named += usize::from(is_name);
            }
        }
    }
    assert!(named > 20);
}
