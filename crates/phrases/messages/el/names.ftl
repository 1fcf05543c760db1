# Πώς λέγονται οι ομάδες, οι στήλες, τα μοντέλα και οι ενέργειες.

segment-champion = Πρωταθλητές
    .meaning = παρήγγειλαν πρόσφατα και παραγγέλνουν συχνά
segment-loyal = Πιστοί
    .meaning = παραγγέλνουν συχνά
segment-potential_loyalist = Σχεδόν πιστοί
    .meaning = παρήγγειλαν πρόσφατα, περισσότερες από μία φορές
segment-new = Νέοι
    .meaning = παρήγγειλαν πολύ πρόσφατα, για πρώτη φορά ή σχεδόν
segment-promising = Πολλά υποσχόμενοι
    .meaning = παρήγγειλαν σχετικά πρόσφατα, λίγες παραγγελίες ως τώρα
segment-needs_attention = Χρειάζονται προσοχή
    .meaning = παράγγελναν αρκετά συχνά, απομακρύνονται
segment-about_to_sleep = Έτοιμοι να αδρανήσουν
    .meaning = λίγες παραγγελίες, απομακρύνονται
segment-at_risk = Σε κίνδυνο
    .meaning = παράγγελναν συχνά, σιωπούν καιρό
segment-cant_lose = Δεν πρέπει να χαθούν
    .meaning = παράγγελναν πιο συχνά από όλους, σιωπούν καιρό
segment-hibernating = Σε αδράνεια
    .meaning = λίγες παραγγελίες, σιωπούν καιρό
segment-lost = Χαμένοι
    .meaning = σιωπούν πέρα από το όριό τους

standing-active = ενεργός
standing-gone_quiet = σιώπησε
standing-lost = χαμένος

action-call = Τηλεφωνήστε και ρωτήστε αν όλα πήγαν καλά με την τελευταία παραγγελία
action-call_before_lost = Τηλεφωνήστε τώρα: ακόμη { $days } σιωπής και ο πελάτης λογίζεται χαμένος
    .then = Ακόμη { $days } σιωπής και ο πελάτης θα λογιζόταν χαμένος: αν δεν παρήγγειλε έκτοτε, έτσι είναι
action-call_in_person = Τηλεφωνήστε προσωπικά: ύστερα από { $orders ->
    [one] { $orders } παραγγελία
   *[other] { $orders } παραγγελίες
}, ρωτήστε τι άλλαξε
action-remind = Θυμίστε τους: προτείνετε να επαναλάβουν τη συνηθισμένη παραγγελία
action-thank = Ευχαριστήστε τους και ρωτήστε τι θα χρειαστούν στη συνέχεια
action-ask_about_range = Ρωτήστε τι αγοράζουν τώρα αντί για «{ $category }»
action-review_account = Ρωτήστε τι αγοράζουν πια από αλλού
action-invite_back = Προσκαλέστε τους σε δεύτερη παραγγελία

attribute-source = Πηγή
attribute-country = Χώρα
attribute-first_product = Πρώτο προϊόν
attribute-first_category = Πρώτη κατηγορία
attribute-first_order_size = Ύψος πρώτης παραγγελίας
attribute-first_order_discounted = Έκπτωση στην πρώτη παραγγελία
attribute-value-yes = ναι
attribute-value-no = όχι

role-customer = Πελάτης
role-date = Ημερομηνία
role-amount = Ποσό
role-order = Αριθμός παραγγελίας
role-product = Προϊόν
role-category = Κατηγορία
role-quantity = Ποσότητα
role-price = Τιμή
role-currency = Νόμισμα
role-source = Πηγή
role-email = E-mail
role-phone = Τηλέφωνο
role-country = Χώρα
role-discount = Έκπτωση
role-status = Κατάσταση
role-time = Ώρα
role-refunded = Επιστράφηκε
role-date_order = Σειρά στις ημερομηνίες
role-decimal = Υποδιαστολή

date_order-dmy = ημέρα, μήνας, έτος
date_order-mdy = μήνας, ημέρα, έτος
date_order-ymd = έτος, μήνας, ημέρα

model-bg_nbd = BG/NBD: κάθε πελάτης παραγγέλνει με τον δικό του ρυθμό και μπορεί να φύγει μετά από κάθε επαναληπτική παραγγελία. Εμφανίζεται μόνο για σύγκριση: ποτέ δεν θεωρεί χαμένο όποιον αγόρασε μία φορά.
model-mbg_nbd = MBG/NBD: κάθε πελάτης παραγγέλνει με τον δικό του ρυθμό και μπορεί να φύγει μετά από κάθε παραγγελία, και την πρώτη.
model-mbg_cnbd = MBG/CNBD-k: όπως το MBG/NBD, για πελάτες που παραγγέλνουν με σταθερό ρυθμό· όσο μεγαλύτερο το k, τόσο πιο σταθερός.
model-pareto_nbd = Pareto/NBD: κάθε πελάτης παραγγέλνει με τον δικό του ρυθμό και μπορεί να φύγει οποιαδήποτε στιγμή.
model-gamma_gamma = Gamma–Gamma: κάθε πελάτης ξοδεύει γύρω από τον δικό του μέσο όρο ανά παραγγελία· ό,τι δεν φαίνεται από λίγες παραγγελίες συμπληρώνεται από το σύνολο.
