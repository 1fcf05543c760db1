# Clienții: câmpuri, liste, pagina lor.
customers-add = Adaugă un client
customers-seen = Ultimul contact
customers-added = Adăugat
customers-count = { $count ->
        [one] { $number } client
        [few] { $number } clienți
       *[other] { $number } de clienți
    }
customers-empty = Încă niciun client
    .words = Aici stau toți cei cărora le vindeți: cine sunt, de ce vă aleg și tot ce s-a întâmplat cu ei.
field-name = Nume
    .question = Cum se numește?
field-kind = Persoană sau firmă
    .question = O persoană sau o firmă?
field-code = Cod
    .question = Ce număr are în celelalte sisteme?
field-owner = Responsabil
    .question = Cine se ocupă de client?
field-email = E-mail
    .question = Unde scriem?
    .wanted = Scrieți o adresă precum nora@shop.com
field-phone = Telefon
    .question = La ce număr sunăm?
    .wanted = Un număr de telefon are cel puțin trei cifre
field-language = Limbă
    .question = Ce limbă preferă?
field-channel = Se contactează prin
    .question = Cum preferă să fie contactat?
field-country = Țară
    .question = Ce țară? Două litere, de exemplu RO, sau numele în engleză
    .wanted = Scrieți două litere, de exemplu RO, sau numele țării în engleză
field-city = Localitate
    .question = Ce localitate?
field-marketing = Marketing
    .question = Putem scrie din proprie inițiativă?
field-why_us = De ce ne aleg
    .question = De ce vă aleg?
field-found_us = Cum ne-au găsit
    .question = Cum v-au găsit?
field-brought = Pe cine au adus
    .question = Pe cine au adus?
field-thanked = Cum le-am mulțumit
    .question = Cum le-ați mulțumit?
field-leaving = Ce i-ar face să plece
    .question = Ce i-ar face sau i-a făcut să plece?
field-preferences = Bine de știut
    .question = Ce e bine de știut înainte de a vorbi cu ei?
kind-person = Persoană
kind-company = Firmă
channel-email = E-mail
channel-phone = Apel
channel-message = Mesaj
channel-letter = Scrisoare
channel-visit = Vizită
marketing-consent = De acord
marketing-objection = Se opune: fără marketing și fără cifre în acest scop
customer-facts = Ce trebuie să știm
customer-details = Date
customer-timeline = Ce s-a întâmplat
customer-since = Client din { $day }
customer-older = Mai vechi
customers-alike = Poate există deja:
alike-phone = același telefon
alike-email = același e-mail
alike-name = nume asemănător
customers-add-all-the-same = Adaugă totuși
customer-was-added = Client adăugat
customer-was-removed = Adăugarea a fost anulată: { $name }
customer-not-removed = Adăugarea nu a fost anulată: { $name } are deja în istoric { $what }, care s-ar pierde
hanging-orders = comenzi
hanging-interactions = apeluri sau note
hanging-contacts = persoane
customer-was-changed = Modificat: { $fields }
customer-was-undone = Modificarea a fost anulată
customer-nothing-to-undo = Cineva a modificat între timp: nimic nu a fost anulat
customer-changed-since = Cineva a modificat clientul între timp. Vedeți ce scrie acum și salvați din nou.
value-missing = Acest câmp nu poate rămâne gol
value-too-long = Mai lung de { $longest ->
        [one] { $longest } caracter
        [few] { $longest } caractere
       *[other] { $longest } de caractere
    }
value-not-one = Această valoare nu se potrivește aici
value-taken = Aparține deja altui client
timeline-customer-added = Adăugat
timeline-customer-changed = Date modificate
