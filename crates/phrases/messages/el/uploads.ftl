# Αρχεία παραγγελιών που στέλνονται από τον φυλλομετρητή.
upload-title = Εισαγωγή παραγγελιών
    .about = Αρχεία με παραγγελίες από το κατάστημα, το ταμείο ή το λογιστήριο: CSV, Excel, Parquet ή JSON lines. Πρώτα βλέπετε τι περιέχουν· τίποτα δεν μπαίνει στη βάση πριν το πείτε.
upload-source-hint = Το κατάστημα ή η αγορά απ’ όπου προέρχονται τα αρχεία, π.χ. «ηλεκτρονικό κατάστημα». Να την ονομάζετε κάθε φορά το ίδιο: από αυτήν αναγνωρίζονται παραγγελίες και πελάτες, με άλλο όνομα θα έμπαιναν δύο φορές. Αφήστε το κενό αν οι αριθμοί πελατών στα αρχεία είναι οι δικοί σας κωδικοί.
upload-files-hint = Ένα ή περισσότερα, έως 2 GB το καθένα
upload-send = Δείτε τι περιέχουν
upload-too-large = Το «{ $name }» ξεπερνά τα 2 GB. Χωρίστε το ή εισαγάγετέ το με perennial import orders.
upload-too-many = Έως 20 αρχεία μαζί. Τα υπόλοιπα μετά.
upload-no-files = Επιλέξτε πρώτα ένα αρχείο
upload-step-send = Επιλογή αρχείων
upload-step-check = Έλεγχος περιεχομένου
upload-step-import = Εισαγωγή
upload-is-reading = Διαβάζονται οι γραμμές
upload-is-staging = Συγκεντρώνονται πελάτες και παραγγελίες
upload-is-applying = Όλα μπαίνουν στη βάση
upload-is-looked = έτοιμα για έλεγχο
upload-bytes = { $done } από { $whole } MB
upload-found = Τι περιέχουν τα αρχεία
upload-new = Νέα: { $customers }, { $orders }
upload-nothing-new = Τίποτα σε αυτά τα αρχεία δεν είναι νέο: η εισαγωγή δεν θα άλλαζε τίποτα.
upload-known = Ήδη στη βάση: { $customers }, { $orders }
upload-dry-run = Τίποτα δεν μπαίνει στη βάση πριν το επιβεβαιώσετε.
upload-import = { $count ->
        [one] Εισαγωγή { $count } παραγγελίας
       *[other] Εισαγωγή { $count } παραγγελιών
    }
upload-import-rest = Συμπλήρωση όσων λείπουν από τη βάση
upload-discard = Απόρριψη
upload-was-discarded = Απορρίφθηκε. Τίποτα από αυτήν δεν ήταν στη βάση.
upload-not-now = Αυτό δεν γίνεται τώρα. Να πού βρίσκονται τα αρχεία.
upload-another-is-open = Μια άλλη εισαγωγή είναι σε εξέλιξη. Ολοκληρώστε ή απορρίψτε πρώτα εκείνη.
upload-rows = Οι πρώτες γραμμές
upload-read-otherwise = Διαφορετική ανάγνωση των αρχείων
upload-look-again = Δείτε ξανά
upload-by-itself = εντοπίζεται αυτόματα
upload-currency = Νόμισμα όπου δεν αναφέρεται
    .hint = Τρία γράμματα, π.χ. EUR
upload-choose-column = Επιλέξτε τη στήλη που το περιέχει.
upload-choose-another = Επιλογή άλλου αρχείου
upload-read-so = Ανάγνωση έτσι
upload-no-currency = Τα αρχεία δεν αναφέρουν νόμισμα: τα ποσά θα έμεναν σκέτοι αριθμοί. Ορίστε το παρακάτω.
upload-currency-found = Τρία γράμματα· τώρα { $code }
upload-currency-refused = Αυτό δεν είναι νόμισμα. Γράψτε τρία γράμματα, π.χ. EUR.
upload-duplicates = Γραμμές που επαναλαμβάνουν ακριβώς άλλη μετρούν μία φορά
upload-goes-on = Μπορείτε να φύγετε από τη σελίδα· η εργασία συνεχίζεται.
upload-refused-table = Αποθήκευση ως πίνακα
upload-refused = γραμμές που δεν ελήφθησαν
upload-under-way = Στάλθηκαν, δεν έχουν εισαχθεί ακόμη
