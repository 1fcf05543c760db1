# Το πλαίσιο της σελίδας, η σειρά των αριθμών και οι λίστες προσώπων.
page-title = Ανασκόπηση διατήρησης πελατών
page-terms = { $period } · με στοιχεία έως { $day }
page-skip = Μετάβαση στην ανασκόπηση
page-contents = Ενότητες
page-footer = Δημιουργήθηκε με το Perennial. Η σελίδα είναι αυτοτελής: δεν φορτώνει και δεν στέλνει τίποτα.
page-formula-of = Πώς υπολογίζεται: «{ $name }»
page-as-of = Με στοιχεία έως
page-period = Περίοδος
page-horizon = Ορίζοντας πρόβλεψης
page-value-horizon = Ορίζοντας της αξίας

page-numbers = Με αριθμούς
page-before = { $value } την προηγούμενη περίοδο
page-no-before = δεν υπάρχει προηγούμενη περίοδος για σύγκριση
page-customers-now = Πελάτες σήμερα
page-customers-ever = { $count ->
    [one] από { $count } που παρήγγειλε ποτέ
   *[other] από { $count } που παρήγγειλαν ποτέ
}
page-of-customers = { $count ->
    [one] από { $count } πελάτη πριν από έναν χρόνο
   *[other] από { $count } πελάτες πριν από έναν χρόνο
}
page-cost-for-life = { $amount } σε όλη τη διάρκεια της σχέσης
page-gross-revenue = { $value } χωρίς τις αυξήσεις
page-residual-interval = από εδώ και πέρα: { $low } έως { $high } για τέσσερις στους πέντε
page-gold-count = { $count ->
    [one] από { $count } χρυσό πελάτη
   *[other] από { $count } χρυσούς πελάτες
}
page-of-regulars = { $count ->
    [one] από { $count } τακτικό πελάτη
   *[other] από { $count } τακτικούς πελάτες
}

page-calls = Τηλεφωνήστε σήμερα
page-calls-intro = Εκείνοι για τους οποίους διακυβεύονται τα περισσότερα, κατά φθίνουσα σειρά: το αναμενόμενο περιθώριο επί τον κίνδυνο να μην επιστρέψουν.
page-calls-intro-counts = Εκείνοι για τους οποίους διακυβεύονται τα περισσότερα, κατά φθίνουσα σειρά: οι αναμενόμενες παραγγελίες επί τον κίνδυνο να μην επιστρέψουν.
page-nobody-to-call = Σήμερα δεν ξεχωρίζει κανείς.
page-at-risk = σε κίνδυνο
page-risk = κίνδυνος
page-margin-at-risk = Περιθώριο σε κίνδυνο
page-call-aside = { $orders ->
    [one] { $orders } παραγγελία, τελευταία στις { $last } · κίνδυνος { $risk }
   *[other] { $orders } παραγγελίες, τελευταία στις { $last } · κίνδυνος { $risk }
}

page-alarms = Οι τρεις συναγερμοί των τακτικών πελατών
page-alarms-intro = { $count ->
    [one] { $count } πελάτης είναι τακτικός. Να τι άλλαξε σε αυτόν.
   *[other] { $count } πελάτες είναι τακτικοί. Να τι άλλαξε σε αυτούς.
}
page-drifting-how = Τακτικοί πελάτες για τους οποίους χτυπά τουλάχιστον ένας από τους τρεις συναγερμούς, ο καθένας μία φορά.
page-alarm-order-value = Μικρότερες παραγγελίες
page-alarm-gone-quiet = Σιώπησαν
page-alarm-range = Σταμάτησαν να αγοράζουν μια κατηγορία
page-alarm-silent = Κανείς — καλό σημάδι.
page-show-more = { $count ->
    [one] Ακόμη { $count }
   *[other] Ακόμη { $count }
}
page-and-more = { $count ->
    [one] και ακόμη { $count }· ολόκληρη η λίστα με --customers ΑΡΧΕΙΟ
   *[other] και ακόμη { $count }· ολόκληρη η λίστα με --customers ΑΡΧΕΙΟ
}
page-and-more-unlisted = { $count ->
    [one] και ακόμη { $count }, που δεν αναφέρεται εδώ
   *[other] και ακόμη { $count }, που δεν αναφέρονται εδώ
}

page-limits = Τι δεν μπορούν να πουν αυτές οι παραγγελίες
page-limits-intro = Καλύτερα να λείπει ένα μέγεθος παρά να το μαντεύουμε. Να τι λείπει ή είναι αβέβαιο, και γιατί.
