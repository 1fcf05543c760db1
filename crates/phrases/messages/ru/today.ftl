# Сегодня, упоминания и клиент, о котором речь.
today-whose = Чьи напоминания и клиенты
today-mine = Мои
today-team = Всей команды
today-all = Все
today-later = Позже
today-tomorrow = Завтра
today-in-days = { $days ->
        [one] Через { $days } день
        [few] Через { $days } дня
       *[many] Через { $days } дней
    }
today-in-a-week = Через неделю
today-in-a-month = Через месяц
today-mentions-all = Показать прочитанные
today-mentions-new = Только новые
today-mentions-none = Новых упоминаний нет
today-mentioned-by = Кто и когда
mention-read = Прочитано
mention-unread = Отметить непрочитанным
mention-was-read = Отмечено как прочитанное
finder-customer = Клиент
    .hint = Имя, хотя бы и с опечаткой, телефон или код
    .button = Найти
finder-nobody = Никто не подходит. Введите часть имени или сначала добавьте клиента.
customer-open = Открытые дела
customer-nothing-open = Открытых дел нет
timeline-show = Показать
timeline-everything = всё
timeline-by = Кто
timeline-anybody = все
timeline-changes = Изменения данных
