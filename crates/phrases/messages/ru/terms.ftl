# Слова сами по себе: единицы, перечисления.
count-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
count-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[many] { $count } месяцев
}
list-and = { $first } и { $last }
list-or = { $first } или { $last }
