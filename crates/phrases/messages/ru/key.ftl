# The key that second factors are sealed with.
key-given-is-none = В PERENNIAL_KEY не ключ. Укажите 64 знака ключа или уберите переменную.
key-unread = Файл «{ $file }» нельзя использовать
key-open = Ключ в «{ $file }» могут прочитать другие. Закройте его от всех, кроме владельца: chmod 600.
key-is-none = В «{ $file }» нет ключа. Верните файл, который там был.
key-missing = Ключа вторых факторов нет в «{ $file }». Верните его или укажите в PERENNIAL_KEY. Если он потерян: perennial user reset EMAIL --second-factor для каждого, у кого включён второй фактор.
key-other = Вторые факторы запечатаны другим ключом, а не тем, что в «{ $file }» или PERENNIAL_KEY. Верните их ключ. Если он потерян: perennial user reset EMAIL --second-factor для каждого, у кого включён второй фактор.
