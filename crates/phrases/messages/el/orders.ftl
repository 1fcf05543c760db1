# Παραγγελίες και αποστολές.
order-whose = Τίνος πελάτη είναι η παραγγελία;
order-lines = Τι αγοράστηκε
order-more-lines = Κι άλλες γραμμές
order-total-hint = Κενό: το άθροισμα των γραμμών
order-was-added = Η παραγγελία προστέθηκε
order-was-edited = Η παραγγελία άλλαξε
order-changed-since = Στο μεταξύ κάποιος άλλαξε την παραγγελία. Δείτε τι ισχύει τώρα και αλλάξτε την ξανά.
order-is-now = Παραγγελία: { $state }
order-open = ανοιχτή
order-shipped = απεσταλμένη
order-delivered = παραδομένη
order-cancelled = ακυρωμένη
order-not-possible = Η παραγγελία δεν μπορεί πια να πάρει αυτή την κατάσταση· την καθορίζουν οι αποστολές της
order-code-taken = Αυτή η πηγή έχει ήδη παραγγελία με αυτόν τον αριθμό
order-line-refused = Η γραμμή { $line } θέλει προϊόν, ακέραια ποσότητα και τιμή, π.χ. 12,50
order-too-many-lines = Μια παραγγελία έχει το πολύ { $most } γραμμές
order-in-future = Αυτό είναι στο μέλλον ή δεν διαβάζεται
order-shipments = Αποστολές
order-of = Παραγγελία της { $day }
order-new-shipment = Καταγραφή αποστολής
order-ship = Καταγραφή
order-was-sent = Στάλθηκε
order-carrier = Μεταφορέας
order-tracking = Αριθμός παρακολούθησης
order-sent-on = Στάλθηκε στις { $day }
order-arrived-on = Παραδόθηκε στις { $day }
timeline-shipment-sent = Η αποστολή έφυγε
timeline-shipment-arrived = Η αποστολή παραδόθηκε
timeline-shipment-under-way = Η αποστολή είναι ακόμη καθ’ οδόν
timeline-order-edited = άλλαξε
orders-state = Κατάσταση
orders-any-state = οποιαδήποτε
orders-from = Από
orders-until = Έως
orders-placed = Ημερομηνία
orders-filter = Φιλτράρισμα
orders-all = Όλες οι παραγγελίες
orders-by-day = Οι φιλτραρισμένες παραγγελίες ταξινομούνται ανά ημέρα
orders-as-added = Οι παραγγελίες με ένα προϊόν εμφανίζονται με τη σειρά που προστέθηκαν, οι τελευταίες πρώτες
orders-count = { $count ->
        [one] { $number } παραγγελία
       *[other] { $number } παραγγελίες
    }
orders-empty = Καμία παραγγελία ακόμη
    .words = Εδώ ανήκει ό,τι αγοράζουν οι πελάτες, γραμμή προς γραμμή: με το χέρι, από αρχείο ή μέσω του API.
