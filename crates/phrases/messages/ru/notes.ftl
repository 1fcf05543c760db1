# Чего сказать нельзя, о каком показателе и почему.

note = { $subject }: { $why }

subject-audit = Что общего у потерянных
subject-backtest = Проверка на прошлом
subject-calls = Кому позвонить
subject-cohorts = Когорты
subject-cost = Цена потерь
subject-currency = Валюта
subject-gold = Золотые клиенты
subject-input = Прочитанные заказы
subject-limit = Предел молчания
subject-models = Прогноз
subject-reasons = Причины ухода
subject-regulars = Постоянные клиенты
subject-retention = Удержание
subject-retention_before = Удержание за предыдущий период
subject-revenue = Удержание выручки
subject-revenue_before = Удержание выручки за предыдущий период
subject-segments = Сегменты
subject-sources = Источники
subject-spend = Сумма заказа
subject-survival = Как долго остаются клиенты
subject-value = Ценность клиентов

why-no_amounts = в заказах нет сумм; их даст столбец «Сумма»
why-no_currency = в заказах не указана валюта; { $asker ->
    [page] её укажет столбец «Валюта»
   *[command] её укажет столбец «Валюта» или --currency
}
why-no_customers_at_start = в начале периода клиентов ещё не было
why-data_start_too_late = данные начинаются { $from }, для этого слишком поздно
why-orders_end_early = последний сделан { $last }, за { $days } до дня этого обзора; кто заказывал с тех пор, считается молчащим
why-too_few = пока мало данных ({ $have } из { $need })
why-no_repeat_buyers = никто не заказывал дважды, поэтому о повторных заказах ничего не известно
why-not_converged = не удалось найти параметры модели { $model }
why-stopped_short = подбор параметров модели { $model } не сошёлся: показано, где он остановился, без стандартных ошибок
why-spend_follows_frequency = у тех, кто заказывает часто, суммы заказов иные, чем у остальных (корреляция { $correlation }), поэтому средний заказ — лишь ориентир
why-no_mean_spend = суммы слишком разные, чтобы у них было среднее (q = { $q }); взята медиана
why-other_currency = { $orders ->
    [one] { $orders } заказ в валюте { $currency } не вошёл
    [few] { $orders } заказа в валюте { $currency } не вошли
   *[many] { $orders } заказов в валюте { $currency } не вошли
} в суммы
why-no_column = ни один столбец заказов об этом не говорит; { $asker ->
    [page] помог бы столбец { $columns }
   *[command] помог бы столбец { $columns }, или укажите свой через --map
}
why-no_column-named = «{ $column }»
why-reasons_unknown = по заказам не видно, почему люди уходят; об этом можно только спросить
why-too_many_values = в столбце «{ $column }» слишком много разных значений для сравнения
why-sample = посчитано по выборке: { $customers ->
    [one] { $customers } клиент
    [few] { $customers } клиента
   *[many] { $customers } клиентов
}
why-level_missed = на скрытых днях предсказано на { $share } { $direction ->
    [fewer] меньше
   *[more] больше
} заказов, чем сделано; прогноз вперёд не поправлен на тренд и сезон и может ошибаться так же
why-not_asked = этого не запрашивали
why-no_model = нужна модель, но ни одну не удалось подобрать: этих заказов слишком мало или они слишком похожи — на границе того, что поддаётся подбору
why-no_standard_error = параметр был выбран, а не подобран, либо данные почти не различают его значений
why-incomplete = данные охватывают это время не полностью
why-nothing_to_compare = не с чем сравнивать
why-losses_one_sided = на одной из сторон сравнения не ушёл никто или ушли все
why-not_forecast = это правило такого прогноза не даёт
why-duplicates_kept = { $rows ->
    [one] { $rows } строка в точности повторяет другую и учтена
    [few] { $rows } строки в точности повторяют другие и учтены
   *[many] { $rows } строк в точности повторяют другие и учтены
} наравне с остальными
