# Почему система не смогла сделать то, о чём её просили.
error-cannot-print = Не удаётся напечатать: { $reason }
error-standard-input = Не удаётся принять стандартный ввод: { $reason }. Он хранится во временном файле; папку для него задаёт TMPDIR.
system-not-found = нет такого файла или папки
system-not-allowed = нет прав доступа
system-disk-full = диск заполнен
system-is-folder = это папка
system-not-a-folder = часть пути — не папка
system-read-only = диск доступен только для чтения
system-no-folder = такой папки нет; сначала создайте её
system-name-taken = мешает файл с таким именем
