//! Records of JSON: one object per line, nested keys joined by points.

use serde_json::{Map, Value};

use super::delimited::{Dialect, Separator};
use super::record::{RowBuffer, TakeRecords};
use crate::orders::survey::Sample;
use crate::orders::{ReadError, RejectReason};
use crate::values::typed;

/// How the text is cut: at line ends, which JSON strings do not contain.
pub(crate) const LINES: Dialect = Dialect { separator: Separator::Blanks, line_end: b'\n' };

/// Hands on the object of each line; `line` is the number of the first.
pub(crate) fn records(
    text: &str,
    line: u64,
    keys: &[String],
    take: &mut impl TakeRecords,
) -> Result<(), ReadError> {
    let mut buffer = RowBuffer::default();
    for (line, text) in (line..).zip(text.split('\n')) {
        let Some(text) = object_text(text) else { continue };
        let Ok(object) = serde_json::from_str::<Map<String, Value>>(text) else {
            take.refuse_line(line, text, RejectReason::NotJson);
            continue;
        };
        buffer.begin(keys.len());
        fill(&mut buffer, "", &object, keys);
        take.take(&buffer.record(line))?;
    }
    Ok(())
}

/// The object on a line; `None` where it is blank or a bracket of an array
/// that stands around the objects.
fn object_text(line: &str) -> Option<&str> {
    let text = line.trim().trim_start_matches('[').trim_end_matches(']').trim();
    let text = text.trim_end_matches(',').trim();
    (!text.is_empty()).then_some(text)
}

fn fill(buffer: &mut RowBuffer, prefix: &str, object: &Map<String, Value>, keys: &[String]) {
    for (key, value) in object {
        let joined;
        let key = if prefix.is_empty() {
            key
        } else {
            joined = format!("{prefix}.{key}");
            &joined
        };
        if let Value::Object(inner) = value {
            fill(buffer, key, inner, keys);
        } else if let Some(index) = keys.iter().position(|known| known == key) {
            buffer.set(index, |text| write_value(value, text));
        } else if !value.is_null() {
            let mut text = String::new();
            write_value(value, &mut text);
            let hash = |text: &str| rapidhash::v3::rapidhash_v3(text.as_bytes());
            let mixed = crate::orders::attributes::mixed(hash(&text), hash(key));
            buffer.extra = buffer.extra.wrapping_add(mixed);
        }
    }
}

fn write_value(value: &Value, text: &mut String) {
    match value {
        Value::Null => {}
        Value::String(string) => text.push_str(string),
        Value::Number(number) => match (number.is_f64(), number.as_f64()) {
            (true, Some(number)) => typed::write_number(number, text),
            _ => text.push_str(&number.to_string()),
        },
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => text.push_str(&value.to_string()),
    }
}

/// The keys and rows of sampled lines.
pub(crate) struct SampledLines {
    pub(crate) keys: Vec<String>,
    pub(crate) sample: Sample,
}

/// Looks at the lines of the head of a text; the last one may be cut.
pub(crate) fn sample(text: &str, is_whole: bool) -> SampledLines {
    let whole_lines = if is_whole { text } else { text.rsplit_once('\n').map_or(text, |(t, _)| t) };
    let mut keys = Vec::new();
    for line in whole_lines.split('\n').filter_map(object_text) {
        if let Ok(object) = serde_json::from_str::<Map<String, Value>>(line) {
            add_keys(&mut keys, "", &object);
        }
    }
    let mut sample = Sample { is_whole, ..Sample::default() };
    let mut keep = |record: &super::record::Record<'_>| {
        sample.add(record);
        Ok(())
    };
    // keeping a copy cannot fail
    let _ = records(whole_lines, 1, &keys, &mut keep);
    SampledLines { keys, sample }
}

fn add_keys(keys: &mut Vec<String>, prefix: &str, object: &Map<String, Value>) {
    for (key, value) in object {
        let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        if let Value::Object(inner) = value {
            add_keys(keys, &key, inner);
        } else if !keys.contains(&key) {
            keys.push(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::record::Record;
    use super::*;

    #[test]
    fn objects_become_records_whatever_the_order_of_their_keys() {
        let text = "[{\"customer\":{\"id\":7},\"total\":12.345,\"date\":\"2026-05-03\"},\n\
                    {\"total\":null,\"date\":\"2026-05-04\",\"customer\":{\"id\":\"Ann\\\"a\"}}]\n";
        let SampledLines { keys, sample } = sample(text, true);
        assert_eq!(keys, ["customer.id", "total", "date"]);
        let rows: Vec<_> = sample.rows.iter().map(|(_, row)| row.join("|")).collect();
        assert_eq!(rows, ["7|12.3450|2026-05-03", "Ann\"a||2026-05-04"]);
    }

    #[test]
    fn a_line_that_is_no_object_is_refused() {
        struct Refused(Vec<u64>);
        impl TakeRecords for Refused {
            fn take(&mut self, _: &Record<'_>) -> Result<(), ReadError> {
                Ok(())
            }
            fn refuse_line(&mut self, line: u64, _: &str, reason: RejectReason) {
                assert_eq!(reason, RejectReason::NotJson);
                self.0.push(line);
            }
        }
        let mut refused = Refused(Vec::new());
        records("{}\n\n{\"a\":1\n7\n", 10, &[], &mut refused).unwrap();
        assert_eq!(refused.0, [12, 13]);
    }
}
