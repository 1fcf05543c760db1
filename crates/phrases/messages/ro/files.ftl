# Fișierele însemnărilor.
files = Fișiere
    .hint = Bonuri, fotografii, e-mailuri: până la 10, fiecare până la 10 MB
files-choose = Alegeți…
file-kilobytes = { $number } kB
file-too-large = „{ $name }” are peste 10 MB. Celelalte se păstrează; trimiteți în loc unul mai mic.
file-too-many = O însemnare are cel mult { $most } fișiere. Eliminați din ele sau faceți încă o însemnare.
file-was-removed = Fișier eliminat
file-not-kept = Fișierul nu se mai păstrează. Adăugați-l din nou.
