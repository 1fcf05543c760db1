# The key that second factors are sealed with.
key-given-is-none = PERENNIAL_KEY nu este o cheie. Dă-i cele 64 de cifre ale cheii sau scoate-o.
key-unread = „{ $file }” nu poate fi folosit
key-open = Cheia din „{ $file }” poate fi citită și de alții. Las-o doar proprietarului: chmod 600.
key-is-none = „{ $file }” nu conține nicio cheie. Pune înapoi fișierul care era acolo.
key-missing = Cheia celui de-al doilea factor nu este în „{ $file }”. Pune-o înapoi sau dă-o în PERENNIAL_KEY. Dacă s-a pierdut: perennial user reset EMAIL --second-factor, pentru fiecare care îl are.
key-other = Al doilea factor a fost sigilat cu altă cheie decât cea din „{ $file }” sau PERENNIAL_KEY. Pune înapoi cheia lui. Dacă s-a pierdut: perennial user reset EMAIL --second-factor, pentru fiecare care îl are.
