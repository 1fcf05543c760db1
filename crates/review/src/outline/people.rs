//! Whom to call and whom the alarms name.

use super::words::Words;
use super::{Block, Person, Section};
use crate::figures::{Alarm, AlarmedCustomer, CallToday};
use crate::sentences;

pub fn calls(words: &Words<'_>) -> Option<Section> {
    let calls = &words.review.call_today;
    if calls.is_empty() {
        return words.section("page-calls", vec![Block::Text(words.say("page-nobody-to-call"))]);
    }
    let person = |call: &CallToday| Person {
        at_risk: call.margin_at_risk.map(|money| words.phrases.money_round(money)),
        id: sentences::name(&call.id),
        reason: sentences::reason(words.phrases, &call.reason),
        action: Some(sentences::action(words.phrases, call.action)),
    };
    let people = calls.iter().map(person).collect();
    let intro = Block::Aside(sentences::calls_intro(words.phrases, words.review));
    words.section("page-calls", vec![intro, Block::People(people)])
}

pub fn alarms(words: &Words<'_>, shown: usize) -> Option<Section> {
    let regulars = &words.review.regulars;
    if regulars.count == 0 {
        return None;
    }
    let mut blocks = vec![Block::Aside(words.say_count("page-alarms-intro", regulars.count))];
    for (title, alarm) in [
        ("page-alarm-order-value", &regulars.order_value_falling),
        ("page-alarm-gone-quiet", &regulars.gone_quiet),
        ("page-alarm-range", &regulars.range_stopped),
    ] {
        let title = format!("{}: {}", words.say(title), words.count(alarm.count));
        blocks.push(Block::Subtitle(title));
        blocks.extend(alarmed(words, alarm, shown));
    }
    words.section("page-alarms", blocks)
}

fn alarmed(words: &Words<'_>, alarm: &Alarm, shown: usize) -> Vec<Block> {
    if alarm.count == 0 {
        return vec![Block::Text(words.say("page-alarm-silent"))];
    }
    let person = |of: &AlarmedCustomer| Person {
        at_risk: of.at_risk.map(|money| words.phrases.money_round(money)),
        id: sentences::name(&of.id),
        reason: sentences::evidence(words.phrases, &of.evidence),
        action: None,
    };
    let people: Vec<Person> = alarm.customers.iter().take(shown).map(person).collect();
    let more = alarm.count.saturating_sub(people.len() as u64);
    let mut blocks = vec![Block::People(people)];
    if more > 0 {
        blocks.push(Block::Aside(words.say_count("page-and-more", more)));
    }
    blocks
}
