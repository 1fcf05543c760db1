# The sections of the review's page: what charts show and how to read them.
page-chart-empty = Not enough to draw yet.
page-chart-table = As a table

page-retention = Who stayed, who left, who came
page-flow = Customers from the start to the end of the period
    .describe = Two bars: customers at the start, split into kept and lost; customers at the end, split into kept, new and won back.
page-came-and-went-said = { $count ->
    [0] Nobody came and went within the period.
    [one] { $count } customer came and went within the period, and is in neither bar.
   *[other] { $count } customers came and went within the period, and are in neither bar.
}
page-won-back-apart = Those won back are counted apart: { $end } at the end and { $back } won back make { $total } customers.
page-won-back-today = Those won back are counted apart: { $end } at the end and { $back } won back make the { $total } customers of today.

page-cost = What the losses cost
page-gold-lost-note = gold twelve months ago, lost now
page-margin-of = margin, at { $share } of revenue
page-margin-unknown = revenue; no margin was given

page-trade = Month by month
page-coming = Customers who came and left
    .describe = A column for each month: new and won back customers above the line, lost ones below it.
page-revenue-months = Revenue
    .describe = A line of revenue by month, returns taken off, over complete months.
page-orders-months = Orders
    .describe = A line of orders by month, over complete months.
page-partial-month = not covered whole
page-trade-after = A customer counts as lost in the month in which their silence passed their limit, not in the month of their last order. Months that the orders do not cover whole, at either end, are paler, or left out of the line.
page-trade-counts = Each loss and each return counts in its month, so that one person may count several times in a year. The figures of the period count everybody once, by where they stand at its start and at its end: who was lost and came back in between is not won back there.

page-gold-title = Gold customers, and who brings the money
page-gold-from = from { $amount } in 12 months
page-gold-quiet-note = gold, silent longer than usual
page-in-all = { $amount } in all, those since lost included
page-over-months = over the next { $months }, discounted
page-concentration = Share of the 12-month margin
    .describe = Bars: the share of margin that the top 1%, the top 10%, and the gold customers bring.
page-gini-said = Gini coefficient { $gini }: 0 would be all alike, 1 all from one customer.

page-cohorts = Cohorts: do those who start come back?
page-cohorts-intro = Customers by the month of their first order. Each cell is the share, in per cent, of those who ordered so many months later. Hatched cells are months that are not over.
page-return-in = Ordered in the month
    .describe = A heat map: a row for each month of first order, a column for each month after, the share that ordered in that very month.
page-return-or-after = Ordered in the month or later
    .describe = A heat map: a row for each month of first order, a column for each month after, the share that ordered in that month or any later one.
page-cohorts-after = The average row takes only cohorts old enough for the month. The second map always falls at its right edge: late months have had less time for “or later”.

page-survival = How long customers stay
page-survival-intro = Of those who made a first order, the share not yet lost after so long; who was lost and came back counts as lost from that day on. Those never lost count for as long as they have been followed.
page-survival-limit = Whoever has ordered only once counts as a customer up to the limit of { $limit }, and as lost from then on: there the curve falls from { $before } to { $after }. The shares of earlier ages still hold all of them.
page-survival-curve = Still customers, by time since the first order
    .describe = A falling step line from 100% with its 95% band.
page-after-months = After { $months }

page-segments = Segments
page-segments-intro = Everyone who ever ordered, by how recently and how often; those who are lost stand apart.
page-segments-chart = Customers by segment
    .describe = A bar for each segment: customers, and their share of all.

page-audit = What the lost have in common
    .intro = Who left more often than the others. The dot is how many times more often, the line its 95% interval; coloured where it is unlikely to be chance.
    .describe = A dot and an interval for each group: the share lost there over the share lost elsewhere.
page-audit-after = “Left more often” is not “left because”. The odds ratio holds value and age of the relation equal. Extra losses: how many fewer would have left at everyone else’s rate.
page-sources = Which sources bring people who stay
    .intro = The same by where customers came from.
    .describe = A dot and an interval for each source: the share lost there over the share lost elsewhere.
page-sources-after = Look at the share who ordered again before paying for more customers from a source.
page-left-less = ← left less often
page-left-more = left more often →

page-models = How sure we are
page-backtest-intro = { $customers ->
    [one] We hid { $period } from the model ({ $model }), let it foretell what { $customers } customer would do, and compared.
   *[other] We hid { $period } from the model ({ $model }), let it foretell what { $customers } customers would do, and compared.
}
page-no-backtest = Not enough days to hide some and foretell them.
page-no-model = No model could be fitted.
page-weeks = Orders foretold and made
    .describe = Two rising lines by week: orders made so far, and foretold so far.
page-calibration = Are the probabilities right?
    .describe = A dot for each tenth of customers: the probability foretold against the share who ordered. On the diagonal the two agree.

page-input = What was read
