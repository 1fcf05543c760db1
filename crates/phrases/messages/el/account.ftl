# Ο λογαριασμός: όνομα, κωδικός, δεύτερος παράγοντας, συνδέσεις.
account-name = Όνομα
account-no-name = Λείπει το όνομα.
account-any-language = Όπως στο πρόγραμμα περιήγησης
account-was-changed = Άλλαξε
account-password = Κωδικός
    .about = Ο νέος κωδικός τερματίζει όλες τις άλλες συνδέσεις.
account-old-password = Τρέχων κωδικός
account-new-password = Νέος κωδικός
    .hint = Τουλάχιστον 12 χαρακτήρες. Μια φράση θυμάται κανείς πιο εύκολα από σύμβολα.
account-password-change = Αλλαγή κωδικού
account-password-was-changed = Ο κωδικός άλλαξε· οι άλλες συνδέσεις τερματίστηκαν
account-password-none = Δεν έχετε: μπήκατε με σύνδεσμο. Σας τον δίνει όποιος έχει πρόσβαση στο μηχάνημα, με: perennial user reset
account-password-wrong = Δεν είναι ο τρέχων κωδικός σας.
password-short = Κάτω από 12 χαρακτήρες. Επιλέξτε μεγαλύτερο.
password-long = Πολύ μεγάλος. Επιλέξτε μικρότερο.
password-one-character = Επαναλαμβάνει έναν χαρακτήρα. Επιλέξτε άλλον.
account-sessions = Πού έχετε συνδεθεί
session-this = αυτό το πρόγραμμα περιήγησης
session-since = από
session-unknown = Ένα πρόγραμμα περιήγησης
session-end = Αποσύνδεση εκεί
session-was-ended = Έγινε αποσύνδεση εκεί
second-factor = Δεύτερος παράγοντας
    .about = Εκτός από τον κωδικό, η σύνδεση ζητά και έναν αριθμό που δείχνει μια εφαρμογή στο κινητό. Όποιος μάθει μόνο τον κωδικό μένει έξω.
second-factor-is-on = Είναι ενεργός.
second-factor-turn-on = Ενεργοποίηση
second-factor-turn-off = Απενεργοποίηση δεύτερου παράγοντα
second-factor-was-turned-off = Ο δεύτερος παράγοντας απενεργοποιήθηκε
second-factor-scan = Σαρώστε τον κωδικό QR με εφαρμογή ελέγχου ταυτότητας και γράψτε τον αριθμό που δείχνει.
second-factor-picture = Κωδικός QR για την εφαρμογή
second-factor-here = Άνοιγμα σε εφαρμογή αυτής της συσκευής
second-factor-type = Ή γράψτε στην εφαρμογή:
second-factor-code = Κωδικός μίας χρήσης
second-factor-wrong = Δεν είναι ο σωστός αριθμός ή έχει ήδη χρησιμοποιηθεί. Περιμένετε τον επόμενο.
second-factor-codes = Κωδικοί ανάκτησης
    .about = Ο δεύτερος παράγοντας είναι ενεργός. Χωρίς το κινητό, με καθέναν από αυτούς τους κωδικούς συνδέεστε μία φορά. Φυλάξτε τους: δεν θα εμφανιστούν ξανά.
second-factor-kept = Τους φύλαξα
second-factor-left = { $count ->
        [one] Απομένει ένας κωδικός ανάκτησης.
       *[other] Απομένουν { $count } κωδικοί ανάκτησης.
    }
sign-in-code-title = Ένα βήμα ακόμη
sign-in-code-about = Γράψτε τον αριθμό της εφαρμογής ή έναν κωδικό ανάκτησης.
sign-in-code-lost = Χάσατε και τα δύο; Ζητήστε από τον ιδιοκτήτη να απενεργοποιήσει τον δεύτερο παράγοντα.
