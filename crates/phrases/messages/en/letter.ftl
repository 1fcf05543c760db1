# What the letter says besides, in the terminal and in Markdown.

letter-lifetime_interval = For four customers in five, what is still to come lies between { $low } and { $high }.
letter-cohort_size = all
letter-cohorts = Per cent of those who first ordered in the month on the left, by months since; blank where the month is not over.
letter-audit_caution = “Left more often” is not “left because”: orders show what goes together, not why.
letter-standard_error = Standard error
letter-estimate = Estimate
letter-not_converged = not converged
letter-models_in = Models fitted, times in { $unit ->
    [day] days
    [week] weeks
   *[other] units of { $unit }
}

next = What to try next
next-page = the same as a page, with charts
next-customers = one row per customer
next-amounts = say which column holds the amounts
next-margin = count margin instead of revenue
next-window = a fixed window instead of each customer’s own limit
next-period = the last complete quarter
