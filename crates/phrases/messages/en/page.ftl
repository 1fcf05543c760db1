# The frame of the review's page, its strip of numbers and its lists of people.
page-title = Retention review
page-terms = { $period } · as of { $day }
page-skip = Skip to the review
page-contents = Sections
page-footer = Made by Perennial. This page stands alone: it loads nothing and sends nothing.
page-formula-of = How “{ $name }” is computed
page-as-of = As of
page-period = Period
page-horizon = Looking ahead
page-value-horizon = Value counted over

page-numbers = In numbers
page-before = { $value } in the period before
page-no-before = no earlier period to compare with
page-customers-now = Customers today
page-customers-ever = { $count ->
    [one] of { $count } who ever ordered
   *[other] of { $count } who ever ordered
}
page-of-customers = { $count ->
    [one] of { $count } customer a year ago
   *[other] of { $count } customers a year ago
}
page-cost-for-life = { $amount } over their lifetime
page-gross-revenue = { $value } without anyone’s growth
page-residual-interval = still to come: { $low } to { $high } for four in five
page-gold-count = { $count ->
    [one] from { $count } gold customer
   *[other] from { $count } gold customers
}
page-of-regulars = { $count ->
    [one] of { $count } regular
   *[other] of { $count } regulars
}

page-calls = Call today
page-calls-intro = Those with the most at stake, most first: the margin expected from them, times the risk that they do not come back.
page-calls-intro-counts = Those with the most at stake, most first: the orders expected from them, times the risk that they do not come back.
page-nobody-to-call = Nobody stands out today.
page-at-risk = at risk
page-risk = risk
page-margin-at-risk = Margin at risk
page-call-aside = { $orders ->
    [one] { $orders } order, the last on { $last } · risk { $risk }
   *[other] { $orders } orders, the last on { $last } · risk { $risk }
}

page-alarms = The regulars’ three alarms
page-alarms-intro = { $count ->
    [one] { $count } customer is a regular. This is what changed with them.
   *[other] { $count } customers are regulars. This is what changed with them.
}
page-drifting-how = Regulars for whom at least one of the three alarms rings, each counted once.
page-alarm-order-value = Orders getting smaller
page-alarm-gone-quiet = Gone quiet
page-alarm-range = Stopped buying a range
page-alarm-silent = Nobody: good.
page-show-more = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
page-and-more = { $count ->
    [one] and { $count } more; list them all with --customers FILE
   *[other] and { $count } more; list them all with --customers FILE
}
page-and-more-unlisted = { $count ->
    [one] and { $count } more, not listed here
   *[other] and { $count } more, not listed here
}

page-limits = What these orders cannot say
page-limits-intro = A figure is left out rather than guessed. Here is what is missing or uncertain, and why.
