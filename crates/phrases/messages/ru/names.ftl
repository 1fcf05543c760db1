# Как называются группы, столбцы, модели и действия.

segment-champion = Чемпионы
    .meaning = заказывали недавно и заказывают часто
segment-loyal = Лояльные
    .meaning = заказывают часто
segment-potential_loyalist = Почти лояльные
    .meaning = заказывали недавно и не один раз
segment-new = Новые
    .meaning = заказали совсем недавно, впервые или почти впервые
segment-promising = Многообещающие
    .meaning = заказывали сравнительно недавно, заказов пока мало
segment-needs_attention = Требуют внимания
    .meaning = заказывали довольно часто, но остывают
segment-about_to_sleep = Засыпающие
    .meaning = заказов мало, и они остывают
segment-at_risk = Под угрозой ухода
    .meaning = раньше заказывали часто, давно молчат
segment-cant_lose = Нельзя потерять
    .meaning = заказывали чаще всех, давно молчат
segment-hibernating = Спящие
    .meaning = заказов мало, давно молчат
segment-lost = Потерянные
    .meaning = молчат дольше своего предела

standing-active = активный
standing-gone_quiet = замолчал
standing-lost = потерян

action-call = Позвоните и спросите, всё ли было хорошо с последним заказом
action-call_before_lost = Позвоните сейчас: ещё { $days } молчания — и клиент считается потерянным
    .then = Ещё { $days } молчания — и клиент считался бы потерянным: если заказов с тех пор не было, так и есть
action-call_in_person = Позвоните лично: после { $orders ->
    [one] { $orders } заказа
    [few] { $orders } заказов
   *[many] { $orders } заказов
} спросите, что изменилось
action-remind = Напомните о себе: предложите повторить обычный заказ
action-thank = Поблагодарите и спросите, что понадобится дальше
action-ask_about_range = Спросите, что они теперь берут вместо «{ $category }»
action-review_account = Спросите, что они теперь покупают в других местах
action-invite_back = Пригласите сделать второй заказ

attribute-source = Источник
attribute-country = Страна
attribute-first_product = Первый товар
attribute-first_category = Первая категория
attribute-first_order_size = Сумма первого заказа
attribute-first_order_discounted = Скидка на первый заказ
attribute-value-yes = да
attribute-value-no = нет

role-customer = Клиент
role-date = Дата
role-amount = Сумма
role-order = Номер заказа
role-product = Товар
role-category = Категория
role-quantity = Количество
role-price = Цена
role-currency = Валюта
role-source = Источник
role-email = Эл. почта
role-phone = Телефон
role-country = Страна
role-discount = Скидка
role-status = Статус
role-time = Время
role-refunded = Возвращено
role-date_order = Порядок в датах
role-decimal = Десятичный знак

date_order-dmy = день, месяц, год
date_order-mdy = месяц, день, год
date_order-ymd = год, месяц, день

model-bg_nbd = BG/NBD: каждый клиент заказывает в своём темпе и может уйти после любого повторного заказа. Приводится только для сравнения: купившего один раз она никогда не считает ушедшим.
model-mbg_nbd = MBG/NBD: каждый клиент заказывает в своём темпе и может уйти после любого заказа, в том числе первого.
model-mbg_cnbd = MBG/CNBD-k: то же, что MBG/NBD, но для клиентов, которые заказывают ритмично; чем больше k, тем ровнее ритм.
model-pareto_nbd = Pareto/NBD: каждый клиент заказывает в своём темпе и может уйти в любой момент.
model-gamma_gamma = Gamma–Gamma: траты клиента колеблются вокруг его собственного среднего чека; чего не видно по немногим заказам, то берётся из общей картины.
