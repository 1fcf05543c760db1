# What the review says, on the pages of the record.
figures = Figures
figures-as-of = As of { $day }; worked out { $moment }
figures-of-then = As of { $day }, { $days } ago: they know of no later order. What is said here was so then.
figures-none = No orders yet: figures follow within a minute of the first.
figures-awaited = Being worked out: figures follow shortly.
figures-objection = They object to marketing: no figures are made of them.
figure-spent = Spent in a year
    .note = last 12 months
    .then = 12 months to { $day }
figure-value = Value to come
    .note = { $low } to { $high } in { $months }
figure-seen = Last seen
    .note = { $days } ago
    .today = today
    .never = no order or contact yet
figure-risk = Risk
    .note = of no order in { $months }
    .note-money = of no order in { $months }; { $money } at risk
    .spark = Risk in the last 30 days
    .spark-then = Risk in the 30 days to { $day }
figure-happiness = Happiness
figure-not-asked = not asked yet
figure-unknown = not enough orders yet
figure-awaited = being worked out
figure-why = Why
    .none = Nothing to worry about: they order as they usually do.
    .lost = They count as lost: silent past their limit.
    .unknown = Nothing is known yet: figures are made of what was ordered before today.
    .awaited = This is being worked out and follows shortly.
    .none-then = Nothing to worry about: they ordered as they usually did.
    .lost-then = They counted as lost: silent past their limit.
figure-since = Since then: { $what ->
    [call] called on { $day }.
    [meeting] met on { $day }.
    [visit] visited on { $day }.
    [gift] a gift on { $day }.
   *[order] ordered on { $day }.
}
figure-next = What to do next
figure-how = How these figures are worked out
today-drifting = Regulars drifting away
    .then = Regulars who were drifting away
today-drifting-mine = Those you look after, and those nobody looks after.
today-drifting-team = Those your team looks after, and those nobody looks after.
today-drifting-all = Everybody’s: you are in no team.
today-drifting-everybody = Whoever looks after them.
today-at-risk = At risk
today-drifting-by-risk = Everybody by money at risk
review-alone = Open by itself
review-differs = Why the review of a file may say otherwise
review-knows = Made of the record, which keeps what was bought, when, for how much and in which country, and no categories, sources or discounts. A review of a file that has them looks at those too, and counts as regulars who buy less than before those who have left a category; here it is those who have left a product. Whoever objects to marketing counts in the figures here and does not come up on “Today”.
review-empty = No review yet
    .words = Who left, what it cost, who is leaving now: the review is made within a minute of the first orders, and again whenever something changes.
review-awaited = The review is being made
    .words = It comes shortly. Look again then.
