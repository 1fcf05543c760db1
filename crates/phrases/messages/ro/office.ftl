# Autentificarea; cine face ce.
sign-in-title = Autentificare
sign-in-email = E-mail
sign-in-password = Parolă
sign-in-enter = Intră
sign-in-forgotten = Ai uitat parola? Cere proprietarului una nouă.
sign-in-wrong = Adresa și parola nu se potrivesc. Verifică-le și încearcă din nou.
sign-in-too-often = Prea multe încercări. Așteaptă { $minutes ->
        [one] un minut
        [few] { $minutes } minute
       *[other] { $minutes } de minute
    } și încearcă din nou.
sign-in-locked-out = Acest cont nu mai are acces. Întreabă proprietarul.
actor-staff = Un coleg
actor-customer = Clientul
actor-program = Un program
actor-system = Perennial
today-empty = Nimic nu te așteaptă
    .words = Aici apar revenirile scadente și notele în care ești menționat. Notează un apel și dă-i o zi de revenire.
today-due = De revenit
today-mentions = Ai fost menționat
link-once = Cu acest link se intră o singură dată.
