# The key that second factors are sealed with.
key-given-is-none = Το PERENNIAL_KEY δεν είναι κλειδί. Δώστε του τα 64 ψηφία του κλειδιού ή αφαιρέστε το.
key-unread = Το «{ $file }» δεν μπορεί να χρησιμοποιηθεί
key-open = Το κλειδί στο «{ $file }» μπορούν να το διαβάσουν και άλλοι. Αφήστε το μόνο στον ιδιοκτήτη του: chmod 600.
key-is-none = Το «{ $file }» δεν περιέχει κλειδί. Βάλτε πίσω το αρχείο που ήταν εκεί.
key-missing = Το κλειδί των δεύτερων παραγόντων δεν είναι στο «{ $file }». Βάλτε το πίσω ή δώστε το στο PERENNIAL_KEY. Αν χάθηκε: perennial user reset EMAIL --second-factor, για καθέναν που έχει.
key-other = Οι δεύτεροι παράγοντες σφραγίστηκαν με άλλο κλειδί από αυτό στο «{ $file }» ή στο PERENNIAL_KEY. Βάλτε πίσω το δικό τους. Αν χάθηκε: perennial user reset EMAIL --second-factor, για καθέναν που έχει.
