# Պատվերներ և առաքումներ։
order-whose = Ո՞ւմ պատվերն է։
order-lines = Ինչ է գնվել
order-more-lines = Էլի տողեր
order-total-hint = Դատարկ՝ տողերի գումարը
order-was-added = Պատվերն ավելացված է
order-was-edited = Պատվերը փոխված է
order-changed-since = Այս պատվերն այդ ընթացքում մեկ ուրիշը փոխել է։ Տեսեք՝ ինչ կա հիմա, և նորից փոխեք։
order-is-now = Պատվեր՝ { $state }
order-open = բաց
order-shipped = ուղարկված
order-delivered = առաքված
order-cancelled = չեղարկված
order-not-possible = Պատվերն այլևս չի կարող այդ վիճակում լինել․ դրա վիճակը որոշում են առաքումները
order-code-taken = Այս աղբյուրն արդեն ունի այս համարով պատվեր
order-line-refused = { $line } համարի տողում պետք են ապրանք, ամբողջ քանակ և գին, օրինակ՝ 12,50
order-too-many-lines = Պատվերը կարող է ունենալ առավելագույնը { $most } տող
order-in-future = Սա ապագայում է կամ չի կարդացվում
order-shipments = Առաքումներ
order-of = Պատվեր՝ { $day }
order-new-shipment = Գրանցել առաքում
order-ship = Գրանցել
order-was-sent = Ուղարկված է
order-carrier = Փոխադրող
order-tracking = Հետևման համար
order-sent-on = Ուղարկվել է՝ { $day }
order-arrived-on = Տեղ է հասել՝ { $day }
timeline-shipment-sent = Առաքումն ուղարկվել է
timeline-shipment-arrived = Առաքումը տեղ է հասել
timeline-shipment-under-way = Առաքումը դեռ ճանապարհին է
timeline-order-edited = փոխված է
orders-state = Վիճակ
orders-any-state = ցանկացած
orders-from = Սկսած
orders-until = Մինչև
orders-placed = Ամսաթիվ
orders-filter = Զտել
orders-all = Բոլոր պատվերները
orders-by-day = Զտված պատվերները դասավորված են ըստ օրերի
orders-as-added = Մեկ ապրանքով պատվերները դասավորված են ըստ ավելացման, վերջինները՝ սկզբում
orders-count = { $count ->
        [one] { $number } պատվեր
       *[other] { $number } պատվեր
    }
orders-empty = Պատվերներ դեռ չկան
    .words = Այստեղ է այն ամենը, ինչ գնում են հաճախորդները՝ տող առ տող․ ձեռքով մուտքագրված, ֆայլից կամ API-ով։
