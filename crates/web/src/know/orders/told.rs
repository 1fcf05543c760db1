//! What happened to orders, as a timeline tells it.

use domain::know::orders::{
    ImportedOrder, OrderChanged, OrderEdited, OrderPlaced, OrdersGivenCurrency, OrdersImported,
    OrdersRemoved, ShipmentChanged, ShipmentSent,
};
use kernel::Currency;
use store::log::{Entry, Event as _};

use super::{list, words};
use crate::Reader;
use crate::components::Tone;
use crate::know::customers::timeline::Told;
use crate::know::when;

/// Lines told of an order; the rest stand on its page.
const LINES: usize = 5;

/// What an entry says of an order; none where it is about something else, or
/// where a shipment beside it says the same.
pub fn told(reader: Reader, entry: &Entry) -> Option<Told> {
    let (tone, title, text) = match entry.kind.as_str() {
        OrderPlaced::KIND => {
            let event: OrderPlaced = entry.event().ok()??;
            let total = total(reader, &event);
            let title = words::title(reader, event.code.as_deref(), event.placed_at);
            (Tone::Good, format!("{title} · {total}"), lines(reader, &event))
        }
        OrderEdited::KIND => {
            let event: OrderEdited = entry.event().ok()??;
            let title = words::title(reader, event.to.code.as_deref(), event.to.placed_at);
            let title = format!("{title} · {}", reader.say("timeline-order-edited"));
            (Tone::Quiet, title, difference(reader, &event))
        }
        OrdersImported::KIND => {
            let event: OrdersImported = entry.event().ok()??;
            let key = "timeline-orders-imported";
            return Some(of_file(reader, key, Tone::Good, all_of(entry), &event.orders));
        }
        OrdersRemoved::KIND => {
            let event: OrdersRemoved = entry.event().ok()??;
            let key = "timeline-orders-removed";
            return Some(of_file(reader, key, Tone::Quiet, None, &event.orders));
        }
        OrdersGivenCurrency::KIND => {
            let event: OrdersGivenCurrency = entry.event().ok()??;
            let none = Currency::NONE;
            let key = if event.orders.iter().any(|order| order.currency != none.code()) {
                "timeline-orders-given-currency"
            } else {
                "timeline-orders-without-currency"
            };
            return Some(of_file(reader, key, Tone::Quiet, all_of(entry), &event.orders));
        }
        OrderChanged::KIND => {
            let event: OrderChanged = entry.event().ok()??;
            if event.shipment.is_some() {
                return None;
            }
            (Tone::Quiet, words::is_now(reader, event.to), String::new())
        }
        ShipmentSent::KIND => {
            let event: ShipmentSent = entry.event().ok()??;
            let parts = [Some(event.carrier), event.tracking];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            (Tone::Accent, reader.say("timeline-shipment-sent"), parts.join(" · "))
        }
        ShipmentChanged::KIND => {
            let event: ShipmentChanged = entry.event().ok()??;
            let key = match event.to {
                Some(_) => "timeline-shipment-arrived",
                None => "timeline-shipment-under-way",
            };
            (Tone::Quiet, reader.say(key), String::new())
        }
        _ => return None,
    };
    let href = Some(format!("/orders/{}", entry.subject.id));
    Some(Told { icon: "order", tone, title, href, text: Some(text) })
}

fn total(reader: Reader, event: &OrderPlaced) -> String {
    let currency: Currency = event.currency.parse().unwrap_or(Currency::NONE);
    words::money(reader, event.total, currency)
}

/// "€12.50 → €15.00" where the total is another, then the lines it has now
/// where they are others.
fn difference(reader: Reader, event: &OrderEdited) -> String {
    let (from, to) = (total(reader, &event.from), total(reader, &event.to));
    let mut told = Vec::new();
    if from != to {
        told.push(format!("{from} → {to}"));
    }
    if event.from.lines != event.to.lines {
        told.push(lines(reader, &event.to));
    }
    told.join("\n")
}

/// Where all orders of whom an entry is about are.
fn all_of(entry: &Entry) -> Option<String> {
    entry.subject.customer.map(|customer| list::of_customer(customer.into()))
}

/// Orders that a file brought, or that went with it, the last ones by name.
fn of_file(
    reader: Reader,
    key: &str,
    tone: Tone,
    href: Option<String>,
    orders: &[ImportedOrder],
) -> Told {
    let count = [("count", orders.len().into())];
    let line = |order: &ImportedOrder| {
        let currency: Currency = order.currency.parse().unwrap_or(Currency::NONE);
        let title = words::title(reader, Some(&order.code), order.placed_at);
        let day = when::day(reader, order.placed_at);
        format!("{title} · {day} · {}", words::money(reader, order.total, currency))
    };
    let mut lines: Vec<String> = orders.iter().rev().take(LINES).map(line).collect();
    if orders.len() > LINES {
        lines.push("…".to_owned());
    }
    let title = reader.phrases.say_with(key, &count);
    Told { icon: "order", tone, title, href, text: Some(lines.join("\n")) }
}

/// "3 × Rye", line by line.
fn lines(reader: Reader, event: &OrderPlaced) -> String {
    let line = |line: &domain::know::orders::Line| {
        format!("{} × {}", reader.phrases.integer(line.quantity), line.name)
    };
    let mut lines: Vec<String> = event.lines.iter().take(LINES).map(line).collect();
    if event.lines.len() > LINES {
        lines.push("…".to_owned());
    }
    lines.join("\n")
}
