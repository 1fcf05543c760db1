# The record as measures read it.
progress-record = Ανάγνωση της βάσης
rebuild-read = Διαβάστηκαν από το ημερολόγιο: { $count ->
    [one] { $count } εγγραφή
   *[other] { $count } εγγραφές
}
rebuild-done = Ξαναφτιάχτηκε από { $count ->
    [one] { $count } εγγραφή του ημερολογίου.
   *[other] { $count } εγγραφές του ημερολογίου.
}
facts-file-unused = το αρχείο δεδομένων { $file } δεν μπορεί να χρησιμοποιηθεί (ξαναφτιάχνεται με: perennial rebuild facts)
facts-file-damaged = το αρχείο δεδομένων { $file } είναι κατεστραμμένο· ξαναφτιάξτε τα δεδομένα με: perennial rebuild facts
