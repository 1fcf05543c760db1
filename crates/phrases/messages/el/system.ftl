# Γιατί το σύστημα δεν μπόρεσε να κάνει ό,τι του ζητήθηκε.
error-cannot-print = Δεν είναι δυνατή η εκτύπωση: { $reason }.
system-not-found = δεν υπάρχει τέτοιο αρχείο ή φάκελος
system-not-allowed = δεν επιτρέπεται η πρόσβαση
system-disk-full = ο δίσκος είναι γεμάτος
system-is-folder = είναι φάκελος
system-not-a-folder = ένα μέρος της διαδρομής δεν είναι φάκελος
system-read-only = ο δίσκος είναι μόνο για ανάγνωση
