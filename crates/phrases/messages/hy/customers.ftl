# Հաճախորդներ՝ դաշտեր, ցանկեր, նրանց էջը։
customers-add = Ավելացնել հաճախորդ
customers-seen = Վերջին շփումը
customers-added = Ավելացվել է
customers-count = { $count ->
        [one] { $number } հաճախորդ
       *[other] { $number } հաճախորդ
    }
customers-empty = Դեռ հաճախորդներ չկան
    .words = Այստեղ են բոլորը, ում դուք վաճառում եք՝ ովքեր են, ինչու են ընտրում ձեզ և այն ամենը, ինչ եղել է նրանց հետ։
field-name = Անուն
    .question = Ինչպե՞ս է կոչվում։
field-kind = Անձ թե ընկերություն
    .question = Անձ է, թե՞ ընկերություն։
field-code = Կոդ
    .question = Ո՞րն է նրա համարը մյուս համակարգերում։
field-owner = Պատասխանատու
    .question = Ո՞վ է հոգ տանում նրա մասին։
field-email = Էլ․ փոստ
    .question = Ո՞ւր գրել։
field-phone = Հեռախոս
    .question = Ո՞ր համարով զանգել։
field-language = Լեզու
    .question = Ո՞ր լեզուն է նախընտրում։
field-channel = Կապի լավագույն միջոցը
    .question = Ինչպե՞ս է նախընտրում կապ պահել։
field-country = Երկիր
    .question = Ո՞ր երկիրը։ Երկու տառ, օրինակ՝ AM
field-city = Քաղաք
    .question = Ո՞ր քաղաքը։
field-marketing = Գովազդային նամակներ
    .question = Կարո՞ղ ենք գրել մեր նախաձեռնությամբ։
field-why_us = Ինչու են ընտրում մեզ
    .question = Ինչո՞ւ են ընտրում ձեզ։
field-found_us = Ինչպես գտան մեզ
    .question = Ինչպե՞ս գտան ձեզ։
field-brought = Ում են բերել
    .question = Ո՞ւմ են բերել։
field-thanked = Ինչպես ենք շնորհակալություն հայտնել
    .question = Ինչպե՞ս եք շնորհակալություն հայտնել։
field-leaving = Ինչը կստիպի հեռանալ
    .question = Ի՞նչը կստիպի կամ ստիպեց հեռանալ։
field-preferences = Լավ է իմանալ
    .question = Ի՞նչ է պետք իմանալ խոսելուց առաջ։
kind-person = Անձ
kind-company = Ընկերություն
channel-email = Էլ․ փոստ
channel-phone = Զանգ
channel-message = Հաղորդագրություն
channel-letter = Նամակ
channel-visit = Այց
marketing-consent = Համաձայն է
marketing-objection = Դեմ է՝ ոչ գովազդ, ոչ դրա համար հաշվարկներ
customer-facts = Ինչ պետք է իմանանք
customer-details = Տվյալներ
customer-timeline = Ինչ է եղել
customer-since = Հաճախորդ՝ սկսած { $day }
customer-older = Ավելի վաղ
customer-was-added = Հաճախորդն ավելացված է
customer-was-removed = Ավելացումը հետարկված է՝ { $name }
customer-not-removed = Ավելացումը չի հետարկվել․ { $name } հաճախորդի պատմության մեջ արդեն կա { $what }, որը կկորչեր
hanging-orders = պատվեր
hanging-interactions = զանգ կամ նշում
hanging-contacts = մարդ
customer-was-changed = Փոխված է՝ { $fields }
customer-was-undone = Փոփոխությունը հետարկված է
customer-nothing-to-undo = Այդ ընթացքում մեկ ուրիշը փոխել է դա․ ոչինչ չի հետարկվել
customer-changed-since = Մեկ ուրիշն այդ ընթացքում փոխել է հաճախորդի տվյալները։ Տեսեք՝ ինչ է գրված հիմա, և կրկին պահպանեք։
value-missing = Սա չի կարող դատարկ մնալ
value-too-long = Ավելի երկար է, քան { $longest ->
        [one] { $longest } նիշ
       *[other] { $longest } նիշ
    }
value-not-one = Այս արժեքն այստեղ չի կարող լինել
value-taken = Արդեն պատկանում է այլ հաճախորդի
timeline-customer-added = Ավելացվել է
timeline-customer-changed = Տվյալները փոխվել են
