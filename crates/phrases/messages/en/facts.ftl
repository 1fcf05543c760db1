# The record as measures read it.
progress-record = Reading the record
rebuild-read = Read from the log: { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
rebuild-done = Made again from { $count ->
    [one] { $count } entry of the log.
   *[other] { $count } entries of the log.
}
facts-file-unused = cannot use the file of facts { $file } (made again by: perennial rebuild facts)
facts-file-damaged = the file of facts { $file } is damaged; make the facts again with: perennial rebuild facts
