# The record as measures read it.
progress-record = Читаю базу
rebuild-read = Прочитано из журнала: { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[many] { $count } записей
}
rebuild-done = Собрано заново по { $count ->
    [one] { $count } записи журнала.
    [few] { $count } записям журнала.
   *[many] { $count } записям журнала.
}
facts-file-unused = не удаётся использовать файл фактов { $file } (собрать заново: perennial rebuild facts)
facts-file-damaged = файл фактов { $file } повреждён; соберите факты заново: perennial rebuild facts
