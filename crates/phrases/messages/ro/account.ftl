# Contul propriu: nume, parolă, al doilea factor, sesiuni.
account-name = Nume
account-no-name = Lipsește numele.
account-any-language = Cum cere browserul
account-was-changed = Schimbat
account-password = Parolă
    .about = O parolă nouă încheie toate celelalte sesiuni.
account-old-password = Parola de acum
account-new-password = Parola nouă
    .hint = Cel puțin 12 caractere. O propoziție se ține minte mai ușor decât semnele.
account-password-change = Schimbă parola
account-password-was-changed = Parola e schimbată; celelalte sesiuni s-au încheiat
account-password-wrong = Nu este parola ta de acum.
password-short = Sub 12 caractere. Ia una mai lungă.
password-long = Prea lungă. Ia una mai scurtă.
password-one-character = Repetă un singur caracter. Ia alta.
account-sessions = Unde ești autentificat
session-this = acest browser
session-since = din
session-unknown = Un browser
session-end = Ieși de acolo
session-was-ended = Ai ieșit de acolo
second-factor = Al doilea factor
    .about = Pe lângă parolă, la intrare se cere un cod arătat de o aplicație de pe telefon. Cine află doar parola rămâne afară.
second-factor-is-on = Este pornit.
second-factor-turn-on = Pornește-l
second-factor-turn-off = Oprește al doilea factor
second-factor-was-turned-off = Al doilea factor este oprit
second-factor-scan = Scanează imaginea cu o aplicație de autentificare, apoi scrie codul pe care îl arată.
second-factor-picture = Imagine pentru aplicație
second-factor-here = Deschide într-o aplicație de pe acest dispozitiv
second-factor-type = Sau scrie în aplicație:
second-factor-code = Cod
second-factor-wrong = Nu este codul sau a fost folosit. Așteaptă-l pe următorul.
second-factor-codes = Coduri de recuperare
    .about = Al doilea factor este pornit. Fără telefon, fiecare cod te lasă să intri o dată. Păstrează-le în siguranță: nu mai sunt arătate.
second-factor-kept = Le-am păstrat
second-factor-left = { $count ->
        [one] A rămas un cod de recuperare.
        [few] Au rămas { $count } coduri de recuperare.
       *[other] Au rămas { $count } de coduri de recuperare.
    }
sign-in-code-title = Încă un pas
sign-in-code-about = Scrie codul arătat de aplicație sau un cod de recuperare.
sign-in-code-lost = Le-ai pierdut pe amândouă? Cere proprietarului să oprească al doilea factor.
