# Cuvinte de sine stătătoare: unități, enumerări.
count-days = { $count ->
    [one] { $count } zi
    [few] { $count } zile
   *[other] { $count } de zile
}
count-months = { $count ->
    [one] { $count } lună
    [few] { $count } luni
   *[other] { $count } de luni
}
list-and = { $first } și { $last }
list-or = { $first } sau { $last }
