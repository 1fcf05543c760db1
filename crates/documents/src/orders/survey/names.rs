//! What columns are called, in five languages and in the exports of shops.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::orders::field::Field;
use crate::values::{currency, words::folded};

/// Names by field, best first, in tiers with a bar between: of names of one
/// tier the one that stands first is taken where both hold the same. Written as
/// [`folded`] leaves them, blanks between.
const NAMES: [(Field, &str); 17] = [
    (Field::Customer, CUSTOMER),
    (Field::Email, EMAIL),
    (Field::Phone, PHONE),
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
    clientnumber buyerid idcustomer idclient cid customerkey customeruniqueid donorid idклиента \
    клиентid кодклиента номерклиента idпокупателя кодпокупателя codclient numarclient \
    κωδικοσπελατη idπελατη αριθμοσπελατη հաճախորդիid հաճախորդիկոդ հաճախորդիհամար գնորդիid \
    գնորդիկոդ | userid memberid accountid visitorid uid | loyaltycard cardnumber loyaltyid \
    номеркарты картаклиента | customer client buyer shopper member account user donor patron \
    клиент покупатель заказчик контрагент cumparator cumparatorul clientul πελατησ αγοραστησ \
    հաճախորդ հաճախորդը գնորդ | customername clientname buyername имяклиента фиоклиента фио \
    numeclient ονομαπελατη ονοματεπωνυμο հաճախորդիանուն | billingname billtoname | cardname | id";
const EMAIL: &str = "\
    customeremail email emailaddress billingemail buyeremail useremail mail customeremailaddress \
    электроннаяпочта почта емейл эмейл adresaemail adresadeemail ηλεκτρονικοταχυδρομειο \
    ηλταχυδρομειο էլփոստ էլեկտրոնայինփոստ";
const PHONE: &str = "\
    customerphone customerphonenumber phone phonenumber phoneno telephone telephonenumber tel \
    mobile mobilephone mobilenumber cellphone cell contactphone contactnumber billingphone \
    buyerphone clientphone shippingphone whatsapp телефон номертелефона телефонклиента \
    телефонпокупателя мобильныйтелефон мобильный моб тел telefon numartelefon numardetelefon \
    nrtelefon nrdetelefon telefonclient telefonmobil mobil τηλεφωνο τηλ αριθμοστηλεφωνου \
    τηλεφωνοπελατη κινητο κινητοτηλεφωνο հեռախոս հեռախոսահամար հեռախոսիհամար բջջային հեռ";
const DATE: &str = "\
    orderdate invoicedate purchasedate transactiondate saledate salesdate orderedat purchasedat \
    ordercreated orderdatetime orderpurchasetimestamp orderday dateoforder dateofpurchase \
    датазаказа датапокупки датапродажи датачека datacomenzii datacomanda datavanzarii \
    datafacturii datacumpararii ημερομηνιαπαραγγελιασ ημερομηνιααγορασ ημερομηνιατιμολογιου \
    ημερομηνιαπωλησησ պատվերիամսաթիվ գնմանամսաթիվ վաճառքիամսաթիվ | paidat paiddate createdat \
    created createdutc createddateutc datecreated date datetime timestamp paymentdate датаоплаты \
    датасоздания датаивремя дата dataplatii data ημνια ημερομηνια ամսաթիվ | ts when day \
    processedat completeddate день ziua ημερα օր";
const TIME: &str = "\
    time ordertime timeofday hour время времязаказа ora ωρα ժամ ժամը";
const ORDER: &str = "\
    orderid ordernumber orderno ordername orderincrementid incrementid invoiceno invoice \
    invoiceid invoicenumber transactionid paymentintentid receiptid receiptno receiptnumber \
    saleid basketid checkid ticketid order orderkey номерзаказа idзаказа кодзаказа заказ \
    номерчека чек номерсчета счет numarcomanda nrcomanda idcomanda comanda numarulcomenzii \
    nrcomenzii numarfactura nrfactura factura αριθμοσπαραγγελιασ αρπαραγγελιασ αρπαραγγελια \
    νοπαραγγελιασ idπαραγγελιασ παραγγελια κωδικοσπαραγγελιασ τιμολογιο αριθμοστιμολογιου \
    αποδειξη αριθμοσαποδειξησ պատվերիհամար պատվերիհամարը պատվերիid պատվերիկոդ պատվերն պատվերը \
    պատվեր կտրոն կտրոնիհամար հաշիվ";
const AMOUNT: &str = "\
    amount netsales total ordertotal ordertotalamount totalamount grandtotal grandtotalpurchased \
    grandtotalbase ordervalue orderamount totalprice linetotal lineamount itemtotal totalpaid \
    amountpaid paid paymentvalue payment revenue sales salesamount saleamount netamount nettotal \
    sum сумма суммазаказа суммапокупки суммачека итого всего выручка оплачено стоимость коплате \
    suma sumatotala totalcomanda totalplata valoare valoarea incasari totaldeplata ποσο συνολο \
    συνολικοποσο συνολικηαξια αξια τζιροσ գումար ընդամենը արժեք ընդհանուր ընդհանուրգումար վճար | \
    grossamount grosssales totalcollected value monetaryvalue spend spent dollarvalue dollars | \
    subtotal cost";
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

/// How good a name is for its field, the least the best. Of names of one tier
/// neither says more than the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    pub(crate) tier: usize,
    place: usize,
}

/// The field a column of this name holds and how good a name it is for it;
/// `None` where the name says nothing.
pub(crate) fn field_of(name: &str) -> Option<(Field, Rank)> {
    let whole = folded(name);
    meaning_of(&whole).or_else(|| {
        let bare = folded(&without_remark(name));
        if bare == whole { None } else { meaning_of(&bare) }
    })
}

/// Whether a customer column is known by a person's name or a bare `id`,
/// which tell customers apart less well than an e-mail address.
pub(crate) fn is_weak_customer(name: &str) -> bool {
    let weakest_good = meaning_of("customername").map_or(0, |(_, rank)| rank.tier);
    matches!(field_of(name), Some((Field::Customer, rank)) if rank.tier >= weakest_good)
}

/// Names of columns that hold a person's name where another column tells
/// customers apart, the surest first.
const PERSON: &str = "\
    customername clientname buyername имяклиента фиоклиента фио numeclient ονομαπελατη \
    ονοματεπωνυμο հաճախորդիանուն fullname name имя nume ονομα անուն billingname billtoname \
    customer client buyer member patron donor клиент покупатель заказчик cumparator clientul \
    πελατησ αγοραστησ հաճախորդ գնորդ";

/// How surely a column of this name holds the names of customers, the least the
/// surest; `None` where nothing says so.
pub(crate) fn names_person(name: &str) -> Option<usize> {
    let name = folded(name);
    PERSON.split_whitespace().position(|known| known == name)
}

fn meaning_of(folded_name: &str) -> Option<(Field, Rank)> {
    MEANINGS.get(folded_name).copied()
}

/// The names of a list, each with its tier.
fn tiered(names: &str) -> impl Iterator<Item = (usize, &str)> {
    names
        .split('|')
        .enumerate()
        .flat_map(|(tier, names)| names.split_whitespace().map(move |name| (tier, name)))
}

/// Field and rank of each name; of fields that share one the first has it.
static MEANINGS: LazyLock<HashMap<&str, (Field, Rank)>> = LazyLock::new(|| {
    let mut meanings = HashMap::new();
    for (field, names) in NAMES {
        for (place, (tier, name)) in tiered(names).enumerate() {
            meanings.entry(name).or_insert((field, Rank { tier, place }));
        }
    }
    meanings
});

/// Names of columns that can only mean what a whole order came to.
const ORDER_TOTAL: &str = "\
    ordertotal ordertotalamount grandtotal grandtotalpurchased grandtotalbase ordervalue \
    orderamount totalordervalue totalpaid суммазаказа суммачека итогозаказа totalcomanda \
    valoarecomanda συνολοπαραγγελιασ αξιαπαραγγελιασ պատվերիգումար պատվերիընդհանուրգումար";

/// Whether a column of this name says what a whole order came to, not a line.
pub(crate) fn is_order_total(name: &str) -> bool {
    let is_known = |folded: String| ORDER_TOTAL.split_whitespace().any(|known| known == folded);
    is_known(folded(name)) || is_known(folded(&without_remark(name)))
}

/// A name without what stands in brackets, a currency or `UTC` in it.
fn without_remark(name: &str) -> String {
    let outside = name.split(['(', '[']).next().unwrap_or(name);
    let is_remark = |word: &&str| {
        !word.eq_ignore_ascii_case("utc")
            && !word.eq_ignore_ascii_case("base")
            && currency::beside_amount(word).is_none()
    };
    let words: Vec<&str> = outside
        .split(|c: char| !c.is_alphanumeric() && !currency::is_sign(c))
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
    let is_known = |word: &str| PERSONAL.split_whitespace().any(|known| known == folded(word));
    spaced.split_whitespace().any(is_known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_folding_leaves_them() {
        for (_, names) in NAMES {
            for (_, name) in tiered(names) {
                assert_eq!(folded(name), name);
            }
        }
        assert!(ORDER_TOTAL.split_whitespace().all(|name| folded(name) == name));
        assert!(PERSON.split_whitespace().all(|name| folded(name) == name));
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
            (
                Field::Order,
                [
                    "Order No.",
                    "Номер заказа",
                    "Număr comandă",
                    "Αριθμός παραγγελίας",
                    "Պատվերի համար",
                ],
            ),
            (Field::Product, ["Product", "Товар", "Produs", "Προϊόν", "Ապրանք"]),
            (Field::Phone, ["Phone", "Телефон", "Telefon", "Τηλέφωνο", "Հեռախոս"]),
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
        assert_eq!(field("Сумма, руб."), Some(Field::Amount));
        assert_eq!(field("Ποσό (€)"), Some(Field::Amount));
        assert_eq!(field("Ποσό σε ευρώ"), None);
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
