# Ինչ հնարավոր չէ ասել, ինչի մասին և ինչու։

note = { $subject }․ { $why }

subject-audit = Ինչ ընդհանուր ունեն կորածները
subject-backtest = Ստուգում անցյալի վրա
subject-calls = Ում զանգահարել
subject-cohorts = Կոհորտներ
subject-cost = Կորստի գինը
subject-currency = Արժույթ
subject-gold = Ոսկե հաճախորդներ
subject-input = Կարդացված պատվերներ
subject-limit = Լռության սահման
subject-models = Կանխատեսում
subject-reasons = Հեռանալու պատճառներ
subject-regulars = Մշտական հաճախորդներ
subject-retention = Պահպանում
subject-retention_before = Նախորդ ժամանակաշրջանի պահպանումը
subject-revenue = Հասույթի պահպանում
subject-revenue_before = Նախորդ ժամանակաշրջանի հասույթի պահպանումը
subject-segments = Հատվածներ
subject-sources = Աղբյուրներ
subject-spend = Պատվերի գումար
subject-survival = Որքան են մնում հաճախորդները
subject-value = Հաճախորդների արժեք

why-no_amounts = պատվերներում գումարներ չկան․ դրանք կտար «Գումար» սյունակը
why-no_currency = պատվերներում արժույթը նշված չէ․ { $asker ->
    [page] կնշեր «Արժույթ» սյունակը
   *[command] կնշեր «Արժույթ» սյունակը կամ --currency-ն
}
why-no_customers_at_start = ժամանակաշրջանի սկզբում հաճախորդներ չկային
why-data_start_too_late = տվյալները սկսվում են այս օրվանից՝ { $from }, դրա համար շատ ուշ է
why-orders_end_early = վերջինի օրն է՝ { $last }, այս ակնարկի օրվանից { $days } առաջ․ ով դրանից հետո պատվիրել է, համարվում է լռող
why-too_few = առայժմ բավարար չէ ({ $have }՝ { $need }-ից)
why-no_repeat_buyers = ոչ ոք երկու անգամ չի պատվիրել, ուստի վերադառնալու մասին ոչինչ հայտնի չէ
why-not_converged = { $model } մոդելի պարամետրերը հնարավոր չեղավ գտնել
why-stopped_short = { $model } մոդելի պարամետրերի որոնումը չզուգամիտեց․ ցույց է տրված, թե որտեղ է կանգ առել՝ առանց ստանդարտ սխալների
why-spend_follows_frequency = հաճախ պատվիրողների պատվերների գումարները տարբերվում են մյուսներից (կոռելյացիա՝ { $correlation }), ուստի միջին պատվերը միայն կողմնորոշիչ է
why-no_mean_spend = գումարները չափազանց տարբեր են միջին ունենալու համար (q = { $q })․ վերցված է մեդիանը
why-other_currency = { $currency } արժույթով { $orders ->
    [one] { $orders } պատվեր ոչ մի գումարի մեջ չի մտել
   *[other] { $orders } պատվեր ոչ մի գումարի մեջ չի մտել
}
why-no_column = պատվերների ոչ մի սյունակ դա չի ասում․ { $asker ->
    [page] կօգներ { $columns } սյունակը
   *[command] կօգներ { $columns } սյունակը, կամ նշեք ձերը --map-ով
}
why-no_column-named = «{ $column }»
why-reasons_unknown = պատվերները չեն ասում, թե ինչու են մարդիկ հեռանում․ դա կարելի է միայն հարցնել
why-too_many_values = «{ $column }» սյունակում չափազանց շատ տարբեր արժեքներ կան համեմատելու համար
why-sample = հաշվված է ընտրանքով՝ { $customers ->
    [one] { $customers } հաճախորդ
   *[other] { $customers } հաճախորդ
}
why-level_missed = թաքցված օրերի համար կանխատեսվել է { $share }-ով { $direction ->
    [fewer] քիչ
   *[more] շատ
} պատվեր, քան արվել է․ կանխատեսումը միտման ու սեզոնի համար ճշգրտված չէ և կարող է նույնքան շեղվել
why-not_asked = դա չի պահանջվել
why-no_model = մոդել է պետք, իսկ ոչ մեկը հնարավոր չեղավ գնահատել․ պատվերները չափազանց քիչ են կամ չափազանց նման՝ գնահատելու հնարավորության սահմանին
why-no_standard_error = պարամետրն ընտրված է, ոչ թե գնահատված, կամ տվյալները գրեթե չեն տարբերում դրա արժեքները
why-incomplete = տվյալները լրիվ չեն ընդգրկում այդ ժամանակը
why-nothing_to_compare = համեմատելու բան չկա
why-losses_one_sided = համեմատության կողմերից մեկում ոչ ոք չի հեռացել, կամ բոլորն են հեռացել
why-not_forecast = այս կանոնն այդպիսի կանխատեսում չի տալիս
why-duplicates_kept = { $rows ->
    [one] { $rows } տող ճշգրտորեն կրկնում է մեկ ուրիշը
   *[other] { $rows } տող ճշգրտորեն կրկնում է մեկ ուրիշը
} և հաշվվել է մյուսների պես
