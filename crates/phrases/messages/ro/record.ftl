# Comenzile evidenței.
serve-at = Perennial este la { $address }. Ctrl-C îl oprește.
serve-nobody = Încă nu se poate autentifica nimeni. Fă-ți un cont: perennial user add you@example.com --name "Numele tău" --role owner
user-added = { $email } se poate autentifica acum.
user-reset = { $email } are o parolă nouă și a fost deconectat peste tot.
user-password = Parola nouă:{" "}
user-password-again = Încă o dată:{" "}
user-passwords-differ = parolele diferă: nimic nu s-a schimbat
