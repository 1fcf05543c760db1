# Что набрано и чего быть не может, по параметрам.
usage-of-option = { $option }: { $reason }
usage-share = «{ $text }» — не доля; напишите 25%
usage-share-range = «{ $text }» — доля должна быть больше 0 % и не больше 100 %; напишите 25%
usage-share-whole = «{ $text }» не оставляет ничего; укажите меньше 100 %
usage-months = «{ $text }» — не срок в месяцах до 100 лет; напишите 12m или 2y
usage-days = «{ $text }» — не срок в днях до 100 лет; напишите 365d или 52w
usage-memory = «{ $text }» — не объём памяти; напишите 2GiB или 500MiB
usage-memory-least = «{ $text }» — слишком мало памяти; нужно хотя бы { $least }
usage-period = «{ $text }» — не период; напишите year, quarter, month или 2025-01-01..2026-01-01
usage-period-empty = «{ $text }» кончается раньше, чем начинается; напишите первый день и день после последнего: 2025-01-01..2026-01-01
usage-day = «{ $text }» — не день; напишите его так: 2025-12-31
usage-currency = «{ $text }» — не валюта; напишите её код, например EUR
usage-import = «{ $text }» — не номер загрузки; номера видны в perennial import list
usage-language = «{ $text }» — на этом языке программа не говорит; напишите en, ru, ro, el или hy
usage-map-no-column = «{ $text }» не говорит, какой столбец что значит; напишите поле=столбец, например customer=Клиент
usage-map-field = «{ $text }» — не поле; поля: { $fields }
usage-map-date-order = «{ $text }» — не порядок дня и месяца; напишите date_order=dmy, mdy или ymd
usage-map-decimal = «{ $text }» — не десятичный знак; напишите decimal=point или decimal=comma
usage-map-twice = поле { $text } названо дважды, а столбец для него может быть один
usage-map-quote = в «{ $text }» кавычка не закрыта; поставьте вторую после названия столбца
