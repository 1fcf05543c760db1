//! The `--map` line: how the files are read, as it can be typed again.

use documents::orders::{ColumnMap, Field, Note};

/// A mapping as options of the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MapLine {
    /// The options, as a shell takes them.
    pub line: String,
    /// Columns of fields that have another name in another file; they are found
    /// again by themselves.
    pub elsewhere: Vec<(Field, String)>,
}

impl MapLine {
    /// From the columns found and how values are written, as the plan tells
    /// them.
    pub fn found(columns: &[(Field, String)], described: &[(String, String)]) -> Self {
        let mut map = ColumnMap::default();
        let mut elsewhere = Vec::new();
        for (field, column) in columns {
            if map.column(*field).is_none() {
                map.columns.push((*field, column.clone()));
            } else {
                elsewhere.push((*field, column.clone()));
            }
        }
        let value = |key: &str| {
            let mut values = described.iter().filter(|(of, _)| of == key).map(|(_, value)| value);
            // What differs from file to file is found in each of them again.
            values.next().filter(|_| values.next().is_none())
        };
        let formats = ["date_order", "decimal"]
            .into_iter()
            .filter_map(|key| Some(format!("{key}={}", quoted_sign(value(key)?))))
            .collect::<Vec<_>>()
            .join(",");
        if let Ok(formats) = formats.parse::<ColumnMap>() {
            (map.date_order, map.decimal) = (formats.date_order, formats.decimal);
        }
        let mut line = of(&map);
        if map.column(Field::Currency).is_none()
            && let Some(currency) = value("currency")
        {
            line.push_str(" --currency ");
            line.push_str(&shell_word(currency));
        }
        Self { line, elsewhere }
    }
}

/// The decimal sign can be a comma, which stands between parts as well.
fn quoted_sign(value: &str) -> String {
    if value == "," { "\",\"".to_owned() } else { value.to_owned() }
}

/// What reads the files in another way than a note says, where one does.
pub fn instead(note: &Note) -> Option<ColumnMap> {
    let columns = match note {
        Note::ColumnNotRead { column, field, .. } => vec![(*field, column.clone())],
        Note::OrderTotalRepeated { prices: Some([quantity, price]), .. } => {
            vec![(Field::Quantity, quantity.clone()), (Field::Price, price.clone())]
        }
        Note::OrderTotalRepeated { prices: None, .. }
        | Note::GivenTwice { .. }
        | Note::SheetNotRead { .. }
        | Note::DecimalSignsDiffer { .. }
        | Note::DateOrdersDiffer { .. }
        | Note::CancelledByName { .. }
        | Note::AttributesNotRead { .. }
        | Note::AmountsMissing { .. } => return None,
    };
    Some(ColumnMap { columns, ..ColumnMap::default() })
}

/// `--map` with this map.
pub fn of(map: &ColumnMap) -> String {
    format!("--map {}", shell_word(&map.to_string()))
}

/// `text` as one word of a shell's command line.
pub fn shell_word(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "_-.,=:/@%+".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::process::Command;

    use proptest::prelude::*;

    use super::*;

    /// What the program is given where `line` is typed into a shell.
    fn arguments(line: &str) -> Vec<String> {
        let script = format!("for word in {line}; do printf '%s\\0' \"$word\"; done");
        let output = Command::new("sh").arg("-c").arg(script).output().unwrap();
        let words = String::from_utf8(output.stdout).unwrap();
        words.split_terminator('\0').map(str::to_owned).collect()
    }

    /// Names of columns, odd ones among them. No header holds a NUL, and one
    /// without a name is called by its number.
    fn column() -> impl Strategy<Value = String> {
        prop_oneof![
            "[ a-z,='\"#$`!*;&|\\\\]{1,12}",
            "[^\\x00]{1,12}",
            Just("Total, EUR".to_owned()),
            Just("Kunde's \"name\"".to_owned()),
        ]
        .prop_filter("a column without a name has a number", |name| !name.trim().is_empty())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

        #[test]
        fn a_printed_line_reads_back_as_the_same_map(
            names in prop::collection::vec(column(), 1..=Field::ALL.len()),
            order in prop::option::of(prop::sample::select(vec!["dmy", "mdy", "ymd"])),
            mark in prop::option::of(prop::sample::select(vec![".", ","])),
        ) {
            let columns: Vec<(Field, String)> = Field::ALL.into_iter().zip(names).collect();
            let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
            let described: Vec<_> = order
                .map(|order| pair("date_order", order))
                .into_iter()
                .chain(mark.map(|mark| pair("decimal", mark)))
                .collect();
            let words = arguments(&MapLine::found(&columns, &described).line);
            prop_assert_eq!(words.len(), 2, "{:?}", words);
            prop_assert_eq!(&words[0], "--map");
            let map: ColumnMap = words[1].parse().unwrap();
            prop_assert_eq!(map.columns, columns);
            prop_assert_eq!(map.date_order.map(documents::orders::DateOrder::key), order);
            prop_assert_eq!(map.decimal.map(documents::orders::DecimalMark::key), mark);
        }
    }

    #[test]
    fn the_currency_of_the_amounts_is_an_option_of_its_own() {
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        let columns = [(Field::Customer, "Client".to_owned()), (Field::Customer, "Who".to_owned())];
        let described =
            [pair("customer", "Client"), pair("customer", "Who"), pair("currency", "EUR")];
        let found = MapLine::found(&columns, &described);
        assert_eq!(found.line, "--map customer=Client --currency EUR");
        assert_eq!(found.elsewhere, [(Field::Customer, "Who".to_owned())]);
    }
}
