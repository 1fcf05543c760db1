# Secțiunile paginii: ce arată graficele și cum se citesc.
page-chart-empty = Încă nu sunt destule date pentru un grafic.
page-chart-table = Ca tabel

page-retention = Cine a rămas, cine a plecat, cine a venit
page-flow = Clienții de la începutul până la sfârșitul perioadei
    .describe = Două coloane: clienții de la început, împărțiți în păstrați și pierduți; clienții de la sfârșit, împărțiți în păstrați, noi și recâștigați.
page-came-and-went-said = { $count ->
    [0] Nimeni nu a venit și a plecat în cursul perioadei.
    [one] { $count } client a venit și a plecat în cursul perioadei și nu se află în nicio coloană.
    [few] { $count } clienți au venit și au plecat în cursul perioadei și nu se află în nicio coloană.
   *[other] { $count } de clienți au venit și au plecat în cursul perioadei și nu se află în nicio coloană.
}
page-won-back-apart = Cei recâștigați se numără separat: { $end } la sfârșit și { $back } recâștigați, împreună { $total }.
page-won-back-today = Cei recâștigați se numără separat: { $end } la sfârșit și { $back } recâștigați sunt cei { $total } clienți de astăzi.

page-cost = Cât au costat pierderile
page-gold-lost-note = de aur acum un an, pierduți astăzi
page-margin-of = marjă, { $share } din venituri
page-margin-unknown = venituri; marja nu a fost indicată

page-trade = Lună de lună
page-coming = Clienți veniți și plecați
    .describe = Câte o coloană pe lună: clienții noi și recâștigați deasupra liniei, cei pierduți dedesubt.
page-revenue-months = Venituri
    .describe = Linia veniturilor pe luni încheiate, fără retururi.
page-orders-months = Comenzi
    .describe = Linia comenzilor pe luni încheiate.
page-partial-month = neacoperită în întregime
page-trade-after = Un client este socotit pierdut în luna în care tăcerea lui a depășit limita, nu în luna ultimei comenzi. Lunile de la capete pe care comenzile nu le acoperă în întregime sunt mai palide sau lipsesc din linie.
page-trade-counts = Pe luni se numără fiecare pierdere și fiecare întoarcere, așa că într-un an cineva poate apărea de mai multe ori. Cifrele perioadei numără pe fiecare o singură dată, după cum stă la începutul și la sfârșitul ei: cine a fost pierdut și s-a întors între timp nu este recâștigat acolo.

page-gold-title = Clienții de aur și de unde vin banii
page-gold-from = de la { $amount } în 12 luni
page-gold-quiet-note = de aur, tac mai mult decât de obicei
page-in-all = { $amount } în total, cu tot cu cei pierduți
page-over-months = în următoarele { $months }, actualizat
page-concentration = Ponderea în marja pe 12 luni
    .describe = Bare: ce pondere din marjă aduc primul 1 %, primii 10 % și clienții de aur.
page-gini-said = Coeficientul Gini { $gini }: 0 înseamnă toți la fel, 1 înseamnă totul de la un singur client.

page-cohorts = Cohorte: se întorc cei care au început?
page-cohorts-intro = Clienții după luna primei comenzi. Fiecare celulă arată, în procente, câți au comandat după atâtea luni. Celulele hașurate sunt luni neîncheiate.
page-return-in = Au comandat chiar în luna aceea
    .describe = Hartă termică: un rând pentru luna primei comenzi, o coloană pentru fiecare lună de după, ponderea celor care au comandat chiar în luna aceea.
page-return-or-after = Au comandat în luna aceea sau mai târziu
    .describe = Hartă termică: un rând pentru luna primei comenzi, o coloană pentru fiecare lună de după, ponderea celor care au comandat atunci sau mai târziu.
page-cohorts-after = Rândul mediilor ia în calcul doar cohortele destul de vechi pentru luna respectivă. A doua hartă scade mereu spre dreapta: lunile târzii au avut mai puțin timp pentru „sau mai târziu”.

page-survival = Cât timp rămân clienții
page-survival-intro = Câți dintre cei care au făcut o primă comandă nu au fost încă pierduți după atâta timp; cine a fost pierdut și s-a întors contează ca pierdut din acea zi. Ceilalți contează pentru timpul în care au fost urmăriți.
page-survival-limit = Cine a comandat o singură dată este socotit client până la limita de { $limit }, iar de atunci pierdut: acolo curba scade de la { $before } la { $after }. Cotele vârstelor mai mici îi cuprind încă pe toți aceștia.
page-survival-curve = Încă clienți, după timpul de la prima comandă
    .describe = O linie în trepte care coboară de la 100 %, cu banda ei de 95 %.
page-after-months = După { $months }

page-segments = Segmente
page-segments-intro = Toți cei care au comandat vreodată, după cât de recent și cât de des; cei pierduți stau separat.
page-segments-chart = Clienți pe segmente
    .describe = O bară pentru fiecare segment: clienții și ponderea lor.

page-audit = Ce au în comun cei pierduți
    .intro = Cine a plecat mai des decât ceilalți. Punctul arată de câte ori mai des, linia este intervalul de 95 %; este colorat ce cu greu poate fi întâmplător.
    .describe = Un punct și un interval pentru fiecare grup: ponderea celor pierduți aici față de ponderea celor pierduți în rest.
page-audit-after = „Au plecat mai des” nu înseamnă „au plecat din cauza asta”. Raportul șanselor ține constante valoarea clientului și vechimea relației. Pierderi în plus: cu cât mai puțini ar fi plecat la rata celorlalți.
page-sources = Ce surse aduc oameni care rămân
    .intro = Același lucru, după locul de unde au venit clienții.
    .describe = Un punct și un interval pentru fiecare sursă: ponderea celor pierduți aici față de ponderea celor pierduți în rest.
page-sources-after = Înainte de a plăti pentru mai mulți clienți dintr-o sursă, priviți câți au comandat din nou.
page-left-less = ← au plecat mai rar
page-left-more = au plecat mai des →

page-models = Cât de siguri suntem
page-backtest-intro = { $customers ->
    [one] Am ascuns modelului ({ $model }) perioada { $period }, l-am lăsat să prevadă ce face { $customers } client și am comparat.
    [few] Am ascuns modelului ({ $model }) perioada { $period }, l-am lăsat să prevadă ce fac { $customers } clienți și am comparat.
   *[other] Am ascuns modelului ({ $model }) perioada { $period }, l-am lăsat să prevadă ce fac { $customers } de clienți și am comparat.
}
page-no-backtest = Prea puține zile ca să ascundem o parte și să le prevedem.
page-no-model = Niciun model nu a putut fi estimat.
page-weeks = Comenzi prevăzute și făcute
    .describe = Două linii crescătoare pe săptămâni: comenzi făcute până atunci și prevăzute până atunci.
page-calibration = Sunt corecte probabilitățile?
    .describe = Un punct pentru fiecare zecime de clienți: probabilitatea prevăzută față de ponderea celor care au comandat. Pe diagonală cele două coincid.

page-input = Ce s-a citit
