# Сохранённые списки и изменение многих клиентов сразу.
list-everybody-short = Все
views = Сохранённые списки
view-save = Сохранить список
view-change = Изменить список
view-name = Название
view-shared = Виден всем
view-remove = Удалить список
view-was-saved = Список сохранён
view-was-changed = Список изменён
view-was-removed = Список удалён
view-no-name = Ничего не сохранено: списку нужно название, не длиннее 60 знаков
view-counted = { $customers }, подсчитано { $when }
bulk-title = Изменить сразу нескольких
bulk-whom = Кого
bulk-ticked = Отмеченных
bulk-page = Всех на этой странице
bulk-all = Всех подходящих
bulk-tag = Метка
bulk-add = Поставить
bulk-take = Снять
bulk-field = Поле
bulk-value = станет
bulk-set = Записать
bulk-done = Готово
bulk-noting = Записываем, кого это касается…
bulk-changing = Изменяем…
bulk-taking-back = Отменяем изменения…
bulk-nobody = Никто не отмечен: ничего не изменено
bulk-choose = Выберите…
bulk-no-owner = Не выбрано, кто будет вести клиентов: ничего не изменено
bulk-too-many = Отметьте не больше 1000 или выберите всех подходящих
bulk-not-done = Изменения ещё вносятся: отменить их можно, когда всё закончится
bulk-was-undone = Отменено, кроме того, что с тех пор изменили
bulk-changed = { $count ->
        [one] Изменён { $number } клиент
        [few] Изменено { $number } клиента
        [many] Изменено { $number } клиентов
       *[other] Изменено { $number } клиента
    }
