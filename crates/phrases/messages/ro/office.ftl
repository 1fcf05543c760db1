# Autentificarea; cine face ce.
sign-in-title = Autentificare
sign-in-email = E-mail
sign-in-password = Parolă
sign-in-enter = Autentificare
sign-in-forgotten = Ați uitat parola? Cereți unui proprietar una nouă.
sign-in-wrong = Adresa și parola nu se potrivesc. Verificați-le și încercați din nou.
sign-in-too-often = Prea multe încercări. Așteptați { $minutes ->
        [one] un minut
        [few] { $minutes } minute
       *[other] { $minutes } de minute
    } și încercați din nou.
sign-in-locked-out = Acest cont nu mai are acces. Adresați-vă unui proprietar.
actor-staff = Un coleg
actor-customer = Clientul
actor-program = Un program
actor-system = Perennial
today-empty = Nimic nu vă așteaptă
    .words = Aici apar revenirile scadente și notele în care sunteți menționat. Notați un apel și alegeți ziua revenirii.
    .team = Echipa are reveniri scadente sau clienți de sunat. Ce vă revine dumneavoastră apare aici.
    .see-team = Deschide lista echipei
    .awaited = Se calculează dacă se îndepărtează clienți: ai dumneavoastră apar aici în curând.
    .lost = Aici apar revenirile scadente, notele în care sunteți menționat și clienții fideli care încep să se îndepărteze. Cine este deja pierdut nu apare aici, ci în lista de clienți.
    .see-lost = Cine este pierdut
today-due = De revenit
today-mentions = Ați fost menționat
link-once = Cu acest link se intră o singură dată.
