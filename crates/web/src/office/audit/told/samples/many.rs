//! What happens to many at once, and what lists and fields are.

use domain::know::bulk::{Alter, BulkBegun, BulkTakenBack};
use domain::know::customers::Field;
use domain::know::fields::{FieldAdded, FieldChanged, FieldRemoved, FieldRestored, Holds};
use domain::know::imports::{
    Applied, Counts, ImportApplied, ImportUndone, OtherCurrency, Read, Undone,
};
use domain::know::lists::ListTakenOut;
use domain::know::views::{NewView, ViewChanged, ViewRemoved, ViewRestored, ViewSaved};
use serde_json::Value;

use super::{KNOWN, TYPED, event, own_id, typed};

pub fn files_of_many() -> Vec<(&'static str, Value)> {
    let read =
        Read { rows: 1, customers: 2, orders: 3, rejected: 4, anonymous: 5, unmatched_returns: 6 };
    let applied = Applied {
        customers_added: 1,
        customers_known: 2,
        customers_filled: 3,
        orders_added: 4,
        orders_known: 5,
        orders_differing: 6,
        orders_given_currency: 7,
        orders_clashing: 8,
    };
    let undone = Undone {
        orders_removed: 1,
        orders_kept: 2,
        customers_removed: 3,
        customers_kept: 4,
        fields_emptied: 5,
        fields_kept: 6,
        currencies_emptied: 7,
        currencies_kept: 8,
        products_removed: 9,
    };
    let pair = |of_record: &str| OtherCurrency {
        orders_in_another_currency: 10,
        currency_of_record: of_record.parse().unwrap(),
        currency_of_files: "EUR".parse().unwrap(),
    };
    let other_currencies = ["USD", "GBP"].into_iter().map(pair).collect();
    let undone_too = Some(undone);
    let counts =
        Counts { customers: 2, orders: 3, read, applied, other_currencies, undone: undone_too };
    let query = format!("tag:{TYPED} kind:company consent:none");
    let begun = |alter| BulkBegun { alter, query: query.clone(), customers: Some(3) };
    let view = NewView {
        name: typed(),
        query: query.clone(),
        sort: "-spent".into(),
        columns: vec!["city".into(), "seen".into()],
        is_shared: true,
    };
    let before = NewView {
        name: "5".into(),
        query: String::new(),
        sort: "name".into(),
        columns: Vec::new(),
        is_shared: false,
    };
    let choice = Holds::Choice { of: vec![typed()] };
    vec![
        event(&ImportApplied { source: typed(), files: vec![typed()], counts }),
        event(&ImportUndone { source: typed(), undone }),
        event(&begun(Alter::Field { field: Field::Owner, value: KNOWN.to_string() })),
        event(&begun(Alter::Own { field: own_id(), value: "yes".into() })),
        event(&begun(Alter::Tag { tag: typed() })),
        event(&begun(Alter::Untag { tag: typed() })),
        event(&BulkTakenBack {}),
        event(&ListTakenOut { query, form: "csv".into() }),
        event(&ViewSaved { view: view.clone() }),
        event(&ViewChanged { from: before, to: view }),
        event(&ViewRemoved { name: typed() }),
        event(&ViewRestored { name: typed() }),
        event(&FieldAdded { name: typed(), key: typed(), holds: choice.clone() }),
        event(&FieldChanged { from: (typed(), Holds::YesNo), to: (typed(), choice) }),
        event(&FieldRemoved { name: typed() }),
        event(&FieldRestored { name: typed() }),
    ]
}
