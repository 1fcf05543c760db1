# Սեփական հաշիվը՝ անուն, գաղտնաբառ, երկրորդ գործոն, մուտքեր։
account-name = Անուն
account-no-name = Անունը բացակայում է։
account-any-language = Ինչպես դիտարկիչում է
account-was-changed = Փոխված է
account-password = Գաղտնաբառ
    .about = Նոր գաղտնաբառն ավարտում է բոլոր մյուս մուտքերը։
account-old-password = Ընթացիկ գաղտնաբառը
account-new-password = Նոր գաղտնաբառը
    .hint = Առնվազն 12 նիշ։ Նախադասությունն ավելի հեշտ է հիշել, քան պատահական նիշերը։
account-password-change = Փոխել գաղտնաբառը
account-password-was-changed = Գաղտնաբառը փոխված է․ մյուս մուտքերն ավարտված են
account-password-none = Գաղտնաբառ չունեք․ մուտք եք գործել հղումով։ Գաղտնաբառ կտա սեփականատերը (Կարգավորումներ → Աշխատակիցներ) կամ նա, ում հասանելի է սերվերը, հրամանով՝ perennial user reset
account-password-wrong = Սա ձեր ընթացիկ գաղտնաբառը չէ։
password-short = 12 նիշից քիչ է։ Ընտրեք ավելի երկարը։
password-long = Շատ երկար է։ Ընտրեք ավելի կարճը։
password-one-character = Կրկնում է նույն նիշը։ Ընտրեք ուրիշը։
account-sessions = Որտեղ եք մուտք գործել
session-this = այս դիտարկիչը
session-since = սկսած
session-unknown = Դիտարկիչ
session-end = Դուրս գալ այնտեղից
session-was-ended = Այնտեղից դուրս եք եկել
second-factor = Երկրորդ գործոն
    .about = Գաղտնաբառից բացի մուտքի ժամանակ պահանջվում է կոդ, որը ցույց է տալիս հեռախոսի հավելվածը։ Ով իմանա միայն գաղտնաբառը, չի մտնի։
second-factor-is-on = Միացված է։
second-factor-turn-on = Միացնել
second-factor-turn-off = Անջատել երկրորդ գործոնը
second-factor-was-turned-off = Երկրորդ գործոնն անջատված է
second-factor-scan = Սկանավորեք QR կոդը նույնականացման հավելվածով և գրեք հավելվածի ցույց տված կոդը։
second-factor-picture = QR կոդ հավելվածի համար
second-factor-here = Բացել այս սարքի հավելվածում
second-factor-type = Կամ գրեք հավելվածում՝
second-factor-code = Կոդ
second-factor-wrong = Կոդը սխալ է կամ օգտագործված։ Սպասեք հաջորդին։
second-factor-codes = Վերականգնման կոդեր
    .about = Երկրորդ գործոնը միացված է։ Առանց հեռախոսի այս կոդերից յուրաքանչյուրը մեկ անգամ մուտք կտա։ Պահեք ապահով տեղում․ այլևս չեն ցուցադրվի։
second-factor-kept = Պահել եմ
second-factor-left = { $count ->
        [one] Մնացել է { $count } վերականգնման կոդ։
       *[other] Մնացել է { $count } վերականգնման կոդ։
    }
sign-in-code-title = Եվս մեկ քայլ
sign-in-code-about = Գրեք հավելվածի ցույց տված կոդը կամ վերականգնման կոդ։
sign-in-code-lost = Երկուսն էլ կորցրե՞լ եք։ Խնդրեք սեփականատիրոջն անջատել երկրորդ գործոնը։
