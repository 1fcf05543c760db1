# Copii de siguranță: făcute, verificate, restaurate.
backup-taken = Copia a fost făcută și verificată: { $path }
backup-lost-files = { $count ->
        [one] Un fișier lipsea sau era deteriorat și nu este în copie: { $first }
        [few] { $count } fișiere lipseau sau erau deteriorate și nu sunt în copie, primul: { $first }
       *[other] { $count } de fișiere lipseau sau erau deteriorate și nu sunt în copie, primul: { $first }
    }
backup-restored = Evidența de la { $place } este ca la { $moment }.
backup-whole = Copia este întreagă. Arată evidența de la { $moment }.
backup-name-taken = { $path } există deja; încercați din nou peste o secundă
backup-is-none = { $path } nu este o copie de siguranță; indicați un dosar care conține manifest.json
backup-unfinished = copia { $path } nu a fost terminată; folosiți alta
backup-damaged = { $file } din copie este deteriorat ({ $why }); folosiți altă copie
backup-of-damaged = baza de date este deteriorată ({ $said }); restaurați ultima copie bună
backup-other-kind = copia este a unei baze { $backup } și nu poate fi restaurată în { $place }
backup-newer = copia a fost făcută de o versiune mai nouă a programului (versiunea { $version }); folosiți programul mai nou
backup-place-occupied = { $path } conține deja o evidență; alegeți alt loc cu --record sau înlocuiți-o cu --replace
backup-place-in-use = { $path } este în uz; opriți mai întâi programul
