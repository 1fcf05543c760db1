# Fișiere cu comenzi trimise din browser.
upload-title = Importă comenzi
    .about = Fișiere cu comenzi din magazin, casă sau contabilitate: CSV, Excel, Parquet sau JSON lines. Mai întâi vedeți ce conțin; nimic nu intră în evidență până nu spuneți dumneavoastră.
upload-source-hint = Magazinul sau piața de unde provin fișierele, de pildă „magazin online”. Numiți-o de fiecare dată la fel: după ea se recunosc comenzile și clienții, iar sub alt nume ar intra de două ori. Lăsați gol dacă numerele clienților din fișiere sunt codurile dumneavoastră.
upload-files-hint = Unul sau mai multe, fiecare de cel mult 2 GB
upload-send = Vezi ce conțin
upload-too-large = „{ $name }” depășește 2 GB. Împărțiți-l sau aduceți-l cu perennial import orders.
upload-too-many = Cel mult 20 de fișiere odată. Pe celelalte aduceți-le după aceea.
upload-no-files = Alegeți mai întâi un fișier
upload-step-send = Alegeți fișierele
upload-step-check = Verificați conținutul
upload-step-import = Aduceți-le
upload-is-reading = Se citesc rândurile
upload-is-staging = Se alcătuiesc clienții și comenzile
upload-is-applying = Se trec toate în evidență
upload-is-looked = gata de verificat
upload-bytes = { $done } din { $whole } MB
upload-found = Ce este în fișiere
upload-new = Noi: { $customers }, { $orders }
upload-nothing-new = În aceste fișiere nu este nimic nou: importul nu ar schimba nimic.
upload-known = Deja în evidență: { $customers }, { $orders }
upload-other-currency = Comenzile noi ar fi în { $theirs } lângă cele în { $ours }. Dacă nu este așa, citiți fișierele altfel înainte de import.
upload-dry-run = Nimic nu intră în evidență până nu confirmați.
upload-import = { $count ->
        [one] Importă { $count } comandă
        [few] Importă { $count } comenzi
       *[other] Importă { $count } de comenzi
    }
upload-import-rest = Completează ce lipsește în evidență
upload-discard = Renunță
upload-was-discarded = Abandonat. Nimic nu era în evidență.
upload-not-now = Acum nu se poate. Iată în ce stadiu sunt fișierele.
upload-another-is-open = Un alt import este în curs. Încheiați-l sau abandonați-l mai întâi.
upload-rows = Primele rânduri
upload-read-otherwise = Citește altfel fișierele
upload-look-again = Vezi din nou
upload-by-itself = se află singur
upload-currency = Moneda, acolo unde lipsește
    .hint = Trei litere, de pildă EUR
upload-choose-column = Alegeți coloana în care se află.
upload-choose-another = Alegeți alt fișier
upload-read-so = Citește așa
upload-no-currency = Fișierele nu numesc nicio monedă: sumele ar rămâne simple numere. Spuneți mai jos care este.
upload-currency-found = Trei litere; acum { $code }
upload-currency-refused = Aceasta nu este o monedă. Scrieți trei litere, de pildă EUR.
upload-duplicates = Rândurile care repetă întocmai altul se numără o dată
upload-goes-on = Puteți părăsi pagina; lucrul continuă fără dumneavoastră.
upload-refused-table = Salvează ca tabel
upload-refused = rânduri neluate
upload-under-way = Trimise, încă neaduse
