//! Files as they should not be: each gives a clear sentence or works.

use documents::orders::{PlanError, Question, ReadError, RejectReason};

use crate::table::{mapped, options, read_files, read_text};

fn error(content: &[u8]) -> PlanError {
    read_files(&[("orders.csv", content)], &options()).err().unwrap()
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    for content in [&b""[..], b"\n\r\n  \n", b"\xef\xbb\xbf"] {
        assert!(matches!(error(content), PlanError::Read(ReadError::Empty(_))), "{content:?}");
    }
}

#[test]
fn a_header_alone_holds_no_rows() {
    let table = read_text("customer,date,amount\n").unwrap();
    assert_eq!((table.outcome.rows, table.rejected.len()), (0, 0));
}

#[test]
fn binary_files_are_said_to_be_binary() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";
    let noise: Vec<u8> =
        (0..9999_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for content in [&png[..], &noise] {
        assert!(matches!(error(content), PlanError::Read(ReadError::Binary(_))));
    }
}

#[test]
fn damaged_containers_are_said_to_be_damaged() {
    for content in [
        &b"PK\x03\x04not a workbook"[..],
        b"PAR1 not a table PAR1",
        b"\x1f\x8b\x08\0not gzip at all",
        b"\x28\xb5\x2f\xfdnot zstd at all",
    ] {
        let error = error(content);
        assert!(matches!(error, PlanError::Read(ReadError::Damaged { .. })), "{error}");
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let error = crate::table::read(&["no-such-file.csv".to_owned()], &options()).err().unwrap();
    assert!(error.to_string().contains("cannot read no-such-file.csv"), "{error}");
    let error = crate::table::read(&["no-such-*.csv".to_owned()], &options()).err().unwrap();
    assert!(error.to_string().contains("no file fits"), "{error}");
    let error = crate::table::read(&[], &options()).err().unwrap();
    assert!(error.to_string().contains("no file to read"), "{error}");
}

#[test]
fn a_file_without_dates_or_customers_lists_its_columns() {
    let error = error(b"customer,shoe\n1,x\n2,y\n");
    assert!(error.to_string().contains("columns: customer, shoe"), "{error}");
    let PlanError::NoCustomer { columns, .. } =
        read_text("date,amount\n2024-01-01,5.10\n2024-01-02,6.20\n").err().unwrap()
    else {
        panic!("a customer was found")
    };
    assert_eq!(columns, ["date", "amount"]);
}

#[test]
fn a_table_without_dates_is_not_asked_who_bought() {
    let error = error(b"one,two,three\n1,2,x\n2,2,y\n1,3,z\n");
    assert!(matches!(error, PlanError::NoDate { .. }), "{error}");
    assert!(error.to_string().contains("call it \"Date\""), "{error}");
}

#[test]
fn one_line_of_ten_megabytes_is_one_value() {
    let long = "x".repeat(10 << 20);
    let table = read_text(&format!("customer,date,amount\n{long},2024-01-01,5\nb,2024-01-02,6\n"));
    let table = table.unwrap();
    assert_eq!(table.rows.len(), 2);
    assert_eq!(table.rows[1].customer.len(), long.len());
    assert!(matches!(error(long.as_bytes()), PlanError::NoDate { .. }));
}

#[test]
fn ids_are_kept_as_they_are() {
    let long = "9".repeat(300);
    let text = format!(
        "customer,date,amount\n00012,2024-01-01,5\n{long},2024-01-01,5\n🛒 Łukasz,2024-01-01,5\n\
         מרים,2024-01-01,5\n 7 ,2024-01-01,5\n1e5,2024-01-01,5\n"
    );
    let table = read_text(&text).unwrap();
    let mut customers: Vec<_> = table.rows.iter().map(|row| row.customer.as_str()).collect();
    customers.sort_unstable();
    assert_eq!(customers, ["00012", "1e5", "7", &long, "מרים", "🛒 Łukasz"]);
}

#[test]
fn a_bad_row_is_refused_with_its_line_and_value() {
    let table = read_text(
        "customer,date,amount\n\
         1,2024-01-01,5.00\n\
         2,2024-02-30,5.00\n\
         3,2024-01-01,\"12,5O\"\n\
         4,,5.00\n\
         5,2024-01-01,NaN\n\
         6,2024-01-01,-inf\n\
         7,2030-01-01,5.00\n\
         8,1850-01-01,5.00\n\
         \"9\n9\",2024-01-01,5.00,6.00\n\
         10\n\
         11,2024-01-01,99999999999999999999\n\
         ,,\n\
         12,2024-01-0\0,5.00\n",
    )
    .unwrap();
    assert_eq!(
        table.refusals(),
        [
            "3: not a date: 2024-02-30",
            "4: not a number: 12,5O",
            "5: the date is missing: ",
            "6: not a finite number: NaN",
            "7: not a finite number: -inf",
            "8: the date is in the future: 2030-01-01",
            "9: the date is before 1900: 1850-01-01",
            "10: the row is longer than the header: is a quote missing around a field?: 9\n9 | 2024-01-01 | 5.00 | 6.00",
            "12: the row is shorter than the header: fields are missing: 10",
            "13: the number is too large: 99999999999999999999",
            "15: the row holds binary data: 2024-01-0\0",
        ]
    );
    let outcome = &table.outcome;
    assert_eq!((outcome.rows, outcome.accepted, outcome.rejected), (12, 1, 11));
    assert_eq!(table.rejected, outcome.first_rejected);
    let first = table.rejected[0].to_string();
    assert!(first.ends_with("line 3: not a date: \"2024-02-30\" (column \"date\")"), "{first}");
}

#[test]
fn a_quote_that_is_not_closed_costs_its_own_row_only() {
    let mut text = "order_id,customer,date,amount\n".to_owned();
    for row in 1..=200 {
        let name = match row {
            7 | 90 => format!("\"C{row}"),
            _ if row % 3 == 0 => format!("\"C, {row}\""),
            _ => format!("C{row}"),
        };
        text += &format!("{row},{name},2024-01-01,5.00\n");
    }
    let table = read_text(&text).unwrap();
    assert_eq!(table.outcome.accepted, 198);
    assert_eq!(
        table.refusals(),
        [
            "8: a quote opens a field and is not closed: 7,\"C7,2024-01-01,5.00",
            "91: a quote opens a field and is not closed: 90,\"C90,2024-01-01,5.00",
        ]
    );
}

#[test]
fn strict_reading_stops_at_the_first_bad_row() {
    let mut text = "customer,date,amount\n".to_owned();
    for row in 0..200_000 {
        text.push_str(if row % 1000 == 999 { "1,x,5.00\n" } else { "1,2024-01-01,5.00\n" });
    }
    let strict = documents::orders::Options { strict: true, ..options() };
    let error = read_files(&[("orders.csv", text.as_bytes())], &strict).err().unwrap();
    let PlanError::Read(ReadError::Refused(row)) = error else { panic!("{error}") };
    assert_eq!((row.line, row.reason), (1001, RejectReason::NotADate));
}

#[test]
fn refused_rows_come_in_the_order_of_the_file() {
    let mut text = "customer,date,amount\n".to_owned();
    for row in 0..100_000 {
        text += &format!("{row},{},5.00\n", if row % 7 == 0 { "x" } else { "2024-01-01" });
    }
    let table = read_text(&text).unwrap();
    assert_eq!(table.rejected.len(), 14_286);
    assert!(table.rejected.is_sorted_by_key(|row| row.line));
    assert_eq!(table.outcome.first_rejected.len(), 20);
}

#[test]
fn dates_that_can_be_read_in_two_ways_are_asked_about() {
    let text = "customer,date,amount\n1,03/05/2024,5\n2,04/05/2024,6\n";
    let PlanError::Ambiguous { question, readings } = read_text(text).err().unwrap() else {
        panic!("not ambiguous")
    };
    assert_eq!(question, Question::DateOrder);
    let lines: Vec<_> = readings.iter().map(|reading| reading.map.to_string()).collect();
    assert_eq!(lines, ["date_order=dmy", "date_order=mdy"]);
    assert_eq!(readings[0].meaning, "2024-05-03");
    assert_eq!(readings[1].meaning, "2024-03-05");
    let table = read_files(&[("o.csv", text.as_bytes())], &mapped(&lines[1])).unwrap();
    assert_eq!(table.short(), ["1 2024-03-05 500", "2 2024-04-05 600"]);
}

#[test]
fn amounts_that_can_be_read_in_two_ways_are_asked_about() {
    let text = "customer;date;amount\n1;2024-05-03;1,250\n2;2024-05-04;2,500\n";
    let PlanError::Ambiguous { question, readings } = read_text(text).err().unwrap() else {
        panic!("not ambiguous")
    };
    assert_eq!(question, Question::Decimal);
    assert_eq!((readings[0].meaning.as_str(), readings[1].meaning.as_str()), ("1250", "1.25"));
    let told = mapped(&readings[1].map.to_string());
    let table = read_files(&[("o.csv", text.as_bytes())], &told).unwrap();
    assert_eq!(table.short(), ["1 2024-05-03 125", "2 2024-05-04 250"]);
}

#[test]
fn columns_that_may_both_be_the_customer_are_asked_about() {
    let text =
        "who,whom,date,amount\na,x,2024-05-03,1.50\nb,y,2024-05-04,2.50\na,y,2024-05-05,3.50\n";
    let PlanError::Ambiguous { question, readings } = read_text(text).err().unwrap() else {
        panic!("not ambiguous")
    };
    assert_eq!(question, Question::Customer);
    assert_eq!(readings[1].map.to_string(), "customer=whom");
}

#[test]
fn a_map_that_names_no_column_lists_those_there_are() {
    let files: [(&str, &[u8]); 1] = [("o.csv", b"customer,date,amount\n1,2024-05-03,5\n")];
    let error = read_files(&files, &mapped("customer=Client")).err().unwrap();
    assert!(error.to_string().contains("no column \"Client\""), "{error}");
    let table = read_files(&files, &mapped("customer=#3,amount=#1")).unwrap();
    assert_eq!(table.short(), ["5 2024-05-03 100"]);
}

#[test]
fn rows_without_a_customer_are_handed_on_without_one() {
    let table =
        read_text("customer,date,amount\n,2024-05-03,5\nNULL,2024-05-03,6\n1,2024-05-03,7\n");
    assert_eq!(table.unwrap().short(), [" 2024-05-03 500", " 2024-05-03 600", "1 2024-05-03 700"]);
}

#[test]
fn titles_above_the_header_are_skipped() {
    let text = "Sales report\nprinted 3 May,,\n\nClient,Date,Sum\nа,2024-05-03,5\n";
    assert_eq!(read_text(text).unwrap().short(), ["а 2024-05-03 500"]);
}

#[test]
fn a_quote_inside_a_field_costs_no_row() {
    let text = "customer,date,amount,item\n1,2024-05-03,5,5\" pipe\n3,2024-05-05,7,x\n";
    assert_eq!(read_text(text).unwrap().short(), ["1 2024-05-03 500", "3 2024-05-05 700"]);
}

#[test]
fn an_array_of_objects_is_read_piece_by_piece_and_what_is_no_object_is_refused() {
    let mut text = "[7, ".to_owned();
    for row in 0..40_000 {
        text +=
            &format!("{{\"customer\": {}, \"date\": \"2024-05-03\", \"amount\": 5.5}}, ", row % 9);
    }
    text += "{\"customer\": 1, \"date\"";
    let table = read_files(&[("orders.json", text.as_bytes())], &options()).unwrap();
    assert_eq!(table.outcome.accepted, 40_000);
    assert_eq!(
        table.refusals(),
        ["1: not a JSON object: 7,", "1: not a JSON object: {\"customer\": 1, \"date\""]
    );
    assert_eq!(table.outcome.files[0].format, "JSON");
}
