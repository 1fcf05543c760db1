# Своя учётная запись: имя, пароль, второй фактор, сеансы.
account-name = Имя
account-no-name = Не хватает имени.
account-any-language = Как просит браузер
account-was-changed = Изменено
account-password = Пароль
    .about = Новый пароль завершает все остальные сеансы.
account-old-password = Нынешний пароль
account-new-password = Новый пароль
    .hint = Не меньше 12 знаков. Фразу запомнить легче, чем набор символов.
account-password-change = Сменить пароль
account-password-was-changed = Пароль изменён; остальные сеансы завершены
account-password-wrong = Это не ваш нынешний пароль.
password-short = Меньше 12 знаков. Возьмите подлиннее.
password-long = Слишком длинный. Возьмите покороче.
password-one-character = Повторяется один знак. Возьмите другой.
account-sessions = Где вы вошли
session-this = этот браузер
session-since = с
session-unknown = Браузер
session-end = Выйти там
session-was-ended = Там выполнен выход
second-factor = Второй фактор
    .about = Кроме пароля, при входе спрашивается код из приложения на телефоне. Кто узнал только пароль, не войдёт.
second-factor-is-on = Включён.
second-factor-turn-on = Включить
second-factor-turn-off = Отключить второй фактор
second-factor-was-turned-off = Второй фактор отключён
second-factor-scan = Снимите картинку приложением-аутентификатором и введите код, который оно покажет.
second-factor-picture = Картинка для приложения
second-factor-here = Открыть в приложении на этом устройстве
second-factor-type = Или введите в приложение:
second-factor-code = Код
second-factor-wrong = Код не тот или уже использован. Дождитесь следующего.
second-factor-codes = Коды восстановления
    .about = Второй фактор включён. Без телефона каждый из этих кодов впустит вас один раз. Сохраните их: больше они показаны не будут.
second-factor-kept = Сохранено
second-factor-left = { $count ->
        [one] Остался { $count } код восстановления.
        [few] Осталось { $count } кода восстановления.
       *[many] Осталось { $count } кодов восстановления.
    }
sign-in-code-title = Ещё один шаг
sign-in-code-about = Введите код из приложения или код восстановления.
sign-in-code-lost = Потеряно и то и другое? Попросите владельца отключить второй фактор.
