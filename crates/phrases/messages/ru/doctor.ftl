# Что не так с базой и что с этим делать.
doctor-well = С базой { $place } всё в порядке.
doctor-finding = { $severity }: { $what }. { $todo }.
doctor-notice = К сведению
doctor-warning = Внимание
doctor-danger = ОПАСНО
doctor-unreachable = базу не удаётся открыть ({ $text })
doctor-no-record = в СУБД нет базы Perennial
doctor-newer = базу записала более новая версия программы (версия { $found }, эта программа знает { $known })
doctor-older = база версии { $found }, программа версии { $known }
doctor-damaged = база повреждена ({ $text })
doctor-broken-reference = строки таблицы { $text } ссылаются на строки, которых нет
doctor-log-file-large = журнал упреждающей записи вырос до { $megabytes } МБ
doctor-disk-low = на диске папки { $folder } осталось только { $megabytes } МБ
doctor-clocks-differ = часы сервера базы расходятся с часами этого компьютера на { $seconds } с
doctor-log-ahead-of-clock = в базе есть записи из будущего, до { $text }
doctor-reader-behind = «{ $reader }» отстаёт на { $minutes } мин
doctor-jobs-given-up = { $count ->
        [one] { $count } задание не выполнено и после последней попытки
        [few] { $count } задания не выполнены и после последней попытки
       *[many] { $count } заданий не выполнены и после последней попытки
    }
doctor-no-backup = резервной копии нет
doctor-backup-old = последняя резервная копия сделана { $text }
doctor-files-missing = { $count ->
        [one] пропал { $count } файл: { $first }
        [few] пропали { $count } файла, первый из них — { $first }
       *[many] пропало { $count } файлов, первый из них — { $first }
    }
doctor-files-damaged = { $count ->
        [one] повреждён { $count } файл: { $first }
        [few] повреждены { $count } файла, первый из них — { $first }
       *[many] повреждено { $count } файлов, первый из них — { $first }
    }
doctor-server-old = PostgreSQL { $major } слишком старый
doctor-setting-loses-data = параметр PostgreSQL { $text } выключен: при сбое питания сохранённое может пропасть
doctor-check-place = Проверьте, верно ли указано место и доступен ли сервер или диск
doctor-use-later-program = Возьмите более новую программу
doctor-start-program = Запустите программу: она обновит базу
doctor-restore-backup = Восстановите последнюю исправную копию: perennial restore
doctor-restart-program = Перезапустите программу
doctor-free-disk = Освободите место на диске или перейдите на больший
doctor-set-clock = Выставьте часы по серверу времени
doctor-look-at-jobs = Повторите их или отмените
doctor-take-backup = Делайте копию каждый день: perennial backup
doctor-restore-files = Верните их из резервной копии
doctor-upgrade-server = Обновите сервер до версии 15 или новее
doctor-turn-setting-on = Включите его
