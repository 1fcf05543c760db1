# Рамка страницы обзора, полоса чисел и списки людей.
page-title = Обзор удержания клиентов
page-terms = { $period } · по состоянию на { $day }
page-skip = Перейти к обзору
page-contents = Разделы
page-footer = Сделано в Perennial. Страница самодостаточна: ничего не загружает и ничего не отправляет.
page-formula-of = Как считается «{ $name }»
page-as-of = По состоянию на
page-period = Период
page-horizon = Взгляд вперёд на
page-value-horizon = Ценность считается за

page-numbers = В числах
page-before = { $value } в предыдущем периоде
page-no-before = сравнить не с чем: раньше данных нет
page-customers-now = Клиентов сейчас
page-customers-ever = { $count ->
    [one] из { $count } заказывавшего когда-либо
    [few] из { $count } заказывавших когда-либо
   *[many] из { $count } заказывавших когда-либо
}
page-of-customers = { $count ->
    [one] из { $count } клиента год назад
    [few] из { $count } клиентов год назад
   *[many] из { $count } клиентов год назад
}
page-cost-for-life = { $amount } за всё время отношений
page-gross-revenue = { $value } без учёта роста
page-residual-interval = впереди: от { $low } до { $high } у четырёх из пяти
page-gold-count = { $count ->
    [one] от { $count } золотого клиента
    [few] от { $count } золотых клиентов
   *[many] от { $count } золотых клиентов
}
page-of-regulars = { $count ->
    [one] из { $count } постоянного клиента
    [few] из { $count } постоянных клиентов
   *[many] из { $count } постоянных клиентов
}

page-calls = Кому позвонить сегодня
page-calls-intro = Те, с кем на кону больше всего, по убыванию: ожидаемая от клиента маржа, умноженная на риск, что он не вернётся.
page-calls-intro-counts = Те, с кем на кону больше всего, по убыванию: ожидаемое от клиента число заказов, умноженное на риск, что он не вернётся.
page-nobody-to-call = Сегодня никто не выделяется.
page-at-risk = под угрозой
page-risk = риск
page-margin-at-risk = Маржа под угрозой
page-call-aside = { $orders ->
    [one] { $orders } заказ, последний — { $last } · риск { $risk }
    [few] { $orders } заказа, последний — { $last } · риск { $risk }
   *[many] { $orders } заказов, последний — { $last } · риск { $risk }
}

page-alarms = Три тревоги о постоянных клиентах
page-alarms-intro = { $count ->
    [one] { $count } постоянный клиент. Вот что у него изменилось.
    [few] { $count } постоянных клиента. Вот что у них изменилось.
   *[many] { $count } постоянных клиентов. Вот что у них изменилось.
}
page-drifting-how = Постоянные клиенты, для которых сработала хотя бы одна из трёх тревог; каждый считается один раз.
page-alarm-order-value = Заказы стали меньше
page-alarm-gone-quiet = Замолчали
page-alarm-range = Перестали покупать часть ассортимента
page-alarm-silent = Никого — и хорошо.
page-show-more = { $count ->
    [one] Ещё { $count }
    [few] Ещё { $count }
   *[many] Ещё { $count }
}
page-and-more = { $count ->
    [one] и ещё { $count }; весь список — с --customers ФАЙЛ
    [few] и ещё { $count }; весь список — с --customers ФАЙЛ
   *[many] и ещё { $count }; весь список — с --customers ФАЙЛ
}
page-and-more-unlisted = { $count ->
    [one] и ещё { $count }, здесь не указан
    [few] и ещё { $count }, здесь не перечислены
   *[many] и ещё { $count }, здесь не перечислены
}

page-limits = О чём эти заказы не говорят
page-limits-intro = Показатель лучше пропустить, чем угадать. Вот чего не хватает или что неточно — и почему.
