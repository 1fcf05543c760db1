# Τι δεν μπορεί να ειπωθεί, για ποιον δείκτη και γιατί.

note = { $subject }: { $why }

subject-audit = Τι κοινό έχουν οι χαμένοι
subject-backtest = Έλεγχος στο παρελθόν
subject-calls = Σε ποιους να τηλεφωνήσετε
subject-cohorts = Κοόρτες
subject-cost = Κόστος απωλειών
subject-currency = Νόμισμα
subject-gold = Χρυσοί πελάτες
subject-input = Παραγγελίες που διαβάστηκαν
subject-limit = Όριο σιωπής
subject-models = Πρόβλεψη
subject-reasons = Λόγοι αποχώρησης
subject-regulars = Τακτικοί πελάτες
subject-retention = Διατήρηση
subject-revenue = Διατήρηση εσόδων
subject-segments = Τμήματα
subject-sources = Πηγές
subject-spend = Δαπάνη ανά παραγγελία
subject-survival = Πόσο μένουν οι πελάτες
subject-value = Αξία πελατών

why-no_amounts = οι παραγγελίες δεν έχουν ποσά· θα τα έδινε μια στήλη «Σύνολο» ή «Ποσό»
why-no_currency = οι παραγγελίες δεν λένε σε ποιο νόμισμα είναι· θα το έλεγε μια στήλη «Νόμισμα» ή το --currency
why-no_customers_at_start = δεν υπήρχαν πελάτες στην αρχή της περιόδου
why-data_start_too_late = τα δεδομένα αρχίζουν στις { $from }, πολύ αργά γι’ αυτό
why-too_few = δεν αρκούν ακόμη ({ $have } από { $need })
why-no_repeat_buyers = κανείς δεν παρήγγειλε δεύτερη φορά, οπότε τίποτα δεν μαθαίνεται για την επιστροφή
why-not_converged = οι παράμετροι του { $model } δεν βρέθηκαν
why-stopped_short = η αναζήτηση των παραμέτρων του { $model } δεν συνέκλινε: φαίνεται πού σταμάτησε, χωρίς τυπικά σφάλματα
why-spend_follows_frequency = όσοι παραγγέλνουν συχνά ξοδεύουν ανά παραγγελία διαφορετικά από τους άλλους (συσχέτιση { $correlation }), άρα η μέση παραγγελία είναι μόνο ενδεικτική
why-no_mean_spend = τα ποσά διαφέρουν υπερβολικά για να έχουν μέσο όρο (q = { $q })· χρησιμοποιείται η διάμεσος
why-other_currency = { $orders ->
    [one] { $orders } παραγγελία σε { $currency } δεν μετρά
   *[other] { $orders } παραγγελίες σε { $currency } δεν μετρούν
} σε κανένα άθροισμα
why-no_column = καμία στήλη των παραγγελιών δεν το λέει· θα βοηθούσε μια στήλη { $columns }, ή ορίστε τη δική σας με --map
why-no_column-named = «{ $column }»
why-reasons_unknown = οι παραγγελίες δεν λένε γιατί φεύγουν οι άνθρωποι· μόνο αν τους ρωτήσετε θα το μάθετε
why-fixed_window = η απώλεια εδώ είναι σταθερός αριθμός ημερών, χωρίς μοντέλο πίσω της
why-too_many_values = η στήλη «{ $column }» έχει πάρα πολλές διαφορετικές τιμές για σύγκριση
why-sample = υπολογίστηκε σε δείγμα: { $customers ->
    [one] { $customers } πελάτης
   *[other] { $customers } πελάτες
}
why-not_asked = δεν ζητήθηκε
why-no_model = χρειάζεται μοντέλο, και κανένα δεν μπόρεσε να προσαρμοστεί
why-no_standard_error = η παράμετρος επιλέχθηκε και δεν προσαρμόστηκε, ή τα δεδομένα μόλις που ξεχωρίζουν την τιμή της
why-incomplete = τα δεδομένα δεν καλύπτουν όλο αυτό το διάστημα
why-nothing_to_compare = δεν υπάρχει με τι να συγκριθεί
why-not_forecast = αυτός ο κανόνας δεν δίνει τέτοια πρόβλεψη
why-duplicates_kept = { $rows ->
    [one] { $rows } γραμμή επαναλαμβάνει ακριβώς μια άλλη και μετρήθηκε
   *[other] { $rows } γραμμές επαναλαμβάνουν ακριβώς άλλες και μετρήθηκαν
} κανονικά
