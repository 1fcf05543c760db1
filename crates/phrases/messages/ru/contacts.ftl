# Люди у клиента.
contacts = Люди
contacts-none = Пока никто не известен по имени
contact-add = Добавить человека
contact-role = Чем занимается
contact-was-added = Добавлено: { $name }
contact-was-changed = Изменено
contact-was-removed = Убрано
contact-changed-since = Эти данные тем временем изменил кто-то другой. Посмотрите, что там сейчас, и внесите свои изменения снова.
contact-too-many = У одного клиента больше { $most ->
        [one] { $most } человека
        [few] { $most } человек
       *[many] { $most } человек
    }: уберите тех, кто ушёл
timeline-contact-added = Добавлен человек
timeline-contact-changed = Изменены данные человека
timeline-contact-removed = Человек убран
timeline-contact-restored = Человек возвращён
