reading-given-twice = { $file } este dat de două ori; se citește o singură dată.
reading-sheet-not-read = { $file }: foaia „{ $sheet }” nu se citește, fiindcă nu are coloanele comenzilor.
reading-decimal-signs-differ = Fișierele scriu sumele în moduri diferite; fiecare se citește după al său: { $files }.
reading-date-orders-differ = Fișierele scriu datele în moduri diferite; fiecare se citește după al său: { $files }.
reading-column-not-read = { $file }: coloana „{ $column }” nu se citește, fiindcă mai toate valorile ei nu pot fi citite ca sume: { $examples }. { $asker ->
    [page] Să fie citită totuși?
   *[command] Pentru a o citi totuși: { $line }
}
reading-cancelled-by-name = Comenzile precum { $example } se citesc drept anulări ale comenzii aceluiași client cu numărul de după C.
reading-order-total = { $file }: „{ $column }” este aceeași pe toate rândurile unei comenzi: este luată drept suma întregii comenzi și numărată o dată, împărțită egal pe rânduri. { $asker ->
    [page] Dacă fiecare rând are suma lui, alegeți coloana mai jos, la „Sumă”.
   *[command] Dacă fiecare rând are suma lui, numiți coloana cu --map amount=COLOANA.
}
reading-order-total-and-prices = { $file }: „{ $column }” este aceeași pe toate rândurile unei comenzi: este luată drept suma întregii comenzi și numărată o dată, împărțită pe rânduri după cantitate × preț. { $asker ->
    [page] Să se numere în schimb cantitate × preț?
   *[command] Ca să se numere cantitate × preț: { $line }
}
reading-attributes-not-read = Sunt mai multe coloane care formează grupuri decât se compară; acestea rămân deoparte: { $columns }. Ca să fie mai puține, scoateți coloanele de care nu aveți nevoie.
reading-amounts-missing = { $count ->
    [one] { $count } rând nu are sumă: se numără ca o cumpărătură, dar nu adaugă nimic la bani.
    [few] { $count } rânduri nu au sumă: se numără drept cumpărături, dar nu adaugă nimic la bani.
   *[other] { $count } de rânduri nu au sumă: se numără drept cumpărături, dar nu adaugă nimic la bani.
}
