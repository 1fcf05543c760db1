# Резервные копии: создание, проверка, восстановление.
backup-taken = Копия создана и проверена: { $path }
backup-lost-files = { $count ->
        [one] { $count } файл пропал или повреждён и в копию не вошёл: { $first }
        [few] { $count } файла пропали или повреждены и в копию не вошли; первый из них — { $first }
       *[many] { $count } файлов пропали или повреждены и в копию не вошли; первый из них — { $first }
    }
backup-restored = База { $place } восстановлена на { $moment }.
backup-whole = Копия цела. В ней база на { $moment }.
backup-name-taken = { $path } уже есть; повторите через секунду
backup-is-none = { $path } — не резервная копия; укажите папку, в которой есть manifest.json
backup-unfinished = копия { $path } не закончена; возьмите другую
backup-damaged = { $file } в копии повреждён ({ $why }); возьмите другую копию
backup-of-damaged = база повреждена ({ $said }); восстановите последнюю исправную копию
backup-other-kind = это копия базы { $backup }, в { $place } её не восстановить
backup-newer = копию сделала более новая версия программы (версия { $version }); возьмите более новую
backup-place-occupied = в { $path } уже есть база; укажите другое место через --record или замените её: --replace
backup-place-in-use = база { $path } открыта; сначала остановите программу
