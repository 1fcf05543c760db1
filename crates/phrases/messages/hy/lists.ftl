# Հաճախորդների ցանկեր՝ հարցումներ, զտիչներ, սյունակներ։
list-find = Բառեր կամ owner:me tag:vip seen:<30d
list-filter = Զտիչ
list-columns = Սյունակներ
list-export = Ներբեռնել
list-currency = Արժույթ
list-apply = Ցույց տալ
list-cut = Այս էջի համար շատ հաճախորդներ են դիտվել։ «Հաջորդ»-ը կշարունակի։
list-tags = Պիտակներ
list-tier = Մակարդակ
list-standing = Վիճակ
list-risk-least = Ռիսկը %-ով, առնվազն
list-risk-percent = Ռիսկ, %
list-at-risk = Վտանգված գումար
list-at-risk-currency = Վտանգված գումարի արժույթը
list-orders = Պատվերներ
list-orders-least = Պատվերներ՝ առնվազն
list-spent = Ծախսել է
list-spent-least = Ծախսել է առնվազն
query-me = Ես
query-nobody = Ոչ ոք
query-objected = Դեմ է
query-unsaid = Դեռ ոչինչ չի ասվել
query-has = Հայտնի է
query-no = Հայտնի չէ
query-weeks = { $count ->
        [one] { $count } շաբաթ
       *[other] { $count } շաբաթ
    }
query-years = { $count ->
        [one] { $count } տարի
       *[other] { $count } տարի
    }
query-not-one = Այստեղ «{ $word }» բառը հասկանալի չէ։ Գրեք, օրինակ՝ { $examples }
query-not-own = Այս դաշտում «{ $word }» լինել չի կարող
query-not-staff = Այստեղ ոչ ոքի անունը «{ $word }» չէ, կամ այդպես մի քանիսն են կոչվում։ Գրեք լրիվ անունը կամ էլ․ հասցեն։
query-no-team = Այստեղ «{ $word }» թիմ չկա։ Գրեք որևէ թիմի անուն։
query-no-field = «{ $word }» դաշտ չկա։ Կան, օրինակ՝ { $names }։ Հենց բառերը փնտրելու համար դրեք դրանք չակերտների մեջ։
query-no-tier = Կարգավորումներում «{ $word }» մակարդակ չկա
query-backwards = «{ $word }» ավարտվում է սկսվելուց առաջ։ Նախ գրեք փոքրը։
query-too-much = Չափազանց երկար է՝ առավելագույնը 1000 նիշ և 24 պայման։
value-yes = Այո
value-no = Ոչ
tag-add = Ավելացնել պիտակ
tag-was-added = Պիտակը դրված է՝ { $tag }
tag-was-removed = Պիտակը հանված է՝ { $tag }
tag-not-one = Գրեք մեկ կամ մի քանի բառ՝ առավելագույնը { $longest } նիշ
tag-too-many = Հաճախորդը կարող է ունենալ առավելագույնը { $most } պիտակ․ հանեք այն պիտակները, որոնք ոչինչ չեն ասում
timeline-tagged = Պիտակը դրված է՝ { $tag }
timeline-untagged = Պիտակը հանված է՝ { $tag }
