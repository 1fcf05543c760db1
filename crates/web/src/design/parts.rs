//! The components, filled with made-up facts.

use charts::Spark;
use kernel::{Currency, Day, Language, Money};
use phrases::Phrases;

use super::Row;
use super::words::{self, say};
use crate::components::{
    Action, Ask, Chip, Choice, Dialog, Direction, Empty, Field, Input, Kind, Link, Meter, Moment,
    Number, Pager, SortHead, Status, Step, StepState, Steps, Stretch, Strip, Tab, Tabs, Timeline,
    Tone, icon,
};
use crate::{Notice, Token};

/// Where everything on the page leads.
const HERE: &str = "/design";

fn here() -> String {
    HERE.to_owned()
}

fn money(phrases: Phrases, amount: i64) -> String {
    phrases.money_round(Money::new(amount * 100, "USD".parse().unwrap_or(Currency::NONE)))
}

fn day(phrases: Phrases, month: u32, day: u32) -> String {
    Day::from_ymd(2026, month, day).map_or_else(String::new, |day| phrases.day_short(day))
}

pub fn strip(phrases: Phrases) -> Strip {
    let language = phrases.language();
    let number = |name, value: Option<String>, note, tone, spark: Option<&[f64]>| Number {
        name: say(name, language),
        value,
        note: say(note, language),
        href: here(),
        tone,
        spark: spark.map(|values| Spark { title: say(name, language), values: values.to_vec() }),
    };
    let risk = [0.11, 0.12, 0.12, 0.14, 0.13, 0.17, 0.22, 0.21, 0.28, 0.34];
    Strip {
        label: say(words::COMPANY, language),
        numbers: vec![
            number(words::SPENT, Some(money(phrases, 1_284)), words::SINCE, Tone::Quiet, None),
            number(words::VALUE, Some(money(phrases, 4_930)), words::SINCE, Tone::Quiet, None),
            number(words::SEEN, Some(phrases.days(47)), words::USUALLY, Tone::Warn, None),
            number(
                words::RISK,
                Some(phrases.percent(0.34, 0)),
                words::THIRTY_DAYS,
                Tone::Bad,
                Some(&risk),
            ),
            number(words::HAPPINESS, None, words::NOT_ENOUGH, Tone::Quiet, None),
        ],
        as_of: say(words::AS_OF, language),
        is_past: false,
    }
}

pub fn statuses(language: Language) -> Vec<Status> {
    let status = |said, tone, icon| Status { words: say(said, language), tone, icon };
    vec![
        status(words::GOLD, Tone::Gold, Some(icon("gold"))),
        status(words::WELL, Tone::Good, None),
        status(words::DRIFTING, Tone::Warn, None),
        status(words::OPEN, Tone::Bad, Some(icon("alert"))),
        status(words::CALLED, Tone::Accent, Some(icon("call"))),
        status(words::LOST, Tone::Quiet, None),
    ]
}

pub fn chips(phrases: Phrases) -> Vec<Chip> {
    let chip = |said| Chip { words: say(said, phrases.language()), without: here(), phrases };
    words::lists::FILTERS.map(chip).into()
}

pub fn tabs(language: Language) -> Tabs {
    let tab = |said, count: &str, is_current| Tab {
        name: say(said, language),
        href: here(),
        count: Some(count.to_owned()),
        is_current,
    };
    Tabs {
        label: say(words::CALLED, language),
        tabs: vec![
            tab(words::lists::ALL, "128", true),
            tab(words::lists::ORDERS, "96", false),
            tab(words::lists::COMPLAINTS, "3", false),
        ],
    }
}

pub fn heads(phrases: Phrases) -> Vec<SortHead> {
    let head = |said, sorted, is_number| SortHead {
        name: say(said, phrases.language()),
        href: here(),
        sorted,
        is_number,
        phrases,
    };
    vec![
        head(words::lists::NAME, None, false),
        head(words::lists::STATE, None, false),
        head(words::SPENT, Some(Direction::Descending), true),
        head(words::lists::LAST_ORDER, None, true),
        head(words::RISK, None, true),
    ]
}

pub fn rows(phrases: Phrases) -> Vec<Row> {
    let language = phrases.language();
    let facts = [
        (words::GOLD, Tone::Gold, 4_210, (1, 12), 0.34),
        (words::WELL, Tone::Good, 2_980, (2, 24), 0.06),
        (words::DRIFTING, Tone::Warn, 1_730, (12, 3), 0.48),
        (words::OPEN, Tone::Bad, 1_284, (2, 3), 0.71),
        (words::WELL, Tone::Good, 940, (2, 27), 0.09),
        (words::LOST, Tone::Quiet, 120, (6, 15), 0.97),
    ];
    let row = |(name, (state, tone, spent, (month, date), risk))| Row {
        name: say(name, language),
        state: Status { words: say(state, language), tone, icon: None },
        spent: money(phrases, spent),
        last: day(phrases, month, date),
        risk: phrases.percent(risk, 0),
    };
    words::PEOPLE.into_iter().zip(facts).map(row).collect()
}

pub fn pager(phrases: Phrases) -> Pager {
    let shown = say(words::lists::SHOWN, phrases.language());
    Pager { shown, previous: Some(here()), next: Some(here()), phrases }
}

pub fn timeline(phrases: Phrases) -> Timeline {
    let language = phrases.language();
    let moment =
        |symbol, tone, title, text: Option<words::Said>, (month, date), by: usize| Moment {
            icon: icon(symbol),
            tone,
            title: say(title, language),
            href: Some(here()),
            text: Stretch::plain(text.map(|text| say(text, language))),
            files: Vec::new(),
            at: format!("2026-{month:02}-{date:02}T09:30:00Z"),
            when: day(phrases, month, date),
            by: say(words::PEOPLE[by], language),
            undo: None,
        };
    let mut called =
        moment("call", Tone::Accent, words::CALLED, Some(words::CALLED_TEXT), (3, 1), 1);
    let colleague = say(words::PEOPLE[2], language);
    let mention = Stretch::Marked { text: colleague, title: "@maria".to_owned() };
    called.text.extend([Stretch::Plain(" ".to_owned()), mention]);
    called.files = vec![Link { words: "28908.pdf".to_owned(), href: here() }];
    Timeline {
        spans: vec![
            (say(words::MARCH, language), vec![called]),
            (
                say(words::FEBRUARY, language),
                vec![
                    moment("order", Tone::Quiet, words::ORDERED, None, (2, 24), 0),
                    moment("alert", Tone::Bad, words::OPEN, None, (2, 3), 0),
                    moment("gift", Tone::Good, words::THANKED, None, (2, 1), 2),
                ],
            ),
        ],
    }
}

pub fn steps(phrases: Phrases) -> Steps {
    let language = phrases.language();
    let states = [
        (StepState::Done, day(phrases, 2, 3)),
        (StepState::Done, day(phrases, 2, 3)),
        (StepState::Late, day(phrases, 2, 4)),
        (StepState::Now, day(phrases, 2, 5)),
        (StepState::Later, day(phrases, 2, 12)),
    ];
    let step = |(name, (state, when))| Step { name: say(name, language), when, state };
    Steps {
        label: say(words::OPEN, language),
        steps: words::STEPS.into_iter().zip(states).map(step).collect(),
    }
}

pub fn meter(phrases: Phrases) -> Meter {
    Meter {
        id: "budget",
        label: say(words::BUDGET, phrases.language()),
        done: 18,
        of: 50,
        words: format!("{} / {}", money(phrases, 18), money(phrases, 50)),
    }
}

pub fn fields(phrases: Phrases, token: &Token) -> Vec<Field<'_>> {
    let language = phrases.language();
    let field = |id: &str, label, value: Option<words::Said>, question, action| Field {
        id: id.to_owned(),
        label: say(label, language),
        value: value.map(|value| say(value, language)),
        question: say(question, language),
        input: Input {
            is_label_unseen: true,
            value: value.map(|value| say(value, language)).unwrap_or_default(),
            ..Input::line(&format!("{id}-input"), say(label, language))
        },
        action,
        version: None,
        is_open: false,
        token,
        phrases,
    };
    let (why, found) = (words::WHY_US, words::FOUND_US);
    vec![
        field("why", why, Some(words::WHY_US_IS), why, Some(here())),
        field("found", found, None, words::FOUND_US_ASK, Some(here())),
        field("seen", words::SEEN, None, words::SEEN, None),
    ]
}

pub fn inputs(language: Language) -> Vec<Input> {
    let line = |name, said| Input::line(name, say(said, language));
    let choice = |said| Choice { value: say(said, language), words: say(said, language) };
    vec![
        Input {
            kind: Kind::Line("email"),
            value: "nora.example.com".to_owned(),
            error: Some(say(words::NOT_AN_EMAIL, language)),
            is_required: true,
            ..line("email", words::EMAIL)
        },
        Input {
            kind: Kind::Choice([words::WELL, words::GOLD, words::DRIFTING].map(choice).into()),
            ..line("state", words::lists::STATE)
        },
        Input {
            kind: Kind::Text,
            hint: Some(say(words::NOTES_HINT, language)),
            ..line("note", words::NOTES)
        },
        Input { kind: Kind::Amount, value: "1250.50".to_owned(), ..line("spent", words::SPENT) },
        Input { kind: Kind::Code, value: "EUR".to_owned(), ..line("currency", words::CURRENCY) },
        Input { kind: Kind::Tick, value: "true".to_owned(), ..line("remind", words::REMINDERS) },
    ]
}

pub fn actions(language: Language) -> Vec<Action> {
    let words = |said| say(said, language);
    vec![
        Action::Open { words: words(words::LOG_CALL), href: here(), icon: Some(icon("call")) },
        Action::Open { words: words(words::HAND_OVER), href: here(), icon: Some(icon("people")) },
        Action::Do { words: words(words::SNOOZE), action: here(), icon: Some(icon("clock")) },
    ]
}

pub fn dialog(phrases: Phrases) -> Dialog {
    let language = phrases.language();
    let body = format!("<p>{}</p>", charts::escape(&say(words::REASON, language)));
    Dialog { id: "why-now", title: say(words::DRIFTING, language), body, phrases }
}

pub fn ask(language: Language, token: Token) -> Ask {
    let words = say(words::HAND_OVER, language);
    Ask { words, question: say(words::REASON, language), action: here(), token }
}

pub fn notices(language: Language) -> [Notice; 3] {
    let words = |said| say(said, language);
    [
        Notice::of(words(words::CALLED)),
        Notice::undoable(words(words::CLOSED), here()),
        Notice::refusal(words(words::CHANGED_SINCE)),
    ]
}

pub fn empty(language: Language) -> Empty {
    Empty {
        icon: icon("today"),
        title: say(words::EMPTY, language),
        words: say(words::EMPTY_WORDS, language),
        fill: Some(Link { words: say(words::IMPORT, language), href: here() }),
        or: Some(Link { words: say(words::TRY, language), href: here() }),
    }
}
