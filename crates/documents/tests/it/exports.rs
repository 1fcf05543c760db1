//! Exports of shops and payment services, read without a map.

use documents::orders::AttributeRole;

use crate::table::{Table, options, read_files, read_text};

fn attribute(table: &Table, role: AttributeRole) -> Vec<String> {
    let columns = table.plan.attributes();
    let index = columns.iter().position(|column| column.role == role).unwrap();
    table.rows.iter().map(|row| row.attributes[index].clone()).collect()
}

#[test]
fn uci_online_retail() {
    let table = read_text(
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n\
         536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom\n\
         536365,71053,WHITE METAL LANTERN,6,12/1/2010 8:26,3.39,17850,United Kingdom\n\
         C536379,D,Discount,-1,12/1/2010 9:41,27.5,14527,United Kingdom\n\
         536414,22139,,56,12/1/2010 11:52,0,,United Kingdom\n\
         536544,21773,DECORATIVE ROSE BATHROOM BOTTLE,1,12/13/2010 14:32,2.51,,France\n",
    )
    .unwrap();
    assert_eq!(
        table.short(),
        [
            " 2010-12-01 0",
            " 2010-12-13 251",
            "14527 2010-12-01 -2750",
            "17850 2010-12-01 1530",
            "17850 2010-12-01 2034",
        ]
    );
    assert!(table.rows[2].is_return && !table.rows[3].is_return);
    assert!(table.rows.iter().all(|row| row.has_time));
    assert_eq!(table.rows[2].order, "C536379");
    assert_eq!(attribute(&table, AttributeRole::Country)[1], "France");
    assert_eq!(attribute(&table, AttributeRole::Product)[3], "85123A");
    assert_eq!(table.described("date_order").as_deref(), Some("mdy"));
}

#[test]
fn a_description_is_the_product_where_there_is_no_code() {
    let table = read_text(
        "InvoiceNo,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n\
         536365,WHITE METAL LANTERN,6,2010-12-01 8:26,3.39,17850\n",
    )
    .unwrap();
    assert_eq!(attribute(&table, AttributeRole::Product), ["WHITE METAL LANTERN"]);
}

#[test]
fn shopify_orders() {
    let table = read_text(
        "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,\
         Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,\
         Billing Name,Billing Country,Refunded Amount,Id,Source\n\
         #1001,Anna@Example.com,paid,2024-05-03 10:00:00 +0300,fulfilled,EUR,30.00,5.00,0.00,35.00,\
         ,0.00,2024-05-03 09:59:00 +0300,2,Tea,10.00,Anna A,GR,0.00,5001,web\n\
         #1001,Anna@Example.com,,,,,,,,,,,2024-05-03 09:59:00 +0300,1,Cup,10.00,,,,,\n\
         #1002,boris@example.com,refunded,2024-05-04 10:00:00 +0300,,EUR,10.00,0.00,0.00,10.00,\
         ,0.00,2024-05-04 10:00:00 +0300,1,Tea,10.00,Boris B,GR,10.00,5002,web\n\
         #1003,boris@example.com,partially_refunded,2024-05-05 10:00:00 +0300,,EUR,20.00,0.00,0.00,20.00,\
         SPRING,0.00,2024-05-05 10:00:00 +0300,2,Tea,10.00,Boris B,GR,5.00,5003,pos\n\
         #1004,carl@example.com,voided,,,EUR,8.00,0.00,0.00,8.00,\
         ,0.00,2024-05-06 10:00:00 +0300,1,Cup,8.00,Carl C,GR,0.00,5004,web\n",
    )
    .unwrap();
    let rows: Vec<String> = table
        .rows
        .iter()
        .map(|row| format!("{} {} {} {:?}", row.customer, row.order, row.day, row.amount))
        .collect();
    assert_eq!(
        rows,
        [
            "anna@example.com #1001 2024-05-03 None",
            "anna@example.com #1001 2024-05-03 Some(3500)",
            "boris@example.com #1002 2024-05-04 Some(-1000)",
            "boris@example.com #1002 2024-05-04 Some(1000)",
            "boris@example.com #1003 2024-05-05 Some(-500)",
            "boris@example.com #1003 2024-05-05 Some(2000)",
        ]
    );
    assert_eq!(table.outcome.accepted, 4);
    assert_eq!(table.outcome.set_aside.get("voided"), Some(&1));
    assert!(table.rows[1..].iter().all(|row| row.currency.as_deref() == Some("EUR")));
    assert_eq!(attribute(&table, AttributeRole::Source)[5], "pos");
    assert_eq!(attribute(&table, AttributeRole::Product)[0], "Cup");
}

/// Orders of several lines, of which the first alone says who bought, when
/// and whether it was paid.
const LINES_OF_ORDERS: [&str; 9] = [
    "#1,a@x.com,paid,30.00,0.00,2024-05-01 10:00:00 +0300,EUR,Mug",
    "#1,,,,,,,Tea",
    "#2,b@x.com,refunded,50.00,50.00,2024-05-02 10:00:00 +0300,EUR,Mug",
    "#2,b@x.com,,,,2024-05-02 10:00:00 +0300,,Tea",
    "#3,c@x.com,voided,70.00,0.00,2024-05-03 10:00:00 +0300,EUR,Mug",
    "#3,c@x.com,,,,2024-05-03 10:00:00 +0300,,Tea",
    "#3,,,,,,,Cup",
    "#4,d@x.com,pending,9.00,0.00,2024-05-04 10:00:00 +0300,EUR,Mug",
    "#4,d@x.com,,,,2024-05-04 10:00:00 +0300,,Tea",
];

#[test]
fn what_one_line_says_of_an_order_holds_for_all_its_lines_wherever_they_are() {
    let header =
        "Name,Email,Financial Status,Total,Refunded Amount,Created at,Currency,Lineitem name\n";
    let text = |lines: &[&str]| header.to_owned() + &lines.join("\n");
    let rows = |table: &Table| -> Vec<String> {
        let row = |row: &crate::table::Row| {
            format!("{} {} {} {:?}", row.order, row.customer, row.day, row.amount)
        };
        let mut rows: Vec<String> = table.rows.iter().map(row).collect();
        rows.sort();
        rows
    };
    let together = read_text(&text(&LINES_OF_ORDERS)).unwrap();
    assert_eq!(
        rows(&together),
        [
            "#1 a@x.com 2024-05-01 None",
            "#1 a@x.com 2024-05-01 Some(3000)",
            "#2 b@x.com 2024-05-02 None",
            "#2 b@x.com 2024-05-02 None",
            "#2 b@x.com 2024-05-02 Some(-5000)",
            "#2 b@x.com 2024-05-02 Some(5000)",
        ]
    );
    assert_eq!(together.refusals(), [""; 0]);
    assert_eq!(together.outcome.set_aside.get("voided"), Some(&3));
    assert_eq!(together.outcome.set_aside.get("pending"), Some(&2));
    assert_eq!(together.outcome.notes, []);
    let mut turned = LINES_OF_ORDERS;
    turned.reverse();
    assert_eq!(rows(&read_text(&text(&turned)).unwrap()), rows(&together));
    let (first, second) = (text(&turned[..4]), text(&turned[4..]));
    let files = [("a.csv", first.as_bytes()), ("b.csv", second.as_bytes())];
    assert_eq!(rows(&read_files(&files, &options()).unwrap()), rows(&together));
}

#[test]
fn an_order_that_came_to_nothing_is_nothing_in_files_that_are_not_looked_at_whole() {
    let mut text = "Name,Email,Financial Status,Total,Created at\n".to_owned();
    for order in 0..120_000 {
        let status = if order == 100_000 { "voided" } else { "paid" };
        text += &format!("#{order},u{}@x.com,{status},5.00,2024-05-03 10:00:00\n", order % 9000);
        if order == 100_000 {
            text += "#100000,u1000@x.com,,,2024-05-03 10:00:00\n";
        }
    }
    let table = read_text(&text).unwrap();
    assert_eq!(table.outcome.set_aside.get("voided"), Some(&2));
    assert_eq!(table.outcome.accepted, 119_999);
}

#[test]
fn woocommerce_orders_whose_total_is_repeated_on_each_line() {
    let header = "Order ID,Order Date,Order Status,Customer User ID,Billing Email,Order Total Amount,\
                  Order Currency,Item Name,Quantity,Item Cost\n";
    let mut text = header.to_owned();
    for order in 1..=5 {
        let line = format!(
            "{order},2024-05-0{order} 10:00:00,wc-completed,{},u{order}@x.com,30.00,USD",
            order % 2 * 7
        );
        text += &format!("{line},Tea,1,10.00\n{line},Cup,2,10.00\n");
    }
    text.push_str("9,2024-05-09 10:00:00,wc-cancelled,7,u7@x.com,30.00,USD,Tea,3,10.00\n");
    let table = read_text(&text).unwrap();
    let total: i64 = table.rows.iter().filter_map(|row| row.amount).sum();
    assert_eq!(total, 5 * 3000);
    assert!(table.rows.iter().all(|row| row.order_total == Some(3000)));
    // a guest has the id 0 and is known by the e-mail address
    assert_eq!(table.rows[0].customer, "7");
    assert!(table.rows.iter().any(|row| row.customer == "u2@x.com"));
    assert_eq!(table.outcome.set_aside.get("wc-cancelled"), Some(&1));
    assert_eq!(table.outcome.rows, table.outcome.accepted + 1);
}

#[test]
fn magento_orders() {
    let table = read_text(
        "ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),\
         Grand Total (Purchased),Status,Customer Email,Customer Group\n\
         000000001,Main Website,\"May 3, 2024 10:15:00 AM\",Anna A,Anna A,$35.00,$35.00,complete,a@x.com,General\n\
         000000002,Main Website,\"May 4, 2024 1:15:00 PM\",Boris B,Boris B,\"$1,135.00\",\"$1,135.00\",canceled,b@x.com,General\n",
    )
    .unwrap();
    assert_eq!(table.short(), ["a@x.com 2024-05-03 3500"]);
    assert_eq!(
        (table.rows[0].order.as_str(), table.rows[0].currency.as_deref()),
        ("000000001", Some("USD"))
    );
    assert_eq!(table.outcome.set_aside.get("canceled"), Some(&1));
}

#[test]
fn stripe_payments() {
    let table = read_text(
        "id,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Description,Fee,Status,\
         Customer ID,Customer Email\n\
         ch_1,2024-05-03 10:00,20.00,0.00,eur,20.00,Tea,0.8,Paid,cus_1,a@x.com\n\
         ch_2,2024-05-04 10:00,20.00,0.00,eur,20.00,Tea,0,Failed,cus_1,a@x.com\n\
         ch_3,2024-05-05 10:00,30.00,30.00,eur,30.00,Tea,0.8,Refunded,cus_2,b@x.com\n\
         ch_4,2024-05-06 10:00,30.00,10.00,eur,30.00,Tea,0.8,Paid,,c@x.com\n",
    )
    .unwrap();
    assert_eq!(
        table.short(),
        [
            "c@x.com 2024-05-06 -1000",
            "c@x.com 2024-05-06 3000",
            "cus_1 2024-05-03 2000",
            "cus_2 2024-05-05 -3000",
            "cus_2 2024-05-05 3000",
        ]
    );
    assert_eq!(table.rows[2].order, "ch_1");
    assert_eq!(table.rows[2].currency.as_deref(), Some("EUR"));
    assert_eq!(table.outcome.set_aside.get("Failed"), Some(&1));
}

#[test]
fn square_transactions() {
    let table = read_text(
        "Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Tax,Total Collected,Source,Transaction ID,\
         Event Type,Customer ID,Customer Name\n\
         05/03/24,10:15:00,Eastern Time (US & Canada),$12.00,($2.00),$10.00,$1.00,$11.00,Register,T1,Payment,C1,Anna\n\
         05/14/24,11:15:00,Eastern Time (US & Canada),($12.00),$2.00,($10.00),($1.00),($11.00),Register,T2,Refund,C1,Anna\n",
    )
    .unwrap();
    assert_eq!(table.short(), ["C1 2024-05-03 1000", "C1 2024-05-14 -1000"]);
    assert!(table.rows[1].is_return && table.rows[0].has_time);
    assert_eq!(table.rows[0].currency.as_deref(), Some("USD"));
}

#[test]
fn files_in_five_languages() {
    for (text, expected) in [
        ("Customer ID;Order date;Total\nA1;3 May 2024;1,250.50\n", "A1 2024-05-03 125050"),
        ("Код клиента;Дата заказа;Сумма\nА1;03.05.2024;1 250,50 ₽\n", "А1 2024-05-03 125050"),
        ("Cod client;Data comenzii;Valoare\nA1;3 mai 2024;1.250,50 lei\n", "A1 2024-05-03 125050"),
        ("Κωδικός πελάτη;Ημερομηνία;Ποσό\nΑ1;3 Μαΐου 2024;1.250,50 €\n", "Α1 2024-05-03 125050"),
        ("Հաճախորդ;Ամսաթիվ;Գումար\nԱ1;3 մայիսի 2024 թ.;1250,50 ֏\n", "Ա1 2024-05-03 125050"),
    ] {
        assert_eq!(read_text(text).unwrap().short(), [expected], "{text}");
    }
}

#[test]
fn orders_and_currencies_are_known_by_their_headers() {
    for (header, currency) in [
        ("Order no.;Customer;Date;Total (EUR)", "EUR"),
        ("Номер заказа;Клиент;Дата;Сумма, руб.", "RUB"),
        ("Nr. comandă;Client;Data;Valoare (lei)", "RON"),
        ("Αριθμός παραγγελίας;Πελάτης;Ημερομηνία;Ποσό (€)", "EUR"),
        ("Պատվերի համար;Հաճախորդ;Ամսաթիվ;Գումար, դրամ", "AMD"),
    ] {
        let table = read_text(&format!("{header}\n7;A;2024-05-03;12\n")).unwrap();
        assert_eq!(table.rows[0].order, "7", "{header}");
        assert_eq!(table.rows[0].currency.as_deref(), Some(currency), "{header}");
    }
}

#[test]
fn old_encodings_are_found_and_said() {
    let russian = "Клиент;Дата;Сумма;Город\nИванова Анна;03.05.2024;100,50;Москва\nПетров Пётр;25.05.2024;7;Тула\n";
    let greek = "Πελάτης;Ημερομηνία;Ποσό;Πόλη\nΓιώργος Παπάς;03/05/2024;100,50;Αθήνα\nΆννα;25/05/2024;7;Πάτρα\n";
    let polish = "Klient;Client;Date;Amount\nŁukasz Żak;1;2024-05-03;5\nZoë Černý;2;2024-05-04;5\n";
    for (text, encoding, name) in [
        (russian, encoding_rs::WINDOWS_1251, "CSV (;), windows-1251"),
        (greek, encoding_rs::WINDOWS_1253, "CSV (;), windows-1253"),
        (greek, encoding_rs::ISO_8859_7, "CSV (;), ISO-8859-7"),
        (polish, encoding_rs::WINDOWS_1250, "CSV (;), windows-1250"),
    ] {
        let plain = read_text(text).unwrap();
        let bytes = encoding.encode(text).0;
        let table = read_files(&[("o.csv", &bytes)], &options()).unwrap();
        assert_eq!(table.rows, plain.rows, "{name}");
        assert_eq!(table.outcome.files[0].format, name);
    }
}

#[test]
fn columns_that_make_groups_are_attributes_and_personal_ones_are_not() {
    let mut text =
        "customer,date,amount,Loyalty tier,Phone,City note,Plan code,Channel\n".to_owned();
    for row in 0..60 {
        let tier = ["gold", "silver"][row % 2];
        text += &format!("{row},2024-05-03,5,{tier},+3069{},{tier},{},web\n", row % 3, row % 4);
    }
    let table = read_text(&text).unwrap();
    let names: Vec<_> = table.plan.attributes().iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["Channel", "Loyalty tier"]);
}
