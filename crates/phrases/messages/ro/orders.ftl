# Comenzi și livrări.
order-whose = A cui e comanda?
order-lines = Ce s-a cumpărat
order-more-lines = Mai multe rânduri
order-total-hint = Gol: suma rândurilor
order-was-added = Comandă adăugată
order-was-edited = modificată
order-changed-since = Între timp, altcineva a modificat comanda. Vezi ce conține acum și modifică din nou.
order-is-now = Comandă: { $state }
order-open = deschisă
order-shipped = expediată
order-delivered = livrată
order-cancelled = anulată
order-not-possible = Comanda nu mai poate deveni așa: livrările ei spun unde a ajuns
order-code-taken = Această sursă are deja o comandă cu acest număr
order-line-refused = Fiecare rând are nevoie de un produs, un număr întreg de bucăți și un preț, de exemplu 12,50
order-in-future = Momentul e în viitor sau nu poate fi citit
order-shipments = Livrări
order-ship = Expediază
order-was-sent = Expediat
order-carrier = Curier
order-tracking = Număr de urmărire
order-sent-on = Expediat pe { $day }
order-arrived-on = Livrat pe { $day }
timeline-shipment-sent = Colet expediat
timeline-shipment-arrived = Colet livrat
timeline-shipment-under-way = Colet încă pe drum
orders-state = Stare
orders-any-state = orice stare
orders-from = Plasată de la
orders-until = Plasată până la
orders-placed = Plasată
orders-filter = Filtrează
orders-all = Toate comenzile
orders-count = { $count ->
        [one] { $number } comandă
        [few] { $number } comenzi
       *[other] { $number } de comenzi
    }
orders-empty = Încă nicio comandă
    .words = Aici e locul a ceea ce cumpără clienții, rând cu rând: scris de mână, dintr-un fișier sau prin API.
orders-none-such = Nu există astfel de comenzi
