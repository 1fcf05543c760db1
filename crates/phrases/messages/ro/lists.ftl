# Liste de clienți: întrebări, filtre, coloane.
list-find = Cuvinte sau owner:me tag:vip seen:<30d
list-filter = Filtru
list-columns = Coloane
list-export = Descarcă
list-currency = Monedă
list-apply = Arată
list-cut = Pentru pagina aceasta au fost parcurși mulți clienți. „Înainte” continuă.
list-tags = Etichete
list-tier = Nivel
list-standing = Stare
list-risk-least = Risc în %, cel puțin
list-risk-percent = Risc, %
list-at-risk = Sumă în pericol
list-at-risk-currency = Moneda sumei în pericol
list-orders = Comenzi
list-orders-least = Comenzi, cel puțin
list-spent = Cheltuit
list-spent-least = Cheltuit, cel puțin
query-me = Eu
query-nobody = Nimeni
query-objected = Se opune
query-unsaid = Încă nimic
query-has = Se știe
query-no = Nu se știe
query-weeks = { $count ->
        [one] { $count } săptămână
        [few] { $count } săptămâni
       *[other] { $count } de săptămâni
    }
query-years = { $count ->
        [one] { $count } an
        [few] { $count } ani
       *[other] { $count } de ani
    }
query-not-one = „{ $word }” nu se înțelege aici. Scrieți, de pildă: { $examples }
query-not-own = Câmpul acesta nu poate conține „{ $word }”
query-not-staff = Nimeni de aici nu se numește „{ $word }”, sau se numesc mai mulți. Scrieți numele întreg sau adresa de e-mail.
query-no-team = Nu există echipa „{ $word }”. Scrieți numele unei echipe.
query-no-field = Nu există câmpul „{ $word }”. Există, de exemplu: { $names }. Ca să căutați chiar cuvintele, puneți-le între ghilimele.
query-no-tier = În setări nu există nivelul „{ $word }”
query-backwards = „{ $word }” se termină înainte să înceapă. Scrieți întâi valoarea mai mică.
query-too-much = Este prea lung: cel mult 1.000 de caractere și 24 de condiții.
value-yes = Da
value-no = Nu
tag-add = Adaugă o etichetă
tag-was-added = Etichetă adăugată: { $tag }
tag-was-removed = Etichetă scoasă: { $tag }
tag-not-one = Scrieți un cuvânt sau câteva, cel mult { $longest } de caractere
tag-too-many = Un client poate avea cel mult { $most } de etichete: scoateți-le pe cele care nu spun nimic
timeline-tagged = Etichetă adăugată: { $tag }
timeline-untagged = Etichetă scoasă: { $tag }
