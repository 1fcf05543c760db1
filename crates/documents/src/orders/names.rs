//! What columns are called, in five languages and in the exports of shops.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::field::Field;
use crate::values::{currency, words::folded};

/// Names by field, best first: where a file has several, the one that stands
/// first here is taken. Written as [`folded`] leaves
/// them, blanks between.
const NAMES: [(Field, &str); 16] = [
    (Field::Customer, CUSTOMER),
    (Field::Email, EMAIL),
    (Field::Date, DATE),
    (Field::Time, TIME),
    (Field::Order, ORDER),
    (Field::Amount, AMOUNT),
    (Field::Quantity, QUANTITY),
    (Field::Price, PRICE),
    (Field::Currency, CURRENCY),
    (Field::Status, STATUS),
    (Field::Refunded, REFUNDED),
    (Field::Product, PRODUCT),
    (Field::Category, CATEGORY),
    (Field::Source, SOURCE),
    (Field::Country, COUNTRY),
    (Field::Discount, DISCOUNT),
];

const CUSTOMER: &str = "\
    customerid customernumber customerno customercode customeruserid custid custno clientid \
    clientnumber buyerid userid memberid accountid visitorid idcustomer idclient cid uid \
    customerkey customeruniqueid loyaltycard cardnumber loyaltyid donorid idклиента клиентid \
    кодклиента номерклиента idпокупателя кодпокупателя номеркарты картаклиента контрагент \
    codclient numarclient κωδικοσπελατη idπελατη αριθμοσπελατη հաճախորդիid հաճախորդիկոդ գնորդիid \
    customer client buyer shopper member account user donor patron клиент покупатель заказчик \
    cumparator cumparatorul clientul πελατησ αγοραστησ հաճախորդ հաճախորդը գնորդ customername \
    clientname buyername имяклиента фиоклиента фио numeclient ονομαπελατη ονοματεπωνυμο \
    հաճախորդիանուն billingname billtoname cardname id";
const EMAIL: &str = "\
    customeremail email emailaddress billingemail buyeremail useremail mail customeremailaddress \
    электроннаяпочта почта емейл эмейл adresaemail adresadeemail ηλεκτρονικοταχυδρομειο \
    ηλταχυδρομειο էլփոստ էլեկտրոնայինփոստ";
const DATE: &str = "\
    orderdate invoicedate purchasedate transactiondate saledate salesdate paidat paiddate \
    createdat created createdutc createddateutc datecreated orderedat purchasedat ordercreated \
    orderdatetime orderpurchasetimestamp date datetime orderday day timestamp ts when \
    processedat completeddate paymentdate dateoforder dateofpurchase датазаказа датапокупки \
    датапродажи датаоплаты датачека датасоздания датаивремя дата день datacomenzii datacomanda \
    datavanzarii datafacturii datacumpararii dataplatii data ziua ημερομηνιαπαραγγελιασ \
    ημερομηνιααγορασ ημερομηνιατιμολογιου ημερομηνιαπωλησησ ημνια ημερομηνια ημερα \
    պատվերիամսաթիվ գնմանամսաթիվ վաճառքիամսաթիվ ամսաթիվ օր";
const TIME: &str = "\
    time ordertime timeofday hour время времязаказа ora ωρα ժամ ժամը";
const ORDER: &str = "\
    orderid ordernumber orderno ordername orderincrementid incrementid invoiceno invoice \
    invoiceid invoicenumber transactionid paymentintentid receiptid receiptno receiptnumber \
    saleid basketid checkid ticketid order orderkey номерзаказа idзаказа кодзаказа заказ \
    номерчека чек номерсчета счет numarcomanda nrcomanda idcomanda comanda numarfactura \
    nrfactura factura αριθμοσπαραγγελιασ παραγγελια κωδικοσπαραγγελιασ τιμολογιο \
    αριθμοστιμολογιου αποδειξη պատվերիհամար պատվերիid պատվեր կտրոն հաշիվ";
const AMOUNT: &str = "\
    amount netsales total ordertotal ordertotalamount totalamount grandtotal grandtotalpurchased \
    grandtotalbase ordervalue orderamount totalprice linetotal lineamount itemtotal totalpaid \
    amountpaid paid paymentvalue payment revenue sales salesamount saleamount netamount nettotal \
    grossamount grosssales totalcollected value monetaryvalue spend spent sum dollarvalue \
    dollars subtotal cost сумма суммазаказа суммапокупки суммачека итого всего выручка оплачено \
    стоимость коплате suma sumatotala totalcomanda totalplata valoare valoarea incasari \
    totaldeplata ποσο συνολο συνολικοποσο συνολικηαξια αξια τζιροσ գումար ընդամենը արժեք \
    ընդհանուր ընդհանուրգումար վճար";
const QUANTITY: &str = "\
    quantity qty units itemquantity lineitemquantity orderqty quantityordered numberofitems \
    numberofcds items pieces count количество колво штук шт cantitate cantitatea buc bucati \
    ποσοτητα τεμαχια քանակ քանակը հատ";
const PRICE: &str = "\
    unitprice price itemprice itemcost lineitemprice priceperunit priceeach unitcost \
    productprice ценазаединицу ценазаштуку цена pretunitar pret τιμημοναδοσ τιμη միավորիգին գին \
    գինը";
const CURRENCY: &str = "\
    currency currencycode ordercurrency currencyiso валюта moneda valuta νομισμα արժույթ";
const STATUS: &str = "\
    financialstatus paymentstatus orderstatus status eventtype state transactiontype \
    статусоплаты статусзаказа статус starecomanda stare statut statuscomanda κατασταση \
    καταστασηπαραγγελιασ կարգավիճակ վիճակ";
const REFUNDED: &str = "\
    refundedamount amountrefunded totalrefunded orderrefundamount refundamount refund \
    partialrefunds суммавозврата возврат возвращено rambursat sumarambursata επιστροφη \
    ποσοεπιστροφησ վերադարձ վերադարձվածգումար";
const PRODUCT: &str = "\
    productname product itemname item lineitemname productid productcode sku lineitemsku itemsku \
    stockcode article articleid description producttitle товар наименование наименованиетовара \
    номенклатура артикул продукт produs denumireprodus denumire articol codprodus προιον ειδοσ \
    περιγραφη κωδικοσπροιοντοσ ապրանք ապրանքիանվանում անվանում արտադրանք";
const CATEGORY: &str = "\
    category productcategory productcategoryname categoryname department producttype \
    itemcategory productgroup group range family категория группа группатоваров категориятовара \
    отдел categorie categoria grupa κατηγορια ομαδα κατηγοριαπροιοντοσ կատեգորիա խումբ տեսակ";
const SOURCE: &str = "\
    source utmsource channel saleschannel acquisitionchannel acquisitionsource trafficsource \
    referrer medium utmmedium campaign utmcampaign leadsource ordersource purchasepoint \
    sourcename origin marketingchannel источник канал каналпродаж откудаузнали рекламныйканал \
    sursa canal canaldevanzare πηγη καναλι աղբյուր ալիք";
const COUNTRY: &str = "\
    country billingcountry shippingcountry customercountry countrycode billingcountrycode \
    cardaddresscountry cardissuecountry страна tara taraclient χωρα երկիր";
const DISCOUNT: &str = "\
    discount discountamount discounts orderdiscountamount cartdiscountamount totaldiscount \
    lineitemdiscount discountpercent скидка суммаскидки reducere reduceri discountul εκπτωση \
    զեղչ";

/// The field a column of this name holds and how good a name it is for it,
/// 0 the best; `None` where the name says nothing.
pub(crate) fn field_of(name: &str) -> Option<(Field, usize)> {
    let whole = folded(name);
    meaning_of(&whole).or_else(|| {
        let bare = folded(&without_remark(name));
        if bare == whole { None } else { meaning_of(&bare) }
    })
}

/// Whether a customer column is known by a person's name or a bare `id`,
/// which tell customers apart less well than an e-mail address.
pub(crate) fn is_weak_customer(name: &str) -> bool {
    let strong = rank_in(CUSTOMER, "customername").unwrap_or(0);
    matches!(field_of(name), Some((Field::Customer, rank)) if rank >= strong)
}

fn rank_in(names: &str, name: &str) -> Option<usize> {
    names.split_whitespace().position(|known| known == name)
}

fn meaning_of(folded_name: &str) -> Option<(Field, usize)> {
    MEANINGS.get(folded_name).copied()
}

/// Field and rank of each name; of fields that share one the first has it.
static MEANINGS: LazyLock<HashMap<&str, (Field, usize)>> = LazyLock::new(|| {
    let mut meanings = HashMap::new();
    for (field, names) in NAMES {
        for (rank, name) in names.split_whitespace().enumerate() {
            meanings.entry(name).or_insert((field, rank));
        }
    }
    meanings
});

/// A name without what stands in brackets, a currency or `UTC` in it.
fn without_remark(name: &str) -> String {
    let outside = name.split(['(', '[']).next().unwrap_or(name);
    let is_remark = |word: &&str| {
        !word.eq_ignore_ascii_case("utc")
            && !word.eq_ignore_ascii_case("base")
            && currency::known_code(word).is_none()
    };
    let words: Vec<&str> = outside
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .filter(is_remark)
        .collect();
    words.join(" ")
}

/// Words in the name of a column whose values identify or describe one
/// person or order and therefore say nothing about groups of them.
const PERSONAL: &str = "\
    id name email mail phone tel fax mobile address street zip postcode postal note notes \
    comment comments message url link ip token hash reference date time at birthday dob number \
    no code tracking card имя фамилия отчество фио телефон тел адрес улица индекс комментарий \
    примечание номер код дата время nume prenume telefon adresa strada observatii comentariu \
    numar nr cod data ora ονομα επωνυμο τηλεφωνο διευθυνση οδοσ σχολια αριθμοσ κωδικοσ \
    ημερομηνια ωρα անուն ազգանուն հեռախոս հասցե փողոց նշում համար կոդ ամսաթիվ ժամ";

/// Whether a column of this name is about one person or order alone.
pub(crate) fn is_personal(name: &str) -> bool {
    let spaced: String = name
        .char_indices()
        .flat_map(|(at, c)| {
            let after_small = name[..at].chars().next_back().is_some_and(char::is_lowercase);
            let gap = (c.is_uppercase() && after_small) || !c.is_alphanumeric();
            [gap.then_some(' '), c.is_alphanumeric().then_some(c)]
        })
        .flatten()
        .collect();
    spaced.split_whitespace().any(|word| rank_in(PERSONAL, &folded(word)).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_folding_leaves_them() {
        for (_, names) in NAMES {
            for name in names.split_whitespace() {
                assert_eq!(folded(name), name);
            }
        }
        assert!(PERSONAL.split_whitespace().all(|word| folded(word) == word));
    }

    #[test]
    fn columns_are_known_in_five_languages() {
        for (field, names) in [
            (
                Field::Customer,
                ["Customer ID", "Код клиента", "Cod client", "Κωδικός πελάτη", "Հաճախորդ"],
            ),
            (Field::Date, ["Order Date", "Дата заказа", "Data comenzii", "Ημερομηνία", "Ամսաթիվ"]),
            (Field::Amount, ["Total", "Сумма", "Sumă", "Ποσό", "Գումար"]),
            (Field::Product, ["Product", "Товар", "Produs", "Προϊόν", "Ապրանք"]),
            (Field::Country, ["Country", "Страна", "Țară", "Χώρα", "Երկիր"]),
        ] {
            for name in names {
                assert_eq!(field_of(name).map(|(field, _)| field), Some(field), "{name}");
            }
        }
    }

    #[test]
    fn remarks_in_a_name_do_not_matter() {
        let field = |name| field_of(name).map(|(field, _)| field);
        assert_eq!(field("Amount (EUR)"), Some(Field::Amount));
        assert_eq!(field("total_usd"), Some(Field::Amount));
        assert_eq!(field("Created (UTC)"), Some(Field::Date));
        assert_eq!(field("number_of_cds"), Some(Field::Quantity));
        assert_eq!(field("Shoe size"), None);
    }

    #[test]
    fn columns_about_one_person_are_known() {
        for name in
            ["Billing Address1 street", "shipping_zip", "PhoneNumber", "Customer Reference ID"]
        {
            assert!(is_personal(name), "{name}");
        }
        assert!(!is_personal("Loyalty tier"));
        assert!(!is_personal("Location"));
    }
}
