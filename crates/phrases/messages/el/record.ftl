# Οι εντολές του αρχείου.
serve-at = Το Perennial είναι στο { $address }. Με Ctrl-C τερματίζει.
serve-nobody = Κανείς δεν μπορεί ακόμη να συνδεθεί. Δημιουργήστε τον λογαριασμό σας: perennial user add you@example.com --name "Το όνομά σας" --role owner
user-added = Ο χρήστης { $email } μπορεί πλέον να συνδεθεί.
user-reset = Ο χρήστης { $email } έχει νέο κωδικό και αποσυνδέθηκε παντού.
user-password = Νέος κωδικός:{" "}
user-password-again = Ξανά ο ίδιος:{" "}
user-passwords-differ = οι δύο κωδικοί διαφέρουν: τίποτα δεν άλλαξε
