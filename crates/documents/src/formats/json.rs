//! Records of JSON: objects, one a line or in an array, nested keys joined by
//! points.

use serde_json::{Map, Value};

use super::blocks::Cut;
use super::delimited::{Dialect, Separator};
use super::error::{ReadError, RejectReason};
use super::json_objects::{Objects, last_object_end};
use super::record::Sample;
use super::record::{RowBuffer, TakeRecords};
use crate::values::typed;

/// How objects are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Arrangement {
    /// One object a line.
    Lines,
    /// In an array, or one after another over several lines each.
    Array,
}

impl Arrangement {
    /// The arrangement of a text by its beginning; `None` where it is no JSON.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let text = text.trim_start();
        let first_line = text.lines().next().unwrap_or_default();
        match text.as_bytes().first()? {
            b'[' => Some(Self::Array),
            b'{' if parsed(first_line).is_some() => Some(Self::Lines),
            // an object that goes on after its line, or a line that is none
            b'{' if last_object_end(first_line.as_bytes()).is_none() => Some(Self::Array),
            b'{' => Some(Self::Lines),
            _ => None,
        }
    }

    /// What blocks of the text are cut by.
    pub(crate) fn cut(self) -> Cut {
        match self {
            Self::Lines => Cut::Lines(LINES),
            Self::Array => Cut::Objects,
        }
    }
}

/// Cuts at line ends, which JSON strings do not contain.
const LINES: Dialect = Dialect { separator: Separator::Blanks, line_end: b'\n' };

/// Hands on each object; `line` is the number of the first line.
pub(crate) fn records(
    text: &str,
    line: u64,
    arrangement: Arrangement,
    keys: &[String],
    take: &mut impl TakeRecords,
) -> Result<(), ReadError> {
    let mut buffer = RowBuffer::default();
    let mut each = |line: u64, text: &str| {
        let Some(object) = parsed(text) else {
            take.refuse_line(line, text, RejectReason::NotJson);
            return Ok(());
        };
        buffer.begin(keys.len());
        fill(&mut buffer, "", &object, keys);
        take.take(&buffer.record(line))
    };
    object_texts(text, line, arrangement).try_for_each(|(line, text)| each(line, text))
}

/// The text of each object and its line.
fn object_texts(
    text: &str,
    line: u64,
    arrangement: Arrangement,
) -> Box<dyn Iterator<Item = (u64, &str)> + '_> {
    match arrangement {
        Arrangement::Lines => {
            let bare = |text: &'_ str| text.trim().trim_end_matches(',').trim_end().len();
            let lines = (line..).zip(text.split('\n'));
            let texts = lines.map(move |(line, text)| {
                let text = text.trim_start();
                (line, &text[..bare(text)])
            });
            Box::new(texts.filter(|(_, text)| !text.is_empty()))
        }
        Arrangement::Array => Box::new(
            Objects::of(text.as_bytes(), line)
                .filter_map(|piece| Some((piece.line, text.get(piece.range)?.trim()))),
        ),
    }
}

fn parsed(text: &str) -> Option<Map<String, Value>> {
    serde_json::from_str(text).ok()
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
            let mixed = super::record::mixed(hash(&text), hash(key));
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

/// The keys and rows of a sample.
pub(crate) struct SampledObjects {
    pub(crate) keys: Vec<String>,
    pub(crate) sample: Sample,
}

/// Looks at the objects of the head of a text; the last one may be cut.
pub(crate) fn sample(text: &str, is_whole: bool, arrangement: Arrangement) -> SampledObjects {
    let end = arrangement.cut().last_record_end(text.as_bytes(), is_whole);
    let whole = text.get(..end.unwrap_or(text.len())).unwrap_or(text);
    let mut keys = Vec::new();
    for (_, text) in object_texts(whole, 1, arrangement) {
        if let Some(object) = parsed(text) {
            add_keys(&mut keys, "", &object);
        }
    }
    let mut sample = Sample { is_whole, ..Sample::default() };
    let mut keep = |record: &super::record::Record<'_>| {
        sample.add(record);
        Ok(())
    };
    // keeping a copy cannot fail
    let _ = records(whole, 1, arrangement, &keys, &mut keep);
    SampledObjects { keys, sample }
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
        let SampledObjects { keys, sample } = sample(text, true, Arrangement::Array);
        assert_eq!(keys, ["customer.id", "total", "date"]);
        let rows: Vec<_> = sample.rows.iter().map(|(_, row)| row.join("|")).collect();
        assert_eq!(rows, ["7|12.3450|2026-05-03", "Ann\"a||2026-05-04"]);
    }

    #[test]
    fn the_beginning_tells_lines_from_arrays() {
        for (text, expected) in [
            ("{\"a\":1}\n{\"a\":2}\n", Some(Arrangement::Lines)),
            ("\n{\"a\":nonsense}\n{\"a\":2}\n", Some(Arrangement::Lines)),
            ("[{\"a\":1},{\"a\":2}]", Some(Arrangement::Array)),
            ("{\n  \"a\":1\n}\n", Some(Arrangement::Array)),
            ("a,b\n", None),
        ] {
            assert_eq!(Arrangement::of(text), expected, "{text}");
        }
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
        records("{}\n\n{\"a\":1\n7\n", 10, Arrangement::Lines, &[], &mut refused).unwrap();
        assert_eq!(refused.0, [12, 13]);
    }
}
