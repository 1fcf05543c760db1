reading-given-twice = { $file } is given twice; it is read once.
reading-sheet-not-read = { $file }: the sheet “{ $sheet }” is not read, as its columns are not those of the orders.
reading-decimal-signs-differ = The files write amounts in different ways; each is read in its own: { $files }.
reading-date-orders-differ = The files write dates in different ways; each is read in its own: { $files }.
reading-column-not-read = { $file }: the column “{ $column }” is not read, because most of its values cannot be read as amounts: { $examples }. { $asker ->
    [page] Should it be read all the same?
   *[command] To read it all the same: { $line }
}
reading-cancelled-by-name = Orders such as { $example } are read as taking back the order of the same customer whose id follows the C.
reading-order-total = { $file }: “{ $column }” is the same on every line of an order: it is taken as what the whole order came to and counted once, shared out evenly over its lines. { $asker ->
    [page] If each line has its own amount, choose that column below, at “Amount”.
   *[command] If each line has its own amount, name that column with --map amount=COLUMN.
}
reading-order-total-and-prices = { $file }: “{ $column }” is the same on every line of an order: it is taken as what the whole order came to and counted once, shared out over its lines by quantity × price. { $asker ->
    [page] Should quantity × price be counted instead?
   *[command] To count quantity × price instead: { $line }
}
reading-attributes-not-read = There are more columns that make groups than are compared; these are left out: { $columns }. To have fewer, remove columns you do not need.
reading-amounts-missing = { $count ->
    [one] { $count } row has no amount: it counts as a purchase and adds nothing to the money.
   *[other] { $count } rows have no amount: they count as purchases and add nothing to the money.
}
