# Ce nu este în ordine cu evidența și ce este de făcut.
doctor-well = Evidența de la { $place } este în ordine.
doctor-finding = { $severity }: { $what }. { $todo }.
doctor-notice = De știut
doctor-warning = Atenție
doctor-danger = PERICOL
doctor-unreachable = baza de date nu poate fi deschisă ({ $text })
doctor-no-record = baza de date nu conține nicio evidență
doctor-newer = evidența a fost scrisă de o versiune mai nouă a programului (versiunea { $found }, acest program cunoaște { $known })
doctor-older = evidența este la versiunea { $found }, programul la { $known }
doctor-damaged = baza de date este deteriorată ({ $text })
doctor-broken-reference = rânduri din tabelul { $text } trimit la rânduri care nu există
doctor-log-file-large = jurnalul de scriere a ajuns la { $megabytes } MB
doctor-disk-low = discul dosarului { $folder } mai are liberi doar { $megabytes } MB
doctor-clocks-differ = ceasul serverului de baze de date diferă cu { $seconds } s de al acestui calculator
doctor-log-ahead-of-clock = evidența are înregistrări din viitor, până la { $text }
doctor-reader-behind = „{ $reader }” este în urmă cu { $minutes } min
doctor-jobs-given-up = { $count ->
        [one] o sarcină a eșuat și la ultima încercare
        [few] { $count } sarcini au eșuat și la ultima încercare
       *[other] { $count } de sarcini au eșuat și la ultima încercare
    }
doctor-no-backup = nu există nicio copie de siguranță
doctor-backup-old = ultima copie de siguranță este de la { $text }
doctor-files-missing = { $count ->
        [one] lipsește un fișier: { $first }
        [few] lipsesc { $count } fișiere, primul: { $first }
       *[other] lipsesc { $count } de fișiere, primul: { $first }
    }
doctor-files-damaged = { $count ->
        [one] un fișier este deteriorat: { $first }
        [few] { $count } fișiere sunt deteriorate, primul: { $first }
       *[other] { $count } de fișiere sunt deteriorate, primul: { $first }
    }
doctor-server-old = PostgreSQL { $major } este prea vechi
doctor-setting-loses-data = setarea PostgreSQL { $text } este oprită: la o pană de curent se poate pierde ce a fost salvat
doctor-check-place = Verificați dacă locul este corect și dacă serverul sau discul lui este acolo
doctor-use-later-program = Folosiți programul mai nou
doctor-start-program = Porniți programul: el aduce evidența la zi
doctor-restore-backup = Restaurați ultima copie bună: perennial restore
doctor-restart-program = Reporniți programul
doctor-free-disk = Eliberați spațiu pe disc sau treceți la unul mai mare
doctor-set-clock = Potriviți ceasurile după un server de timp
doctor-look-at-jobs = Reluați-le sau renunțați la ele
doctor-take-backup = Faceți una în fiecare zi: perennial backup
doctor-restore-files = Aduceți-le înapoi dintr-o copie de siguranță
doctor-upgrade-server = Actualizați serverul la 15 sau mai nou
doctor-turn-setting-on = Porniți-o
