# Αποθηκευμένες λίστες και αλλαγή πολλών πελατών μαζί.
list-everybody-short = Όλοι
views = Αποθηκευμένες λίστες
view-save = Αποθήκευση λίστας
view-change = Αλλαγή λίστας
view-name = Όνομα
view-shared = Τη βλέπουν όλοι
view-remove = Διαγραφή λίστας
view-was-saved = Η λίστα αποθηκεύτηκε
view-was-changed = Η λίστα άλλαξε
view-was-removed = Η λίστα διαγράφηκε
view-no-name = Δεν αποθηκεύτηκε τίποτα: η λίστα χρειάζεται όνομα έως 60 χαρακτήρες
view-counted = { $customers }, μετρήθηκαν { $when }
bulk-title = Αλλαγή πολλών μαζί
bulk-whom = Ποιοι
bulk-ticked = Όσοι σημειώθηκαν
bulk-page = Όλοι όσοι είναι στη σελίδα
bulk-all = Όλοι όσοι ταιριάζουν
bulk-tag = Ετικέτα
bulk-add = Προσθήκη
bulk-take = Αφαίρεση
bulk-field = Πεδίο
bulk-value = γίνεται
bulk-set = Ορισμός
bulk-done = Έγιναν
bulk-noting = Σημειώνεται ποιους αφορά…
bulk-changing = Γίνονται οι αλλαγές…
bulk-taking-back = Αναιρείται…
bulk-nobody = Δεν σημειώθηκε κανείς: τίποτα δεν άλλαξε
bulk-choose = Επιλέξτε…
bulk-no-owner = Δεν επιλέχθηκε ποιος θα τους φροντίζει: τίποτα δεν άλλαξε
bulk-too-many = Σημειώστε έως 1.000 ή επιλέξτε όλους όσους ταιριάζουν
bulk-not-done = Γίνεται ακόμη: αναιρέστε το όταν τελειώσει
bulk-was-undone = Αναιρέθηκε, εκτός από όσα άλλαξαν στο μεταξύ
bulk-changed = { $count ->
        [one] Άλλαξε { $number } πελάτης
       *[other] Άλλαξαν { $number } πελάτες
    }
