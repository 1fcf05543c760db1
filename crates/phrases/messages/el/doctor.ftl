# Τι δεν πάει καλά με τη βάση και τι να κάνετε.
doctor-well = Η βάση { $place } είναι εντάξει.
doctor-finding = { $severity }: { $what }. { $todo }.
doctor-notice = Για ενημέρωση
doctor-warning = Προσοχή
doctor-danger = ΚΙΝΔΥΝΟΣ
doctor-unreachable = η βάση δεδομένων δεν μπορεί να ανοίξει ({ $text })
doctor-no-record = η βάση δεδομένων δεν έχει στοιχεία του Perennial
doctor-newer = τη βάση την έγραψε νεότερη έκδοση του προγράμματος (έκδοση { $found }, αυτό το πρόγραμμα γνωρίζει την { $known })
doctor-older = η βάση είναι στην έκδοση { $found }, το πρόγραμμα στην { $known }
doctor-damaged = η βάση δεδομένων είναι κατεστραμμένη ({ $text })
doctor-broken-reference = γραμμές του πίνακα { $text } παραπέμπουν σε γραμμές που δεν υπάρχουν
doctor-log-file-large = το ημερολόγιο εγγραφών έφτασε τα { $megabytes } MB
doctor-disk-low = στον δίσκο του φακέλου { $folder } απομένουν μόνο { $megabytes } MB
doctor-clocks-differ = το ρολόι του διακομιστή της βάσης διαφέρει κατά { $seconds } δ. από αυτού του υπολογιστή
doctor-log-ahead-of-clock = η βάση έχει μελλοντικές εγγραφές, έως { $text }
doctor-reader-behind = το «{ $reader }» έχει μείνει { $minutes } λεπτά πίσω
doctor-jobs-given-up = { $count ->
        [one] μία εργασία απέτυχε και στην τελευταία της προσπάθεια
       *[other] { $count } εργασίες απέτυχαν και στην τελευταία τους προσπάθεια
    }
doctor-no-backup = δεν υπάρχει αντίγραφο ασφαλείας
doctor-backup-old = το τελευταίο αντίγραφο ασφαλείας είναι από { $text }
doctor-files-missing = { $count ->
        [one] λείπει ένα αρχείο: { $first }
       *[other] λείπουν { $count } αρχεία, πρώτο το { $first }
    }
doctor-files-damaged = { $count ->
        [one] ένα αρχείο είναι κατεστραμμένο: { $first }
       *[other] { $count } αρχεία είναι κατεστραμμένα, πρώτο το { $first }
    }
doctor-server-old = η PostgreSQL { $major } είναι πολύ παλιά
doctor-setting-loses-data = η ρύθμιση { $text } της PostgreSQL είναι κλειστή: με μια διακοπή ρεύματος μπορεί να χαθούν όσα αποθηκεύτηκαν
doctor-check-place = Ελέγξτε τη θέση και ότι ο διακομιστής ή ο δίσκος της είναι διαθέσιμος
doctor-use-later-program = Χρησιμοποιήστε το νεότερο πρόγραμμα
doctor-start-program = Εκκινήστε το πρόγραμμα: θα ενημερώσει τη βάση
doctor-restore-backup = Επαναφέρετε το τελευταίο καλό αντίγραφο: perennial restore
doctor-restart-program = Επανεκκινήστε το πρόγραμμα
doctor-free-disk = Ελευθερώστε χώρο στον δίσκο ή περάστε σε μεγαλύτερο
doctor-set-clock = Ρυθμίστε τα ρολόγια από διακομιστή ώρας
doctor-look-at-jobs = Δοκιμάστε τες ξανά ή απορρίψτε τες
doctor-take-backup = Παίρνετε ένα κάθε μέρα: perennial backup
doctor-restore-files = Επαναφέρετέ τα από αντίγραφο ασφαλείας
doctor-upgrade-server = Αναβαθμίστε τον διακομιστή στην έκδοση 15 ή νεότερη
doctor-turn-setting-on = Ενεργοποιήστε τη
