# Οι λέξεις των μερών που συνθέτουν τις σελίδες.
part-remove = Αφαίρεση
part-edit = Επεξεργασία
part-save = Αποθήκευση
part-cancel = Ακύρωση
part-undo = Αναίρεση
part-unknown = άγνωστο ακόμη
part-there-now = Τι γράφει τώρα
part-pages = Σελίδες
part-previous = Προηγούμενη
part-next = Επόμενη
part-sort = Ταξινόμηση με αυτή τη στήλη
