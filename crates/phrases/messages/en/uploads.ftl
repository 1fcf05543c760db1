# Files of orders that browsers send, on their way into the record.
upload-title = Import orders
    .about = Files with orders from your shop, till or accounting: CSV, Excel, Parquet or JSON lines. First you see what is in them; nothing enters the record before you say so.
upload-source-hint = The shop or market the files come from, such as “online shop”. Name it the same each time: orders and customers are known again by it, under another name they would come in twice. Leave it empty where customers’ ids in the files are your own codes.
upload-files-hint = One or more, each up to 2 GB
upload-send = Look at them
upload-too-large = “{ $name }” is larger than 2 GB. Split it, or bring it in with perennial import orders.
upload-too-many = No more than 20 files at once. Bring in the others afterwards.
upload-no-files = Choose a file first
upload-step-send = Choose files
upload-step-check = Check what is in them
upload-step-import = Bring them in
upload-is-reading = Reading the rows
upload-is-staging = Putting customers and orders together
upload-is-applying = Putting all of it into the record
upload-is-looked = ready to be checked
upload-bytes = { $done } of { $whole } MB
upload-found = What is in the files
upload-new = New: { $customers }, { $orders }
upload-nothing-new = Nothing in these files is new: importing them would change nothing.
upload-known = Already in the record: { $customers }, { $orders }
upload-dry-run = Nothing of it is brought into the record before you say so.
upload-import = { $count ->
        [one] Import { $count } order
       *[other] Import { $count } orders
    }
upload-import-rest = Fill in what the record lacks
upload-discard = Discard
upload-was-discarded = Discarded. Nothing of it was in the record.
upload-not-now = That is not possible at the moment. This is how far the files are.
upload-another-is-open = Another import is under way. Finish or discard it first.
upload-rows = The first rows
upload-read-otherwise = Read the files differently
upload-look-again = Look again
upload-by-itself = found by itself
upload-currency = Currency where the files name none
    .hint = Three letters, such as EUR
upload-choose-column = Choose the column that holds this.
upload-choose-another = Choose another file
upload-read-so = Read it so
upload-no-currency = The files name no currency: their amounts would be bare numbers. Say below which it is.
upload-currency-found = Three letters; now { $code }
upload-currency-refused = This is not a currency. Write three letters, such as EUR.
upload-duplicates = Rows that repeat another exactly count once
upload-goes-on = You may leave this page; it goes on without you.
upload-refused-table = Save as a table
upload-refused = rows not taken
upload-under-way = Sent, not brought in yet
