# Comenzi și livrări.
order-whose = A cui e comanda?
order-lines = Ce s-a cumpărat
order-more-lines = Mai multe rânduri
order-total-hint = Gol: suma rândurilor
order-was-added = Comandă adăugată
order-was-edited = Comanda a fost modificată
order-changed-since = Între timp, altcineva a modificat comanda. Vedeți ce conține acum și modificați din nou.
order-is-now = Comandă: { $state }
order-open = deschisă
order-shipped = expediată
order-delivered = livrată
order-cancelled = anulată
order-not-possible = Comanda nu mai poate ajunge în această stare: starea ei depinde de livrări
order-code-taken = Această sursă are deja o comandă cu acest număr
order-line-refused = Rândul { $line } are nevoie de un produs, un număr întreg de bucăți și un preț, de exemplu 12,50
order-too-many-lines = O comandă are cel mult { $most } de rânduri
order-in-future = Momentul e în viitor sau nu poate fi citit
order-shipments = Livrări
order-of = Comandă din { $day }
order-new-shipment = Notează o expediere
order-ship = Notează
order-was-sent = Expediat
order-carrier = Curier
order-tracking = Număr de urmărire
order-sent-on = Expediat pe { $day }
order-arrived-on = Livrat pe { $day }
timeline-shipment-sent = Livrare expediată
timeline-shipment-arrived = Livrare ajunsă la destinație
timeline-shipment-under-way = Livrare încă pe drum
timeline-order-edited = modificată
orders-state = Stare
orders-any-state = orice stare
orders-from = Plasată de la
orders-until = Plasată până la
orders-placed = Plasată
orders-filter = Filtrează
orders-all = Toate comenzile
orders-by-day = Comenzile filtrate sunt ordonate după zi
orders-as-added = Comenzile cu un produs apar în ordinea adăugării, ultimele primele
orders-count = { $count ->
        [one] { $number } comandă
        [few] { $number } comenzi
       *[other] { $number } de comenzi
    }
orders-empty = Încă nicio comandă
    .words = Aici stă tot ce cumpără clienții, rând cu rând: introdus manual, dintr-un fișier sau prin API.
