# Դիտարկիչից ուղարկված պատվերների ֆայլեր։
upload-title = Ներմուծել պատվերներ
    .about = Պատվերների ֆայլեր ձեր խանութից, դրամարկղից կամ հաշվապահությունից՝ CSV, Excel, Parquet կամ JSON lines։ Նախ կտեսնեք, թե ինչ կա դրանցում․ առանց ձեր որոշման ոչինչ չի գրանցվի։
upload-source-hint = Խանութը կամ հարթակը, որտեղից են ֆայլերը, օրինակ՝ «առցանց խանութ»։ Ամեն անգամ նույն կերպ անվանեք․ դրանով են ճանաչվում պատվերներն ու հաճախորդները, իսկ այլ անվան տակ նրանք երկրորդ անգամ կավելանան։ Թողեք դատարկ, եթե ֆայլերում հաճախորդների համարները ձեր սեփական կոդերն են։
upload-files-hint = Մեկ կամ մի քանի ֆայլ, յուրաքանչյուրը մինչև 2 ԳԲ
upload-send = Տեսնել, թե ինչ կա
upload-too-large = «{ $name }» ֆայլը 2 ԳԲ-ից մեծ է։ Բաժանեք այն կամ ներմուծեք perennial import orders հրամանով։
upload-too-many = Միանգամից 20 ֆայլից ոչ ավելի։ Մնացածը՝ հետո։
upload-no-files = Նախ ընտրեք ֆայլ
upload-step-send = Ընտրել ֆայլերը
upload-step-check = Ստուգել պարունակությունը
upload-step-import = Ներմուծել
upload-is-reading = Կարդում ենք տողերը
upload-is-staging = Կազմում ենք հաճախորդներին և պատվերները
upload-is-applying = Գրանցում ենք ամենը
upload-is-looked = պատրաստ է ստուգման
upload-bytes = { $done } / { $whole } ՄԲ
upload-found = Ինչ կա ֆայլերում
upload-new = Նոր՝ { $customers }, { $orders }
upload-nothing-new = Այս ֆայլերում նոր ոչինչ չկա․ ներմուծումը ոչինչ չէր փոխի։
upload-known = Արդեն գրանցված է՝ { $customers }, { $orders }
upload-dry-run = Քանի դեռ չեք հաստատել, գրանցամատյան ոչինչ չի մտնի։
upload-import = { $count ->
        [one] Ներմուծել { $count } պատվեր
       *[other] Ներմուծել { $count } պատվեր
    }
upload-import-rest = Լրացնել գրանցվածի պակասը
upload-discard = Չեղարկել
upload-was-discarded = Ներմուծումը չեղարկվեց։ Դրանից ոչինչ չէր գրանցվել։
upload-not-now = Հիմա հնարավոր չէ։ Ահա թե ինչ վիճակում են ֆայլերը։
upload-another-is-open = Ընթանում է մեկ այլ ներմուծում։ Նախ ավարտեք կամ չեղարկեք այն։
upload-rows = Առաջին տողերը
upload-read-otherwise = Կարդալ ֆայլերն այլ կերպ
upload-look-again = Նորից նայել
upload-by-itself = որոշվում է ինքնուրույն
upload-currency = Արժույթը, որտեղ նշված չէ
    .hint = Երեք տառ, օրինակ՝ EUR
upload-choose-column = Ընտրեք սյունակը, որտեղ դա նշված է։
upload-choose-another = Ընտրել այլ ֆայլ
upload-read-so = Կարդալ այդպես
upload-no-currency = Ֆայլերում արժույթ նշված չէ․ գումարները կմնային լոկ թվեր։ Նշեք այն ստորև։
upload-currency-found = Երեք տառ․ հիմա՝ { $code }
upload-currency-refused = Սա արժույթ չէ։ Գրեք երեք տառ, օրինակ՝ EUR։
upload-duplicates = Ճիշտ կրկնվող տողերը հաշվել մեկ անգամ
upload-goes-on = Կարող եք լքել էջը․ աշխատանքը կշարունակվի առանց ձեզ։
upload-refused-table = Պահել որպես աղյուսակ
upload-refused = չընդունված տողեր
upload-under-way = Ուղարկված են, դեռ ներմուծված չեն
