# Backups: taken, checked and put back.
backup-taken = Saved and verified: { $path }
backup-lost-files = { $count ->
        [one] One file was missing or damaged and is not in it: { $first }
       *[other] { $count } files were missing or damaged and are not in it, { $first } first
    }
backup-restored = The record at { $place } is as it was on { $moment }.
backup-whole = The backup is whole. It shows the record of { $moment }.
backup-name-taken = { $path } is there already; try again in a second
backup-is-none = { $path } is not a backup; name a folder that holds a manifest.json
backup-unfinished = { $path } was not finished; use another backup
backup-damaged = { $file } of the backup is damaged ({ $why }); use another backup
backup-of-damaged = the database is damaged ({ $said }); restore the last good backup
backup-other-kind = the backup is of { $backup } and cannot be restored into { $place }
backup-newer = a later version of the program took this backup (version { $version }); use the later program
backup-place-occupied = { $path } holds a record already; name another place with --record, or replace it with --replace
backup-place-in-use = { $path } is in use; stop the program first
