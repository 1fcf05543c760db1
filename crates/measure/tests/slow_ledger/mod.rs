//! What a ledger makes of its rows, by loops and maps that anyone can check.

use std::collections::{BTreeMap, BTreeSet};

use documents::orders::{OrderRow, Particulars};
use kernel::{Currency, Day};
use measure::book::BookFacts;
use measure::ledger::Closing;

/// A row that owns its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub customer: String,
    pub day: Day,
    pub has_time: bool,
    pub order: String,
    pub amount: Option<i64>,
    pub currency: Option<Currency>,
    pub is_return: bool,
    pub attributes: Vec<String>,
    pub rest: u64,
}

impl Default for Row {
    fn default() -> Self {
        Self {
            customer: String::new(),
            day: Day::from_epoch_days(19_720),
            has_time: false,
            order: String::new(),
            amount: None,
            currency: None,
            is_return: false,
            attributes: Vec::new(),
            rest: 0,
        }
    }
}

impl Row {
    /// The order that a return with a `C` in front of its id cancels.
    fn cancels(&self) -> Option<&str> {
        self.order.strip_prefix('C').filter(|_| self.is_return)
    }

    /// Shows it as the readers do.
    pub fn with<T>(&self, attributes: usize, see: impl FnOnce(&OrderRow<'_>) -> T) -> T {
        let texts: Vec<&str> = self.attributes.iter().map(String::as_str).collect();
        see(&OrderRow {
            customer: &self.customer,
            day: self.day,
            has_time: self.has_time,
            order: &self.order,
            amount: self.amount,
            order_total: None,
            currency: self.currency,
            cancels: self.cancels(),
            is_return: self.is_return,
            attributes: &texts[..attributes.min(texts.len())],
            rest: self.rest,
            particulars: Particulars::default(),
        })
    }
}

/// Everything a book holds.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    pub facts: BookFacts,
    pub customers: BTreeMap<String, FoundCustomer>,
}

/// Everything it holds of one customer.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FoundCustomer {
    pub orders: Vec<(Day, Option<i64>)>,
    pub items: Vec<(usize, String, Option<i64>)>,
    pub attributes: Vec<Option<String>>,
    pub unmatched: Vec<(Day, i64)>,
}

/// A line; an unpriced one counts in pieces of no currency. The order of the
/// fields is the order in which lines are looked at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    order: u64,
    day: Day,
    amount: i64,
    is_unpriced: bool,
    currency: Currency,
    attributes: Vec<(bool, String)>,
    cancels: u64,
    rest: u64,
}

fn hash(id: &str) -> u64 {
    if id.is_empty() { 0 } else { rapidhash::v3::rapidhash_v3(id.as_bytes()) }
}

impl Line {
    fn new(row: &Row, base: Currency, columns: usize) -> Self {
        let in_base = |amount: i64| {
            let (to, from) = (base.minor_per_major(), 100);
            let exact = i128::from(amount) * i128::from(to);
            let half = if to < from { i128::from(from) / 2 * exact.signum() } else { 0 };
            ((exact + half) / i128::from(from)) as i64
        };
        let (amount, currency) = match (row.amount, row.currency) {
            (None, _) => (1, Currency::NONE),
            (Some(amount), None) => (in_base(amount), base),
            (Some(amount), Some(currency)) => (amount, currency),
        };
        let attribute = |text: &String| (text.is_empty(), text.clone());
        Self {
            order: hash(&row.order),
            day: row.day,
            amount: if row.is_return { -amount.abs() } else { amount },
            is_unpriced: row.amount.is_none(),
            currency,
            attributes: row.attributes[..columns].iter().map(attribute).collect(),
            cancels: row.cancels().map_or(0, hash),
            rest: row.rest,
        }
    }

    fn product(&self) -> Option<&str> {
        self.attributes.first().filter(|(is_empty, _)| !is_empty).map(|(_, text)| text.as_str())
    }

    fn is_paid_like(&self, other: &Self) -> bool {
        (self.is_unpriced, self.currency) == (other.is_unpriced, other.currency)
    }
}

/// An order: its lines and what is left of each.
#[derive(Debug)]
struct Order {
    day: Day,
    id: u64,
    lines: Vec<(Line, i64)>,
}

impl Order {
    fn left_like(&self, back: &Line) -> i64 {
        self.lines.iter().filter(|(line, _)| line.is_paid_like(back)).map(|(_, left)| left).sum()
    }

    /// Takes up to `due` off the lines paid like `back`; returns the rest.
    fn take_off(&mut self, back: &Line, mut due: i64) -> i64 {
        for (line, left) in &mut self.lines {
            if line.is_paid_like(back) {
                let taken = due.min(*left);
                *left -= taken;
                due -= taken;
            }
        }
        due
    }
}

/// The book of `rows`; `None` where no order counts, or all amounts name other
/// currencies than the one asked for.
pub fn slow_close(rows: &[Row], columns: usize, closing: &Closing) -> Option<Found> {
    let last = rows.iter().map(|row| row.day).max()?;
    let first = rows.iter().map(|row| row.day).min()?;
    let has_times = rows.iter().any(|row| row.has_time);
    let as_of =
        closing.as_of.unwrap_or(if has_times && first < last { last.plus_days(-1) } else { last });
    let rows_after = rows.iter().filter(|row| row.day > as_of).count() as u64;
    let all: Vec<&Row> = rows.iter().filter(|row| !row.customer.is_empty()).collect();
    let rows: Vec<&Row> = rows.iter().filter(|row| row.day <= as_of).collect();
    let (anonymous, known): (Vec<&Row>, Vec<&Row>) =
        rows.iter().partition(|row| row.customer.is_empty());
    let named: Vec<Option<Currency>> =
        all.iter().filter(|row| row.amount.is_some()).map(|row| row.currency).collect();
    if closing.currency.is_some_and(|wanted| {
        !named.is_empty() && !named.contains(&None) && !named.contains(&Some(wanted))
    }) {
        return None;
    }
    let base = closing.currency.unwrap_or_else(|| most_used(&all, as_of));
    let mut facts = BookFacts {
        as_of,
        first_day: Day::MAX,
        last_day: Day::MIN,
        currency: base,
        has_money: false,
        rows: rows.len() as u64,
        rows_after,
        anonymous_rows: anonymous.len() as u64,
        anonymous_revenue: 0,
        returns: rows.iter().filter(|row| row.is_return).count() as u64,
        unmatched_returns: 0,
        unattributed_by_day: Vec::new(),
        duplicates: 0,
        duplicates_dropped: closing.drop_duplicates,
        cancelled_orders: 0,
        orders: 0,
        customers: 0,
        other_currencies: Vec::new(),
    };
    let mut by_customer: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in known {
        by_customer.entry(&row.customer).or_default().push(row);
    }
    let mut unattributed = count_anonymous(&anonymous, base, &mut facts);
    let (mut customers, mut others) = (BTreeMap::new(), BTreeMap::new());
    for (id, rows) in by_customer {
        let lines = rows.iter().map(|row| (row.is_return, Line::new(row, base, columns)));
        let (mut sorted, mut seen) = (Vec::new(), BTreeSet::new());
        for line in lines {
            let is_new = seen.insert(line.clone());
            facts.duplicates += u64::from(!is_new);
            if is_new || !closing.drop_duplicates {
                sorted.push(line);
            }
        }
        sorted.sort();
        let customer = one_customer(sorted, base, columns, &mut facts, &mut others);
        if customer.orders.is_empty() {
            for (day, amount) in customer.unmatched {
                *unattributed.entry(day).or_insert(0) += amount;
            }
        } else {
            customers.insert(id.to_owned(), customer);
        }
    }
    facts.customers = customers.len() as u64;
    facts.unattributed_by_day = unattributed.into_iter().collect();
    facts.other_currencies = others.into_iter().collect();
    (!customers.is_empty()).then_some(Found { facts, customers })
}

/// The currency most orders up to `as_of` are in, of those that any row names.
fn most_used(rows: &[&Row], as_of: Day) -> Currency {
    let mut orders: BTreeMap<Currency, BTreeSet<_>> = BTreeMap::new();
    for row in rows {
        if let (Some(currency), Some(_)) = (row.currency, row.amount) {
            let orders = orders.entry(currency).or_default();
            if !row.is_return && row.day <= as_of {
                let day = row.order.is_empty().then_some(row.day);
                orders.insert((&row.customer, &row.order, day));
            }
        }
    }
    let most = orders.values().map(BTreeSet::len).max();
    let found = orders.into_iter().find(|(_, orders)| Some(orders.len()) == most);
    found.map_or(Currency::NONE, |(currency, _)| currency)
}

/// Counts sales to nobody; what they came to by day.
fn count_anonymous(rows: &[&Row], base: Currency, facts: &mut BookFacts) -> BTreeMap<Day, i64> {
    let mut sums: BTreeMap<(Day, bool), i64> = BTreeMap::new();
    for row in rows {
        let amount = row.amount.unwrap_or_default();
        let is_base = row.currency == Some(base);
        if is_base || row.currency.is_none() {
            *sums.entry((row.day, is_base)).or_default() +=
                if row.is_return { -amount.abs() } else { amount };
        }
    }
    let mut days = BTreeMap::new();
    for ((day, is_base), sum) in sums {
        let row = Row { amount: Some(sum), ..Row::default() };
        let sum = if is_base { sum } else { Line::new(&row, base, 0).amount };
        facts.anonymous_revenue += sum;
        *days.entry(day).or_insert(0) += sum;
    }
    days
}

fn one_customer(
    lines: Vec<(bool, Line)>,
    base: Currency,
    columns: usize,
    facts: &mut BookFacts,
    others: &mut BTreeMap<Currency, u64>,
) -> FoundCustomer {
    let mut customer = FoundCustomer::default();
    let mut orders: Vec<Order> = Vec::new();
    let mut returns = Vec::new();
    for (is_return, line) in lines {
        if is_return {
            returns.push(line);
            continue;
        }
        let same = |order: &&mut Order| {
            order.id == line.order && (line.order != 0 || order.day == line.day)
        };
        match orders.iter_mut().find(same) {
            Some(order) => order.lines.push((line.clone(), line.amount)),
            None => orders.push(Order {
                day: line.day,
                id: line.order,
                lines: vec![(line.clone(), line.amount)],
            }),
        }
    }
    orders.sort_by_key(|order| (order.day, order.id));
    returns.sort_by_key(|line| line.day);
    for back in &returns {
        let due = net(back, &mut orders);
        if due > 0 {
            facts.unmatched_returns += 1;
            if !back.is_unpriced && back.currency == base {
                customer.unmatched.push((back.day, -due));
            }
        }
    }
    customer.unmatched.sort_unstable();
    let count = orders.len();
    orders.retain(|order| {
        let is_touched = order.lines.iter().any(|(line, left)| *left < line.amount);
        !is_touched || order.lines.iter().any(|(_, left)| *left > 0)
    });
    facts.cancelled_orders += (count - orders.len()) as u64;
    let is_base = |line: &Line| !line.is_unpriced && line.currency == base;
    let amount = |lines: &[&(Line, i64)]| {
        let base_lines: Vec<_> = lines.iter().filter(|(line, _)| is_base(line)).collect();
        (!base_lines.is_empty()).then(|| base_lines.iter().map(|(_, left)| left).sum::<i64>())
    };
    let all = |order: &Order| amount(&order.lines.iter().collect::<Vec<_>>());
    orders.sort_by_key(|order| (order.day, all(order), order.id));
    for (place, order) in orders.iter().enumerate() {
        let total = all(order);
        facts.orders += 1;
        facts.has_money |= total.is_some();
        facts.first_day = facts.first_day.min(order.day);
        facts.last_day = facts.last_day.max(order.day);
        customer.orders.push((order.day, total));
        let priced = order.lines.iter().filter(|(line, _)| !line.is_unpriced);
        let foreign: BTreeSet<Currency> =
            priced.map(|(line, _)| line.currency).filter(|&currency| currency != base).collect();
        for currency in foreign {
            *others.entry(currency).or_default() += 1;
        }
        let mut items: BTreeMap<&str, Vec<&(Line, i64)>> = BTreeMap::new();
        for entry in order.lines.iter().filter(|(line, left)| *left > 0 || line.amount == 0) {
            if let Some(product) = entry.0.product() {
                items.entry(product).or_default().push(entry);
            }
        }
        for (product, lines) in items {
            customer.items.push((place, product.to_owned(), amount(&lines)));
        }
    }
    for column in 0..columns {
        let known = orders.iter().find_map(|order| {
            let there = order.lines.iter().filter(|(line, left)| *left > 0 || line.amount == 0);
            there
                .filter(|(line, _)| !line.attributes[column].0)
                .map(|(line, left)| (-left, line.attributes[column].1.clone()))
                .min()
        });
        customer.attributes.push(known.map(|(_, text)| text));
    }
    customer
}

/// Takes a return off the orders; returns what is left of it.
fn net(back: &Line, orders: &mut [Order]) -> i64 {
    let mut due = -back.amount;
    for id in [back.order, back.cancels] {
        let same = orders.iter_mut().find(|order| id != 0 && order.id == id);
        match same {
            Some(order) if back.is_unpriced && due > 0 => {
                order.lines.iter_mut().for_each(|(_, left)| *left = 0);
                due = 0;
            }
            Some(order) => due = order.take_off(back, due),
            None => {}
        }
    }
    if due == 0 {
        return 0;
    }
    for order in orders.iter_mut().rev().filter(|order| order.day <= back.day) {
        for (line, left) in order.lines.iter_mut().rev() {
            let is_same = back.product().is_some() && line.product() == back.product();
            if is_same && line.is_paid_like(back) && *left >= due {
                *left -= due;
                return 0;
            }
        }
    }
    for order in orders.iter_mut().rev().filter(|order| order.day <= back.day) {
        if order.left_like(back) >= due {
            return order.take_off(back, due);
        }
    }
    due
}
