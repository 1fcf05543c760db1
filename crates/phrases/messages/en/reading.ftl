reading-given-twice = { $file } is given twice; it is read once.
reading-sheet-not-read = { $file }: the sheet “{ $sheet }” is not read, as its columns are not those of the orders.
reading-decimal-signs-differ = The files write amounts in different ways; each is read in its own: { $files }.
reading-date-orders-differ = The files write dates in different ways; each is read in its own: { $files }.
reading-column-not-read = { $file }: the column “{ $column }” is not read, because most of its values are not numbers: { $examples }. To read it all the same: { $line }
reading-amounts-missing = { $count ->
    [one] { $count } row has no amount: it counts as a purchase and adds nothing to the money.
   *[other] { $count } rows have no amount: they count as purchases and add nothing to the money.
}
