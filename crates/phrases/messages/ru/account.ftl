# Своя учётная запись: имя, пароль, второй фактор, сеансы.
account-name = Имя
account-no-name = Укажите имя.
account-any-language = Как в браузере
account-was-changed = Изменено
account-password = Пароль
    .about = Новый пароль завершает все остальные сеансы.
account-old-password = Текущий пароль
account-new-password = Новый пароль
    .hint = Не меньше 12 знаков. Фразу запомнить легче, чем набор символов.
account-password-change = Сменить пароль
account-password-was-changed = Пароль изменён; остальные сеансы завершены
account-password-none = Пароля у вас нет: вы вошли по ссылке. Его задаст владелец (Настройки → Сотрудники) или тот, у кого есть доступ к серверу, командой: perennial user reset
account-password-wrong = Это не ваш текущий пароль.
password-short = Меньше 12 знаков. Придумайте подлиннее.
password-long = Слишком длинный. Придумайте покороче.
password-one-character = Повторяется один знак. Придумайте другой.
account-sessions = Где выполнен вход
session-this = этот браузер
session-since = с
session-unknown = Браузер
session-end = Завершить сеанс
session-was-ended = Сеанс завершён
second-factor = Второй фактор
    .about = Кроме пароля, при входе нужен код из приложения на телефоне. Кто узнал только пароль, не войдёт.
second-factor-is-on = Включён.
second-factor-turn-on = Включить
second-factor-turn-off = Отключить второй фактор
second-factor-was-turned-off = Второй фактор отключён
second-factor-scan = Отсканируйте QR-код приложением-аутентификатором и введите код, который оно покажет.
second-factor-picture = QR-код для приложения
second-factor-here = Открыть в приложении на этом устройстве
second-factor-type = Или введите в приложение:
second-factor-code = Код
second-factor-wrong = Код не тот или уже использован. Дождитесь следующего.
second-factor-codes = Коды восстановления
    .about = Второй фактор включён. Без телефона каждый из этих кодов впустит вас один раз. Сохраните их: больше мы их не покажем.
second-factor-kept = Сохранено
second-factor-left = { $count ->
        [one] Остался { $count } код восстановления.
        [few] Осталось { $count } кода восстановления.
       *[many] Осталось { $count } кодов восстановления.
    }
sign-in-code-title = Ещё один шаг
sign-in-code-about = Введите код из приложения или код восстановления.
sign-in-code-lost = Потеряно и то и другое? Попросите владельца отключить второй фактор.
