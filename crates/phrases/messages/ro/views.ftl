# Liste salvate și modificarea mai multor clienți deodată.
list-everybody-short = Toți
views = Liste salvate
view-save = Salvează lista
view-change = Modifică lista
view-name = Nume
view-shared = O văd toți
view-remove = Șterge lista
view-was-saved = Listă salvată
view-was-changed = Listă modificată
view-was-removed = Listă ștearsă
view-no-name = Nu s-a salvat nimic: lista are nevoie de un nume de cel mult 60 de caractere
view-counted = { $customers }, numărați la { $when }
bulk-title = Modifică mai mulți deodată
bulk-whom = Pe cine
bulk-ticked = Cei bifați
bulk-page = Toți cei de pe pagină
bulk-all = Toți cei potriviți
bulk-tag = Etichetă
bulk-add = Pune
bulk-take = Scoate
bulk-field = Câmp
bulk-value = devine
bulk-set = Aplică
bulk-done = Făcut
bulk-noting = Se stabilește pe cine privește…
bulk-changing = Se modifică…
bulk-taking-back = Se anulează…
bulk-nobody = Nimeni nu a fost bifat: nu s-a modificat nimic
bulk-choose = Alegeți…
bulk-no-owner = Nu s-a ales cine se ocupă de ei: nu s-a modificat nimic
bulk-too-many = Bifați cel mult 1.000 sau alegeți-i pe toți cei potriviți
bulk-not-done = Încă se lucrează: anulați după ce se termină
bulk-was-undone = Anulat, în afară de ce s-a modificat între timp
bulk-changed = { $count ->
        [one] { $number } client modificat
        [few] { $number } clienți modificați
       *[other] { $number } de clienți modificați
    }
