//! What was bought and what was said.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::know::interactions::{Kind, NewInteraction};
use domain::know::orders::{NewLine, NewOrder};
use kernel::Currency;

use super::Draw;

const ORDER: u64 = 11;
const NOTE: u64 = 12;
const WORD: u64 = 13;

/// Things on the shelves, some sold much more than others.
const PRODUCTS: usize = 400;
const GOODS: [&str; 10] =
    ["Coffee", "Tea", "Honey", "Soap", "Candle", "Jam", "Oil", "Wool", "Salt", "Nuts"];

/// Words of notes beside those of everyday: what people call their things.
const NAMED: usize = 20_000;
const SYLLABLES: [[&str; 12]; 5] = [
    ["mar", "lo", "tin", "ve", "ka", "dor", "ne", "shi", "bel", "ru", "pon", "gre"],
    ["мар", "ло", "тин", "ве", "ка", "дор", "не", "ши", "бел", "ру", "пон", "гре"],
    ["mar", "lu", "tin", "ve", "ca", "dor", "ne", "ți", "bel", "ru", "pân", "gre"],
    ["μαρ", "λο", "τιν", "βε", "κα", "δορ", "νε", "σι", "μπελ", "ρου", "πον", "γρε"],
    ["մար", "լո", "տին", "վե", "կա", "դոր", "նե", "շի", "բել", "րու", "պոն", "գրե"],
];

/// What people say most, in each language.
const SAID: [[&str; 16]; 5] = [
    [
        "asked", "about", "delivery", "the", "price", "wants", "new", "order", "was", "happy",
        "late", "call", "again", "next", "week", "invoice",
    ],
    [
        "спросил",
        "о",
        "доставке",
        "цена",
        "хочет",
        "новый",
        "заказ",
        "доволен",
        "опоздали",
        "перезвонить",
        "на",
        "следующей",
        "неделе",
        "счёт",
        "подарок",
        "просил",
    ],
    [
        "a",
        "întrebat",
        "de",
        "livrare",
        "prețul",
        "vrea",
        "comandă",
        "nouă",
        "mulțumit",
        "întârziat",
        "sunăm",
        "iar",
        "săptămâna",
        "viitoare",
        "factura",
        "cadou",
    ],
    [
        "ρώτησε",
        "για",
        "παράδοση",
        "την",
        "τιμή",
        "θέλει",
        "νέα",
        "παραγγελία",
        "ευχαριστημένος",
        "άργησε",
        "ξανά",
        "τηλέφωνο",
        "επόμενη",
        "εβδομάδα",
        "τιμολόγιο",
        "δώρο",
    ],
    [
        "հարցրեց",
        "առաքման",
        "մասին",
        "գինը",
        "ուզում",
        "է",
        "նոր",
        "պատվեր",
        "գոհ",
        "ուշացավ",
        "զանգել",
        "կրկին",
        "հաջորդ",
        "շաբաթ",
        "հաշիվ",
        "նվեր",
    ],
];

pub(super) fn order(seed: u64, number: u64) -> NewOrder {
    let mut draw = Draw::of(seed, ORDER, number);
    // Most orders come from a till that tells only what they came to.
    let lines = match draw.below(8) {
        0..=5 => 0,
        6 => 1,
        _ => 2,
    };
    let total = 500 + i64::try_from(draw.below(20_000)).unwrap_or_default();
    let lines: Vec<NewLine> = (0..lines).map(|_| line(&mut draw)).collect();
    NewOrder {
        source: if lines.is_empty() { "till" } else { "shop" }.to_owned(),
        code: (number + 1).to_string(),
        placed_at: None,
        currency: "EUR".parse().unwrap_or(Currency::NONE),
        total: lines.is_empty().then_some(total),
        lines,
    }
}

fn line(draw: &mut Draw) -> NewLine {
    let product = draw.frequent_first(PRODUCTS);
    NewLine {
        product: format!("{} {}", GOODS[product % GOODS.len()], product / GOODS.len() + 1),
        quantity: 1 + i64::try_from(draw.below(4)).unwrap_or_default(),
        unit_price: 150 + 25 * i64::try_from(product % 90).unwrap_or_default(),
    }
}

pub(super) fn interaction(
    seed: u64,
    number: u64,
    tongue: usize,
    at: DateTime<Utc>,
) -> NewInteraction {
    let mut draw = Draw::of(seed, NOTE, number);
    let kind = match draw.below(20) {
        0..=10 => Kind::Call,
        11..=14 => Kind::Visit,
        15 => Kind::Meeting,
        16 => Kind::Gift,
        _ => Kind::Note,
    };
    let needs_words = matches!(kind, Kind::Note | Kind::Gift);
    let text = if needs_words || draw.once_in(4) { said(&mut draw, tongue) } else { String::new() };
    let follow_up = draw.once_in(200).then(|| follow_up(&mut draw, at)).flatten();
    NewInteraction { kind, at: None, text, follow_up }
}

fn follow_up(draw: &mut Draw, at: DateTime<Utc>) -> Option<NaiveDate> {
    at.date_naive().checked_add_days(Days::new(1 + draw.below(30)))
}

fn said(draw: &mut Draw, tongue: usize) -> String {
    let words = 4 + draw.place(8);
    let said: Vec<String> = (0..words)
        .map(|place| {
            if place % 3 == 2 {
                let which = draw.frequent_first(NAMED);
                named(which, tongue)
            } else {
                draw.one_of(&SAID[tongue]).to_owned()
            }
        })
        .collect();
    said.join(" ")
}

/// One of the words that few use, always spelt alike.
fn named(which: usize, tongue: usize) -> String {
    let mut draw = Draw::of(0, WORD, which as u64);
    (0..2 + which % 3).map(|_| draw.one_of(&SYLLABLES[tongue])).collect()
}
