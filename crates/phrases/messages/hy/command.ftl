# Ինչ է ասում հրամանի տողը՝ ակնարկից բացի։
command-read-as = Կարդացվել է այսպես՝ { $mapping }
command-read-elsewhere = Մյուս ֆայլերում՝ { $mapping }
command-choose = Գործարկեք նորից՝ նշելով սրանցից մեկը՝
command-reading = { $line }   { $reading }
reading-value = «{ $example }» նշանակում է { $meaning }
reading-column = «{ $column }» սյունակը, օրինակ՝ «{ $example }»
question-prompt = Մուտքագրեք թիվ 1-ից մինչև { $count }՝
command-nobody-chose = Ոչինչ չի ընտրվել։
command-written = Գրված է՝ { $file }
command-rows-refused = { $count ->
    [one] { $count } տող չընդունվեց՝
   *[other] { $count } տող չընդունվեց՝
}
command-rows-refused-more = { $count ->
    [one] և ևս { $count }․ ամբողջ ցանկը՝ --rejected ՖԱՅԼ
   *[other] և ևս { $count }․ ամբողջ ցանկը՝ --rejected ՖԱՅԼ
}
command-rows-set-aside = { $count ->
    [one] «{ $status }» նշումով { $count } տող հաշվի չի առնվել․ վաճառք չի եղել
   *[other] «{ $status }» նշումով { $count } տող հաշվի չի առնվել․ վաճառք չի եղել
}
command-rows-after = { $count ->
    [one] { $day } օրվանից հետո եղած { $count } տողը չի հաշվվում
   *[other] { $day } օրվանից հետո եղած { $count } տողը չի հաշվվում
}
command-demo-intro = Հորինված սրճաբովարանի երկու տարվա պատվերները։ Այնտեղ ոչ ոք իրական չէ։
command-demo-kept = Նախորդ ցուցադրության գրանցամատյանը դեռ այստեղ է և ցույց է տրվում այնպես, ինչպես կա․ նորից սկսելու համար ջնջեք պանակը։
command-demo-next = Ուր գնալ այստեղից
command-demo-open = Բացեք այս ակնարկի էջը
command-demo-own = Ձեր սեփական պատվերների ակնարկը
command-demo-customers = Մեկական տող յուրաքանչյուր հաճախորդի համար
command-demo-language = Նույնը՝ այլ լեզվով
command-demo-doubt = Դրա հիմքում եղած մոդելները
refused-row = { $file }, տող { $line }՝ { $reason }
refused-row-column = { $file }, տող { $line }, սյունակ «{ $column }»՝ { $reason }
refused-row-value = { $file }, տող { $line }՝ { $reason } («{ $value }»)
refused-row-column-value = { $file }, տող { $line }, սյունակ «{ $column }»՝ { $reason } («{ $value }»)
refused-date-missing = ամսաթիվը բացակայում է
refused-not-a-date = սա ամսաթիվ չէ
refused-date-in-future = ամսաթիվն ապագայում է
refused-date-too-early = ամսաթիվը 1900 թվականից առաջ է
refused-not-a-number = սա թիվ չէ
refused-other-decimal-sign = տասնորդական նշանը ֆայլի մյուս գումարներինը չէ
refused-not-finite = սա վերջավոր թիվ չէ
refused-number-too-large = թիվը չափազանց մեծ է
refused-not-a-currency = սա արժույթ չէ
refused-too-few-fields = դաշտեր են պակասում․ տողը վերնագրից կարճ է
refused-too-many-fields = դաշտերն ավելի են․ գուցե չակե՞րտ է բաց թողնված
refused-open-quote = չակերտը բացում է դաշտը և չի փակվում
refused-binary = երկուական տվյալներ
refused-not-json = սա JSON օբյեկտ չէ
rejected-file = ֆայլ
rejected-line = տող
rejected-column = սյունակ
rejected-value = արժեք
rejected-reason = պատճառ
progress-reading = { $share }  { $speed } տող/վ  մնաց { $left }
progress-coming = Տողերն ընդունվում են՝ արդեն { $rows }, { $speed } տող/վ
progress-looking = Ֆայլերը դիտվում են
progress-customers = Հավաքվում են յուրաքանչյուր հաճախորդի պատվերները
progress-figures = Հաշվարկվում են ցուցանիշները
progress-models = Ընտրվում են մոդելների պարամետրերը
progress-writing = Գրվում է { $file }
