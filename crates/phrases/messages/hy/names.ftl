# Ինչպես են կոչվում խմբերը, սյունակները, մոդելներն ու գործողությունները։

segment-champion = Չեմպիոններ
    .meaning = վերջերս պատվիրել են և հաճախ են պատվիրում
segment-loyal = Հավատարիմներ
    .meaning = հաճախ են պատվիրում
segment-potential_loyalist = Գրեթե հավատարիմներ
    .meaning = վերջերս պատվիրել են, մեկից ավելի անգամ
segment-new = Նորեր
    .meaning = պատվիրել են բոլորովին վերջերս, առաջին անգամ կամ գրեթե առաջին
segment-promising = Խոստումնալիցներ
    .meaning = պատվիրել են համեմատաբար վերջերս, պատվերները դեռ քիչ են
segment-needs_attention = Ուշադրության կարիք ունեն
    .meaning = բավական հաճախ էին պատվիրում, սառչում են
segment-about_to_sleep = Քնելու եզրին
    .meaning = քիչ պատվերներ, սառչում են
segment-at_risk = Վտանգի տակ
    .meaning = նախկինում հաճախ էին պատվիրում, վաղուց լռում են
segment-cant_lose = Չի կարելի կորցնել
    .meaning = բոլորից հաճախ էին պատվիրում, վաղուց լռում են
segment-hibernating = Քնածներ
    .meaning = քիչ պատվերներ, վաղուց լռում են
segment-lost = Կորածներ
    .meaning = լռում են իրենց սահմանից երկար

standing-active = ակտիվ
standing-gone_quiet = լռել է
standing-lost = կորած

action-call = Զանգահարեք և հարցրեք՝ արդյոք վերջին պատվերում ամեն ինչ լավ էր
action-call_before_lost = Զանգահարեք հիմա․ ևս { $days } լռություն, և հաճախորդը կհամարվի կորած
    .then = Եվս { $days } լռություն, և հաճախորդը պիտի համարվեր կորած․ եթե դրանից հետո պատվեր չի եղել, այդպես էլ է
action-call_in_person = Անձամբ զանգահարեք․ { $orders ->
    [one] { $orders } պատվերից
   *[other] { $orders } պատվերից
} հետո հարցրեք՝ ինչ է փոխվել
action-remind = Հիշեցրեք ձեր մասին․ առաջարկեք կրկնել սովորական պատվերը
action-thank = Շնորհակալություն հայտնեք և հարցրեք, թե ինչ է հետո պետք լինելու
action-ask_about_range = Հարցրեք, թե հիմա ինչ են գնում «{ $category }»-ի փոխարեն
action-review_account = Հարցրեք, թե հիմա ինչ են գնում այլ տեղից
action-invite_back = Հրավիրեք երկրորդ պատվերի

attribute-source = Աղբյուր
attribute-country = Երկիր
attribute-first_product = Առաջին ապրանք
attribute-first_category = Առաջին կատեգորիա
attribute-first_order_size = Առաջին պատվերի գումար
attribute-first_order_discounted = Զեղչ առաջին պատվերին
attribute-value-yes = այո
attribute-value-no = ոչ

role-customer = Հաճախորդ
role-date = Ամսաթիվ
role-amount = Գումար
role-order = Պատվերի համար
role-product = Ապրանք
role-category = Կատեգորիա
role-quantity = Քանակ
role-price = Գին
role-currency = Արժույթ
role-source = Աղբյուր
role-email = Էլ․ փոստ
role-phone = Հեռախոս
role-country = Երկիր
role-discount = Զեղչ
role-status = Կարգավիճակ
role-time = Ժամ
role-refunded = Վերադարձված
role-date_order = Կարգը ամսաթվերում
role-decimal = Տասնորդական նշան

date_order-dmy = օր, ամիս, տարի
date_order-mdy = ամիս, օր, տարի
date_order-ymd = տարի, ամիս, օր

model-bg_nbd = BG/NBD․ յուրաքանչյուր հաճախորդ պատվիրում է իր ռիթմով և կարող է հեռանալ ցանկացած կրկնվող պատվերից հետո։ Բերվում է միայն համեմատության համար․ մեկ անգամ գնածին երբեք կորած չի համարում։
model-mbg_nbd = MBG/NBD․ յուրաքանչյուր հաճախորդ պատվիրում է իր ռիթմով և կարող է հեռանալ ցանկացած պատվերից հետո, ներառյալ առաջինը։
model-mbg_cnbd = MBG/CNBD-k․ ինչպես MBG/NBD-ն, բայց հավասարաչափ պատվիրող հաճախորդների համար․ որքան մեծ է k-ն, այնքան կայուն է ռիթմը։
model-pareto_nbd = Pareto/NBD․ յուրաքանչյուր հաճախորդ պատվիրում է իր ռիթմով և կարող է հեռանալ ցանկացած պահի։
model-gamma_gamma = Gamma–Gamma․ յուրաքանչյուր հաճախորդի ծախսը տատանվում է իր միջին պատվերի շուրջ․ ինչ չի երևում քիչ պատվերներից, վերցվում է ընդհանուր պատկերից։
