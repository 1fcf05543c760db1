//! Whom to call and whom the alarms name.

use super::{Block, Person, Section, section};
use crate::figures::{Alarm, AlarmedCustomer, CallToday};
use crate::sentences;
use crate::voice::{NO_FIGURE, Voice};

pub fn calls(voice: &Voice<'_>) -> Option<Section> {
    let calls = &voice.review.call_today;
    if calls.is_empty() {
        let nobody = voice.note_or("call_today", "page-nobody-to-call");
        return section(voice, "page-calls", vec![Block::Text(nobody)]);
    }
    let person = |call: &CallToday| Person {
        at_risk: call.margin_at_risk.map(|money| voice.phrases.money_round(money)),
        id: voice.name(&call.id),
        reason: sentences::reason(voice.phrases, &call.reason),
        action: Some(sentences::action(voice.phrases, &call.action)),
    };
    let people = calls.iter().map(person).collect();
    let intro = Block::Aside(sentences::calls_intro(voice.phrases, voice.review));
    section(voice, "page-calls", vec![intro, Block::People(people)])
}

pub fn alarms(voice: &Voice<'_>, shown: usize) -> Option<Section> {
    let regulars = &voice.review.regulars;
    if regulars.count == 0 {
        let nobody = sentences::no_regulars(voice.phrases, regulars);
        return section(voice, "page-alarms", vec![Block::Text(nobody)]);
    }
    let mut blocks = vec![Block::Aside(voice.say_count("page-alarms-intro", regulars.count))];
    for (title, path, alarm) in [
        ("page-alarm-order-value", "regulars.order_value_falling", &regulars.order_value_falling),
        ("page-alarm-gone-quiet", "regulars.gone_quiet", &regulars.gone_quiet),
        ("page-alarm-range", "regulars.range_stopped", &regulars.range_stopped),
    ] {
        let title = voice.say(title);
        let Some(alarm) = alarm else {
            blocks.push(Block::Subtitle(format!("{title}: {NO_FIGURE}")));
            blocks.extend(voice.why(path).map(Block::Text));
            continue;
        };
        blocks.push(Block::Subtitle(format!("{title}: {}", voice.count(alarm.count))));
        blocks.extend(alarmed(voice, alarm, shown));
    }
    section(voice, "page-alarms", blocks)
}

fn alarmed(voice: &Voice<'_>, alarm: &Alarm, shown: usize) -> Vec<Block> {
    if alarm.count == 0 {
        return vec![Block::Text(voice.say("page-alarm-silent"))];
    }
    let person = |of: &AlarmedCustomer| Person {
        at_risk: of.at_risk.map(|money| voice.phrases.money_round(money)),
        id: voice.name(&of.id),
        reason: sentences::evidence(voice.phrases, &of.evidence),
        action: None,
    };
    let people: Vec<Person> = alarm.customers.iter().take(shown).map(person).collect();
    let more = alarm.count.saturating_sub(people.len() as u64);
    let mut blocks = vec![Block::People(people)];
    if more > 0 {
        blocks.push(Block::Aside(voice.say_count("page-and-more", more)));
    }
    blocks
}
