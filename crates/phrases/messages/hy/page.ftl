# Էջի շրջանակը, թվերի շարքը և մարդկանց ցանկերը։
page-title = Հաճախորդների պահպանման ակնարկ
page-terms = { $period } · { $day } դրությամբ
page-skip = Անցնել ակնարկին
page-contents = Բաժիններ
page-footer = Պատրաստվել է Perennial-ով։ Էջն ինքնուրույն է․ ոչինչ չի բեռնում և ոչինչ չի ուղարկում։
page-formula-of = Ինչպես է հաշվվում «{ $name }»-ը
page-as-of = Դրությունը՝ առ
page-period = Ժամանակաշրջան
page-horizon = Կանխատեսման ժամկետ
page-value-horizon = Արժեքի հաշվարկի ժամկետ

page-numbers = Թվերով
page-before = նախորդ ժամանակաշրջանում՝ { $value }
page-no-before = համեմատելու նախորդ ժամանակաշրջան չկա
page-customers-now = Հաճախորդներ այսօր
page-customers-ever = { $count ->
    [one] երբևէ պատվիրած { $count } հաճախորդից
   *[other] երբևէ պատվիրած { $count } հաճախորդից
}
page-of-customers = { $count ->
    [one] մեկ տարի առաջվա { $count } հաճախորդից
   *[other] մեկ տարի առաջվա { $count } հաճախորդից
}
page-cost-for-life = { $amount } ամբողջ ընթացքում
page-gross-revenue = { $value }՝ առանց աճի
page-residual-interval = դեռ սպասվում է { $low }-ից { $high }՝ հինգից չորսի դեպքում
page-gold-count = { $count ->
    [one] { $count } ոսկե հաճախորդից
   *[other] { $count } ոսկե հաճախորդից
}
page-of-regulars = { $count ->
    [one] { $count } մշտական հաճախորդից
   *[other] { $count } մշտական հաճախորդից
}

page-calls = Ում զանգահարել այսօր
page-calls-intro = Նրանք, ում դեպքում ամենաշատն է վտանգված, նվազման կարգով․ նրանցից սպասվող մարժան՝ բազմապատկած չվերադառնալու ռիսկով։
page-calls-intro-counts = Նրանք, ում դեպքում ամենաշատն է վտանգված, նվազման կարգով․ նրանցից սպասվող պատվերները՝ բազմապատկած չվերադառնալու ռիսկով։
page-nobody-to-call = Այսօր ոչ ոք առանձնապես աչքի չի ընկնում։
page-at-risk = վտանգված
page-risk = ռիսկ
page-margin-at-risk = Վտանգված մարժա
page-call-aside = { $orders ->
    [one] { $orders } պատվեր, վերջինը՝ { $last } · ռիսկը՝ { $risk }
   *[other] { $orders } պատվեր, վերջինը՝ { $last } · ռիսկը՝ { $risk }
}

page-alarms = Մշտական հաճախորդների երեք ահազանգերը
page-alarms-intro = { $count ->
    [one] { $count } հաճախորդ մշտական է։ Ահա թե ինչ է փոխվել նրա մոտ։
   *[other] { $count } հաճախորդ մշտական են։ Ահա թե ինչ է փոխվել նրանց մոտ։
}
page-drifting-how = Մշտական հաճախորդներ, որոնց համար հնչում է երեք ահազանգից գոնե մեկը․ յուրաքանչյուրը հաշվվում է մեկ անգամ։
page-alarm-order-value = Պատվերները փոքրացել են
page-alarm-gone-quiet = Լռել են
page-alarm-range = Դադարել են գնել տեսականու մի մասը
page-alarm-silent = Ոչ ոք, և դա լավ է։
page-show-more = { $count ->
    [one] Եվս { $count }
   *[other] Եվս { $count }
}
page-and-more = { $count ->
    [one] և ևս { $count }․ ամբողջ ցանկը՝ --customers ՖԱՅԼ
   *[other] և ևս { $count }․ ամբողջ ցանկը՝ --customers ՖԱՅԼ
}
page-and-more-unlisted = { $count ->
    [one] և ևս { $count }, որն այստեղ նշված չէ
   *[other] և ևս { $count }, որոնք այստեղ նշված չեն
}

page-limits = Ինչ չեն ասում այս պատվերները
page-limits-intro = Ավելի լավ է ցուցանիշը բաց թողնել, քան գուշակել։ Ահա թե ինչն է պակասում կամ անորոշ, և ինչու։
