# Contul propriu: nume, parolă, al doilea factor, sesiuni.
account-name = Nume
account-no-name = Lipsește numele.
account-any-language = Ca în browser
account-was-changed = Modificat
account-password = Parolă
    .about = O parolă nouă încheie toate celelalte sesiuni.
account-old-password = Parola actuală
account-new-password = Parola nouă
    .hint = Cel puțin 12 caractere. O propoziție se ține minte mai ușor decât un șir de semne.
account-password-change = Schimbă parola
account-password-was-changed = Parola a fost schimbată; celelalte sesiuni s-au încheiat
account-password-none = Nu aveți parolă: ați intrat printr-un link. V-o dă un proprietar (Setări → Utilizatori) sau cine are acces la server, cu comanda: perennial user reset
account-password-wrong = Aceasta nu este parola dumneavoastră actuală.
password-short = Sub 12 caractere. Alegeți una mai lungă.
password-long = Prea lungă. Alegeți una mai scurtă.
password-one-character = Repetă un singur caracter. Alegeți alta.
account-sessions = Unde sunteți autentificat
session-this = acest browser
session-since = din
session-unknown = Un browser
session-end = Încheie sesiunea
session-was-ended = Sesiunea s-a încheiat
second-factor = Al doilea factor
    .about = Pe lângă parolă, la autentificare se cere un cod afișat de o aplicație de pe telefon. Cine află doar parola rămâne afară.
second-factor-is-on = Este activat.
second-factor-turn-on = Activează
second-factor-turn-off = Dezactivează al doilea factor
second-factor-was-turned-off = Al doilea factor a fost dezactivat
second-factor-scan = Scanați codul QR cu o aplicație de autentificare, apoi scrieți codul pe care îl afișează.
second-factor-picture = Cod QR pentru aplicație
second-factor-here = Deschide într-o aplicație de pe acest dispozitiv
second-factor-type = Sau scrieți în aplicație:
second-factor-code = Cod
second-factor-wrong = Codul nu este corect sau a fost deja folosit. Așteptați-l pe următorul.
second-factor-codes = Coduri de recuperare
    .about = Al doilea factor este activat. Fără telefon, fiecare dintre aceste coduri vă permite o singură autentificare. Păstrați-le în siguranță: nu mai sunt afișate.
second-factor-kept = Le-am păstrat
second-factor-left = { $count ->
        [one] A rămas un cod de recuperare.
        [few] Au rămas { $count } coduri de recuperare.
       *[other] Au rămas { $count } de coduri de recuperare.
    }
sign-in-code-title = Încă un pas
sign-in-code-about = Scrieți codul afișat de aplicație sau un cod de recuperare.
sign-in-code-lost = Le-ați pierdut pe amândouă? Cereți unui proprietar să dezactiveze al doilea factor.
