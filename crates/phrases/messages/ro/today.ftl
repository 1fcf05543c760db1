# Astăzi, mențiunile și clientul despre care e vorba.
today-whose = Ai cui clienți și ale cui reveniri
today-mine = Ale mele
today-team = Ale echipei
today-all = Ale tuturor
today-later = Mai târziu
today-tomorrow = Mâine
today-in-days = { $days ->
        [one] Peste o zi
        [few] Peste { $days } zile
       *[other] Peste { $days } de zile
    }
today-in-a-week = Peste o săptămână
today-in-a-month = Peste o lună
today-mentions-all = Arată și cele citite
today-mentions-new = Doar cele noi
today-mentions-none = Nicio mențiune nouă
today-mentioned-by = De cine și când
mention-read = Citit
mention-unread = Marchează ca necitit
mention-was-read = Marcat ca citit
finder-customer = Client
    .hint = Un nume, chiar scris greșit, un număr de telefon, un cod
    .button = Caută
finder-nobody = Nu se potrivește nimeni. Încercați o parte din nume sau adăugați întâi clientul.
customer-open = În curs
customer-nothing-open = Nimic în curs
timeline-show = Arată
timeline-everything = totul
timeline-by = De la
timeline-anybody = oricine
timeline-changes = Modificări ale datelor
