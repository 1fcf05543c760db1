# Файлы, загруженные в базу.
import-customers = { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
}
import-orders = { $count ->
    [one] { $count } заказ
    [few] { $count } заказа
   *[many] { $count } заказов
}
import-names-from = Имена клиентов из: { $columns }
import-left-over = Столбцы, которые не загружаются: { $columns }
import-staging = Заказы готовятся к загрузке
import-applying = Заказы записываются в базу
import-found = В файлах: { $customers }, { $orders }, с { $first } по { $last }, { $sums }
import-no-currency = Валюта в файлах не указана: суммы — просто числа. Чтобы указать её, загрузите их с --currency и её кодом, например --currency EUR. Заказы, которые уже в базе без валюты, её тогда получат
import-taken-back = { $count ->
    [one] { $count } из заказов возвращён целиком и считается отменённым
    [few] { $count } из заказов возвращены целиком и считаются отменёнными
   *[many] { $count } из заказов возвращены целиком и считаются отменёнными
}
import-anonymous = { $count ->
    [one] { $count } строка без клиента пропущена
    [few] { $count } строки без клиента пропущены
   *[many] { $count } строк без клиента пропущено
}
import-unmatched = { $count ->
    [one] { $count } возврат без покупки в файлах пропущен
    [few] { $count } возврата без покупки в файлах пропущены
   *[many] { $count } возвратов без покупки в файлах пропущено
}
import-duplicates = { $count ->
    [one] { $count } строка в точности повторяет другую
    [few] { $count } строки в точности повторяют другие
   *[many] { $count } строк в точности повторяют другие
}
import-added = Новое в базе: { $customers }, { $orders }
import-nothing-new = Ничего нового: { $customers }, { $orders } уже были в базе. Ничего не изменено.
import-filled = { $count ->
    [one] У { $count } известного клиента заполнены пустые поля
    [few] У { $count } известных клиентов заполнены пустые поля
   *[many] У { $count } известных клиентов заполнены пустые поля
}
import-known = { $count ->
    [one] { $count } заказ уже был известен и остался прежним
    [few] { $count } заказа уже были известны и остались прежними
   *[many] { $count } заказов уже были известны и остались прежними
}
import-differing = { $count ->
    [one] у { $count } из них в файлах другая сумма; в базе осталась прежняя
    [few] у { $count } из них в файлах другая сумма; в базе осталась прежняя
   *[many] у { $count } из них в файлах другая сумма; в базе осталась прежняя
}
import-other-currency = { $count ->
    [one] { $count } заказ в базе в { $ours }, а в файлах в { $theirs }; в базе остаётся прежняя валюта
    [few] { $count } заказа в базе в { $ours }, а в файлах в { $theirs }; в базе остаётся прежняя валюта
   *[many] { $count } заказов в базе в { $ours }, а в файлах в { $theirs }; в базе остаётся прежняя валюта
}
import-other-currencies = { $count ->
    [one] { $count } заказ в базе не в той валюте, что в файлах: { $pairs }; в базе остаётся прежняя валюта
    [few] { $count } заказа в базе не в тех валютах, что в файлах: { $pairs }; в базе остаются прежние валюты
   *[many] { $count } заказов в базе не в тех валютах, что в файлах: { $pairs }; в базе остаются прежние валюты
}
import-currency-instead = { $ours } вместо { $theirs } ({ $count })
import-currencies-more = { $count ->
    [one] ещё { $count } пара
    [few] ещё { $count } пары
   *[many] ещё { $count } пар
}
import-given-currency = { $count ->
    [one] у { $count } известного заказа не было валюты, теперь она указана
    [few] у { $count } известных заказов не было валюты, теперь она указана
   *[many] у { $count } известных заказов не было валюты, теперь она указана
}
import-clashing = { $count ->
    [one] { $count } заказ с номером другого заказа из файлов пропущен
    [few] { $count } заказа с номером другого заказа из файлов пропущены
   *[many] { $count } заказов с номером другого заказа из файлов пропущено
}
import-next = Посмотреть: perennial serve{ $record }. Отменить загрузку: perennial import undo { $id }{ $record }
import-next-take-back = Отменить загрузку: perennial import undo { $id }{ $record }
import-next-see = Посмотреть, что есть: perennial serve{ $record }
import-would-add = Новыми в базе были бы: { $customers }, { $orders }
import-would-know = Уже известны: { $customers }, { $orders }
import-would-fill = { $count ->
    [one] У { $count } известного клиента заполнились бы пустые поля
    [few] У { $count } известных клиентов заполнились бы пустые поля
   *[many] У { $count } известных клиентов заполнились бы пустые поля
}
import-would-give-currency = { $count ->
    [one] у { $count } известного заказа нет валюты, она была бы указана
    [few] у { $count } известных заказов нет валюты, она была бы указана
   *[many] у { $count } известных заказов нет валюты, она была бы указана
}
import-would-clash = { $count ->
    [one] { $count } заказ с номером другого заказа из файлов был бы пропущен
    [few] { $count } заказа с номером другого заказа из файлов были бы пропущены
   *[many] { $count } заказов с номером другого заказа из файлов было бы пропущено
}
import-dry-run = Пробный прогон: ничего не записано.
import-broken-off = В базе ничего из этого не видно. Продолжить: perennial import resume { $id }{ $record }
import-none = Ничего ещё не загружено. Начните так: perennial import orders ФАЙЛ{ $record }
import-listed = { $state } · { $moment } · { $customers }, { $orders } · { $files }
import-listed-known = { $state } · { $moment } · уже в базе: { $customers }, { $orders } · { $files }
import-listed-did = { $state } · { $moment } · { $did } · { $files }
import-is-reading = читается
import-is-entering = вносится в базу
import-is-staging = прервана или ещё читается
import-is-staged = прочитана, ещё не в базе
import-is-applied = в базе
import-is-repeat = ничего нового
import-is-filled = дополнила базу
import-is-undone = отменена
import-is-discarded = отброшена
import-taken-out = Убрано из базы: { $customers }, { $orders }
import-left = Оставлено, потому что с тех пор с ними что-то происходило: { $customers }, { $orders }
import-emptied = { $count ->
    [one] { $count } поле снова пусто
    [few] { $count } поля снова пусты
   *[many] { $count } полей снова пусты
}
import-fields-left = { $count ->
    [one] { $count } поле осталось: с тех пор его изменили
    [few] { $count } поля остались: с тех пор их изменили
   *[many] { $count } полей остались: с тех пор их изменили
}
import-currencies-emptied = { $count ->
    [one] { $count } заказ снова без валюты
    [few] { $count } заказа снова без валюты
   *[many] { $count } заказов снова без валюты
}
import-currencies-left = { $count ->
    [one] у { $count } заказа валюта оставлена: с тех пор его кто-то изменил
    [few] у { $count } заказов валюта оставлена: с тех пор их кто-то изменил
   *[many] у { $count } заказов валюта оставлена: с тех пор их кто-то изменил
}
import-currencies-gone = { $count ->
    [one] { $count } заказ, которому была указана валюта, уже был убран вместе со своей загрузкой
    [few] { $count } заказа, которым была указана валюта, уже были убраны вместе со своей загрузкой
   *[many] { $count } заказов, которым была указана валюта, уже были убраны вместе со своей загрузкой
}
import-products-out = { $count ->
    [one] Убран и { $count } товар, который больше нигде не встречается
    [few] Убраны и { $count } товара, которые больше нигде не встречаются
   *[many] Убрано и { $count } товаров, которые больше нигде не встречаются
}
import-discarded = Загрузка отброшена. В базе ничего из неё не было.
import-another-is-open = открыта другая загрузка; завершите её: perennial import resume { $id }{ $record }, или откажитесь от неё: perennial import discard { $id }{ $record }
import-not-possible = с этой загрузкой так нельзя: она { $state }
import-brought-nothing = эта загрузка ничего не принесла: отменять нечего
import-files-changed = файлы уже не те, что при начале загрузки; откажитесь от неё и загрузите их заново
import-unknown = загрузки с таким номером нет; все видны в perennial import list
import-nothing-broken-off = прерванной загрузки нет; все загрузки видны в perennial import list{ $record }
import-cannot-resume = уже неизвестно, как читать её файлы; откажитесь от неё и загрузите их заново
import-goes-on-by-itself = её файлы отправлены из браузера: perennial serve продолжит её сам
imports-title = Загрузки
imports-files = Файлы
imports-when = Начата
imports-state = Состояние
imports-orders = Заказы
imports-undo = Отменить загрузку
imports-undo-ask = Из базы уйдут: { $customers }, { $orders }. Чтобы вернуть их, файлы придётся загрузить снова.
imports-undo-filled-ask = Убрать то, чем эта загрузка дополнила базу? Чтобы вернуть это, файлы придётся загрузить снова.
imports-empty = Файлы ещё не загружались
    .words = Загрузите заказы и клиентов из файлов. Загрузка записывается целиком или никак, и её можно отменить.
timeline-orders-imported = { $count ->
    [one] { $count } заказ из файла
    [few] { $count } заказа из файла
   *[many] { $count } заказов из файла
}
timeline-orders-removed = { $count ->
    [one] { $count } заказ убран вместе с файлом
    [few] { $count } заказа убраны вместе с файлом
   *[many] { $count } заказов убрано вместе с файлом
}
timeline-orders-given-currency = { $count ->
    [one] { $count } заказ получил валюту из файла
    [few] { $count } заказа получили валюту из файла
   *[many] { $count } заказов получили валюту из файла
}
timeline-orders-without-currency = { $count ->
    [one] { $count } заказ снова без валюты: загрузка отменена
    [few] { $count } заказа снова без валюты: загрузка отменена
   *[many] { $count } заказов снова без валюты: загрузка отменена
}
imports-source = Источник
import-was-undone = Загрузка отменена
