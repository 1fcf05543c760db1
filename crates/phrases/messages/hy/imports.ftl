# Գրանցամատյան ներմուծված ֆայլեր։
import-customers = { $count ->
    [one] { $count } հաճախորդ
   *[other] { $count } հաճախորդ
}
import-orders = { $count ->
    [one] { $count } պատվեր
   *[other] { $count } պատվեր
}
import-names-from = Հաճախորդների անունների սյունակը՝ { $columns }
import-left-over = Սյունակներ, որոնք չեն ներմուծվում՝ { $columns }
import-staging = Պատվերները նախապատրաստվում են
import-applying = Պատվերները գրանցվում են
import-found = Ֆայլերում՝ { $customers }, { $orders }, { $first } – { $last }, { $sums }
import-no-currency = Ֆայլերում արժույթ նշված չէ․ գումարները լոկ թվեր են։ Այն նշելու համար ներմուծեք դրանք --currency-ով և արժույթի կոդով, օրինակ՝ --currency EUR։ Առանց արժույթի արդեն գրանցված պատվերներն այն ժամանակ կստանան
import-taken-back = { $count ->
    [one] պատվերներից { $count }-ն ամբողջությամբ վերադարձվել է և համարվում է չեղարկված
   *[other] պատվերներից { $count }-ն ամբողջությամբ վերադարձվել են և համարվում են չեղարկված
}
import-anonymous = { $count ->
    [one] { $count } տող հաճախորդ չի նշում և բաց է թողնվել
   *[other] { $count } տող հաճախորդ չեն նշում և բաց են թողնվել
}
import-unmatched = { $count ->
    [one] { $count } վերադարձ ֆայլերում գնում չունի և բաց է թողնվել
   *[other] { $count } վերադարձ ֆայլերում գնում չունեն և բաց են թողնվել
}
import-duplicates = { $count ->
    [one] { $count } տող ճշգրիտ կրկնում է մեկ ուրիշը
   *[other] { $count } տող ճշգրիտ կրկնում են ուրիշները
}
import-added = Նոր գրանցված՝ { $customers }, { $orders }
import-nothing-new = Նոր ոչինչ չկա․ { $customers }, { $orders } արդեն գրանցված էին։ Ոչինչ չի փոխվել։
import-filled = { $count ->
    [one] { $count } հայտնի հաճախորդի դատարկ դաշտերը լրացվել են
   *[other] { $count } հայտնի հաճախորդների դատարկ դաշտերը լրացվել են
}
import-known = { $count ->
    [one] { $count } պատվեր արդեն հայտնի էր և մնում է նույնը
   *[other] { $count } պատվեր արդեն հայտնի էին և մնում են նույնը
}
import-differing = { $count ->
    [one] դրանցից { $count }-ի գումարը ֆայլերում այլ է․ գրանցվածը մնում է
   *[other] դրանցից { $count }-ի գումարը ֆայլերում այլ է․ գրանցվածները մնում են
}
import-other-currency = { $count ->
    [one] { $count } պատվեր գրանցված է { $ours } արժույթով, իսկ ֆայլերում { $theirs } է․ գրանցվածը մնում է
   *[other] { $count } պատվեր գրանցված են { $ours } արժույթով, իսկ ֆայլերում { $theirs } է․ գրանցվածը մնում է
}
import-other-currencies = { $count ->
    [one] { $count } պատվեր գրանցված է այլ արժույթով, քան ֆայլերում՝ { $pairs }․ գրանցվածը մնում է
   *[other] { $count } պատվեր գրանցված են այլ արժույթներով, քան ֆայլերում՝ { $pairs }․ գրանցվածը մնում է
}
import-currency-instead = { $theirs }-ի փոխարեն { $ours } ({ $count })
import-currencies-more = { $count ->
    [one] ևս { $count } զույգ
   *[other] ևս { $count } զույգ
}
import-given-currency = { $count ->
    [one] { $count } հայտնի պատվեր արժույթ չուներ և այն ստացավ
   *[other] { $count } հայտնի պատվեր արժույթ չունեին և այն ստացան
}
import-clashing = { $count ->
    [one] { $count } պատվեր ունի ֆայլերի մեկ այլ պատվերի համարը և բաց է թողնվել
   *[other] { $count } պատվեր ունեն ֆայլերի այլ պատվերների համարները և բաց են թողնվել
}
import-next = Տեսնելու համար՝ perennial serve{ $record }։ Ամբողջ ներմուծումը հետարկելու համար՝ perennial import undo { $id }{ $record }
import-next-take-back = Ամբողջ ներմուծումը հետարկելու համար՝ perennial import undo { $id }{ $record }
import-next-see = Ինչ կա՝ տեսեք այսպես՝ perennial serve{ $record }
import-would-add = Նոր կգրանցվեին՝ { $customers }, { $orders }
import-would-know = Արդեն գրանցված են՝ { $customers }, { $orders }
import-would-fill = { $count ->
    [one] { $count } հայտնի հաճախորդի դատարկ դաշտերը կլրացվեին
   *[other] { $count } հայտնի հաճախորդների դատարկ դաշտերը կլրացվեին
}
import-would-give-currency = { $count ->
    [one] { $count } հայտնի պատվեր արժույթ չունի և այն կստանար
   *[other] { $count } հայտնի պատվեր արժույթ չունեն և այն կստանային
}
import-would-clash = { $count ->
    [one] { $count } պատվեր ունի ֆայլերի մեկ այլ պատվերի համարը և բաց կթողնվեր
   *[other] { $count } պատվեր ունեն ֆայլերի այլ պատվերների համարները և բաց կթողնվեին
}
import-dry-run = Փորձնական ընթացք էր․ ոչինչ չի գրվել։
import-broken-off = Սրանից ոչինչ գրանցամատյանում չի երևում։ Շարունակելու համար՝ perennial import resume { $id }{ $record }
import-none = Դեռ ոչինչ չի ներմուծվել։ Սկսեք այսպես՝ perennial import orders ՖԱՅԼ{ $record }
import-listed = { $state } · { $moment } · { $customers }, { $orders } · { $files }
import-listed-known = { $state } · { $moment } · արդեն գրանցված էին՝ { $customers }, { $orders } · { $files }
import-listed-did = { $state } · { $moment } · { $did } · { $files }
import-is-reading = կարդացվում է
import-is-entering = գրանցվում է
import-is-staging = ընդհատված է կամ դեռ կարդացվում է
import-is-staged = կարդացված է, դեռ գրանցված չէ
import-is-applied = գրանցված է
import-is-repeat = նոր ոչինչ չի բերել
import-is-filled = լրացրել է պակասը
import-is-undone = հետարկված է
import-is-discarded = չեղարկված է
import-taken-out = Հեռացված է գրանցամատյանից՝ { $customers }, { $orders }
import-left = Մնացին, քանի որ դրանից հետո նրանց հետ ինչ-որ բան է տեղի ունեցել՝ { $customers }, { $orders }
import-emptied = { $count ->
    [one] { $count } դաշտ կրկին դատարկ է
   *[other] { $count } դաշտ կրկին դատարկ են
}
import-fields-left = { $count ->
    [one] { $count } դաշտ մնում է, քանի որ այն դրանից հետո փոխել են
   *[other] { $count } դաշտ մնում են, քանի որ դրանք հետո փոխել են
}
import-currencies-emptied = { $count ->
    [one] { $count } պատվեր կրկին առանց արժույթի է
   *[other] { $count } պատվեր կրկին առանց արժույթի են
}
import-currencies-left = { $count ->
    [one] { $count } պատվերի արժույթը մնում է, քանի որ պատվերը դրանից հետո փոխել են
   *[other] { $count } պատվերի արժույթը մնում է, քանի որ դրանք հետո փոխել են
}
import-currencies-gone = { $count ->
    [one] { $count } պատվեր, որին արժույթ էր տրվել, արդեն հեռացված էր իր ներմուծման հետ
   *[other] { $count } պատվեր, որոնց արժույթ էր տրվել, արդեն հեռացված էին իրենց ներմուծման հետ
}
import-products-out = { $count ->
    [one] Հանվեց նաև { $count } ապրանք, որն այլևս ոչ մի տեղ չկա
   *[other] Հանվեցին նաև { $count } ապրանք, որոնք այլևս ոչ մի տեղ չկան
}
import-discarded = Ներմուծումը չեղարկվեց։ Դրանից ոչինչ չէր գրանցվել։
import-another-is-open = մեկ այլ ներմուծում բաց է․ ավարտեք այն՝ perennial import resume { $id }{ $record }, կամ չեղարկեք՝ perennial import discard { $id }{ $record }
import-not-possible = այս ներմուծման հետ դա հնարավոր չէ․ վիճակը՝ { $state }
import-brought-nothing = այս ներմուծումը ոչինչ չի բերել․ հետարկելու բան չկա
import-files-changed = ֆայլերն այնպիսին չեն, ինչպիսին ներմուծման սկզբում էին․ չեղարկեք այն և ներմուծեք նորից
import-unknown = այս նույնացուցիչով ներմուծում չկա․ բոլորը ցույց է տալիս perennial import list-ը
import-nothing-broken-off = ընդհատված ներմուծում չկա․ ինչ ներմուծվել է, ցույց է տալիս perennial import list{ $record }
import-cannot-resume = այլևս հայտնի չէ, թե ինչպես են կարդացվում դրա ֆայլերը․ չեղարկեք այն և ներմուծեք նորից
import-goes-on-by-itself = դրա ֆայլերն ուղարկվել են դիտարկիչից․ perennial serve-ն ինքն է այն շարունակում
imports-title = Ներմուծումներ
imports-files = Ֆայլեր
imports-when = Սկիզբ
imports-state = Վիճակ
imports-orders = Պատվերներ
imports-undo = Հետարկել ամբողջ ներմուծումը
imports-undo-ask = Կհանվեն՝ { $customers }, { $orders }։ Դրանք վերադարձնելու համար ֆայլերը պետք է նորից ներմուծել։
imports-undo-filled-ask = Հանե՞լ այն, ինչ լրացրել է այս ներմուծումը։ Վերադարձնելու համար ֆայլերը պետք է նորից ներմուծել։
imports-empty = Ֆայլեր դեռ չեն ներմուծվել
    .words = Ներմուծեք պատվերներն ու հաճախորդներին ֆայլերից։ Գրանցվում է կամ ամենը, կամ ոչինչ, և ներմուծումը հնարավոր է հետարկել։
timeline-orders-imported = { $count ->
    [one] { $count } պատվեր ֆայլից
   *[other] { $count } պատվեր ֆայլից
}
timeline-orders-removed = { $count ->
    [one] { $count } պատվեր հեռացվել է իր ֆայլի հետ
   *[other] { $count } պատվեր հեռացվել են իրենց ֆայլի հետ
}
timeline-orders-given-currency = { $count ->
    [one] { $count } պատվեր արժույթ ստացավ ֆայլից
   *[other] { $count } պատվեր արժույթ ստացան ֆայլից
}
timeline-orders-without-currency = { $count ->
    [one] { $count } պատվեր կրկին առանց արժույթի է․ ներմուծումը հետարկվել է
   *[other] { $count } պատվեր կրկին առանց արժույթի են․ ներմուծումը հետարկվել է
}
imports-source = Աղբյուր
import-was-undone = Ներմուծումը հետարկված է
