# Cadrul paginii, șirul de cifre și listele de persoane.
page-title = Analiza retenției clienților
page-terms = { $period } · la data de { $day }
page-skip = Salt la analiză
page-contents = Secțiuni
page-footer = Realizat cu Perennial. Pagina este de sine stătătoare: nu încarcă nimic și nu trimite nimic.
page-formula-of = Cum se calculează „{ $name }”
page-as-of = La data de
page-period = Perioada
page-horizon = Orizontul prognozei
page-value-horizon = Valoare calculată pe

page-numbers = În cifre
page-before = { $value } în perioada anterioară
page-no-before = nu există o perioadă anterioară pentru comparație
page-customers-now = Clienți astăzi
page-customers-ever = { $count ->
    [one] din { $count } care a comandat vreodată
    [few] din { $count } care au comandat vreodată
   *[other] din { $count } care au comandat vreodată
}
page-of-customers = { $count ->
    [one] din { $count } client de acum un an
    [few] din { $count } clienți de acum un an
   *[other] din { $count } de clienți de acum un an
}
page-cost-for-life = { $amount } pe toată durata relației
page-gross-revenue = { $value } fără creșterea celor rămași
page-residual-interval = de acum înainte: între { $low } și { $high } pentru patru din cinci
page-gold-count = { $count ->
    [one] de la { $count } client de aur
    [few] de la { $count } clienți de aur
   *[other] de la { $count } de clienți de aur
}
page-of-regulars = { $count ->
    [one] din { $count } client fidel
    [few] din { $count } clienți fideli
   *[other] din { $count } de clienți fideli
}

page-calls = De sunat astăzi
page-calls-intro = Cei cu miza cea mai mare, în ordine descrescătoare: marja așteptată de la ei, înmulțită cu riscul de a nu se mai întoarce.
page-calls-intro-counts = Cei cu miza cea mai mare, în ordine descrescătoare: comenzile așteptate de la ei, înmulțite cu riscul de a nu se mai întoarce.
page-nobody-to-call = Astăzi nu iese nimeni în evidență.
page-at-risk = în pericol
page-risk = risc
page-margin-at-risk = Marjă în pericol
page-call-aside = { $orders ->
    [one] { $orders } comandă, ultima pe { $last } · risc { $risk }
    [few] { $orders } comenzi, ultima pe { $last } · risc { $risk }
   *[other] { $orders } de comenzi, ultima pe { $last } · risc { $risk }
}

page-alarms = Cele trei alarme ale clienților fideli
page-alarms-intro = { $count ->
    [one] { $count } client este fidel. Iată ce s-a schimbat la el.
    [few] { $count } clienți sunt fideli. Iată ce s-a schimbat la ei.
   *[other] { $count } de clienți sunt fideli. Iată ce s-a schimbat la ei.
}
page-drifting-how = Clienții fideli pentru care sună cel puțin una dintre cele trei alarme, fiecare numărat o dată.
page-alarm-order-value = Comenzi tot mai mici
page-alarm-gone-quiet = Au amuțit
page-alarm-range = Nu mai cumpără o parte din gamă
page-alarm-silent = Nimeni — foarte bine.
page-show-more = { $count ->
    [one] Încă { $count }
    [few] Încă { $count }
   *[other] Încă { $count }
}
page-and-more = { $count ->
    [one] și încă { $count }; lista întreagă, cu --customers FIȘIER
    [few] și încă { $count }; lista întreagă, cu --customers FIȘIER
   *[other] și încă { $count }; lista întreagă, cu --customers FIȘIER
}
page-and-more-unlisted = { $count ->
    [one] și încă { $count }, care nu apare aici
    [few] și încă { $count }, care nu apar aici
   *[other] și încă { $count }, care nu apar aici
}

page-limits = Ce nu pot spune aceste comenzi
page-limits-intro = Mai bine lipsește o cifră decât să fie ghicită. Iată ce lipsește sau e nesigur și de ce.
