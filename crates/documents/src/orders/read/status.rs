//! What the status of a row says about the sale.

use crate::values::words::folded;

/// What became of a sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It stands.
    Sold,
    /// There was none: the payment failed, is still due, or the order was called off.
    NotSold,
    /// It was taken back in full.
    Reversed,
    /// The row itself is a return.
    Return,
}

/// Nothing was sold: it failed, was called off or has not been paid for yet.
const NOT_SOLD: &str = "\
    failed cancelled canceled voided void expired declined draft trash checkoutdraft autodraft \
    abandoned incomplete requirespaymentmethod requiresaction requiresconfirmation \
    requirescapture uncaptured blocked error rejected pending pendingpayment paymentpending \
    awaitingpayment onhold hold holded unpaid notpaid paymentreview отменен отменено отмена \
    неоплачен неоплачено ожидаетоплаты ожиданиеоплаты вожиданииоплаты наудержании черновик ошибка \
    анулиран аннулирован anulat anulata esuat esuata respins respinsa inasteptare \
    inasteptareaplatii platainasteptare neplatit neplatita ciorna ακυρωθηκε ακυρωμενη ακυρωμενο \
    ακυρο απετυχε αποτυχημενη σεαναμονη αναμονηπληρωμησ σεαναμονηπληρωμησ εκκρεμει εκκρεμησ \
    απληρωτη προχειρο չեղարկված չեղյալ մերժված ձախողված սպասմանմեջ սպասումէվճարման չվճարված \
    սևագիր";
/// It was sold and taken back in full.
const REVERSED: &str = "\
    refunded fullyrefunded closed chargeback chargedback disputelost lost returned возвращен \
    возвращено rambursat rambursata returnat returnata επιστραφηκε επεστραφη վերադարձված";
/// The row itself takes something back.
const RETURN: &str = "refund return возврат rambursare retur επιστροφη վերադարձ";

/// What a status says; one that is not known says that the sale stands.
pub(crate) fn fate(status: &str) -> Fate {
    let folded = folded(status);
    // WooCommerce writes its own before each of them
    let status = folded.strip_prefix("wc").unwrap_or(&folded);
    let is_one_of = |known: &str| known.split_whitespace().any(|known| known == status);
    if is_one_of(NOT_SOLD) {
        Fate::NotSold
    } else if is_one_of(REVERSED) {
        Fate::Reversed
    } else if is_one_of(RETURN) {
        Fate::Return
    } else {
        Fate::Sold
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_written_as_folding_leaves_them() {
        for known in [NOT_SOLD, REVERSED, RETURN] {
            assert!(known.split_whitespace().all(|word| folded(word) == word));
        }
    }

    #[test]
    fn words_of_shops_are_understood() {
        for (status, expected) in [
            ("", Fate::Sold),
            ("Paid", Fate::Sold),
            ("partially_refunded", Fate::Sold),
            ("wc-completed", Fate::Sold),
            ("wc-cancelled", Fate::NotSold),
            ("wc-pending", Fate::NotSold),
            ("wc-on-hold", Fate::NotSold),
            ("wc-checkout-draft", Fate::NotSold),
            ("Pending payment", Fate::NotSold),
            ("Ожидает оплаты", Fate::NotSold),
            ("În așteptare", Fate::NotSold),
            ("Σε αναμονή", Fate::NotSold),
            ("wc-processing", Fate::Sold),
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
