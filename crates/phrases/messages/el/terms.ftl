# Λέξεις που στέκουν μόνες τους: μονάδες, απαριθμήσεις.
count-days = { $count ->
    [one] { $count } ημέρα
   *[other] { $count } ημέρες
}
count-months = { $count ->
    [one] { $count } μήνας
   *[other] { $count } μήνες
}
list-and = { $first } και { $last }
list-or = { $first } ή { $last }
