# Ինչն է սխալ գրանցամատյանում և ինչ անել։
doctor-well = { $place } գրանցամատյանը կարգին է։
doctor-finding = { $severity }․ { $what }։ { $todo }։
doctor-notice = Ի գիտություն
doctor-warning = Ուշադրություն
doctor-danger = ՎՏԱՆԳ
doctor-unreachable = տվյալների բազան չի բացվում ({ $text })
doctor-no-record = տվյալների բազայում Perennial-ի գրանցամատյան չկա
doctor-newer = գրանցամատյանը գրել է ծրագրի ավելի նոր տարբերակը (տարբերակ { $found }, այս ծրագիրը գիտի { $known })
doctor-older = գրանցամատյանի տարբերակը { $found } է, ծրագրինը՝ { $known }
doctor-damaged = տվյալների բազան վնասված է ({ $text })
doctor-broken-reference = { $text } աղյուսակի տողերը հղում են անում տողերի, որոնք չկան
doctor-log-file-large = գրառումների մատյանը հասել է { $megabytes } ՄԲ-ի
doctor-disk-low = { $folder } պանակի սկավառակում մնացել է ընդամենը { $megabytes } ՄԲ
doctor-clocks-differ = բազայի սերվերի ժամացույցը այս համակարգչի ժամացույցից տարբերվում է { $seconds } վայրկյանով
doctor-log-ahead-of-clock = գրանցամատյանում կան ապագայի գրառումներ՝ մինչև { $text }
doctor-reader-behind = «{ $reader }»-ը հետ է մնացել { $minutes } րոպեով
doctor-jobs-given-up = { $count ->
        [one] { $count } առաջադրանք ձախողվել է նաև վերջին փորձից
       *[other] { $count } առաջադրանք ձախողվել է նաև վերջին փորձից
    }
doctor-no-backup = պահուստային պատճեն չկա
doctor-backup-old = վերջին պահուստային պատճենն արվել է { $text }
doctor-files-missing = { $count ->
        [one] { $count } ֆայլ կորել է՝ { $first }
       *[other] { $count } ֆայլ կորել է, առաջինը՝ { $first }
    }
doctor-files-damaged = { $count ->
        [one] { $count } ֆայլ վնասված է՝ { $first }
       *[other] { $count } ֆայլ վնասված է, առաջինը՝ { $first }
    }
doctor-server-old = PostgreSQL { $major }-ը չափազանց հին է
doctor-setting-loses-data = PostgreSQL-ի { $text } կարգավորումն անջատված է․ հոսանքի անջատումից պահպանվածը կարող է կորել
doctor-check-place = Ստուգեք տեղը, և որ սերվերը կամ սկավառակը հասանելի է
doctor-use-later-program = Օգտագործեք ավելի նոր ծրագիրը
doctor-start-program = Գործարկեք ծրագիրը․ այն կթարմացնի գրանցամատյանը
doctor-restore-backup = Վերականգնեք վերջին սարքին պատճենը՝ perennial restore
doctor-restart-program = Վերագործարկեք ծրագիրը
doctor-free-disk = Ազատեք տեղ սկավառակում կամ անցեք ավելի մեծին
doctor-set-clock = Ճշտեք ժամացույցները ժամանակի սերվերով
doctor-look-at-jobs = Կրկնեք կամ մերժեք դրանք
doctor-take-backup = Արեք պատճեն ամեն օր՝ perennial backup
doctor-restore-files = Վերադարձրեք դրանք պահուստային պատճենից
doctor-upgrade-server = Թարմացրեք սերվերը մինչև 15 կամ ավելի նոր տարբերակ
doctor-turn-setting-on = Միացրեք այն
