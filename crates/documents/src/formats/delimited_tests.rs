use super::*;

fn read(text: &str, separator: Separator) -> Vec<Vec<String>> {
    let dialect = Dialect { separator, line_end: b'\n' };
    let mut rows = Vec::new();
    let mut keep = |record: &Record<'_>| {
        rows.push((0..record.len()).map(|index| record.field(index).to_owned()).collect());
        Ok(())
    };
    dialect.records(text, 1, &mut Buffers::default(), &mut keep).unwrap();
    rows
}

fn csv(text: &str) -> Vec<Vec<String>> {
    read(text, Separator::Byte(b','))
}

#[test]
fn fields_lose_the_blanks_around_them() {
    assert_eq!(csv("a, b ,c\r\n1,,3\n\n4,5,"), [["a", "b", "c"], ["1", "", "3"], ["4", "5", ""]]);
}

#[test]
fn quotes_hold_separators_line_ends_and_quotes() {
    assert_eq!(csv("\"a,b\",\"c\nd\",\"e\"\"f\"\n"), [["a,b", "c\nd", "e\"f"]]);
    assert_eq!(csv("1, \"a,b\" ,2\n"), [["1", "a,b", "2"]]);
    assert_eq!(csv("\"\",\"\"\"\"\n"), [["", "\""]]);
}

#[test]
fn a_quote_inside_a_field_is_a_plain_character() {
    assert_eq!(csv("5\" pipe,1\n6\" pipe,2\n"), [["5\" pipe", "1"], ["6\" pipe", "2"]]);
    assert_eq!(csv("\"Great\" shirt,1\n"), [["Great shirt", "1"]]);
}

/// Keeps lines and what stands there, of rows and of refused lines.
#[derive(Default)]
struct Kept {
    rows: Vec<(u64, String)>,
    refused: Vec<(u64, String)>,
}

impl TakeRecords for Kept {
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let fields: Vec<&str> = (0..record.len()).map(|index| record.field(index)).collect();
        self.rows.push((record.line, fields.join("|")));
        Ok(())
    }

    fn refuse_line(&mut self, line: u64, text: &str, reason: RejectReason) {
        assert_eq!(reason, RejectReason::OpenQuote);
        self.refused.push((line, text.to_owned()));
    }
}

fn kept(text: &str) -> Kept {
    let dialect = Dialect { separator: Separator::Byte(b','), line_end: b'\n' };
    let mut kept = Kept::default();
    dialect.records(text, 1, &mut Buffers::default(), &mut kept).unwrap();
    kept
}

#[test]
fn a_row_with_a_quote_that_is_not_closed_is_refused_and_the_next_is_read() {
    for (text, rows, refused) in [
        ("a,\"b\nc,d\n", &[(2, "c|d")][..], (1, "a,\"b")),
        ("1,\"b,2\n3,c,4\n5,\"d\",6\n", &[(2, "3|c|4"), (3, "5|d|6")], (1, "1,\"b,2")),
        ("\"x\ny\",\"b\n\"c\",\"d\"\n", &[(3, "c|d")], (1, "\"x\ny\",\"b")),
        ("a,b\n\"c,\"\"d\n", &[(1, "a|b")], (2, "\"c,\"\"d")),
    ] {
        let kept = kept(text);
        let kept_rows: Vec<_> = kept.rows.iter().map(|(line, row)| (*line, row.as_str())).collect();
        assert_eq!(kept_rows, rows, "{text}");
        assert_eq!(kept.refused, [(refused.0, refused.1.to_owned())], "{text}");
    }
}

#[test]
fn blanks_in_any_number_part_columns() {
    let rows = read(" 00001 19970101  1   11.77\r\n\r\n00002\t19970112 5 77.00", Separator::Blanks);
    assert_eq!(rows, [["00001", "19970101", "1", "11.77"], ["00002", "19970112", "5", "77.00"]]);
}

#[test]
fn where_blocks_are_cut_does_not_matter() {
    let text =
        "1,\"o,2\n3,\"p\",\"q\n4\"\na,\"b\nb\",c\n\"d\"\"\",e,\"f,\n\"\n5\",g,h\n\"i\",\"\",\n";
    let dialect = Dialect { separator: Separator::Byte(b','), line_end: b'\n' };
    let whole = csv(text);
    for length in 1..text.len() {
        let Some(end) = dialect.last_record_end(&text.as_bytes()[..length], false) else {
            continue;
        };
        let mut parts = csv(&text[..end]);
        parts.extend(csv(&text[end..]));
        assert_eq!(parts, whole, "cut at {end}");
    }
}
