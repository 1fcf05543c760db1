//! What the charts are called.

use super::Said;

pub const KEPT: Said = ["Kept", "Осталось", "Păstrați", "Έμειναν", "Մնացել են"];
pub const WON: Said = ["New", "Новые", "Noi", "Νέοι", "Նոր"];
pub const GONE: Said = ["Lost", "Потеряно", "Pierduți", "Χάθηκαν", "Կորցրած"];
pub const BY_MONTH: Said = [
    "Won and lost by month",
    "Новые и потерянные по месяцам",
    "Câștigați și pierduți pe luni",
    "Νέοι και χαμένοι ανά μήνα",
    "Նոր և կորցրած՝ ըստ ամիսների",
];
pub const YEAR: Said = [
    "Where a year’s customers went",
    "Куда делись клиенты за год",
    "Unde au ajuns clienții într-un an",
    "Πού πήγαν οι πελάτες σε έναν χρόνο",
    "Ուր գնացին տարվա հաճախորդները",
];
pub const SOURCES: Said = [
    "Where customers come from",
    "Откуда приходят клиенты",
    "De unde vin clienții",
    "Από πού έρχονται οι πελάτες",
    "Որտեղից են գալիս հաճախորդները",
];
pub const STAYING: Said =
    ["How long they stay", "Как долго остаются", "Cât rămân", "Πόσο μένουν", "Որքան են մնում"];
pub const COHORTS: Said = ["Cohorts", "Когорты", "Cohorte", "Κοόρτες", "Կոհորտներ"];
pub const REVENUE: Said = ["Revenue", "Выручка", "Venituri", "Έσοδα", "Եկամուտ"];
pub const LEFT_MORE: Said = [
    "left more often",
    "уходили чаще",
    "au plecat mai des",
    "έφευγαν συχνότερα",
    "հեռացել են ավելի հաճախ",
];
pub const LEFT_LESS: Said = [
    "left less often",
    "уходили реже",
    "au plecat mai rar",
    "έφευγαν σπανιότερα",
    "հեռացել են ավելի հազվադեպ",
];
pub const FORETOLD: Said = [
    "Foretold and seen",
    "Предсказано и вышло",
    "Prezis și văzut",
    "Πρόβλεψη και πραγματικότητα",
    "Կանխատեսված և եղած",
];
pub const CUSTOMERS: Said = ["Customers", "Клиенты", "Clienți", "Πελάτες", "Հաճախորդներ"];
pub const TABLE: Said = ["As a table", "Таблицей", "Ca tabel", "Ως πίνακας", "Աղյուսակով"];
pub const NOTHING: Said = [
    "Nothing to draw yet",
    "Пока нечего рисовать",
    "Încă nimic de desenat",
    "Τίποτα προς σχεδίαση ακόμη",
    "Դեռ նկարելու բան չկա",
];
