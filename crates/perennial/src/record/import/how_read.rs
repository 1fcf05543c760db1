//! How the files of an import are read: as the record keeps it, and as a command
//! line says it.

use documents::orders::{ColumnMap, Field};
use domain::know::imports::HowRead;

use crate::arguments::ReadingArguments;

/// What a command line says, for the record to keep.
pub fn of(reading: &ReadingArguments) -> HowRead {
    let (currency, drop_duplicates) = (reading.currency, reading.drop_duplicates);
    let how = HowRead { currency, drop_duplicates, ..HowRead::default() };
    reading.map.as_ref().map_or_else(|| how.clone(), |map| chosen(&how, map))
}

/// The same with another map.
pub fn chosen(how: &HowRead, map: &ColumnMap) -> HowRead {
    let columns = map.columns.iter();
    HowRead {
        columns: columns.map(|(field, name)| (field.key().to_owned(), name.clone())).collect(),
        date_order: map.date_order.map(|order| order.key().to_owned()),
        decimal: map.decimal.map(|mark| mark.key().to_owned()),
        ..how.clone()
    }
}

/// The same but for the columns that `map` names. A total that gives way to
/// quantity and price is not named any longer: what is named stays.
pub fn rather(how: &HowRead, map: &ColumnMap) -> HowRead {
    let gives_way = |field: &str| {
        let by_price = map.column(Field::Price).is_some() && map.column(Field::Quantity).is_some();
        by_price && field == Field::Amount.key()
    };
    let named = chosen(how, map).columns;
    let is_named = |field: &str| named.iter().any(|(of, _)| of == field);
    let kept = how.columns.iter().filter(|(field, _)| !is_named(field) && !gives_way(field));
    HowRead { columns: kept.cloned().chain(named.iter().cloned()).collect(), ..how.clone() }
}

/// As a command line would say it.
pub fn arguments(how: &HowRead) -> ReadingArguments {
    let map = map(how);
    ReadingArguments {
        map: (!map.is_empty()).then_some(map),
        currency: how.currency,
        drop_duplicates: how.drop_duplicates,
        ..ReadingArguments::default()
    }
}

fn map(how: &HowRead) -> ColumnMap {
    let columns = how.columns.iter();
    let named = columns.filter_map(|(field, column)| Some((field.parse().ok()?, column.clone())));
    // One of few words each; what is none of them is as good as not said.
    let said = |key: &str, value: Option<&String>| {
        let value = value?;
        format!("{key}=\"{value}\"").parse::<ColumnMap>().ok()
    };
    ColumnMap {
        columns: named.collect(),
        date_order: said("date_order", how.date_order.as_ref()).and_then(|map| map.date_order),
        decimal: said("decimal", how.decimal.as_ref()).and_then(|map| map.decimal),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_of_a_command_line_says_the_same_again() {
        let map = "customer=\"Client, whole\",date=Day,amount=#3,date_order=mdy,decimal=comma";
        let said = ReadingArguments {
            map: Some(map.parse().unwrap()),
            currency: Some("AMD".parse().unwrap()),
            drop_duplicates: true,
            ..ReadingArguments::default()
        };
        let kept = serde_json::to_string(&of(&said)).unwrap();
        let again = arguments(&serde_json::from_str(&kept).unwrap());
        assert_eq!(again.map, said.map);
        assert_eq!(again.currency, said.currency);
        assert!(again.drop_duplicates);
    }

    #[test]
    fn another_reading_takes_the_place_of_what_it_differs_in() {
        let said: ColumnMap = "date=Day,amount=Total,price=Old".parse().unwrap();
        let how = chosen(&HowRead::default(), &said);
        let by_price = rather(&how, &"quantity=Qty,price=Each".parse().unwrap());
        let now = arguments(&by_price).map.unwrap().to_string();
        assert_eq!(now, "date=Day,quantity=Qty,price=Each");
        let refunded = rather(&how, &"refunded=Back".parse().unwrap());
        let now = arguments(&refunded).map.unwrap().to_string();
        assert_eq!(now, "date=Day,amount=Total,price=Old,refunded=Back");
    }

    #[test]
    fn where_nothing_was_said_nothing_is_said_again() {
        let again = arguments(&of(&ReadingArguments::default()));
        assert_eq!((again.map, again.currency, again.drop_duplicates), (None, None, false));
    }
}
