# Что говорит командная строка помимо обзора.
command-read-as = Прочитано так: { $mapping }
command-read-elsewhere = В других файлах: { $mapping }
command-choose = Запустите ещё раз с одним из вариантов:
command-reading = { $line }   { $reading }
reading-value = «{ $example }» — это { $meaning }
reading-column = столбец «{ $column }», например «{ $example }»
question-prompt = Введите число от 1 до { $count }:
command-nobody-chose = Ничего не выбрано.
command-written = Записано: { $file }
command-rows-refused = { $count ->
    [one] Не принята { $count } строка:
    [few] Не приняты { $count } строки:
    [many] Не принято { $count } строк:
   *[other] Не принято { $count } строки:
}
command-rows-refused-more = { $count ->
    [one] и ещё { $count }; весь список — с ключом --rejected ФАЙЛ
    [few] и ещё { $count }; весь список — с ключом --rejected ФАЙЛ
    [many] и ещё { $count }; весь список — с ключом --rejected ФАЙЛ
   *[other] и ещё { $count }; весь список — с ключом --rejected ФАЙЛ
}
command-rows-set-aside = { $count ->
    [one] { $count } строка с пометкой «{ $status }» не учтена: продажи не было
    [few] { $count } строки с пометкой «{ $status }» не учтены: продажи не было
    [many] { $count } строк с пометкой «{ $status }» не учтено: продажи не было
   *[other] { $count } строки с пометкой «{ $status }» не учтено: продажи не было
}
command-rows-after = { $count ->
    [one] { $count } строка позже { $day } не учитывается
    [few] { $count } строки позже { $day } не учитываются
    [many] { $count } строк позже { $day } не учитываются
   *[other] { $count } строки позже { $day } не учитываются
}
command-demo-intro = Два года заказов вымышленной кофейной обжарки. Все люди в ней придуманы.
command-demo-kept = База прежней демонстрации ещё здесь и показана как есть; чтобы начать заново, удалите папку.
command-demo-next = Куда дальше
command-demo-open = Открыть страницу этого обзора
command-demo-own = Сделать обзор своих заказов
command-demo-customers = По строке на каждого клиента
command-demo-language = То же на другом языке
command-demo-doubt = Модели, на которых он стоит
refused-row = { $file }, строка { $line }: { $reason }
refused-row-column = { $file }, строка { $line }, столбец «{ $column }»: { $reason }
refused-row-value = { $file }, строка { $line }: { $reason } («{ $value }»)
refused-row-column-value = { $file }, строка { $line }, столбец «{ $column }»: { $reason } («{ $value }»)
refused-date-missing = нет даты
refused-not-a-date = это не дата
refused-date-in-future = дата в будущем
refused-date-too-early = дата раньше 1900 года
refused-not-a-number = это не число
refused-other-decimal-sign = десятичный знак не тот, что у других сумм файла
refused-not-finite = это не конечное число
refused-number-too-large = число слишком велико
refused-not-a-currency = это не валюта
refused-too-few-fields = не хватает полей: строка короче заголовка
refused-too-many-fields = лишние поля: возможно, пропущена кавычка
refused-open-quote = кавычка открывает поле и не закрыта
refused-binary = двоичные данные
refused-not-json = это не объект JSON
rejected-file = файл
rejected-line = строка
rejected-column = столбец
rejected-value = значение
rejected-reason = причина
progress-reading = { $share }  { $speed } строк/с  осталось { $left }
progress-coming = Принимаю строки: уже { $rows }, { $speed } строк/с
progress-looking = Смотрю, что в файлах
progress-customers = Собираю заказы каждого клиента
progress-figures = Считаю показатели
progress-models = Подбираю модели
progress-writing = Записываю { $file }
