# Ο λογαριασμός: όνομα, κωδικός, δεύτερος παράγοντας, συνδέσεις.
account-name = Όνομα
account-no-name = Λείπει το όνομα.
account-any-language = Όπως ζητά ο φυλλομετρητής
account-was-changed = Άλλαξε
account-password = Κωδικός
    .about = Ο νέος κωδικός τερματίζει όλες τις άλλες συνδέσεις.
account-old-password = Τωρινός κωδικός
account-new-password = Νέος κωδικός
    .hint = Τουλάχιστον 12 χαρακτήρες. Μια φράση θυμάται κανείς πιο εύκολα από σύμβολα.
account-password-change = Αλλαγή κωδικού
account-password-was-changed = Ο κωδικός άλλαξε· οι άλλες συνδέσεις τερματίστηκαν
account-password-wrong = Δεν είναι ο τωρινός κωδικός σας.
password-short = Κάτω από 12 χαρακτήρες. Πάρτε μεγαλύτερο.
password-long = Πολύ μεγάλος. Πάρτε μικρότερο.
password-one-character = Επαναλαμβάνει έναν χαρακτήρα. Πάρτε άλλον.
account-sessions = Πού έχετε συνδεθεί
session-this = αυτός ο φυλλομετρητής
session-since = από
session-unknown = Ένας φυλλομετρητής
session-end = Αποσύνδεση εκεί
session-was-ended = Έγινε αποσύνδεση εκεί
second-factor = Δεύτερος παράγοντας
    .about = Εκτός από τον κωδικό, η σύνδεση ζητά και έναν αριθμό που δείχνει μια εφαρμογή στο κινητό. Όποιος μάθει μόνο τον κωδικό μένει έξω.
second-factor-is-on = Είναι ενεργός.
second-factor-turn-on = Ενεργοποίηση
second-factor-turn-off = Απενεργοποίηση δεύτερου παράγοντα
second-factor-was-turned-off = Ο δεύτερος παράγοντας απενεργοποιήθηκε
second-factor-scan = Σαρώστε την εικόνα με εφαρμογή ελέγχου ταυτότητας και γράψτε τον αριθμό που δείχνει.
second-factor-picture = Εικόνα για την εφαρμογή
second-factor-here = Άνοιγμα σε εφαρμογή αυτής της συσκευής
second-factor-type = Ή γράψτε στην εφαρμογή:
second-factor-code = Κωδικός μίας χρήσης
second-factor-wrong = Δεν είναι ο σωστός ή έχει χρησιμοποιηθεί. Περιμένετε τον επόμενο.
second-factor-codes = Κωδικοί ανάκτησης
    .about = Ο δεύτερος παράγοντας είναι ενεργός. Χωρίς το κινητό, κάθε κωδικός σας αφήνει μέσα μία φορά. Φυλάξτε τους: δεν θα εμφανιστούν ξανά.
second-factor-kept = Τους φύλαξα
second-factor-left = { $count ->
        [one] Απομένει ένας κωδικός ανάκτησης.
       *[other] Απομένουν { $count } κωδικοί ανάκτησης.
    }
sign-in-code-title = Ένα βήμα ακόμη
sign-in-code-about = Γράψτε τον αριθμό της εφαρμογής ή έναν κωδικό ανάκτησης.
sign-in-code-lost = Χάσατε και τα δύο; Ζητήστε από τον ιδιοκτήτη να απενεργοποιήσει τον δεύτερο παράγοντα.
