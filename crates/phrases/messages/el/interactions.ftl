# Κλήσεις, συναντήσεις, επισκέψεις, σημειώσεις και δώρα.
interaction-call = Κλήση
interaction-meeting = Συνάντηση
interaction-visit = Επίσκεψη
interaction-note = Σημείωση
interaction-gift = Δώρο
interaction-kind = Τι ήταν;
interaction-text = Τι ειπώθηκε
    .hint = Αναφέρετε συνάδελφο: @ και ό,τι είναι πριν από το @ στη διεύθυνση email του (@ana για ana@example.com)
interaction-colleagues = Ποιον αναφέρετε
interaction-colleagues-found = { $count ->
    [one] { $count } συνάδελφος: με το Enter τον αναφέρετε
   *[other] { $count } συνάδελφοι: με τα βέλη διαλέγετε, με το Enter αναφέρετε
}
interaction-colleagues-none = Κανενός συναδέλφου το όνομα ή η διεύθυνση δεν αρχίζει έτσι
interaction-at = Πότε (κενό: τώρα)
interaction-follow-up = Υπενθύμιση στις
interaction-more = Άλλη ώρα, υπενθύμιση
interaction-log = Καταγραφή
interaction-with-whom = Με ποιον;
interaction-was-logged = Καταγράφηκε: { $what }
interaction-was-edited = Άλλαξε· το προηγούμενο κείμενο διατηρείται
interaction-mentions-nobody = { $handles }: δεν ειδοποιήθηκε κανείς, καμία διεύθυνση συναδέλφου δεν αρχίζει έτσι
interaction-was-removed = Αφαιρέθηκε
interaction-is-followed = Ολοκληρώθηκε
interaction-more-to-do = Περισσότερα
interaction-remove = Αφαίρεση
interaction-follows = Υπενθύμιση στις { $day }
interaction-followed = Ολοκληρώθηκε ({ $day })
interaction-done = Έγινε
interaction-earlier = Τι έγραφε πριν
interaction-until = έως
interaction-is-empty = Γράψτε με λίγα λόγια τι ήταν
interaction-is-in-future = Αυτό είναι στο μέλλον. Καταγράψτε ό,τι συνέβη· για ό,τι θα γίνει υπάρχει η υπενθύμιση.
interaction-no-hour = Η ημερομηνία και η ώρα δεν διαβάζονται. Γράψτε τις έτσι: 2026-05-03T14:30
interaction-no-day = Η ημερομηνία δεν διαβάζεται. Γράψτε την έτσι: 2026-05-03
