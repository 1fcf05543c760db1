# Οι άνθρωποι ενός πελάτη.
contacts = Άτομα επικοινωνίας
contacts-none = Δεν γνωρίζουμε ακόμη κανέναν με το όνομά του
contact-add = Προσθήκη ατόμου
contact-role = Τι κάνει εκεί
contact-was-added = Προστέθηκε: { $name }
contact-was-changed = Άλλαξε
contact-was-removed = Αφαιρέθηκε
contact-changed-since = Στο μεταξύ κάποιος άλλαξε αυτά τα στοιχεία. Δείτε τι ισχύει τώρα και αλλάξτε τα ξανά.
contact-too-many = Περισσότερα από { $most ->
        [one] { $most } άτομο
       *[other] { $most } άτομα
    } σε έναν πελάτη: αφαιρέστε όσους έχουν φύγει
timeline-contact-added = Προστέθηκε άτομο
timeline-contact-changed = Άλλαξαν στοιχεία ατόμου
timeline-contact-removed = Αφαιρέθηκε άτομο
timeline-contact-restored = Επανήλθε άτομο
