//! How orders stand in the log.

use crate::know::orders::ImportedOrder;

#[test]
fn an_order_of_a_file_is_written_without_names_and_read_with_them_too() {
    let named = r#"{"id":"01a205df-1da3-7321-930a-9d4482e9e10c","code":"A-1",
        "at":"2022-10-21T00:00:00Z","currency":"EUR","total":859,"state":"delivered"}"#;
    let unnamed = r#"["01a205df-1da3-7321-930a-9d4482e9e10c","A-1","2022-10-21T00:00:00Z","EUR",859,"delivered"]"#;
    let order: ImportedOrder = serde_json::from_str(named).unwrap();
    assert_eq!(serde_json::to_string(&order).unwrap(), unnamed);
    assert_eq!(serde_json::from_str::<ImportedOrder>(unnamed).unwrap(), order);
    let values: Vec<serde_json::Value> = serde_json::from_str(unnamed).unwrap();
    let fields: serde_json::Map<_, _> =
        ImportedOrder::FIELDS.map(str::to_owned).into_iter().zip(values).collect();
    assert_eq!(
        serde_json::Value::from(fields),
        serde_json::from_str::<serde_json::Value>(named).unwrap()
    );
}
