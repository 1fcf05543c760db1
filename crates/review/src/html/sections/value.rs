//! What the losses cost, and who brings the money.

use askama::Template;
use charts::{Bar, Bars, Tone};

use super::{Section, numbers};
use crate::html::parts::{Drawing, Formula, Number, Numbers};
use crate::voice::Voice;

#[derive(Template)]
#[template(path = "sections/value.html")]
struct ValueSection {
    numbers: String,
    drawing: Option<Drawing>,
    said: Option<(String, Formula)>,
}

/// The second and third of the three questions: how many left, what it cost.
pub(super) fn cost(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    let cost = &voice.review.cost_of_loss;
    let lost = voice.say("page-lost-12m");
    let mut numbers = vec![numbers::lost(voice, "cost-lost", None)];
    if voice.review.has_money {
        for (key, formula, amount, path) in [
            ("page-cost-yearly", "cost_yearly", cost.yearly, "cost_of_loss.yearly"),
            ("page-cost-lifetime", "cost_lifetime", cost.lifetime, "cost_of_loss.lifetime"),
        ] {
            let label = voice.say(key);
            numbers.push(Number {
                value: voice.money(amount),
                note: match amount {
                    Some(_) => voice.margin(),
                    None => voice.why(path).unwrap_or_default(),
                },
                href: None,
                formula: voice
                    .formula(&format!("cost-{formula}"), &label, formula)
                    .with(&lost, voice.count(cost.lost_12m)),
                label,
            });
        }
        let label = voice.say("page-gold-lost");
        let gold = &voice.review.value.gold;
        numbers.push(Number {
            value: voice.count(gold.lost),
            note: voice.say("page-gold-lost-note"),
            href: Some("#gold"),
            formula: voice.formula("cost-gold", &label, "gold_lost"),
            label,
        });
    }
    let numbers = Numbers { numbers }.render()?;
    let body = ValueSection { numbers, drawing: None, said: None }.render()?;
    Ok(Some(Section { id: "cost", title: voice.say("page-cost"), body }))
}

/// Gold customers and how concentrated the money is.
pub(super) fn gold(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    if !voice.review.has_money {
        return Ok(None);
    }
    let value = &voice.review.value;
    let number = |key: &str, formula: &str, value: String, note: String| {
        let label = voice.say(key);
        let formula = voice.formula(&format!("gold-{formula}"), &label, formula);
        Number { label, value, note, href: None, formula }
    };
    let interval = value.lifetime_interval.map(|(low, high)| {
        let (low, high) = (voice.money(Some(low)), voice.money(Some(high)));
        voice.say_with("page-residual-interval", &[("low", low.into()), ("high", high.into())])
    });
    let numbers = vec![
        number(
            "page-gold",
            "gold",
            voice.count(value.gold.count),
            voice.say_with(
                "page-gold-from",
                &[("amount", voice.money(value.gold.threshold).into())],
            ),
        ),
        number(
            "page-gold-lost",
            "gold_lost",
            voice.count(value.gold.lost),
            voice.say("page-gold-lost-note"),
        ),
        number(
            "page-gold-quiet",
            "gold_gone_quiet",
            voice.count(value.gold.gone_quiet),
            voice.say("page-gold-quiet-note"),
        ),
        number(
            "page-margin-12m-each",
            "margin_12m_per_customer",
            voice.money(value.margin_12m_per_customer),
            voice.say_with("page-in-all", &[("amount", voice.money(value.margin_12m).into())]),
        ),
        number(
            "page-lifetime-value",
            "lifetime_per_customer",
            voice.money(value.lifetime_per_customer),
            interval.unwrap_or_default(),
        ),
        number(
            "page-residual-total",
            "residual_total",
            voice.money(value.residual_total),
            voice.say_with(
                "page-over-months",
                &[("months", voice.phrases.months(voice.review.value_months).into())],
            ),
        ),
    ];
    let said = value.concentration.as_ref().map(|concentration| {
        let gini = voice.decimal(Some(concentration.gini), 2);
        let said = voice.say_with("page-gini-said", &[("gini", gini.into())]);
        (said, voice.formula("gini", &voice.say("page-gini"), "gini"))
    });
    let body = ValueSection {
        numbers: Numbers { numbers }.render()?,
        drawing: concentration(voice).map(|chart| {
            let drawing = Drawing::of(&chart);
            let formula = voice.formula("concentration-how", &drawing.title, "share_of_margin");
            drawing.explained(formula)
        }),
        said,
    };
    Ok(Some(Section { id: "gold", title: voice.say("page-gold-title"), body: body.render()? }))
}

fn concentration(voice: &Voice<'_>) -> Option<Bars> {
    let value = &voice.review.value;
    let concentration = value.concentration.as_ref()?;
    let bar = |key: &str, share: f64, tone| Bar {
        label: voice.say(key),
        value: share,
        shown: voice.share(Some(share)),
        href: None,
        tone,
    };
    let mut bars = vec![
        bar("page-top-1", concentration.top_1_percent, Tone::Quiet),
        bar("page-top-10", concentration.top_10_percent, Tone::Quiet),
    ];
    if let Some(share) = value.gold.share_of_margin {
        bars.push(bar("page-top-gold", share, Tone::Accent));
    }
    Some(Bars {
        words: voice.words("concentration", "page-concentration"),
        head: [voice.say("page-customers"), voice.say("page-share-of-margin")],
        full: Some(1.0),
        bars,
    })
}
