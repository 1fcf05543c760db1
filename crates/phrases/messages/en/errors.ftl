# What could not be done, and what to do about it.
error-because = { $what }: { $why }
error-no-files = No file to read. Name one or more, or “-” for standard input.
error-pattern = “{ $pattern }” is not a pattern of file names: { $reason }
error-nothing-matches = No file fits “{ $pattern }”.
error-cannot-read = Cannot read { $file }: { $reason }
error-empty = { $file } is empty: there are no orders in it.
error-binary = { $file } is not a table of orders but binary data. Give CSV, TSV, XLSX, Parquet or JSON.
error-damaged = { $file } is damaged or cannot be read as { $format }: { $reason }
error-row-too-long = { $file }, line { $line }: this row is longer than { $limit } bytes. Is a quote or a line end missing?
error-too-wide = { $file } has more than { $columns } columns, or very long names for them. Leave out those that are not needed.
error-strict = Stopped at the first refused row, as --strict asks.
error-rejected-not-kept = Cannot keep the refused rows: { $reason }
error-no-date = { $file }: no column with the date of the order. Its columns: { $columns }. { $asker ->
    [page] Choose the right one below, at “Date”.
   *[command] Name the right one with --map date=COLUMN. A header such as “Date”, “Order date” or “Created at” is known without it.
}
error-no-customer = { $file }: no column that says who bought. Its columns: { $columns }. { $asker ->
    [page] Choose the right one below, at “Customer”.
   *[command] Name the right one with --map customer=COLUMN. A header such as “Customer ID”, “Customer” or “Email” is known without it.
}
error-no-such-column = { $file }: there is no column “{ $column }”. Its columns: { $columns }. { $asker ->
    [page] Choose the right one below.
   *[command] It stands in --map: name another there.
}
error-all-refused = Not one row could be read. { $asker ->
    [page] The first reasons are below; if a column was taken for the wrong thing, choose the right one in the form beneath them.
   *[command] The first reasons are above; if a column was taken for the wrong thing, name the right one with --map.
}
error-no-orders = No customer has an order up to { $day }. Of { $rows } rows, { $anonymous } name no customer and { $after } are later. Choose another day with --as-of, or tell with --map which column says who bought.
error-nothing-sold = Nothing is left of what was sold: the rows of customers up to { $day } ({ $rows }) are returns or amounts below zero, or purchases these take back. If the file writes sales as amounts below zero, turn their sign around and try again.
error-no-rows = There is no order at all. Give a file with at least one row under its header.
error-no-such-currency = No order is in { $wanted }. The orders are in: { $found }. Choose one of these with --currency.
error-spill = The orders do not fit in memory and cannot be put aside in a temporary file: { $reason }. Free the disk, choose another folder with TMPDIR, or allow more --memory.
error-period-not-over = The period { $period } is not over on { $day }, the last day that counts. Choose one that ends no later, or a later day with --as-of.
error-as-of-in-future = { $day } is still to come: today is { $today }. Choose with { $option } a day that has come, or leave it out.
error-too-many-rows = { $file }: a spreadsheet holds 1,048,575 rows, and there are more. Let the name end in .csv or .parquet.
error-cell-too-long = { $file }: row { $row } has a text longer than the { $limit } characters a cell of a spreadsheet holds. Write .csv or .parquet instead.
error-form = Cannot tell the form of { $file }. Let its name end in .html, .json or .md.
error-table-form = Cannot tell the form of { $file }. Let its name end in .csv, .xlsx or .parquet.
error-overwrites-input = { $file } is one of the files to read. Choose another name for what is to be written.
error-overwrites-output = { $file } is named for two outputs. Give each a name of its own.
error-cannot-write = Cannot write { $file }: { $reason }
question-date-order = Which comes first in these dates, the day or the month?
question-decimal = Which sign stands before the cents?
question-customer = Which column says who bought?
question-date = Which column is the date of the order?
question-amount = Which column is the amount?
