# Găsirea clienților și a celor întâmplate cu ei.
search-title = Căutare
search-for = Rezultate pentru „{ $words }”
search-shown = { $count ->
        [one] { $number } client pe această pagină
        [few] { $number } clienți pe această pagină
       *[other] { $number } de clienți pe această pagină
    }
search-guess = Scris asemănător
search-nothing = Nu s-a găsit nimic pentru „{ $words }”
    .words = Încercați mai puține cuvinte sau o parte din nume ori din număr. Ce s-a notat chiar acum se găsește peste câteva secunde.
search-empty = Găsiți orice
    .words = Un nume în orice alfabet, chiar scris greșit; un număr de telefon scris oricum sau ultimele lui patru cifre; o adresă de e-mail, un cod, o localitate; numărul unei comenzi sau al unui colet; cuvinte dintr-o notă sau dintr-un apel, între ghilimele dacă stau alături.
