# Oamenii de la un client.
contacts = Persoane
contacts-none = Nu cunoaștem încă pe nimeni pe nume
contact-add = Adaugă o persoană
contact-role = Ce face acolo
contact-was-added = Adăugat: { $name }
contact-was-changed = Modificat
contact-was-removed = Eliminat
contact-changed-since = Între timp, altcineva a modificat aceste date. Vedeți ce este acum și modificați din nou.
contact-too-many = Mai mult de { $most ->
        [one] { $most } persoană
        [few] { $most } persoane
       *[other] { $most } de persoane
    } la un client: eliminați-i pe cei care au plecat
timeline-contact-added = Persoană adăugată
timeline-contact-changed = Datele unei persoane s-au modificat
timeline-contact-removed = Persoană eliminată
timeline-contact-restored = Persoană readusă
