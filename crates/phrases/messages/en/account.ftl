# One’s own account: name, password, second factor, sessions.
account-name = Name
account-no-name = A name is missing.
account-any-language = As the browser asks
account-was-changed = Changed
account-password = Password
    .about = A new password ends all other sessions.
account-old-password = Present password
account-new-password = New password
    .hint = At least 12 characters. A sentence is easier to keep in mind than signs.
account-password-change = Change the password
account-password-was-changed = Password changed; all other sessions have ended
account-password-none = You have none: you came in by a link. An owner gives you one under Settings → Users, or whoever has the server, with: perennial user reset
account-password-wrong = This is not your present password.
password-short = Fewer than 12 characters. Take a longer one.
password-long = Too long. Take a shorter one.
password-one-character = It repeats one character. Take another.
account-sessions = Where you are signed in
session-this = this browser
session-since = since
session-unknown = A browser
session-end = Sign out there
session-was-ended = Signed out there
second-factor = Second factor
    .about = Besides the password, signing in asks for a code that an app on your phone shows. Who learns the password alone stays out.
second-factor-is-on = It is on.
second-factor-turn-on = Turn it on
second-factor-turn-off = Turn off the second factor
second-factor-was-turned-off = The second factor is off
second-factor-scan = Take the picture with an authenticator app, then type the code it shows.
second-factor-picture = Picture for the app
second-factor-here = Open it in an app on this device
second-factor-type = Or type this into the app:
second-factor-code = Code
second-factor-wrong = This is not the code, or it has been used. Wait for the next one.
second-factor-codes = Recovery codes
    .about = The second factor is on. Without the phone each of these codes lets you in once. Keep them somewhere safe: they are not shown again.
second-factor-kept = I have kept them
second-factor-left = { $count ->
        [one] One recovery code is left.
       *[other] { $count } recovery codes are left.
    }
sign-in-code-title = One more step
sign-in-code-about = Type the code that your app shows, or a recovery code.
sign-in-code-lost = Lost both? Ask an owner to turn the second factor off.
