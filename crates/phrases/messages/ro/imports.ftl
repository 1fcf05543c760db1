# Fișiere aduse în evidență.
import-customers = { $count ->
    [one] { $count } client
    [few] { $count } clienți
   *[other] { $count } de clienți
}
import-orders = { $count ->
    [one] { $count } comandă
    [few] { $count } comenzi
   *[other] { $count } de comenzi
}
import-names-from = Numele clienților din: { $columns }
import-left-over = Coloane care nu se aduc: { $columns }
import-staging = Se pregătesc comenzile
import-applying = Comenzile se înscriu în evidență
import-found = În fișiere: { $customers }, { $orders }, de la { $first } la { $last }, { $sums }
import-no-currency = Fișierele nu numesc nicio monedă: sumele sunt simple numere. Ca să spuneți care este, importați-le cu --currency și codul ei, de exemplu --currency EUR. Comenzile aflate deja în evidență fără monedă o primesc atunci
import-taken-back = { $count ->
    [one] { $count } dintre comenzi a fost returnată în întregime și apare ca anulată
    [few] { $count } dintre comenzi au fost returnate în întregime și apar ca anulate
   *[other] { $count } dintre comenzi au fost returnate în întregime și apar ca anulate
}
import-anonymous = { $count ->
    [one] { $count } rând nu numește niciun client și a fost lăsat deoparte
    [few] { $count } rânduri nu numesc niciun client și au fost lăsate deoparte
   *[other] { $count } de rânduri nu numesc niciun client și au fost lăsate deoparte
}
import-unmatched = { $count ->
    [one] { $count } retur nu are cumpărare în fișiere și a fost lăsat deoparte
    [few] { $count } retururi nu au cumpărare în fișiere și au fost lăsate deoparte
   *[other] { $count } de retururi nu au cumpărare în fișiere și au fost lăsate deoparte
}
import-duplicates = { $count ->
    [one] { $count } rând repetă întocmai altul
    [few] { $count } rânduri repetă întocmai altele
   *[other] { $count } de rânduri repetă întocmai altele
}
import-added = Nou în evidență: { $customers }, { $orders }
import-nothing-new = Nimic nou: { $customers }, { $orders } erau deja în evidență. Nu s-a schimbat nimic.
import-filled = { $count ->
    [one] { $count } client cunoscut avea câmpuri goale, acum completate
    [few] { $count } clienți cunoscuți aveau câmpuri goale, acum completate
   *[other] { $count } de clienți cunoscuți aveau câmpuri goale, acum completate
}
import-known = { $count ->
    [one] { $count } comandă era cunoscută și rămâne cum este
    [few] { $count } comenzi erau cunoscute și rămân cum sunt
   *[other] { $count } de comenzi erau cunoscute și rămân cum sunt
}
import-differing = { $count ->
    [one] { $count } dintre ele are altă sumă în fișiere; evidența o păstrează pe a sa
    [few] { $count } dintre ele au altă sumă în fișiere; evidența le păstrează pe ale sale
   *[other] { $count } dintre ele au altă sumă în fișiere; evidența le păstrează pe ale sale
}
import-other-currency = { $count ->
    [one] { $count } comandă este în { $ours } în evidență și în { $theirs } în fișiere; evidența o păstrează pe a sa
    [few] { $count } comenzi sunt în { $ours } în evidență și în { $theirs } în fișiere; evidența le păstrează pe ale sale
   *[other] { $count } de comenzi sunt în { $ours } în evidență și în { $theirs } în fișiere; evidența le păstrează pe ale sale
}
import-other-currencies = { $count ->
    [one] { $count } comandă este în evidență în altă monedă decât în fișiere: { $pairs }; evidența o păstrează pe a sa
    [few] { $count } comenzi sunt în evidență în alte monede decât în fișiere: { $pairs }; evidența le păstrează pe ale sale
   *[other] { $count } de comenzi sunt în evidență în alte monede decât în fișiere: { $pairs }; evidența le păstrează pe ale sale
}
import-currency-instead = { $ours } în loc de { $theirs } ({ $count })
import-currencies-more = { $count ->
    [one] încă { $count } pereche
    [few] încă { $count } perechi
   *[other] încă { $count } de perechi
}
import-given-currency = { $count ->
    [one] { $count } comandă cunoscută nu avea monedă și a primit-o
    [few] { $count } comenzi cunoscute nu aveau monedă și au primit-o
   *[other] { $count } de comenzi cunoscute nu aveau monedă și au primit-o
}
import-clashing = { $count ->
    [one] { $count } comandă are numărul alteia din fișiere și a fost lăsată deoparte
    [few] { $count } comenzi au numărul alteia din fișiere și au fost lăsate deoparte
   *[other] { $count } de comenzi au numărul alteia din fișiere și au fost lăsate deoparte
}
import-next = Le vedeți cu: perennial serve{ $record }. Pentru a anula tot importul: perennial import undo { $id }{ $record }
import-next-take-back = Pentru a anula tot importul: perennial import undo { $id }{ $record }
import-next-see = Vedeți ce există cu: perennial serve{ $record }
import-would-add = Ar fi noi în evidență: { $customers }, { $orders }
import-would-know = Există deja: { $customers }, { $orders }
import-would-fill = { $count ->
    [one] { $count } client cunoscut are câmpuri goale care s-ar completa
    [few] { $count } clienți cunoscuți au câmpuri goale care s-ar completa
   *[other] { $count } de clienți cunoscuți au câmpuri goale care s-ar completa
}
import-would-give-currency = { $count ->
    [one] { $count } comandă cunoscută nu are monedă și ar primi-o
    [few] { $count } comenzi cunoscute nu au monedă și ar primi-o
   *[other] { $count } de comenzi cunoscute nu au monedă și ar primi-o
}
import-would-clash = { $count ->
    [one] { $count } comandă are numărul alteia din fișiere și ar fi lăsată deoparte
    [few] { $count } comenzi au numărul alteia din fișiere și ar fi lăsate deoparte
   *[other] { $count } de comenzi au numărul alteia din fișiere și ar fi lăsate deoparte
}
import-dry-run = O probă: nu s-a scris nimic.
import-broken-off = Nimic din el nu se vede în evidență. Pentru a continua: perennial import resume { $id }{ $record }
import-none = Încă nu s-a importat nimic. Începeți cu: perennial import orders FIȘIER{ $record }
import-listed = { $state } · { $moment } · { $customers }, { $orders } · { $files }
import-listed-known = { $state } · { $moment } · deja în evidență: { $customers }, { $orders } · { $files }
import-listed-did = { $state } · { $moment } · { $did } · { $files }
import-is-reading = se citește
import-is-entering = se trece în evidență
import-is-staging = întrerupt sau încă în citire
import-is-staged = citit, dar nu încă în evidență
import-is-applied = în evidență
import-is-repeat = nimic nou
import-is-filled = a completat ce lipsea
import-is-undone = anulat
import-is-discarded = abandonat
import-taken-out = Scoase din evidență: { $customers }, { $orders }
import-left = Păstrate, fiindcă între timp s-a mai întâmplat ceva cu ele: { $customers }, { $orders }
import-emptied = { $count ->
    [one] { $count } câmp este din nou gol
    [few] { $count } câmpuri sunt din nou goale
   *[other] { $count } de câmpuri sunt din nou goale
}
import-fields-left = { $count ->
    [one] { $count } câmp rămâne, fiindcă a fost schimbat între timp
    [few] { $count } câmpuri rămân, fiindcă au fost schimbate între timp
   *[other] { $count } de câmpuri rămân, fiindcă au fost schimbate între timp
}
import-currencies-emptied = { $count ->
    [one] { $count } comandă este din nou fără monedă
    [few] { $count } comenzi sunt din nou fără monedă
   *[other] { $count } de comenzi sunt din nou fără monedă
}
import-currencies-left = { $count ->
    [one] { $count } comandă își păstrează moneda, fiindcă a fost schimbată între timp
    [few] { $count } comenzi își păstrează moneda, fiindcă au fost schimbate între timp
   *[other] { $count } de comenzi își păstrează moneda, fiindcă au fost schimbate între timp
}
import-currencies-gone = { $count ->
    [one] { $count } comandă care primise moneda nu mai era acolo: importul care o adusese fusese anulat
    [few] { $count } comenzi care primiseră moneda nu mai erau acolo: importul care le adusese fusese anulat
   *[other] { $count } de comenzi care primiseră moneda nu mai erau acolo: importul care le adusese fusese anulat
}
import-products-out = { $count ->
    [one] A fost scos și { $count } produs care nu mai apare nicăieri
    [few] Au fost scoase și { $count } produse care nu mai apar nicăieri
   *[other] Au fost scoase și { $count } de produse care nu mai apar nicăieri
}
import-discarded = Abandonat. Nimic din el nu era în evidență.
import-another-is-open = un alt import este deschis; încheiați-l cu perennial import resume { $id }{ $record } sau renunțați la el cu perennial import discard { $id }{ $record }
import-not-possible = nu se poate face asta cu acest import: este { $state }
import-brought-nothing = acest import nu a adus nimic: nu este nimic de luat înapoi
import-files-changed = fișierele nu mai sunt cele de la începutul importului; renunțați la el și importați-le din nou
import-unknown = nu există import cu acest id; perennial import list le arată pe toate
import-nothing-broken-off = niciun import nu a fost întrerupt; perennial import list{ $record } arată ce s-a importat
import-cannot-resume = nu se mai știe cum se citesc fișierele lui; renunțați la el și importați-le din nou
import-goes-on-by-itself = fișierele lui au fost trimise din browser: perennial serve îl continuă singur
imports-title = Importuri
imports-files = Fișiere
imports-when = Început
imports-state = Stare
imports-orders = Comenzi
imports-undo = Anulează tot importul
imports-undo-ask = Ies din evidență: { $customers }, { $orders }. Ca să revină, fișierele trebuie importate din nou.
imports-undo-filled-ask = Scoateți ce a completat acest import? Ca să revină, fișierele trebuie importate din nou.
imports-empty = Încă nu s-au importat fișiere
    .words = Aduceți din fișiere comenzile și clienții. Vin toate odată sau deloc, iar importul poate fi anulat.
timeline-orders-imported = { $count ->
    [one] { $count } comandă dintr-un fișier
    [few] { $count } comenzi dintr-un fișier
   *[other] { $count } de comenzi dintr-un fișier
}
timeline-orders-removed = { $count ->
    [one] { $count } comandă scoasă odată cu fișierul ei
    [few] { $count } comenzi scoase odată cu fișierul lor
   *[other] { $count } de comenzi scoase odată cu fișierul lor
}
timeline-orders-given-currency = { $count ->
    [one] { $count } comandă și-a primit moneda dintr-un fișier
    [few] { $count } comenzi și-au primit moneda dintr-un fișier
   *[other] { $count } de comenzi și-au primit moneda dintr-un fișier
}
timeline-orders-without-currency = { $count ->
    [one] { $count } comandă este din nou fără monedă: importul a fost anulat
    [few] { $count } comenzi sunt din nou fără monedă: importul a fost anulat
   *[other] { $count } de comenzi sunt din nou fără monedă: importul a fost anulat
}
imports-source = Sursa
import-was-undone = Importul a fost anulat
