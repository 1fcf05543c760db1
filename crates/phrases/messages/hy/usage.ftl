# Ինչ է մուտքագրվել և չի կարող լինել՝ ըստ պարամետրերի։
usage-of-option = { $option }․ { $reason }
usage-share = «{ $text }»-ը բաժին չէ․ գրեք 25%
usage-share-range = «{ $text }»-ը 0%-ից մեծ և առավելագույնը 100% չէ․ գրեք 25%
usage-share-whole = «{ $text }»-ը ոչինչ չի թողնում․ գրեք 100%-ից պակաս
usage-months = «{ $text }»-ը մինչև 100 տարվա ամիսների ժամկետ չէ․ գրեք 12m կամ 2y
usage-days = «{ $text }»-ը մինչև 100 տարվա օրերի ժամկետ չէ․ գրեք 365d կամ 52w
usage-memory = «{ $text }»-ը հիշողության ծավալ չէ․ գրեք 2GiB կամ 500MiB
usage-memory-least = «{ $text }»-ը շատ քիչ հիշողություն է․ նվազագույնը { $least } է
usage-period = «{ $text }»-ը ժամանակաշրջան չէ․ գրեք year, quarter, month կամ 2025-01-01..2026-01-01
usage-period-empty = «{ $text }»-ը սկսվելուց առաջ է ավարտվում․ գրեք առաջին օրը և վերջինի հաջորդ օրը՝ 2025-01-01..2026-01-01
usage-day = «{ $text }»-ը օր չէ․ գրեք այսպես՝ 2025-12-31
usage-currency = «{ $text }»-ը արժույթ չէ․ գրեք դրա կոդը, օրինակ՝ EUR
usage-import = «{ $text }»-ը ներմուծման նույնացուցիչ չէ․ դրանք ցույց է տալիս perennial import list-ը
usage-language = «{ $text }» լեզվով ծրագիրը չի խոսում․ գրեք en, ru, ro, el կամ hy
usage-map-no-column = «{ $text }»-ը չի ասում, թե որ սյունակն ինչ է․ գրեք դաշտ=սյունակ, օրինակ՝ customer=Հաճախորդ
usage-map-field = «{ $text }»-ը դաշտ չէ․ դաշտերն են՝ { $fields }
usage-map-date-order = «{ $text }»-ը օրվա և ամսվա հերթականություն չէ․ գրեք date_order=dmy, mdy կամ ymd
usage-map-decimal = «{ $text }»-ը տասնորդական նշան չէ․ գրեք decimal=point կամ decimal=comma
usage-map-twice = { $text } դաշտը նշված է երկու անգամ, իսկ սյունակը մեկն է
usage-map-quote = «{ $text }»-ում չակերտը չի փակվում․ դրեք երկրորդը սյունակի անունից հետո
