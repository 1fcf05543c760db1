# Σήμερα, αναφορές και ο πελάτης για τον οποίο γίνεται λόγος.
today-whose = Ποιου οι υπενθυμίσεις και οι πελάτες
today-mine = Δικές μου
today-team = Της ομάδας
today-all = Όλων
today-later = Αργότερα
today-tomorrow = Αύριο
today-in-days = { $days ->
        [one] Σε { $days } ημέρα
       *[other] Σε { $days } ημέρες
    }
today-in-a-week = Σε μία εβδομάδα
today-in-a-month = Σε έναν μήνα
today-mentions-all = Εμφάνιση και όσων διάβασα
today-mentions-new = Μόνο οι νέες
today-mentions-none = Καμία νέα αναφορά
today-mentioned-by = Από ποιον και πότε
mention-read = Το διάβασα
mention-unread = Σήμανση ως μη αναγνωσμένο
mention-was-read = Σημειώθηκε ως αναγνωσμένο
finder-customer = Πελάτης
    .hint = Ένα όνομα, έστω και ανορθόγραφο, ένα τηλέφωνο, ένας κωδικός
    .button = Εύρεση
finder-nobody = Δεν ταιριάζει κανείς. Δοκιμάστε ένα μέρος του ονόματος ή προσθέστε πρώτα τον πελάτη.
customer-open = Σε εκκρεμότητα
customer-nothing-open = Καμία εκκρεμότητα
timeline-show = Εμφάνιση
timeline-everything = όλα
timeline-by = Ποιος
timeline-anybody = όλοι
timeline-changes = Αλλαγές στοιχείων
