//! What the status of a row says about the sale.

use crate::values::words::folded;

/// What became of a sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It stands.
    Sold,
    /// There was none: the payment failed, the order was never completed.
    NotSold,
    /// It was taken back in full.
    Reversed,
    /// The row itself is a return.
    Return,
}

/// What a status says; one that is not known says that the sale stands.
pub(crate) fn fate(status: &str) -> Fate {
    if status.is_empty() {
        return Fate::Sold;
    }
    let folded = folded(status);
    let status = folded.strip_prefix("wc").unwrap_or(&folded);
    let is_any = |known: &[&str]| known.contains(&status);
    if is_any(&[
        "failed",
        "cancelled",
        "canceled",
        "voided",
        "void",
        "expired",
        "declined",
        "draft",
        "trash",
        "checkoutdraft",
        "abandoned",
        "incomplete",
        "requirespaymentmethod",
        "requiresaction",
        "requiresconfirmation",
        "requirescapture",
        "uncaptured",
        "blocked",
        "error",
        "rejected",
        "отменен",
        "отменено",
        "отмена",
        "неоплачен",
        "ошибка",
        "анулиран",
        "anulat",
        "anulata",
        "esuat",
        "esuata",
        "respins",
        "ακυρωθηκε",
        "ακυρωμενη",
        "ακυρο",
        "απετυχε",
        "չեղարկված",
        "չեղյալ",
        "մերժված",
    ]) {
        Fate::NotSold
    } else if is_any(&[
        "refunded",
        "fullyrefunded",
        "closed",
        "chargeback",
        "chargedback",
        "disputelost",
        "lost",
        "returned",
        "возвращен",
        "возвращено",
        "rambursat",
        "rambursata",
        "returnat",
        "returnata",
        "επιστραφηκε",
        "επεστραφη",
        "վերադարձված",
    ]) {
        Fate::Reversed
    } else if is_any(&[
        "refund",
        "return",
        "возврат",
        "rambursare",
        "retur",
        "επιστροφη",
        "վերադարձ",
    ]) {
        Fate::Return
    } else {
        Fate::Sold
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_shops_are_understood() {
        for (status, expected) in [
            ("", Fate::Sold),
            ("Paid", Fate::Sold),
            ("partially_refunded", Fate::Sold),
            ("wc-completed", Fate::Sold),
            ("wc-cancelled", Fate::NotSold),
            ("Failed", Fate::NotSold),
            ("voided", Fate::NotSold),
            ("Отменён", Fate::NotSold),
            ("refunded", Fate::Reversed),
            ("Refund", Fate::Return),
        ] {
            assert_eq!(fate(status), expected, "{status}");
        }
    }
}
