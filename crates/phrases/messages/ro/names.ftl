# Cum se numesc grupurile, coloanele, modelele și acțiunile.

segment-champion = Campioni
    .meaning = au comandat recent și comandă des
segment-loyal = Loiali
    .meaning = comandă des
segment-potential_loyalist = Potențial loiali
    .meaning = au comandat recent, mai mult de o dată
segment-new = Noi
    .meaning = au comandat foarte recent, prima dată sau aproape
segment-promising = Promițători
    .meaning = au comandat destul de recent, puține comenzi până acum
segment-needs_attention = Necesită atenție
    .meaning = comandau destul de des, se răcesc
segment-about_to_sleep = Pe cale să adoarmă
    .meaning = puține comenzi, se răcesc
segment-at_risk = În pericol
    .meaning = comandau des, tac de mult
segment-cant_lose = De nepierdut
    .meaning = comandau cel mai des, tac de mult
segment-hibernating = În hibernare
    .meaning = puține comenzi, tac de mult
segment-lost = Pierduți
    .meaning = tac peste limita lor

standing-active = activ
standing-gone_quiet = a amuțit
standing-lost = pierdut

action-call = Sunați și întrebați dacă ultima comandă a fost în regulă
action-call_before_lost = Sunați acum: încă { $days } de tăcere și clientul este socotit pierdut
    .then = Încă { $days } de tăcere și clientul urma să fie socotit pierdut: dacă n-a mai comandat nimic, așa este
action-call_in_person = Sunați personal: după { $orders ->
    [one] { $orders } comandă
    [few] { $orders } comenzi
   *[other] { $orders } de comenzi
}, întrebați ce s-a schimbat
action-remind = Amintiți-le de dvs.: propuneți să repete comanda obișnuită
action-thank = Mulțumiți-le și întrebați ce le va trebui în continuare
action-ask_about_range = Întrebați ce cumpără acum în loc de „{ $category }”
action-review_account = Întrebați ce cumpără acum din altă parte
action-invite_back = Invitați-i la a doua comandă

attribute-source = Sursă
attribute-country = Țară
attribute-first_product = Primul produs
attribute-first_category = Prima categorie
attribute-first_order_size = Valoarea primei comenzi
attribute-first_order_discounted = Reducere la prima comandă
attribute-value-yes = da
attribute-value-no = nu

role-customer = Client
role-date = Dată
role-amount = Sumă
role-order = Număr comandă
role-product = Produs
role-category = Categorie
role-quantity = Cantitate
role-price = Preț
role-currency = Monedă
role-source = Sursă
role-email = E-mail
role-phone = Telefon
role-country = Țară
role-discount = Reducere
role-status = Stare
role-time = Oră
role-refunded = Rambursat
role-date_order = Ordinea în date
role-decimal = Semn zecimal

date_order-dmy = zi, lună, an
date_order-mdy = lună, zi, an
date_order-ymd = an, lună, zi

model-bg_nbd = BG/NBD: fiecare client comandă în ritmul lui și poate pleca după orice comandă repetată. Apare doar pentru comparație: nu consideră niciodată pierdut un cumpărător cu o singură comandă.
model-mbg_nbd = MBG/NBD: fiecare client comandă în ritmul lui și poate pleca după orice comandă, inclusiv prima.
model-mbg_cnbd = MBG/CNBD-k: ca MBG/NBD, pentru clienți care comandă regulat; cu cât k e mai mare, cu atât ritmul e mai constant.
model-pareto_nbd = Pareto/NBD: fiecare client comandă în ritmul lui și poate pleca oricând.
model-gamma_gamma = Gamma–Gamma: fiecare client cheltuiește în jurul propriei medii pe comandă; ce nu se vede din puține comenzi se ia din ansamblul clienților.
