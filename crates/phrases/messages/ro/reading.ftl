reading-given-twice = { $file } este dat de două ori; se citește o singură dată.
reading-sheet-not-read = { $file }: foaia „{ $sheet }” nu se citește, fiindcă nu are coloanele comenzilor.
reading-decimal-signs-differ = Fișierele scriu sumele în moduri diferite; fiecare se citește după al său: { $files }.
reading-date-orders-differ = Fișierele scriu datele în moduri diferite; fiecare se citește după al său: { $files }.
reading-column-not-read = { $file }: coloana „{ $column }” nu se citește, fiindcă mai toate valorile ei nu sunt numere: { $examples }. Pentru a o citi totuși: { $line }
reading-amounts-missing = { $count ->
    [one] { $count } rând nu are sumă: se numără ca o cumpărătură, dar nu adaugă nimic la bani.
    [few] { $count } rânduri nu au sumă: se numără drept cumpărături, dar nu adaugă nimic la bani.
   *[other] { $count } de rânduri nu au sumă: se numără drept cumpărături, dar nu adaugă nimic la bani.
}
