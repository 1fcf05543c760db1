# Файлы с заказами, которые присланы из браузера.
upload-title = Загрузить заказы
    .about = Файлы с заказами из вашего магазина, кассы или бухгалтерии: CSV, Excel, Parquet или JSON lines. Сначала вы увидите, что в них; без вашего решения в базу ничего не попадёт.
upload-source-hint = Магазин или площадка, откуда файлы, например «интернет-магазин». Называйте её каждый раз одинаково: по ней узнаются заказы и клиенты, а под другим названием они появятся второй раз. Оставьте пустым, если номера клиентов в файлах — ваши собственные коды.
upload-files-hint = Один или несколько, каждый до 2 ГБ
upload-send = Посмотреть
upload-too-large = Файл «{ $name }» больше 2 ГБ. Разделите его или загрузите командой perennial import orders.
upload-too-many = Не больше 20 файлов за раз. Остальные загрузите потом.
upload-no-files = Сначала выберите файл
upload-step-send = Выбрать файлы
upload-step-check = Проверить содержимое
upload-step-import = Загрузить
upload-is-reading = Читаем строки
upload-is-staging = Собираем клиентов и заказы
upload-is-applying = Записываем всё в базу
upload-is-looked = можно проверить
upload-bytes = { $done } из { $whole } МБ
upload-found = Что в файлах
upload-new = Новые: { $customers }, { $orders }
upload-nothing-new = В этих файлах нет ничего нового: загрузка ничего не изменит.
upload-known = Уже в базе: { $customers }, { $orders }
upload-other-currency = Новые заказы вошли бы в { $theirs } рядом с теми, что в { $ours }. Если это не так, прочитайте файлы иначе, прежде чем загружать.
upload-dry-run = Пока вы не подтвердите, в базу ничего не попадёт.
upload-import = { $count ->
        [one] Загрузить { $count } заказ
        [few] Загрузить { $count } заказа
       *[many] Загрузить { $count } заказов
    }
upload-import-rest = Дополнить базу
upload-discard = Отбросить
upload-was-discarded = Отброшено. В базе из этого ничего не было.
upload-not-now = Сейчас это невозможно. Вот на каком этапе файлы.
upload-another-is-open = Идёт другая загрузка. Сначала завершите или отбросьте её.
upload-rows = Первые строки
upload-read-otherwise = Прочитать файлы иначе
upload-look-again = Посмотреть снова
upload-by-itself = определяется сам
upload-currency = Валюта, где она не указана
    .hint = Три буквы, например EUR
upload-choose-column = Выберите столбец, где это указано.
upload-choose-another = Выбрать другой файл
upload-read-so = Прочитать так
upload-no-currency = Валюта в файлах не указана: суммы останутся просто числами. Укажите её ниже.
upload-currency-found = Три буквы; сейчас { $code }
upload-currency-refused = Это не валюта. Напишите три буквы, например EUR.
upload-duplicates = Полностью повторяющиеся строки считать один раз
upload-goes-on = Страницу можно закрыть: работа продолжится без вас.
upload-refused-table = Сохранить таблицей
upload-refused = непринятые строки
upload-under-way = Присланы, ещё не загружены
