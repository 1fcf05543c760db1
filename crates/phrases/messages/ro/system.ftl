# De ce sistemul nu a putut face ce i s-a cerut.
error-cannot-print = Nu se poate afișa: { $reason }
error-standard-input = Nu se poate prelua intrarea standard: { $reason }. Ea se păstrează într-un fișier temporar; dosarul lui este dat de TMPDIR.
system-not-found = nu există un astfel de fișier sau dosar
system-not-allowed = accesul nu este permis
system-disk-full = discul este plin
system-is-folder = este un dosar
system-not-a-folder = o parte a căii nu este un dosar
system-read-only = discul poate fi doar citit
system-no-folder = dosarul nu există; creați-l mai întâi
system-name-taken = există deja un fișier cu acest nume
