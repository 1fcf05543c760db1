# Команды для базы.
serve-at = Perennial работает на { $address }. Ctrl-C завершает.
serve-nobody = Пока никто не может войти. Создайте себе учётную запись: perennial user add you@example.com --name "Ваше имя" --role owner
user-added = { $email } теперь может войти.
user-reset = У { $email } новый пароль; все прежние входы закрыты.
user-password = Новый пароль:{" "}
user-password-again = Ещё раз:{" "}
user-passwords-differ = пароли не совпали: ничего не изменено
