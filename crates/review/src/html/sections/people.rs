//! The lists that name people: one number, one reason, one action a row.

use askama::Template;

use super::Section;
use crate::figures::{Alarm, CallToday};
use crate::html::parts::Formula;
use crate::sentences;
use crate::voice::{NO_FIGURE, Voice};

/// How many rows an alarm has on the page.
const ALARM_ROWS: usize = 25;
/// How many of them are open.
const ALARM_OPEN: usize = 8;

struct Person {
    /// Escaped, free to break before an @.
    id: String,
    full: String,
    /// Where more is known of them; it takes the place of whatever page the
    /// review is shown in.
    page: Option<String>,
    number: String,
    label: String,
    reason: String,
    aside: String,
    action: String,
}

/// Several people, most at risk first.
#[derive(Template)]
#[template(path = "parts/people.html")]
struct People {
    open: Vec<Person>,
    /// The rows behind a disclosure, and what it is called.
    rest: Vec<Person>,
    rest_said: String,
    empty: String,
    more: Option<String>,
}

#[derive(Template)]
#[template(path = "sections/calls.html")]
struct Calls {
    intro: String,
    formula: Formula,
    people: String,
}

struct AlarmView {
    id: &'static str,
    title: String,
    count: String,
    formula: Formula,
    people: String,
}

#[derive(Template)]
#[template(path = "sections/alarms.html")]
struct Alarms {
    intro: String,
    alarms: Vec<AlarmView>,
}

/// Whom to call today.
pub(super) fn calls(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    let people = People {
        open: voice.review.call_today.iter().map(|call| caller(voice, call)).collect(),
        rest: Vec::new(),
        rest_said: String::new(),
        empty: voice.note_or("call_today", "page-nobody-to-call"),
        more: None,
    };
    let (at_risk, formula) = if voice.review.has_money {
        ("page-margin-at-risk", "margin_at_risk")
    } else {
        ("page-risk", "risk")
    };
    let body = Calls {
        intro: sentences::calls_intro(voice.phrases, voice.review),
        formula: voice
            .formula("calls", &voice.say(at_risk), formula)
            .with(voice.say("page-horizon"), voice.phrases.months(voice.review.horizon_months)),
        people: people.render()?,
    };
    Ok(Some(Section { id: "calls", title: voice.say("page-calls"), body: body.render()? }))
}

fn caller(voice: &Voice<'_>, call: &CallToday) -> Person {
    let (number, label) = match call.margin_at_risk {
        Some(money) => (voice.phrases.money_round(money), voice.say("page-at-risk")),
        None => (voice.phrases.percent(call.risk, 0), voice.say("page-risk")),
    };
    let orders = voice.say_with(
        "page-call-aside",
        &[
            ("orders", call.orders.into()),
            ("last", voice.phrases.day(call.last).into()),
            ("risk", voice.phrases.percent(call.risk, 0).into()),
        ],
    );
    Person {
        id: breakable(&voice.name(&call.id)),
        full: call.id.clone(),
        page: call.page.clone(),
        number,
        label,
        reason: sentences::reason(voice.phrases, &call.reason),
        aside: orders,
        action: sentences::action(voice.phrases, &call.action),
    }
}

/// The three alarms of the regulars.
pub(super) fn alarms(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    let regulars = &voice.review.regulars;
    let title = voice.say("page-alarms");
    if regulars.count == 0 {
        let intro = sentences::no_regulars(voice.phrases, regulars);
        let body = Alarms { intro, alarms: Vec::new() }.render()?;
        return Ok(Some(Section { id: "alarms", title, body }));
    }
    let alarms = [
        ("order_value_falling", "page-alarm-order-value", regulars.order_value_falling.as_ref()),
        ("gone_quiet", "page-alarm-gone-quiet", regulars.gone_quiet.as_ref()),
        ("range_stopped", "page-alarm-range", regulars.range_stopped.as_ref()),
    ];
    let mut views = Vec::new();
    for (key, name, alarm) in alarms {
        let name = voice.say(name);
        views.push(AlarmView {
            id: key,
            count: alarm.map_or(NO_FIGURE.to_owned(), |alarm| voice.count(alarm.count)),
            formula: voice
                .formula(&format!("alarm-{key}"), &name, key)
                .with(voice.say("page-regulars"), voice.count(regulars.count)),
            people: alarmed(voice, alarm, key).render()?,
            title: name,
        });
    }
    let intro = voice.say_count("page-alarms-intro", regulars.count);
    let body = Alarms { intro, alarms: views }.render()?;
    Ok(Some(Section { id: "alarms", title, body }))
}

fn alarmed(voice: &Voice<'_>, alarm: Option<&Alarm>, key: &str) -> People {
    let (count, customers) = alarm.map_or((0, &[][..]), |alarm| (alarm.count, &alarm.customers));
    let people = customers.iter().take(ALARM_ROWS).map(|customer| Person {
        id: breakable(&voice.name(&customer.id)),
        full: customer.id.clone(),
        page: customer.page.clone(),
        number: customer.at_risk.map(|money| voice.phrases.money_round(money)).unwrap_or_default(),
        label: customer.at_risk.map(|_| voice.say("page-at-risk")).unwrap_or_default(),
        reason: sentences::evidence(voice.phrases, &customer.evidence),
        aside: String::new(),
        action: sentences::action(voice.phrases, &customer.evidence.action()),
    });
    let mut open: Vec<Person> = people.collect();
    let hidden = count.saturating_sub(open.len() as u64);
    let rest = open.split_off(open.len().min(ALARM_OPEN));
    People {
        open,
        // All that the heading counts and the rows above do not show.
        rest_said: voice.say_count("page-show-more", rest.len() as u64 + hidden),
        rest,
        empty: match alarm {
            Some(_) => voice.say("page-alarm-silent"),
            None => voice.missing(&format!("regulars.{key}")),
        },
        more: (hidden > 0).then(|| voice.say_count("page-and-more-unlisted", hidden)),
    }
}

fn breakable(id: &str) -> String {
    charts::escape(id).replace('@', "<wbr>@")
}
