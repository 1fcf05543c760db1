# The commands of the record.
serve-at = Perennial is at { $address }. Ctrl-C ends it.
serve-nobody = Nobody can sign in yet. Give yourself an account: perennial user add you@example.com --name "Your Name" --role owner
user-added = { $email } can sign in now.
user-reset = { $email } has a new password and is signed out everywhere.
user-password = New password:{" "}
user-password-again = The same again:{" "}
user-passwords-differ = the two passwords differ: nothing was changed
