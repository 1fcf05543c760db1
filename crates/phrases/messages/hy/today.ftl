# Այսօր, հիշատակումներ և հաճախորդը, որի մասին է խոսքը։
today-whose = Ում հիշեցումներն ու հաճախորդները
today-mine = Իմ
today-team = Թիմի
today-all = Բոլորինը
today-later = Ավելի ուշ
today-tomorrow = Վաղը
today-in-days = { $days ->
        [one] { $days } օրից
       *[other] { $days } օրից
    }
today-in-a-week = Մեկ շաբաթից
today-in-a-month = Մեկ ամսից
today-mentions-all = Ցույց տալ նաև կարդացածները
today-mentions-new = Միայն նորերը
today-mentions-none = Նոր հիշատակումներ չկան
today-mentioned-by = Ով և երբ
mention-read = Կարդացի
mention-unread = Նշել որպես չկարդացված
mention-was-read = Նշված է որպես կարդացված
finder-customer = Հաճախորդ
    .hint = Անուն՝ թեկուզ սխալ գրված, հեռախոսահամար կամ կոդ
    .button = Գտնել
finder-nobody = Ոչ ոք չի համապատասխանում։ Փորձեք անվան մի մասը կամ նախ ավելացրեք հաճախորդին։
customer-open = Բաց գործեր
customer-nothing-open = Բաց գործեր չկան
timeline-show = Ցույց տալ
timeline-everything = ամեն ինչ
timeline-by = Ով
timeline-anybody = բոլորը
timeline-changes = Տվյալների փոփոխություններ
