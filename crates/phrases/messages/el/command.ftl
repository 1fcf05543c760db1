# Όσα λέει η γραμμή εντολών πέρα από την ανασκόπηση.
command-read-as = Διαβάστηκε ως: { $mapping }
command-read-elsewhere = Σε άλλα αρχεία: { $mapping }
command-choose = Εκτελέστε ξανά με ένα από τα παρακάτω:
command-reading = { $line }   { $reading }
reading-value = «{ $example }» σημαίνει { $meaning }
reading-column = η στήλη «{ $column }», π.χ. «{ $example }»
question-prompt = Πληκτρολογήστε έναν αριθμό από 1 έως { $count }:
command-nobody-chose = Δεν επιλέχθηκε τίποτα.
command-written = Γράφτηκε: { $file }
command-rows-refused = { $count ->
    [one] { $count } γραμμή απορρίφθηκε:
   *[other] { $count } γραμμές απορρίφθηκαν:
}
command-rows-refused-more = { $count ->
    [one] και { $count } ακόμη· όλες με --rejected ΑΡΧΕΙΟ
   *[other] και { $count } ακόμη· όλες με --rejected ΑΡΧΕΙΟ
}
command-rows-set-aside = { $count ->
    [one] { $count } γραμμή με σήμανση «{ $status }» έμεινε έξω: δεν πουλήθηκε τίποτα
   *[other] { $count } γραμμές με σήμανση «{ $status }» έμειναν έξω: δεν πουλήθηκε τίποτα
}
command-rows-after = { $count ->
    [one] { $count } γραμμή μετά τις { $day } δεν μετρά
   *[other] { $count } γραμμές μετά τις { $day } δεν μετρούν
}
command-demo-intro = Δύο χρόνια παραγγελιών ενός φανταστικού καφεκοπτείου. Κανείς σε αυτό δεν είναι αληθινός.
command-demo-kept = Η βάση μιας προηγούμενης επίδειξης υπάρχει ακόμη και παρουσιάζεται όπως είναι· σβήστε τον φάκελο για να ξεκινήσετε από την αρχή.
command-demo-next = Από εδώ και πέρα
command-demo-open = Ανοίξτε τη σελίδα αυτής της ανασκόπησης
command-demo-own = Ανασκόπηση των δικών σας παραγγελιών
command-demo-customers = Μία γραμμή για κάθε πελάτη
command-demo-language = Το ίδιο σε άλλη γλώσσα
command-demo-doubt = Τα μοντέλα πίσω από αυτήν
refused-row = { $file }, γραμμή { $line }: { $reason }
refused-row-column = { $file }, γραμμή { $line }, στήλη «{ $column }»: { $reason }
refused-row-value = { $file }, γραμμή { $line }: { $reason } («{ $value }»)
refused-row-column-value = { $file }, γραμμή { $line }, στήλη «{ $column }»: { $reason } («{ $value }»)
refused-date-missing = λείπει η ημερομηνία
refused-not-a-date = δεν είναι ημερομηνία
refused-date-in-future = η ημερομηνία είναι στο μέλλον
refused-date-too-early = η ημερομηνία είναι πριν από το 1900
refused-not-a-number = δεν είναι αριθμός
refused-other-decimal-sign = το δεκαδικό σημείο δεν είναι αυτό των άλλων ποσών του αρχείου
refused-not-finite = δεν είναι πεπερασμένος αριθμός
refused-number-too-large = ο αριθμός είναι πολύ μεγάλος
refused-not-a-currency = δεν είναι νόμισμα
refused-too-few-fields = λείπουν πεδία: η γραμμή είναι μικρότερη από την επικεφαλίδα
refused-too-many-fields = περισσεύουν πεδία: μήπως λείπει ένα εισαγωγικό;
refused-open-quote = ένα εισαγωγικό ανοίγει πεδίο και δεν κλείνει
refused-binary = δυαδικά δεδομένα
refused-not-json = δεν είναι αντικείμενο JSON
rejected-file = αρχείο
rejected-line = γραμμή
rejected-column = στήλη
rejected-value = τιμή
rejected-reason = αιτία
progress-reading = { $share }  { $speed } γραμμές/δ  απομένουν { $left }
progress-coming = Λήψη γραμμών: { $rows } ως τώρα, { $speed } γραμμές/δ
progress-looking = Εξέταση των αρχείων
progress-customers = Συγκέντρωση των παραγγελιών κάθε πελάτη
progress-figures = Υπολογισμός των μεγεθών
progress-models = Προσαρμογή των μοντέλων
progress-writing = Εγγραφή του { $file }
