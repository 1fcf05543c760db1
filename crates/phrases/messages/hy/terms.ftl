# Առանձին բառեր՝ միավորներ, թվարկումներ։
count-days = { $count ->
    [one] { $count } օր
   *[other] { $count } օր
}
count-months = { $count ->
    [one] { $count } ամիս
   *[other] { $count } ամիս
}
list-and = { $first } և { $last }
list-or = { $first } կամ { $last }
