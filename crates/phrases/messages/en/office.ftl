# Signing in; who does things.
sign-in-title = Sign in
sign-in-email = E-mail
sign-in-password = Password
sign-in-enter = Sign in
sign-in-forgotten = Forgotten your password? Ask an owner to give you a new one.
sign-in-wrong = This address and password do not belong together. Check both and try again.
sign-in-too-often = Too many tries. Wait { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    } and try again.
sign-in-locked-out = This account may not sign in any more. Ask an owner.
actor-staff = A colleague
actor-customer = The customer
actor-program = A program
actor-system = Perennial
today-empty = Nothing waits for you
    .words = Follow-ups that are due and notes that mention you come here. Log a call and give it a day to follow up on.
    .team = The team has follow-ups that are due or customers to call. What is yours comes here.
    .see-team = Open the team’s list
    .awaited = Whether customers are drifting away is being worked out: those of yours who are come here shortly.
    .lost = Follow-ups that are due and notes that mention you come here, and regulars who begin to drift away. Who is lost already is not among them: the list of customers says who.
    .see-lost = Who is lost
today-due = To follow up
today-mentions = You were mentioned
link-once = This link signs in once.
