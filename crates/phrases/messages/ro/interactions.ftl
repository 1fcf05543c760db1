# Apeluri, întâlniri, vizite, note și cadouri.
interaction-call = Apel
interaction-meeting = Întâlnire
interaction-visit = Vizită
interaction-note = Notă
interaction-gift = Cadou
interaction-kind = Ce a fost?
interaction-text = Ce s-a spus
    .hint = Menționați un coleg: @ și partea dinaintea lui @ din adresa lui de e-mail (@ana pentru ana@example.com)
interaction-colleagues = Pe cine menționați
interaction-colleagues-found = { $count ->
    [one] { $count } coleg: Enter îl menționează
    [few] { $count } colegi: cu săgețile alegeți, cu Enter menționați
   *[other] { $count } de colegi: cu săgețile alegeți, cu Enter menționați
}
interaction-colleagues-none = Niciun nume și nicio adresă de coleg nu începe așa
interaction-at = Când (gol: acum)
interaction-follow-up = De revenit pe
interaction-more = Altă oră, revenire
interaction-log = Notează
interaction-with-whom = Cu cine?
interaction-was-logged = Notat: { $what }
interaction-was-edited = Modificat; textul anterior se păstrează
interaction-mentions-nobody = { $handles }: nu a fost anunțat nimeni, adresa niciunui coleg nu începe așa
interaction-was-removed = Eliminat
interaction-is-followed = Rezolvat
interaction-more-to-do = Mai multe
interaction-remove = Elimină
interaction-follows = De revenit pe { $day }
interaction-followed = Rezolvat ({ $day })
interaction-done = Gata
interaction-earlier = Ce scria înainte
interaction-until = până la
interaction-is-empty = Spuneți în câteva cuvinte ce a fost
interaction-is-in-future = Momentul e în viitor. Notați ce s-a întâmplat; pentru ce urmează există revenirea.
interaction-no-hour = Data și ora nu pot fi citite. Scrieți-le așa: 2026-05-03T14:30
interaction-no-day = Data nu poate fi citită. Scrieți-o așa: 2026-05-03
