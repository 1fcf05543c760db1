# Մուտք․ ով ինչ է անում։
sign-in-title = Մուտք
sign-in-email = Էլ․ փոստ
sign-in-password = Գաղտնաբառ
sign-in-enter = Մտնել
sign-in-forgotten = Մոռացե՞լ եք գաղտնաբառը։ Խնդրեք սեփականատիրոջը նորը տալ։
sign-in-wrong = Հասցեն և գաղտնաբառը չեն համապատասխանում։ Ստուգեք և կրկին փորձեք։
sign-in-too-often = Չափազանց շատ փորձեր։ Սպասեք { $minutes ->
        [one] { $minutes } րոպե
       *[other] { $minutes } րոպե
    } և կրկին փորձեք։
sign-in-locked-out = Այս հաշվի մուտքը փակ է։ Դիմեք սեփականատիրոջը։
actor-staff = Գործընկեր
actor-customer = Հաճախորդը
actor-program = Ծրագիր
actor-system = Perennial
today-empty = Այսօր գործ չկա
    .words = Այստեղ կհայտնվեն ժամկետը հասած հիշեցումները և ձեզ հիշատակող նշումները։ Գրանցեք զանգ և նշեք հիշեցման օրը։
today-due = Հիշեցումներ
today-mentions = Ձեզ հիշատակել են
link-once = Այս հղումով կարելի է մուտք գործել մեկ անգամ։
