# Ce mai spune scrisoarea, în terminal și în Markdown.

letter-lifetime_interval = La patru clienți din cinci, ce urmează să mai vină este între { $low } și { $high }.
letter-cohort_size = total
letter-cohorts = Procente din cei care au comandat prima dată în luna din stânga, după câte luni; gol unde luna nu s-a încheiat.
letter-audit_caution = „Au plecat mai des” nu înseamnă „au plecat din cauza asta”: comenzile arată ce merge împreună, nu de ce.
letter-standard_error = Eroare standard
letter-estimate = Estimare
letter-not_converged = fără convergență
letter-models_in = Modele estimate, timpul în { $unit ->
    [day] zile
    [week] săptămâni
   *[other] unități „{ $unit }”
}

next = Ce puteți încerca în continuare
next-page = același lucru ca pagină, cu grafice
next-customers = câte un rând pentru fiecare client
next-amounts = spuneți ce coloană conține sumele
next-margin = marjă în loc de venituri
next-window = un termen fix în locul limitei fiecăruia
next-period = ultimul trimestru complet
