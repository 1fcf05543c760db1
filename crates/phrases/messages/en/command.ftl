# What the command line says beside the review.
command-read-as = Read as: { $mapping }
command-read-elsewhere = In other files: { $mapping }
command-choose = Run it again with one of these:
command-reading = { $line }   { $reading }
reading-value = “{ $example }” is { $meaning }
reading-column = column “{ $column }”, such as “{ $example }”
question-prompt = Type a number from 1 to { $count }:
command-nobody-chose = Nothing was chosen.
command-written = Written: { $file }
command-rows-refused = { $count ->
    [one] { $count } row was refused:
   *[other] { $count } rows were refused:
}
command-rows-refused-more = { $count ->
    [one] and { $count } more; list them all with --rejected FILE
   *[other] and { $count } more; list them all with --rejected FILE
}
command-rows-set-aside = { $count ->
    [one] { $count } row marked “{ $status }” was left out: nothing was sold
   *[other] { $count } rows marked “{ $status }” were left out: nothing was sold
}
command-rows-after = { $count ->
    [one] { $count } row after { $day } does not count
   *[other] { $count } rows after { $day } do not count
}
command-demo-intro = A made-up coffee roaster’s two years of orders. Nobody in it is real.
command-demo-kept = The record of an earlier demo is still there and is served as it is; remove the folder to begin anew.
command-demo-next = From here
command-demo-open = Open the page of this review
command-demo-own = Review your own orders
command-demo-customers = One row per customer
command-demo-language = The same in another language
command-demo-doubt = The models behind it
refused-row = { $file }, line { $line }: { $reason }
refused-row-column = { $file }, line { $line }, column “{ $column }”: { $reason }
refused-row-value = { $file }, line { $line }: { $reason } (“{ $value }”)
refused-row-column-value = { $file }, line { $line }, column “{ $column }”: { $reason } (“{ $value }”)
refused-date-missing = the date is missing
refused-not-a-date = not a date
refused-date-in-future = the date is in the future
refused-date-too-early = the date is before 1900
refused-not-a-number = not a number
refused-other-decimal-sign = the decimal sign is not that of the other amounts in the file
refused-not-finite = not a finite number
refused-number-too-large = the number is too large
refused-not-a-currency = not a currency
refused-too-few-fields = fields are missing: the row is shorter than the header
refused-too-many-fields = too many fields: is a quote missing around one?
refused-open-quote = a quote opens a field and is not closed
refused-binary = binary data
refused-not-json = not a JSON object
rejected-file = file
rejected-line = line
rejected-column = column
rejected-value = value
rejected-reason = reason
progress-reading = { $share }  { $speed } rows/s  { $left } left
progress-coming = Taking in rows: { $rows } so far, { $speed } rows/s
progress-looking = Looking at the files
progress-customers = Putting each customer’s orders together
progress-figures = Working out the figures
progress-models = Fitting the models
progress-writing = Writing { $file }
