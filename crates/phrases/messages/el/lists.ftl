# Λίστες πελατών: ερωτήματα, φίλτρα, στήλες.
list-find = Λέξεις ή owner:me tag:vip seen:<30d
list-filter = Φίλτρο
list-columns = Στήλες
list-export = Λήψη
list-currency = Νόμισμα
list-apply = Εμφάνιση
list-cut = Για αυτή τη σελίδα εξετάστηκαν πολλοί πελάτες. Το «Επόμενη» συνεχίζει.
list-tags = Ετικέτες
list-tier = Βαθμίδα
list-standing = Κατάσταση
list-risk-least = Κίνδυνος σε %, τουλάχιστον
list-risk-percent = Κίνδυνος, %
list-at-risk = Ποσό σε κίνδυνο
list-at-risk-currency = Νόμισμα του ποσού σε κίνδυνο
list-orders = Παραγγελίες
list-orders-least = Παραγγελίες, τουλάχιστον
list-spent = Δαπάνες
list-spent-least = Δαπάνες, τουλάχιστον
query-me = Εγώ
query-nobody = Κανείς
query-objected = Αντιτίθεται
query-unsaid = Δεν έχει πει κάτι ακόμη
query-has = Γνωστό
query-no = Άγνωστο
query-weeks = { $count ->
        [one] { $count } εβδομάδα
       *[other] { $count } εβδομάδες
    }
query-years = { $count ->
        [one] { $count } έτος
       *[other] { $count } έτη
    }
query-not-one = Το «{ $word }» δεν είναι κατανοητό εδώ. Γράψτε, για παράδειγμα: { $examples }
query-not-own = Το πεδίο αυτό δεν μπορεί να έχει «{ $word }»
query-not-staff = Κανείς εδώ δεν λέγεται «{ $word }», ή λέγονται έτσι περισσότεροι. Γράψτε ολόκληρο το όνομα ή τη διεύθυνση e-mail.
query-no-team = Δεν υπάρχει ομάδα «{ $word }» εδώ. Γράψτε το όνομα μιας ομάδας.
query-no-field = Δεν υπάρχει πεδίο «{ $word }». Υπάρχουν, για παράδειγμα: { $names }. Για να αναζητήσετε τις ίδιες τις λέξεις, βάλτε τις σε εισαγωγικά.
query-no-tier = Οι ρυθμίσεις δεν έχουν βαθμίδα «{ $word }»
query-backwards = Το «{ $word }» τελειώνει πριν αρχίσει. Γράψτε πρώτα το μικρότερο.
query-too-much = Είναι πολύ μεγάλο: έως 1.000 χαρακτήρες και 24 συνθήκες.
value-yes = Ναι
value-no = Όχι
tag-add = Προσθήκη ετικέτας
tag-was-added = Προστέθηκε ετικέτα: { $tag }
tag-was-removed = Αφαιρέθηκε η ετικέτα: { $tag }
tag-not-one = Γράψτε μία ή λίγες λέξεις, έως { $longest } χαρακτήρες
tag-too-many = Ένας πελάτης έχει έως { $most } ετικέτες: αφαιρέστε όσες δεν λένε τίποτα
timeline-tagged = Προστέθηκε ετικέτα: { $tag }
timeline-untagged = Αφαιρέθηκε η ετικέτα: { $tag }
