# Τι πληκτρολογήθηκε και δεν γίνεται, επιλογή προς επιλογή.
usage-of-option = { $option }: { $reason }
usage-share = το «{ $text }» δεν είναι ποσοστό· γράψτε 25%
usage-share-range = το «{ $text }» δεν είναι πάνω από 0% και το πολύ 100%· γράψτε 25%
usage-share-whole = το «{ $text }» δεν αφήνει τίποτα· μείνετε κάτω από 100%
usage-months = το «{ $text }» δεν είναι διάστημα μηνών έως 100 χρόνια· γράψτε 12m ή 2y
usage-days = το «{ $text }» δεν είναι διάστημα ημερών έως 100 χρόνια· γράψτε 365d ή 52w
usage-memory = το «{ $text }» δεν είναι ποσότητα μνήμης· γράψτε 2GiB ή 500MiB
usage-memory-least = το «{ $text }» είναι πολύ λίγη μνήμη· το ελάχιστο είναι { $least }
usage-period = το «{ $text }» δεν είναι περίοδος· γράψτε year, quarter, month ή 2025-01-01..2026-01-01
usage-period-empty = το «{ $text }» τελειώνει πριν αρχίσει· γράψτε την πρώτη ημέρα και την επόμενη της τελευταίας: 2025-01-01..2026-01-01
usage-day = το «{ $text }» δεν είναι ημέρα· γράψτε την έτσι: 2025-12-31
usage-currency = το «{ $text }» δεν είναι νόμισμα· γράψτε τον κωδικό του, π.χ. EUR
usage-import = το «{ $text }» δεν είναι αναγνωριστικό εισαγωγής· τα δείχνει το perennial import list
usage-language = το «{ $text }» δεν είναι γλώσσα που μιλιέται εδώ· γράψτε en, ru, ro, el ή hy
usage-map-no-column = το «{ $text }» δεν λέει ποια στήλη είναι τι· γράψτε πεδίο=στήλη, π.χ. customer=Πελάτης
usage-map-field = το «{ $text }» δεν είναι πεδίο· τα πεδία είναι { $fields }
usage-map-date-order = το «{ $text }» δεν είναι σειρά ημέρας και μήνα· γράψτε date_order=dmy, mdy ή ymd
usage-map-decimal = το «{ $text }» δεν είναι σημείο δεκαδικών· γράψτε decimal=point ή decimal=comma
usage-map-twice = το πεδίο { $text } ορίζεται δύο φορές, ενώ του αναλογεί μία στήλη
usage-map-quote = στο «{ $text }» τα εισαγωγικά δεν κλείνουν· βάλτε τα και μετά το όνομα της στήλης
