# What could not be said, about which figure, and why.

note = { $subject }: { $why }

subject-audit = What the lost have in common
subject-backtest = Backtest
subject-calls = Whom to call
subject-cohorts = Cohorts
subject-cost = Cost of loss
subject-currency = Currency
subject-gold = Gold customers
subject-input = Orders read
subject-limit = Limit of silence
subject-models = Forecast
subject-reasons = Reasons for leaving
subject-regulars = Regulars
subject-retention = Retention
subject-retention_before = Retention of the period before
subject-revenue = Revenue retention
subject-revenue_before = Revenue retention of the period before
subject-segments = Segments
subject-sources = Sources
subject-spend = Spend per order
subject-survival = How long customers stay
subject-value = Customer value

why-no_amounts = the orders carry no amounts; a column “Total” or “Amount” would give them
why-no_currency = the orders do not say in which currency they are; { $asker ->
    [page] a column “Currency” would
   *[command] a column “Currency” or --currency would
}
why-no_customers_at_start = there were no customers at the start of the period
why-data_start_too_late = the data begin on { $from }, too late for it
why-orders_end_early = the last is of { $last }, { $days } before the day of this review; whoever has ordered since counts as silent
why-too_few = not enough yet ({ $have } of { $need })
why-no_repeat_buyers = nobody has ordered twice, so nothing can be learnt about coming back
why-not_converged = the parameters of { $model } could not be found
why-stopped_short = the search for the parameters of { $model } did not converge: what is shown is where it stopped, without standard errors
why-spend_follows_frequency = those who order often spend more or less per order than others (correlation { $correlation }), so the mean order is a rough guide only
why-no_mean_spend = spend varies too much to have a mean (q = { $q }); the median is used
why-other_currency = { $orders ->
    [one] { $orders } order in { $currency } is
   *[other] { $orders } orders in { $currency } are
} left out of every sum
why-no_column = no column of the orders says it; { $asker ->
    [page] one headed { $columns } would
   *[command] one headed { $columns } would, or name yours with --map
}
why-no_column-named = “{ $column }”
why-reasons_unknown = orders do not tell why people leave; only asking them does
why-too_many_values = the column “{ $column }” has too many different values to compare
why-sample = computed on a sample of { $customers ->
    [one] { $customers } customer
   *[other] { $customers } customers
}
why-level_missed = on the days held out { $share } { $direction ->
    [fewer] fewer
   *[more] more
} orders were foretold than were made; what is foretold ahead is not corrected for trend or season and may be off as far
why-not_asked = it was not asked for
why-no_model = it needs a model, and none could be fitted: these orders are too few or too much alike, at the edge of what can be fitted
why-no_standard_error = the parameter was chosen rather than fitted, or the data hardly tell its value apart
why-incomplete = the data do not cover all of that time
why-nothing_to_compare = there is nothing to compare with
why-losses_one_sided = on one side of the comparison nobody was lost, or everybody
why-not_forecast = this rule makes no such forecast
why-duplicates_kept = { $rows ->
    [one] { $rows } row repeats another exactly and was
   *[other] { $rows } rows repeat others exactly and were
} counted all the same
