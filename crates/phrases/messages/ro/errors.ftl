# Ce nu s-a putut face și ce e de făcut.
error-because = { $what }: { $why }
error-no-files = Nu este nimic de citit. Numiți unul sau mai multe fișiere ori „-” pentru intrarea standard.
error-pattern = „{ $pattern }” nu este un tipar de nume de fișiere: { $reason }
error-nothing-matches = Niciun fișier nu se potrivește cu „{ $pattern }”.
error-cannot-read = Nu se poate citi { $file }: { $reason }
error-empty = { $file } este gol: nu conține comenzi.
error-binary = { $file } nu este un tabel de comenzi, ci date binare. Dați CSV, TSV, XLSX, Parquet sau JSON.
error-damaged = { $file } este deteriorat sau nu se poate citi ca { $format }: { $reason }
error-row-too-long = { $file }, rândul { $line }: depășește { $limit } octeți. Lipsește cumva o ghilimea sau un sfârșit de rând?
error-too-wide = { $file } are mai mult de { $columns } de coloane sau numele lor sunt foarte lungi. Scoateți-le pe cele de care nu e nevoie.
error-strict = Oprit la primul rând respins, cum cere --strict.
error-rejected-not-kept = Rândurile respinse nu se pot păstra: { $reason }
error-no-date = { $file }: nicio coloană cu data comenzii. Coloanele sunt: { $columns }. { $asker ->
    [page] Alegeți-o mai jos pe cea bună, la „Dată”.
   *[command] Numiți-o cu --map date=COLOANĂ. Fără aceasta se recunosc antete precum „Data”, „Data comenzii” sau „Date”.
}
error-no-customer = { $file }: nicio coloană care să spună cine a cumpărat. Coloanele sunt: { $columns }. { $asker ->
    [page] Alegeți-o mai jos pe cea bună, la „Client”.
   *[command] Numiți-o cu --map customer=COLOANĂ. Fără aceasta se recunosc antete precum „Client”, „Cod client” sau „Email”.
}
error-no-such-column = { $file }: nu există coloana „{ $column }”. Coloanele sunt: { $columns }. { $asker ->
    [page] Alegeți-o mai jos pe cea bună.
   *[command] Este numită în --map: numiți acolo alta.
}
error-all-refused = Niciun rând nu s-a putut citi. { $asker ->
    [page] Primele motive sunt mai jos; dacă o coloană a fost înțeleasă greșit, alegeți-o pe cea bună în formularul de sub ele.
   *[command] Primele motive sunt mai sus; dacă o coloană a fost înțeleasă greșit, numiți-o pe cea bună cu --map.
}
error-no-orders = Niciun client nu are comenzi până la { $day }. Rânduri în total: { $rows }; fără client: { $anonymous }; cu dată mai târzie: { $after }. Alegeți altă zi cu --as-of sau precizați cu --map coloana care spune cine a cumpărat.
error-nothing-sold = Nu rămâne nimic din ce s-a vândut: rândurile cu client până la { $day } ({ $rows }) sunt retururi, sume sub zero sau cumpărături anulate de acestea. Dacă fișierul scrie vânzările ca sume sub zero, schimbați-le semnul și încercați din nou.
error-no-rows = Nu există nicio comandă. Dați un fișier cu cel puțin un rând sub antet.
error-no-such-currency = Nicio comandă nu este în { $wanted }. Monedele comenzilor: { $found }. Alegeți una dintre ele cu --currency.
error-spill = Comenzile nu încap în memorie și nu pot fi puse deoparte într-un fișier temporar: { $reason }. Eliberați discul, alegeți alt dosar cu TMPDIR sau permiteți mai mult cu --memory.
error-period-not-over = Perioada { $period } nu s-a încheiat la { $day }, ultima zi luată în calcul. Alegeți una care se încheie cel târziu atunci sau o zi mai târzie cu --as-of.
error-as-of-in-future = { $day } nu a venit încă: astăzi este { $today }. Alegeți cu { $option } o zi de până astăzi sau renunțați la opțiune.
error-too-many-rows = { $file }: o foaie de calcul are 1.048.575 de rânduri, iar aici sunt mai multe. Numele să se termine în .csv sau .parquet.
error-cell-too-long = { $file }: rândul { $row } are un text mai lung decât cele { $limit } de caractere câte încap într-o celulă. Scrieți .csv sau .parquet.
error-form = Nu se știe în ce formă să fie scris { $file }. Numele să se termine în .html, .json sau .md.
error-table-form = Nu se știe în ce formă să fie scris { $file }. Numele să se termine în .csv, .xlsx sau .parquet.
error-overwrites-input = { $file } este unul dintre fișierele de citit. Alegeți alt nume pentru ce se scrie.
error-overwrites-output = { $file } este numit pentru două ieșiri. Dați fiecăreia un nume al ei.
error-cannot-write = Nu se poate scrie { $file }: { $reason }
question-date-order = Ce stă primul în aceste date: ziua sau luna?
question-decimal = Ce semn desparte zecimalele?
question-customer = Care coloană spune cine a cumpărat?
question-date = Care coloană este data comenzii?
question-amount = Care coloană este suma?
