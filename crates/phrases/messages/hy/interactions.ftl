# Զանգեր, հանդիպումներ, այցեր, նշումներ և նվերներ։
interaction-call = Զանգ
interaction-meeting = Հանդիպում
interaction-visit = Այց
interaction-note = Նշում
interaction-gift = Նվեր
interaction-kind = Ի՞նչ էր։
interaction-text = Ինչ ասվեց
    .hint = Գործընկերոջը հիշատակելու համար՝ @ և նրա էլ․ հասցեի՝ @-ից առաջ եղած մասը (@ana՝ ana@example.com-ի համար)
interaction-colleagues = Ում հիշատակել
interaction-colleagues-found = { $count ->
    [one] { $count } գործընկեր․ Enter-ը կհիշատակի նրան
   *[other] { $count } գործընկեր․ սլաքներով՝ ընտրել, Enter-ով՝ հիշատակել
}
interaction-colleagues-none = Ոչ մի գործընկերոջ անուն կամ հասցե այդպես չի սկսվում
interaction-at = Երբ (դատարկ՝ հիմա)
interaction-follow-up = Հիշեցնել
interaction-more = Այլ ժամ, հիշեցում
interaction-log = Գրանցել
interaction-with-whom = Ո՞ւմ հետ։
interaction-was-logged = Գրանցված է՝ { $what }
interaction-was-edited = Փոխված է․ նախորդ տեքստը պահպանվել է
interaction-mentions-nobody = { $handles }․ ոչ ոք չի տեղեկացվել, ոչ մի գործընկերոջ հասցե այդպես չի սկսվում
interaction-was-removed = Հեռացված է
interaction-is-followed = Կատարված է
interaction-more-to-do = Ավելին
interaction-remove = Հեռացնել
interaction-follows = Հիշեցնել՝ { $day }
interaction-followed = Կատարված է ({ $day })
interaction-done = Արված է
interaction-earlier = Ինչ էր գրված նախկինում
interaction-until = մինչև
interaction-is-empty = Մի քանի բառով գրեք՝ ինչ էր
interaction-is-in-future = Սա ապագայում է։ Գրանցեք եղածը․ գալիքի համար կա հիշեցումը։
interaction-no-hour = Այս ամսաթիվն ու ժամը չեն կարդացվում։ Գրեք այսպես՝ 2026-05-03T14:30
interaction-no-day = Այս ամսաթիվը չի կարդացվում։ Գրեք այսպես՝ 2026-05-03
