//! What stands in the list.

use super::Said;

pub const ALL: Said = ["All", "Все", "Toate", "Όλα", "Բոլորը"];
pub const COMPLAINTS: Said = ["Complaints", "Жалобы", "Reclamații", "Παράπονα", "Բողոքներ"];
pub const ORDERS: Said = ["Orders", "Заказы", "Comenzi", "Παραγγελίες", "Պատվերներ"];
pub const LAST_ORDER: Said =
    ["Last order", "Последний заказ", "Ultima comandă", "Τελευταία παραγγελία", "Վերջին պատվերը"];
pub const NAME: Said = ["Name", "Имя", "Nume", "Όνομα", "Անուն"];
pub const STATE: Said = ["State", "Состояние", "Stare", "Κατάσταση", "Վիճակ"];
pub const SHOWN: Said = [
    "1–50 of 10,000+",
    "1–50 из 10 000+",
    "1–50 din 10.000+",
    "1–50 από 10.000+",
    "1–50՝ 10 000+-ից",
];
pub const FILTERS: [Said; 3] = [
    ["tier: gold", "уровень: золотой", "nivel: aur", "επίπεδο: χρυσό", "մակարդակ՝ ոսկե"],
    [
        "not seen for 30 days",
        "не видели 30 дней",
        "nevăzut de 30 de zile",
        "απών 30 ημέρες",
        "30 օր չի երևացել",
    ],
    [
        "spent over $500",
        "потратил больше 500 $",
        "a cheltuit peste 500 $",
        "δαπάνη πάνω από 500 $",
        "ծախսել է ավելի քան 500 $",
    ],
];
