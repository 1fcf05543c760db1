# Заказы и отправления.
order-whose = Чей это заказ?
order-lines = Что купили
order-more-lines = Ещё строки
order-total-hint = Если пусто — сумма строк
order-was-added = Заказ добавлен
order-was-edited = Заказ изменён
order-changed-since = Этот заказ тем временем изменил кто-то другой. Посмотрите, что в нём сейчас, и внесите свои изменения снова.
order-is-now = Заказ: { $state }
order-open = открыт
order-shipped = отправлен
order-delivered = доставлен
order-cancelled = отменён
order-not-possible = С этим заказом так уже нельзя: его состояние определяют отправления
order-code-taken = У этого источника уже есть заказ с таким номером
order-line-refused = В строке { $line } нужны товар, целое количество и цена, например 12,50
order-too-many-lines = В заказе может быть не больше { $most } строк
order-in-future = Это время ещё не наступило или указано непонятно
order-shipments = Отправления
order-of = Заказ от { $day }
order-new-shipment = Записать отправку
order-ship = Записать
order-was-sent = Отправлено
order-carrier = Перевозчик
order-tracking = Номер отслеживания
order-sent-on = Отправлено: { $day }
order-arrived-on = Доставлено: { $day }
timeline-shipment-sent = Отправление в пути
timeline-shipment-arrived = Отправление доставлено
timeline-shipment-under-way = Отправление ещё в пути
timeline-order-edited = изменён
orders-state = Состояние
orders-any-state = любое
orders-from = Оформлен с
orders-until = Оформлен по
orders-placed = Оформлен
orders-filter = Отобрать
orders-all = Все заказы
orders-by-day = Отобранные заказы упорядочены по дням
orders-as-added = Заказы с одним товаром идут в порядке добавления, последние сверху
orders-count = { $count ->
        [one] { $number } заказ
        [few] { $number } заказа
       *[many] { $number } заказов
    }
orders-empty = Заказов пока нет
    .words = Здесь появится всё, что покупают клиенты, строка за строкой: введённое вручную, из файла или через API.
