# Πελάτες: πεδία, λίστες, η σελίδα τους.
customers-add = Προσθήκη πελάτη
customers-seen = Τελευταία επαφή
customers-added = Προστέθηκε
customers-count = { $count ->
        [one] { $number } πελάτης
       *[other] { $number } πελάτες
    }
customers-empty = Κανένας πελάτης ακόμη
    .words = Εδώ ανήκουν όλοι όσοι αγοράζουν από εσάς: ποιοι είναι, γιατί σας επιλέγουν και όλα όσα έγιναν μαζί τους.
field-name = Όνομα
    .question = Πώς λέγεται;
field-kind = Άτομο ή εταιρεία
    .question = Άτομο ή εταιρεία;
field-code = Κωδικός
    .question = Ποιος είναι ο αριθμός του στα άλλα συστήματα;
field-owner = Υπεύθυνος
    .question = Ποιος τον έχει αναλάβει;
field-email = E-mail
    .question = Πού να γράψουμε;
field-phone = Τηλέφωνο
    .question = Σε ποιον αριθμό καλούμε;
field-language = Γλώσσα
    .question = Ποια γλώσσα προτιμά;
field-channel = Προτιμώμενη επαφή
    .question = Πώς προτιμά να επικοινωνούμε;
field-country = Χώρα
    .question = Ποια χώρα; Δύο γράμματα, π.χ. GR
field-city = Πόλη
    .question = Ποια πόλη;
field-marketing = Προωθητικά
    .question = Μπορούμε να γράφουμε με δική μας πρωτοβουλία;
field-why_us = Γιατί μας επιλέγουν
    .question = Γιατί σας επιλέγουν;
field-found_us = Πώς μας βρήκαν
    .question = Πώς σας βρήκαν;
field-brought = Ποιους έφεραν
    .question = Ποιους έφεραν;
field-thanked = Πώς τους ευχαριστήσαμε
    .question = Πώς τους ευχαριστήσατε;
field-leaving = Τι θα τους έκανε να φύγουν
    .question = Τι θα τους έκανε ή τους έκανε να φύγουν;
field-preferences = Καλό να ξέρετε
    .question = Τι πρέπει να ξέρει κανείς πριν τους μιλήσει;
kind-person = Άτομο
kind-company = Εταιρεία
channel-email = E-mail
channel-phone = Κλήση
channel-message = Μήνυμα
channel-letter = Επιστολή
channel-visit = Επίσκεψη
marketing-consent = Συμφώνησε
marketing-objection = Αντιτίθεται: ούτε προωθητικά ούτε υπολογισμοί για αυτά
customer-facts = Τι πρέπει να ξέρουμε
customer-details = Στοιχεία
customer-timeline = Τι συνέβη
customer-since = Πελάτης από { $day }
customer-older = Παλαιότερα
customer-was-added = Ο πελάτης προστέθηκε
customer-was-removed = Η προσθήκη αναιρέθηκε: { $name }
customer-not-removed = Η προσθήκη δεν αναιρέθηκε: στο ιστορικό του πελάτη { $name } υπάρχουν ήδη { $what }, που θα χάνονταν
hanging-orders = παραγγελίες
hanging-interactions = κλήσεις ή σημειώσεις
hanging-contacts = άτομα
customer-was-changed = Άλλαξε: { $fields }
customer-was-undone = Η αλλαγή αναιρέθηκε
customer-nothing-to-undo = Κάποιος το άλλαξε στο μεταξύ: τίποτα δεν αναιρέθηκε
customer-changed-since = Κάποιος άλλαξε τον πελάτη στο μεταξύ. Δείτε τι γράφει τώρα και αποθηκεύστε ξανά.
value-missing = Δεν μπορεί να μείνει κενό
value-too-long = Μεγαλύτερο από { $longest ->
        [one] { $longest } χαρακτήρα
       *[other] { $longest } χαρακτήρες
    }
value-not-one = Αυτή η τιμή δεν ταιριάζει εδώ
value-taken = Το έχει ήδη άλλος πελάτης
timeline-customer-added = Προστέθηκε
timeline-customer-changed = Άλλαξαν στοιχεία
