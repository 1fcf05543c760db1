# The record as measures read it.
progress-record = Se citește evidența
rebuild-read = Citite din jurnal: { $count ->
    [one] { $count } înregistrare
    [few] { $count } înregistrări
   *[other] { $count } de înregistrări
}
rebuild-done = Refăcut din { $count ->
    [one] { $count } înregistrare a jurnalului.
    [few] { $count } înregistrări ale jurnalului.
   *[other] { $count } de înregistrări ale jurnalului.
}
facts-file-unused = fișierul de fapte { $file } nu poate fi folosit (se reface cu: perennial rebuild facts)
facts-file-damaged = fișierul de fapte { $file } este deteriorat; refaceți faptele cu: perennial rebuild facts
