# Вход; кто что делает.
sign-in-title = Вход
sign-in-email = Электронная почта
sign-in-password = Пароль
sign-in-enter = Войти
sign-in-forgotten = Забыли пароль? Попросите владельца задать новый.
sign-in-wrong = Адрес и пароль не подходят друг к другу. Проверьте их и попробуйте ещё раз.
sign-in-too-often = Слишком много попыток. Подождите { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    } и попробуйте ещё раз.
sign-in-locked-out = Этой учётной записи вход закрыт. Обратитесь к владельцу.
actor-staff = Коллега
actor-customer = Клиент
actor-program = Программа
actor-system = Perennial
today-empty = Вас ничто не ждёт
    .words = Здесь появляются дела, срок которых подошёл, и заметки, где упомянули вас. Запишите звонок и назначьте день, когда к нему вернуться.
today-due = Вернуться к разговору
today-mentions = Вас упомянули
link-once = По этой ссылке можно войти один раз.
