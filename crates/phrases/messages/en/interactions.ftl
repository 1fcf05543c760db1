# Calls, meetings, visits, notes and gifts.
interaction-call = Call
interaction-meeting = Meeting
interaction-visit = Visit
interaction-note = Note
interaction-gift = Gift
interaction-kind = What was it?
interaction-text = What was said
    .hint = Mention a colleague: @ and what stands before the @ in their e-mail address (@ana for ana@example.com)
interaction-colleagues = Whom to mention
interaction-colleagues-found = { $count ->
    [one] { $count } colleague: Enter mentions them
   *[other] { $count } colleagues: the arrow keys go through them, Enter mentions one
}
interaction-colleagues-none = No colleague’s name or address begins so
interaction-at = When (now, if empty)
interaction-follow-up = Follow up on
interaction-more = Another time, a follow-up
interaction-log = Write down
interaction-with-whom = With whom?
interaction-was-logged = Written down: { $what }
interaction-was-edited = Changed; what it said before is kept
interaction-mentions-nobody = { $handles }: nobody was told, as no colleague’s address begins so
interaction-was-removed = Removed
interaction-is-followed = Followed up
interaction-more-to-do = More
interaction-remove = Remove
interaction-follows = Follow up on { $day }
interaction-followed = Followed up ({ $day })
interaction-done = Done
interaction-earlier = What it said before
interaction-until = until
interaction-is-empty = Say in a few words what it was
interaction-is-in-future = This lies in the future. Write down what has happened; what is to come is a follow-up.
interaction-no-hour = This day and hour cannot be read. Write them like this: 2026-05-03T14:30
interaction-no-day = This day cannot be read. Write it like this: 2026-05-03
