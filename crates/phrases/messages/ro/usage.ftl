# Ce s-a tastat și nu se poate, opțiune cu opțiune.
usage-of-option = { $option }: { $reason }
usage-share = „{ $text }” nu este o cotă; scrieți 25%
usage-share-range = „{ $text }” nu este peste 0 % și cel mult 100 %; scrieți 25%
usage-share-whole = „{ $text }” nu lasă nimic; rămâneți sub 100 %
usage-months = „{ $text }” nu este un interval de luni de cel mult 100 de ani; scrieți 12m sau 2y
usage-days = „{ $text }” nu este un interval de zile de cel mult 100 de ani; scrieți 365d sau 52w
usage-memory = „{ $text }” nu este o cantitate de memorie; scrieți 2GiB sau 500MiB
usage-memory-least = „{ $text }” înseamnă prea puțină memorie; minimul este { $least }
usage-period = „{ $text }” nu este o perioadă; scrieți year, quarter, month sau 2025-01-01..2026-01-01
usage-period-empty = „{ $text }” se termină înainte de a începe; scrieți prima zi și ziua de după ultima: 2025-01-01..2026-01-01
usage-day = „{ $text }” nu este o zi; scrieți-o așa: 2025-12-31
usage-currency = „{ $text }” nu este o monedă; scrieți codul ei, de exemplu EUR
usage-import = „{ $text }” nu este id-ul unui import; perennial import list le arată
usage-language = „{ $text }” nu este o limbă vorbită aici; scrieți en, ru, ro, el sau hy
usage-map-no-column = „{ $text }” nu spune care coloană ce înseamnă; scrieți câmp=coloană, de exemplu customer=Client
usage-map-field = „{ $text }” nu este un câmp; câmpurile sunt { $fields }
usage-map-date-order = „{ $text }” nu este o ordine a zilei și lunii; scrieți date_order=dmy, mdy sau ymd
usage-map-decimal = „{ $text }” nu este un semn zecimal; scrieți decimal=point sau decimal=comma
usage-map-twice = câmpul { $text } este numit de două ori, dar îi revine o singură coloană
usage-map-quote = în „{ $text }” ghilimelele nu se închid; puneți-le și după numele coloanei
