//! What the review says of a customer, on their page: five numbers, why they
//! should be heard from, and what to do next.

use askama::Template;
use chrono::{DateTime, Utc};
use domain::know::customers::Customer;
use domain::know::{interactions, orders};
use domain::office::rights::Right;
use domain::prove::reviews::{self, Made, Score};
use kernel::Day;
use phrases::Phrases;
use review::figures::Standing;
use review::sentences::{self, Tense};
use store::{Snapshot, StoreError};

use crate::components::{Number, Status, Strip, Tone};
use crate::prove::AsOf;
use crate::{Frame, Visitor};

/// The reasons behind the numbers, on the same page.
const WHY: &str = "#why";

/// What the review says of a customer.
pub struct Figures {
    /// The five numbers.
    pub strip: Strip,
    /// What is behind them.
    pub why: Why,
}

/// Why they should be heard from, and what to do next.
#[derive(Template)]
#[template(path = "know/customers/why.html")]
pub struct Why {
    title: String,
    standing: Option<Status>,
    reason: String,
    since: Option<String>,
    next: Option<Next>,
    review: Option<String>,
}

struct Next {
    title: String,
    action: String,
    log: Option<(String, String)>,
}

impl askama::filters::HtmlSafe for Why {}

impl Figures {
    /// What the review says of them; that it says nothing, where they never
    /// bought or object to marketing.
    pub async fn of(
        snapshot: &mut Snapshot<'_>,
        frame: &Frame,
        visitor: &Visitor,
        (customer, first_placed): (&Customer, Option<DateTime<Utc>>),
        today: Day,
    ) -> Result<Self, StoreError> {
        let made = reviews::made(snapshot).await?;
        let score = match &made {
            Some(_) if !customer.objects() => reviews::of_customer(snapshot, customer.id).await?,
            _ => None,
        };
        let zone = frame.reader.zone;
        let is_missed = |first| made.as_ref().is_none_or(|made| first < made.knows_until(zone));
        let is_awaited = score.is_none()
            && !customer.objects()
            && first_placed.is_some_and(is_missed)
            && reviews::is_awaited(snapshot).await?;
        let unknown = if is_awaited { Unknown::SoFar } else { Unknown::Yet };
        let seen = customer.seen_at.at().map(|at| frame.reader.zone.day(at));
        let known = made.as_ref().zip(score.as_ref());
        let phrases = frame.phrases();
        let as_of = made.as_ref().map(|made| AsOf::on(frame.reader, made, today));
        let since = match known {
            Some((made, _)) => heard_since(snapshot, frame, customer, made).await?,
            None => None,
        };
        // What has happened since, the figures do not know.
        let tense = match &as_of {
            Some(as_of) if since.is_none() => as_of.tense,
            Some(_) => Tense::Then,
            None => Tense::Now,
        };
        let mut numbers =
            vec![spent(phrases, tense, known, unknown), value(phrases, known, unknown)];
        numbers.push(last_seen(phrases, seen, today));
        numbers.push(risk(phrases, tense, known, unknown));
        numbers.push(number(phrases, "figure-happiness", None, phrases.say("figure-not-asked")));
        let (as_of, is_past) = match (as_of, customer.objects()) {
            (_, true) => (phrases.say("figures-objection"), false),
            (Some(as_of), false) => (as_of.words, as_of.tense == Tense::Then),
            (None, false) => (phrases.say(unknown.of("figures-none", "figures-awaited")), false),
        };
        let label = phrases.say("figures");
        Ok(Self {
            strip: Strip { label, numbers, as_of, is_past },
            why: why(frame, visitor, customer, tense, (known, unknown), since),
        })
    }
}

/// Whether they ordered or were spoken to last, if that was after the last day that the
/// review knows: an order says more than a call that followed it.
async fn heard_since(
    snapshot: &mut Snapshot<'_>,
    frame: &Frame,
    customer: &Customer,
    made: &Made,
) -> Result<Option<String>, StoreError> {
    let zone = frame.reader.zone;
    let known = made.knows_until(zone);
    if customer.seen_at.at().is_none_or(|at| at < known) {
        return Ok(None);
    }
    let ordered = orders::last_placed(snapshot, customer.id).await?.filter(|at| *at >= known);
    let heard = match ordered {
        Some(at) => Some((at, "order")),
        None => interactions::last_contact(snapshot, customer.id)
            .await?
            .filter(|last| last.at >= known)
            .map(|last| (last.at, last.kind.name())),
    };
    let Some((at, what)) = heard else { return Ok(None) };
    let phrases = frame.phrases();
    let day = phrases.day(zone.day(at));
    Ok(Some(phrases.say_with("figure-since", &[("what", what.into()), ("day", day.into())])))
}

fn number(phrases: Phrases, key: &str, value: Option<String>, note: String) -> Number {
    Number {
        name: phrases.say(key),
        value,
        note,
        href: WHY.to_owned(),
        tone: Tone::Quiet,
        spark: None,
    }
}

/// Why nothing is said of somebody.
#[derive(Clone, Copy)]
enum Unknown {
    /// They have not bought enough.
    Yet,
    /// They had bought before the review was made, and it is being made again.
    SoFar,
}

impl Unknown {
    fn of<'w>(self, yet: &'w str, so_far: &'w str) -> &'w str {
        match self {
            Unknown::Yet => yet,
            Unknown::SoFar => so_far,
        }
    }

    /// A number that cannot be said.
    fn number(self, phrases: Phrases, key: &str) -> Number {
        number(phrases, key, None, phrases.say(self.of("figure-unknown", "figure-awaited")))
    }
}

fn spent(
    phrases: Phrases,
    tense: Tense,
    known: Option<(&Made, &Score)>,
    unknown: Unknown,
) -> Number {
    let spent = known.and_then(|(made, score)| Some((made, made.money(score.spent?))));
    match spent {
        Some((made, spent)) => {
            let key = tense.of("figure-spent.note", "figure-spent.then");
            let note = phrases.say_with(key, &[("day", phrases.day_short(made.as_of).into())]);
            number(phrases, "figure-spent", Some(phrases.money_round(spent)), note)
        }
        None => unknown.number(phrases, "figure-spent"),
    }
}

fn value(phrases: Phrases, known: Option<(&Made, &Score)>, unknown: Unknown) -> Number {
    let value = known.and_then(|(made, score)| Some((made, score.value()?)));
    let Some((made, value)) = value else { return unknown.number(phrases, "figure-value") };
    let money = |minor| phrases.money_round(made.money(minor));
    let note = phrases.say_with(
        "figure-value.note",
        &[
            ("low", money(value.low).into()),
            ("high", money(value.high).into()),
            ("months", phrases.months(made.value_months).into()),
        ],
    );
    number(phrases, "figure-value", Some(money(value.mean)), note)
}

fn last_seen(phrases: Phrases, seen: Option<Day>, today: Day) -> Number {
    let href = "#timeline".to_owned();
    let Some(seen) = seen else {
        return Number {
            href,
            ..number(phrases, "figure-seen", None, phrases.say("figure-seen.never"))
        };
    };
    let days = u32::try_from(today.days_since(seen)).unwrap_or_default();
    let note = match days {
        0 => phrases.say("figure-seen.today"),
        days => phrases.say_with("figure-seen.note", &[("days", phrases.days(days).into())]),
    };
    let seen = number(phrases, "figure-seen", Some(phrases.day_short(seen)), note);
    Number { href, ..seen }
}

fn risk(
    phrases: Phrases,
    tense: Tense,
    known: Option<(&Made, &Score)>,
    unknown: Unknown,
) -> Number {
    let risk = known.and_then(|(made, score)| Some((made, score, score.risk?)));
    let Some((made, score, risk)) = risk else { return unknown.number(phrases, "figure-risk") };
    let months = ("months", phrases.months(made.horizon_months).into());
    let note = match score.at_risk {
        Some(minor) => {
            let money = ("money", phrases.money_round(made.money(minor)).into());
            phrases.say_with("figure-risk.note-money", &[months, money])
        }
        None => phrases.say_with("figure-risk.note", &[months]),
    };
    let days = score.risks();
    let days = days.days();
    let spark = (days.len() > 1).then(|| charts::Spark {
        title: phrases.say_with(
            tense.of("figure-risk.spark", "figure-risk.spark-then"),
            &[("day", phrases.day(made.as_of).into())],
        ),
        values: days.iter().map(|(_, risk)| *risk).collect(),
    });
    let shown = number(phrases, "figure-risk", Some(phrases.percent(risk, 0)), note);
    Number { tone: tone(score), spark, ..shown }
}

fn tone(score: &Score) -> Tone {
    if score.standing == Standing::Lost.key() {
        Tone::Bad
    } else if score.alarm.is_some() || score.standing == Standing::GoneQuiet.key() {
        Tone::Warn
    } else {
        Tone::Quiet
    }
}

fn why(
    frame: &Frame,
    visitor: &Visitor,
    customer: &Customer,
    tense: Tense,
    (known, unknown): (Option<(&Made, &Score)>, Unknown),
    since: Option<String>,
) -> Why {
    let phrases = frame.phrases();
    let told = known.and_then(|(made, score)| score.reason(made.currency));
    let standing = known.map(|(_, score)| Status {
        words: phrases.say(&format!("standing-{}", score.standing)),
        tone: tone(score),
        icon: None,
    });
    let nothing = match known {
        Some((_, score)) if score.standing == Standing::Lost.key() => {
            tense.of("figure-why.lost", "figure-why.lost-then")
        }
        Some(_) => tense.of("figure-why.none", "figure-why.none-then"),
        None => unknown.of("figure-why.unknown", "figure-why.awaited"),
    };
    let log = || {
        let page = format!("/interactions/new?customer={}", customer.id);
        visitor.may(Right::LogInteractions).then(|| (phrases.say("frame-add-interaction"), page))
    };
    Why {
        title: phrases.say("figure-why"),
        standing,
        reason: told.as_ref().map_or_else(
            || phrases.say(nothing),
            |(why, _)| sentences::reason_in(phrases, tense, why),
        ),
        next: told.filter(|_| since.is_none()).map(|(_, action)| Next {
            title: phrases.say("figure-next"),
            action: sentences::action_in(phrases, tense, &action),
            log: log(),
        }),
        since,
        review: visitor.may(Right::SeeReview).then(|| phrases.say("figure-how")),
    }
}
