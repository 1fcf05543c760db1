# Клиенты: поля, списки, страница.
customers-add = Добавить клиента
customers-seen = Последний контакт
customers-added = Добавлен
customers-count = { $count ->
        [one] { $number } клиент
        [few] { $number } клиента
       *[many] { $number } клиентов
    }
customers-empty = Клиентов пока нет
    .words = Здесь место каждому, кому вы продаёте: кто это, почему выбирает вас и всё, что с ним было.
field-name = Имя или название
    .question = Как их зовут?
field-kind = Человек или компания
    .question = Человек или компания?
field-code = Код
    .question = Какой у них номер в других системах?
field-owner = Ответственный
    .question = Кто с ними работает?
field-email = Электронная почта
    .question = Куда писать?
    .wanted = Напишите адрес вида nora@shop.com
field-phone = Телефон
    .question = По какому номеру звонить?
    .wanted = В номере телефона не меньше трёх цифр
field-language = Язык
    .question = На каком языке удобнее?
field-channel = Как лучше связаться
    .question = Как с ними лучше связаться?
field-country = Страна
    .question = Какая страна? Две буквы, например RU, или название по-английски
    .wanted = Напишите две буквы, например RU, или название страны по-английски
field-city = Город
    .question = Какой город?
field-marketing = Рассылки
    .question = Можно ли писать им по своей инициативе?
field-why_us = Почему выбирают нас
    .question = Почему они выбирают вас?
field-found_us = Как нашли нас
    .question = Как они вас нашли?
field-brought = Кого привели
    .question = Кого они привели?
field-thanked = Как мы благодарили
    .question = Как вы их благодарили?
field-leaving = Из-за чего могут уйти
    .question = Из-за чего они могут уйти или ушли?
field-preferences = Полезно знать
    .question = Что стоит знать перед разговором?
kind-person = Человек
kind-company = Компания
channel-email = Электронная почта
channel-phone = Звонок
channel-message = Сообщение
channel-letter = Письмо
channel-visit = Личная встреча
marketing-consent = Согласие
marketing-objection = Против: никаких рассылок и расчётов для них
customer-facts = Что надо знать
customer-details = Данные
customer-timeline = История
customer-since = Клиент с { $day }
customer-older = Более ранние
customers-alike = Возможно, уже есть:
alike-phone = тот же телефон
alike-email = та же электронная почта
alike-name = похожее имя
customers-add-all-the-same = Всё равно добавить
customer-was-added = Клиент добавлен
customer-was-removed = Добавление отменено: { $name }
customer-not-removed = Добавление не отменено: в истории клиента { $name } уже есть { $what }, и всё это пропало бы
hanging-orders = заказы
hanging-interactions = звонки или заметки
hanging-contacts = контактные лица
customer-was-changed = Изменено: { $fields }
customer-was-undone = Изменение отменено
customer-nothing-to-undo = Это уже изменил кто-то другой: ничего не отменено
customer-changed-since = Пока вы писали, кто-то изменил этого клиента. Посмотрите, что записано теперь, и сохраните ещё раз.
value-missing = Это поле нельзя оставить пустым
value-too-long = Длиннее { $longest ->
        [one] { $longest } знака
        [few] { $longest } знаков
       *[many] { $longest } знаков
    }
value-not-one = Такое значение здесь не подходит
value-taken = Уже есть у другого клиента
timeline-customer-added = Добавлен
timeline-customer-changed = Данные изменены
