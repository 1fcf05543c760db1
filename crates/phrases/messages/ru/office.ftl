# Вход; кто что делает.
sign-in-title = Вход
sign-in-email = Электронная почта
sign-in-password = Пароль
sign-in-enter = Войти
sign-in-forgotten = Забыли пароль? Попросите владельца задать новый.
sign-in-wrong = Неверный адрес или пароль. Проверьте их и попробуйте ещё раз.
sign-in-too-often = Слишком много попыток. Подождите { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    } и попробуйте ещё раз.
sign-in-locked-out = Вход для этой учётной записи закрыт. Обратитесь к владельцу.
actor-staff = Коллега
actor-customer = Клиент
actor-program = Программа
actor-system = Perennial
today-empty = На сегодня дел нет
    .words = Здесь появляются напоминания, срок которых подошёл, и заметки, где упомянули вас. Запишите звонок и назначьте день напоминания.
today-due = Напоминания
today-mentions = Вас упомянули
link-once = По этой ссылке можно войти один раз.
