# Ce spune linia de comandă pe lângă analiză.
command-read-as = Citit astfel: { $mapping }
command-read-elsewhere = În alte fișiere: { $mapping }
command-choose = Porniți din nou cu una dintre variante:
command-reading = { $line }   { $reading }
reading-value = „{ $example }” înseamnă { $meaning }
reading-column = coloana „{ $column }”, de exemplu „{ $example }”
question-prompt = Scrieți un număr de la 1 la { $count }:
command-nobody-chose = Nu s-a ales nimic.
command-written = Scris: { $file }
command-rows-refused = { $count ->
    [one] { $count } rând a fost respins:
    [few] { $count } rânduri au fost respinse:
   *[other] { $count } de rânduri au fost respinse:
}
command-rows-refused-more = { $count ->
    [one] și încă { $count }; lista întreagă, cu --rejected FIȘIER
    [few] și încă { $count }; lista întreagă, cu --rejected FIȘIER
   *[other] și încă { $count }; lista întreagă, cu --rejected FIȘIER
}
command-rows-set-aside = { $count ->
    [one] { $count } rând marcat „{ $status }” a fost lăsat deoparte: nu s-a vândut nimic
    [few] { $count } rânduri marcate „{ $status }” au fost lăsate deoparte: nu s-a vândut nimic
   *[other] { $count } de rânduri marcate „{ $status }” au fost lăsate deoparte: nu s-a vândut nimic
}
command-rows-after = { $count ->
    [one] { $count } rând de după { $day } nu se ia în calcul
    [few] { $count } rânduri de după { $day } nu se iau în calcul
   *[other] { $count } de rânduri de după { $day } nu se iau în calcul
}
command-demo-intro = Doi ani de comenzi ale unei prăjitorii de cafea inventate. Nimeni din ea nu este real.
command-demo-kept = Evidența unei demonstrații anterioare este încă aici și e arătată așa cum este; ștergeți dosarul ca să o luați de la capăt.
command-demo-next = De aici mai departe
command-demo-open = Deschideți pagina acestei analize
command-demo-own = Analiza propriilor comenzi
command-demo-customers = Câte un rând pentru fiecare client
command-demo-language = Același lucru în altă limbă
command-demo-doubt = Modelele din spate
refused-row = { $file }, rândul { $line }: { $reason }
refused-row-column = { $file }, rândul { $line }, coloana „{ $column }”: { $reason }
refused-row-value = { $file }, rândul { $line }: { $reason } („{ $value }”)
refused-row-column-value = { $file }, rândul { $line }, coloana „{ $column }”: { $reason } („{ $value }”)
refused-date-missing = lipsește data
refused-not-a-date = nu este o dată
refused-date-in-future = data este în viitor
refused-date-too-early = data este dinainte de 1900
refused-not-a-number = nu este un număr
refused-other-decimal-sign = semnul zecimal nu este cel al celorlalte sume din fișier
refused-not-finite = nu este un număr finit
refused-number-too-large = numărul este prea mare
refused-not-a-currency = nu este o monedă
refused-too-few-fields = lipsesc câmpuri: rândul este mai scurt decât antetul
refused-too-many-fields = prea multe câmpuri: lipsește cumva o ghilimea?
refused-open-quote = o ghilimea deschide un câmp și nu este închisă
refused-binary = date binare
refused-not-json = nu este un obiect JSON
rejected-file = fișier
rejected-line = rând
rejected-column = coloană
rejected-value = valoare
rejected-reason = motiv
progress-reading = { $share }  { $speed } rânduri/s  mai durează { $left }
progress-coming = Se primesc rânduri: { $rows } până acum, { $speed } rânduri/s
progress-looking = Se cercetează fișierele
progress-customers = Se adună comenzile fiecărui client
progress-figures = Se calculează cifrele
progress-models = Se estimează modelele
progress-writing = Se scrie { $file }
