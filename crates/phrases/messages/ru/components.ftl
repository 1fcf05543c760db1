# Слова частей, из которых состоят страницы.
part-remove = Убрать
part-edit = Изменить
part-save = Сохранить
part-cancel = Отмена
part-undo = Вернуть
part-unknown = пока не известно
part-there-now = Что записано сейчас
part-pages = Страницы
part-previous = Назад
part-next = Дальше
part-sort = Сортировать по этому столбцу
