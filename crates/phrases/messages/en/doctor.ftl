# What is wrong with the record, and what to do about it.
doctor-well = Nothing is wrong with the record at { $place }.
doctor-finding = { $severity }: { $what }. { $todo }.
doctor-notice = Note
doctor-warning = Warning
doctor-danger = DANGER
doctor-unreachable = the database cannot be opened ({ $text })
doctor-no-record = the database holds no record
doctor-newer = a later version of the program wrote the record (version { $found }, this program knows { $known })
doctor-older = the record is of version { $found }, this program of { $known }
doctor-damaged = the database is damaged ({ $text })
doctor-broken-reference = rows of table { $text } refer to rows that are not there
doctor-log-file-large = the write-ahead log has grown to { $megabytes } MB
doctor-disk-low = the disk of { $folder } has only { $megabytes } MB free
doctor-clocks-differ = the clock of the database server is { $seconds } s off from this machine’s
doctor-log-ahead-of-clock = the record has entries of a time to come, up to { $text }
doctor-reader-behind = “{ $reader }” is { $minutes } min behind
doctor-jobs-given-up = { $count ->
        [one] one job gave up after its last try
       *[other] { $count } jobs gave up after their last try
    }
doctor-no-backup = there is no backup
doctor-backup-old = the last backup is of { $text }
doctor-files-missing = { $count ->
        [one] a file is gone: { $first }
       *[other] { $count } files are gone, { $first } first
    }
doctor-files-damaged = { $count ->
        [one] a file is damaged: { $first }
       *[other] { $count } files are damaged, { $first } first
    }
doctor-server-old = PostgreSQL { $major } is too old
doctor-setting-loses-data = the PostgreSQL setting { $text } is off, so a power cut can lose what was saved
doctor-check-place = Check the place, and that its server or disk is there
doctor-use-later-program = Use the later program
doctor-start-program = Start the program: it brings the record up
doctor-restore-backup = Restore the last good backup: perennial restore
doctor-restart-program = Start the program again
doctor-free-disk = Free room on the disk, or move to a larger one
doctor-set-clock = Set the clocks by a time server
doctor-look-at-jobs = Try them again or drop them
doctor-take-backup = Take one every day: perennial backup
doctor-restore-files = Bring them back from a backup
doctor-upgrade-server = Upgrade the server to 15 or later
doctor-turn-setting-on = Turn it on
