# Звонки, встречи, визиты, заметки и подарки.
interaction-call = Звонок
interaction-meeting = Встреча
interaction-visit = Визит
interaction-note = Заметка
interaction-gift = Подарок
interaction-kind = Что это было?
interaction-text = Что было сказано
    .hint = Упомянуть коллегу: @ и часть его эл. адреса до знака @ (@ana для ana@example.com)
interaction-colleagues = Кого упомянуть
interaction-colleagues-found = { $count ->
    [one] { $count } коллега: Enter упомянет
    [few] { $count } коллеги: стрелки — выбрать, Enter — упомянуть
   *[many] { $count } коллег: стрелки — выбрать, Enter — упомянуть
}
interaction-colleagues-none = Ни имя, ни адрес кого-либо из коллег так не начинается
interaction-at = Когда (пусто — сейчас)
interaction-follow-up = Напомнить
interaction-more = Другое время, напоминание
interaction-log = Записать
interaction-with-whom = С кем?
interaction-was-logged = Записано: { $what }
interaction-was-edited = Изменено; прежний текст сохранён
interaction-mentions-nobody = { $handles }: никто не оповещён, ни у кого из коллег адрес так не начинается
interaction-was-removed = Убрано
interaction-is-followed = Сделано
interaction-more-to-do = Ещё
interaction-remove = Убрать
interaction-follows = Напомнить: { $day }
interaction-followed = Сделано ({ $day })
interaction-done = Готово
interaction-earlier = Что было записано раньше
interaction-until = до
interaction-is-empty = Скажите в двух словах, что это было
interaction-is-in-future = Это время ещё не наступило. Записывают то, что было; для будущего есть напоминание.
interaction-no-hour = Такие дату и время прочитать нельзя. Напишите так: 2026-05-03T14:30
interaction-no-day = Такую дату прочитать нельзя. Напишите так: 2026-05-03
