# Αρχεία που εισάγονται.
import-customers = { $count ->
    [one] { $count } πελάτης
   *[other] { $count } πελάτες
}
import-orders = { $count ->
    [one] { $count } παραγγελία
   *[other] { $count } παραγγελίες
}
import-names-from = Ονόματα πελατών από: { $columns }
import-left-over = Στήλες που δεν εισάγονται: { $columns }
import-staging = Προετοιμασία των παραγγελιών
import-applying = Καταχώριση των παραγγελιών
import-found = Στα αρχεία: { $customers }, { $orders } από { $first } έως { $last }, { $sums }
import-no-currency = Τα αρχεία δεν αναφέρουν νόμισμα: τα ποσά είναι σκέτοι αριθμοί. Για να το ορίσετε, εισαγάγετέ τα με --currency και τον κωδικό του, όπως --currency EUR. Όσες παραγγελίες είναι ήδη στη βάση χωρίς νόμισμα το αποκτούν τότε
import-taken-back = { $count ->
    [one] { $count } παραγγελία επιστράφηκε ολόκληρη και λογίζεται ως ακυρωμένη
   *[other] { $count } παραγγελίες επιστράφηκαν ολόκληρες και λογίζονται ως ακυρωμένες
}
import-anonymous = { $count ->
    [one] { $count } γραμμή δεν αναφέρει πελάτη και παραλείφθηκε
   *[other] { $count } γραμμές δεν αναφέρουν πελάτη και παραλείφθηκαν
}
import-unmatched = { $count ->
    [one] { $count } επιστροφή δεν έχει αγορά στα αρχεία και παραλείφθηκε
   *[other] { $count } επιστροφές δεν έχουν αγορά στα αρχεία και παραλείφθηκαν
}
import-duplicates = { $count ->
    [one] { $count } γραμμή επαναλαμβάνει ακριβώς μια άλλη
   *[other] { $count } γραμμές επαναλαμβάνουν ακριβώς κάποια άλλη
}
import-added = Νέα στη βάση: { $customers }, { $orders }
import-nothing-new = Τίποτα νέο: { $customers }, { $orders } υπήρχαν ήδη στη βάση. Τίποτα δεν άλλαξε.
import-filled = { $count ->
    [one] Συμπληρώθηκαν κενά σε { $count } γνωστό πελάτη
   *[other] Συμπληρώθηκαν κενά σε { $count } γνωστούς πελάτες
}
import-known = { $count ->
    [one] { $count } παραγγελία ήταν γνωστή και μένει όπως είναι
   *[other] { $count } παραγγελίες ήταν γνωστές και μένουν όπως είναι
}
import-differing = { $count ->
    [one] { $count } από αυτές έχει άλλο ποσό στα αρχεία· η βάση κρατά το δικό της
   *[other] { $count } από αυτές έχουν άλλο ποσό στα αρχεία· η βάση κρατά το δικό της
}
import-other-currency = { $count ->
    [one] { $count } παραγγελία είναι σε { $ours } στη βάση και σε { $theirs } στα αρχεία· η βάση κρατά το δικό της
   *[other] { $count } παραγγελίες είναι σε { $ours } στη βάση και σε { $theirs } στα αρχεία· η βάση κρατά το δικό της
}
import-other-currencies = { $count ->
    [one] { $count } παραγγελία είναι στη βάση σε άλλο νόμισμα από εκείνο των αρχείων: { $pairs }· η βάση κρατά το δικό της
   *[other] { $count } παραγγελίες είναι στη βάση σε άλλα νομίσματα από εκείνα των αρχείων: { $pairs }· η βάση κρατά τα δικά της
}
import-currency-instead = { $ours } αντί για { $theirs } ({ $count })
import-currencies-more = { $count ->
    [one] { $count } ακόμη ζεύγος
   *[other] { $count } ακόμη ζεύγη
}
import-given-currency = { $count ->
    [one] { $count } γνωστή παραγγελία δεν είχε νόμισμα και το απέκτησε
   *[other] { $count } γνωστές παραγγελίες δεν είχαν νόμισμα και το απέκτησαν
}
import-clashing = { $count ->
    [one] { $count } παραγγελία έχει τον αριθμό άλλης στα αρχεία και παραλείφθηκε
   *[other] { $count } παραγγελίες έχουν τον αριθμό άλλης στα αρχεία και παραλείφθηκαν
}
import-next = Δείτε τα με: perennial serve{ $record }. Για να αναιρεθεί όλη η εισαγωγή: perennial import undo { $id }{ $record }
import-next-take-back = Για να αναιρεθεί όλη η εισαγωγή: perennial import undo { $id }{ $record }
import-next-see = Δείτε τι υπάρχει με: perennial serve{ $record }
import-would-add = Θα ήταν νέα στη βάση: { $customers }, { $orders }
import-would-know = Υπάρχουν ήδη: { $customers }, { $orders }
import-would-fill = { $count ->
    [one] Θα συμπληρώνονταν κενά σε { $count } γνωστό πελάτη
   *[other] Θα συμπληρώνονταν κενά σε { $count } γνωστούς πελάτες
}
import-would-give-currency = { $count ->
    [one] { $count } γνωστή παραγγελία δεν έχει νόμισμα και θα το αποκτούσε
   *[other] { $count } γνωστές παραγγελίες δεν έχουν νόμισμα και θα το αποκτούσαν
}
import-would-clash = { $count ->
    [one] { $count } παραγγελία έχει τον αριθμό άλλης στα αρχεία και θα παραλειπόταν
   *[other] { $count } παραγγελίες έχουν τον αριθμό άλλης στα αρχεία και θα παραλείπονταν
}
import-dry-run = Δοκιμή: δεν γράφτηκε τίποτα.
import-broken-off = Τίποτα από αυτά δεν φαίνεται στη βάση. Για συνέχεια: perennial import resume { $id }{ $record }
import-none = Δεν έχει εισαχθεί τίποτα ακόμη. Ξεκινήστε με: perennial import orders ΑΡΧΕΙΟ{ $record }
import-listed = { $state } · { $moment } · { $customers }, { $orders } · { $files }
import-listed-known = { $state } · { $moment } · υπήρχαν ήδη: { $customers }, { $orders } · { $files }
import-listed-did = { $state } · { $moment } · { $did } · { $files }
import-is-reading = διαβάζεται
import-is-entering = μπαίνει στη βάση
import-is-staging = διακόπηκε ή διαβάζεται ακόμη
import-is-staged = διαβάστηκε, δεν είναι ακόμη στη βάση
import-is-applied = στη βάση
import-is-repeat = τίποτα νέο
import-is-filled = συμπλήρωσε όσα έλειπαν
import-is-undone = αναιρέθηκε
import-is-discarded = απορρίφθηκε
import-taken-out = Αφαιρέθηκαν: { $customers }, { $orders }
import-left = Έμειναν, γιατί από τότε συνέβη κάτι με αυτά: { $customers }, { $orders }
import-emptied = { $count ->
    [one] { $count } πεδίο είναι πάλι κενό
   *[other] { $count } πεδία είναι πάλι κενά
}
import-fields-left = { $count ->
    [one] { $count } πεδίο μένει, γιατί κάποιος το άλλαξε από τότε
   *[other] { $count } πεδία μένουν, γιατί κάποιος τα άλλαξε από τότε
}
import-currencies-emptied = { $count ->
    [one] { $count } παραγγελία είναι πάλι χωρίς νόμισμα
   *[other] { $count } παραγγελίες είναι πάλι χωρίς νόμισμα
}
import-currencies-left = { $count ->
    [one] { $count } παραγγελία κρατά το νόμισμά της, γιατί κάποιος την άλλαξε από τότε
   *[other] { $count } παραγγελίες κρατούν το νόμισμά τους, γιατί κάποιος τις άλλαξε από τότε
}
import-currencies-gone = { $count ->
    [one] { $count } παραγγελία που είχε πάρει το νόμισμά της είχε ήδη φύγει μαζί με την εισαγωγή της
   *[other] { $count } παραγγελίες που είχαν πάρει το νόμισμά τους είχαν ήδη φύγει μαζί με την εισαγωγή τους
}
import-products-out = { $count ->
    [one] Αφαιρέθηκε και { $count } προϊόν που δεν υπάρχει πουθενά αλλού
   *[other] Αφαιρέθηκαν και { $count } προϊόντα που δεν υπάρχουν πουθενά αλλού
}
import-discarded = Απορρίφθηκε. Τίποτα από αυτήν δεν ήταν στη βάση.
import-another-is-open = μια άλλη εισαγωγή είναι ανοιχτή· ολοκληρώστε την με perennial import resume { $id }{ $record } ή απορρίψτε την με perennial import discard { $id }{ $record }
import-not-possible = αυτό δεν γίνεται με αυτή την εισαγωγή· η κατάστασή της: { $state }
import-brought-nothing = αυτή η εισαγωγή δεν έφερε τίποτα: δεν υπάρχει τίποτα να αναιρεθεί
import-files-changed = τα αρχεία δεν είναι όπως ήταν στην αρχή της εισαγωγής· απορρίψτε την και εισαγάγετέ τα ξανά
import-unknown = δεν υπάρχει εισαγωγή με αυτό το αναγνωριστικό· το perennial import list τις δείχνει όλες
import-nothing-broken-off = καμία εισαγωγή δεν διακόπηκε· το perennial import list{ $record } δείχνει τι εισήχθη
import-cannot-resume = δεν είναι πια γνωστό πώς διαβάζονται τα αρχεία της· απορρίψτε την και εισαγάγετέ τα ξανά
import-goes-on-by-itself = τα αρχεία της στάλθηκαν από το πρόγραμμα περιήγησης: το perennial serve τη συνεχίζει μόνο του
imports-title = Εισαγωγές
imports-files = Αρχεία
imports-when = Έναρξη
imports-state = Κατάσταση
imports-orders = Παραγγελίες
imports-undo = Αναίρεση όλης της εισαγωγής
imports-undo-ask = Θα αφαιρεθούν από τη βάση: { $customers }, { $orders }. Για να επανέλθουν, τα αρχεία πρέπει να εισαχθούν ξανά.
imports-undo-filled-ask = Να αφαιρεθούν όσα συμπλήρωσε αυτή η εισαγωγή; Για να επανέλθουν, τα αρχεία πρέπει να εισαχθούν ξανά.
imports-empty = Δεν έχουν εισαχθεί ακόμη αρχεία
    .words = Εισαγάγετε από αρχεία τις παραγγελίες και τους πελάτες. Έρχονται όλα μαζί ή τίποτα, και η εισαγωγή μπορεί να αναιρεθεί.
timeline-orders-imported = { $count ->
    [one] { $count } παραγγελία από αρχείο
   *[other] { $count } παραγγελίες από αρχείο
}
timeline-orders-removed = { $count ->
    [one] { $count } παραγγελία αφαιρέθηκε μαζί με το αρχείο της
   *[other] { $count } παραγγελίες αφαιρέθηκαν μαζί με το αρχείο τους
}
timeline-orders-given-currency = { $count ->
    [one] { $count } παραγγελία απέκτησε το νόμισμά της από αρχείο
   *[other] { $count } παραγγελίες απέκτησαν το νόμισμά τους από αρχείο
}
timeline-orders-without-currency = { $count ->
    [one] { $count } παραγγελία είναι πάλι χωρίς νόμισμα: η εισαγωγή αναιρέθηκε
   *[other] { $count } παραγγελίες είναι πάλι χωρίς νόμισμα: η εισαγωγή αναιρέθηκε
}
imports-source = Πηγή
import-was-undone = Η εισαγωγή αναιρέθηκε
