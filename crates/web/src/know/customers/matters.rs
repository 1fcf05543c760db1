//! What is open with a customer: follow-ups and orders on their way.

use askama::Template;
use domain::know::customers::CustomerId;
use domain::know::interactions::{self, Due};
use domain::know::orders::{self, OrderRow};
use domain::office::staff::Account;
use kernel::Day;
use phrases::Phrases;
use store::{Snapshot, StoreError};

use crate::components::{Icon, Status, icon};
use crate::know::interactions::words;
use crate::know::orders::{list, words as order_words};
use crate::routes::with_query;
use crate::{Frame, Token};

/// Of each kind at most.
const SHOWN: u32 = 5;

/// What is open with a customer.
#[derive(Template)]
#[template(path = "know/customers/matters.html")]
pub struct Matters {
    follow_ups: Vec<FollowUp>,
    orders: Vec<Order>,
    all_orders: String,
    may_log: bool,
    token: Token,
    phrases: Phrases,
}

struct FollowUp {
    icon: Icon,
    href: String,
    words: String,
    on: String,
    is_late: bool,
    /// Where the form goes that says it is done.
    done: String,
}

struct Order {
    href: String,
    title: String,
    total: String,
    status: Status,
}

impl askama::filters::HtmlSafe for Matters {}

impl Matters {
    /// Those of a customer, on a day.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn of(
        snapshot: &mut Snapshot<'_>,
        frame: &Frame,
        (customer, today): (CustomerId, Day),
        staff: &[Account],
        may_log: bool,
    ) -> Result<Self, StoreError> {
        let due = interactions::follow_ups_with(snapshot, customer, SHOWN).await?;
        let orders = orders::to_come(snapshot, customer, SHOWN).await?;
        Ok(Self {
            follow_ups: due.iter().map(|due| follow_up(frame, staff, today, due)).collect(),
            orders: orders.iter().map(|row| order(frame, row)).collect(),
            all_orders: list::of_customer(customer),
            may_log,
            token: frame.token.clone(),
            phrases: frame.reader.phrases,
        })
    }
}

fn follow_up(frame: &Frame, staff: &[Account], today: Day, due: &Due) -> FollowUp {
    let path = format!("/interactions/{}", due.id);
    let kind = frame.say(words::key(due.kind));
    FollowUp {
        icon: icon(words::icon_name(due.kind)),
        words: if due.text.is_empty() { kind } else { words::plain(&due.text, staff) },
        on: frame.reader.phrases.day(due.on.into()),
        is_late: Day::from(due.on) < today,
        done: with_query(&format!("{path}/done"), [("back", &frame.path)]),
        href: path,
    }
}

fn order(frame: &Frame, row: &OrderRow) -> Order {
    Order {
        href: format!("/orders/{}", row.id),
        title: order_words::title(frame.reader, row.code.as_deref(), row.placed_at),
        total: order_words::money(frame.reader, row.total, row.currency),
        status: order_words::status(frame.reader, row.state),
    }
}
