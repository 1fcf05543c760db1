# Ce nu s-a putut spune, despre ce indicator și de ce.

note = { $subject }: { $why }

subject-audit = Ce au în comun cei pierduți
subject-backtest = Verificare pe trecut
subject-calls = Pe cine să sunați
subject-cohorts = Cohorte
subject-cost = Costul pierderilor
subject-currency = Monedă
subject-gold = Clienți de aur
subject-input = Comenzi citite
subject-limit = Limita de tăcere
subject-models = Prognoză
subject-reasons = Motivele plecării
subject-regulars = Clienți fideli
subject-retention = Retenție
subject-retention_before = Retenția din perioada anterioară
subject-revenue = Retenția veniturilor
subject-revenue_before = Retenția veniturilor din perioada anterioară
subject-segments = Segmente
subject-sources = Surse
subject-spend = Valoarea comenzii
subject-survival = Cât timp rămân clienții
subject-value = Valoarea clienților

why-no_amounts = comenzile nu conțin sume; le-ar da o coloană „Total” sau „Suma”
why-no_currency = comenzile nu spun în ce monedă sunt; { $asker ->
    [page] ar spune-o o coloană „Monedă”
   *[command] ar spune-o o coloană „Monedă” sau --currency
}
why-no_customers_at_start = la începutul perioadei nu exista niciun client
why-data_start_too_late = datele încep la { $from }, prea târziu pentru asta
why-orders_end_early = ultima este din { $last }, cu { $days } înainte de ziua acestei analize; cine a comandat de atunci apare ca tăcut
why-too_few = încă insuficient ({ $have } din { $need })
why-no_repeat_buyers = nimeni nu a comandat de două ori, deci nu se poate afla nimic despre revenire
why-not_converged = parametrii modelului { $model } nu au putut fi găsiți
why-stopped_short = căutarea parametrilor modelului { $model } nu a convers: se arată unde s-a oprit, fără erori standard
why-spend_follows_frequency = cine comandă des cheltuiește pe comandă altfel decât ceilalți (corelație { $correlation }), așa că media pe comandă este doar orientativă
why-no_mean_spend = sumele variază prea mult ca să aibă o medie (q = { $q }); s-a folosit mediana
why-other_currency = { $orders ->
    [one] { $orders } comandă în { $currency } nu intră
    [few] { $orders } comenzi în { $currency } nu intră
   *[other] { $orders } de comenzi în { $currency } nu intră
} în nicio sumă
why-no_column = nicio coloană a comenzilor nu spune asta; { $asker ->
    [page] ar ajuta una numită { $columns }
   *[command] ar ajuta una numită { $columns } sau indicați-o pe a dvs. cu --map
}
why-no_column-named = „{ $column }”
why-reasons_unknown = comenzile nu spun de ce pleacă oamenii; asta se află doar întrebându-i
why-too_many_values = coloana „{ $column }” are prea multe valori diferite pentru comparație
why-sample = calculat pe un eșantion de { $customers ->
    [one] { $customers } client
    [few] { $customers } clienți
   *[other] { $customers } de clienți
}
why-level_missed = pentru zilele ascunse s-au prevăzut cu { $share } { $direction ->
    [fewer] mai puține
   *[more] mai multe
} comenzi decât s-au făcut; prognoza nu este corectată pentru tendință și sezon și se poate abate la fel
why-not_asked = nu a fost cerut
why-no_model = are nevoie de un model, dar niciunul nu a putut fi estimat: comenzile sunt prea puține sau prea asemănătoare, la limita a ceea ce se poate estima
why-no_standard_error = parametrul a fost ales, nu estimat, sau datele aproape că nu îi disting valorile
why-incomplete = datele nu acoperă tot acest interval
why-nothing_to_compare = nu există cu ce compara
why-losses_one_sided = pe una dintre părțile comparației nu s-a pierdut nimeni sau s-au pierdut toți
why-not_forecast = această regulă nu face o astfel de prognoză
why-duplicates_kept = { $rows ->
    [one] { $rows } rând repetă exact alt rând și a fost numărat
    [few] { $rows } rânduri repetă exact altele și au fost numărate
   *[other] { $rows } de rânduri repetă exact altele și au fost numărate
} totuși
