# Liste salvate și schimbarea mai multor clienți deodată.
list-everybody-short = Toți
views = Liste salvate
view-save = Salvează lista
view-change = Schimbă lista
view-name = Nume
view-shared = O văd toți
view-remove = Șterge lista
view-was-saved = Listă salvată
view-was-changed = Listă schimbată
view-was-removed = Listă ștearsă
view-counted = { $customers }, numărați la { $when }
bulk-title = Schimbă mai mulți deodată
bulk-whom = Pe cine
bulk-ticked = Cei bifați
bulk-all = Toți cei potriviți
bulk-tag = Etichetă
bulk-add = Pune
bulk-take = Scoate
bulk-field = Câmp
bulk-value = devine
bulk-set = Scrie
bulk-done = Făcut
bulk-noting = Se notează pe cine privește…
bulk-changing = Se schimbă…
bulk-taking-back = Se ia înapoi…
bulk-nobody = Nimeni nu a fost bifat: nu s-a schimbat nimic
bulk-too-many = Bifați cel mult 1.000 sau alegeți-i pe toți cei potriviți
bulk-not-done = Încă se lucrează: luați înapoi după ce se termină
bulk-was-undone = Luat înapoi, în afară de ce s-a schimbat între timp
bulk-changed = { $count ->
        [one] { $number } client schimbat
        [few] { $number } clienți schimbați
       *[other] { $number } de clienți schimbați
    }
