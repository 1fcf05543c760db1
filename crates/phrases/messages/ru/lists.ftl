# Списки клиентов: запросы, фильтры, столбцы.
list-find = Слова или owner:me tag:vip seen:<30d
list-filter = Фильтр
list-columns = Столбцы
list-export = Скачать
list-currency = Валюта
list-apply = Показать
list-cut = Для этой страницы просмотрено много клиентов. «Дальше» продолжит поиск.
list-tags = Метки
list-tier = Уровень
list-standing = Состояние
list-risk-least = Риск в %, не меньше
list-risk-percent = Риск, %
list-at-risk = Сумма под угрозой
list-at-risk-currency = Валюта суммы под угрозой
list-orders = Заказы
list-orders-least = Заказов не меньше
list-spent = Потрачено
list-spent-least = Потрачено не меньше
query-me = Я
query-nobody = Никто
query-objected = Против
query-unsaid = Пока ничего не сказано
query-has = Известно
query-no = Неизвестно
query-weeks = { $count ->
        [one] { $count } неделя
        [few] { $count } недели
        [many] { $count } недель
       *[other] { $count } недели
    }
query-years = { $count ->
        [one] { $count } год
        [few] { $count } года
        [many] { $count } лет
       *[other] { $count } года
    }
query-not-one = Здесь непонятно, что значит «{ $word }». Напишите, например: { $examples }
query-not-own = В этом поле не может стоять «{ $word }»
query-not-staff = Здесь никого не зовут «{ $word }» или так зовут нескольких. Напишите полное имя или адрес почты.
query-no-team = Команды «{ $word }» здесь нет. Напишите название команды.
query-no-field = Поля «{ $word }» нет. Есть, например: { $names }. Чтобы искать сами слова, возьмите их в кавычки.
query-no-tier = В настройках нет уровня «{ $word }»
query-backwards = «{ $word }» кончается раньше, чем начинается. Сначала напишите меньшее.
query-too-much = Слишком длинно: не больше 1000 знаков и 24 условий.
value-yes = Да
value-no = Нет
tag-add = Добавить метку
tag-was-added = Метка поставлена: { $tag }
tag-was-removed = Метка снята: { $tag }
tag-not-one = Напишите слово или несколько, не больше { $longest } знаков
tag-too-many = У клиента может быть не больше { $most } меток: снимите те, что ничего не говорят
timeline-tagged = Метка поставлена: { $tag }
timeline-untagged = Метка снята: { $tag }
