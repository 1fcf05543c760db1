# Words that stand alone: units, lists.
count-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
count-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
list-and = { $first } and { $last }
list-or = { $first } or { $last }
