# Պահպանված ցանկեր և շատ հաճախորդների միանգամից փոփոխում։
list-everybody-short = Բոլորը
views = Պահպանված ցանկեր
view-save = Պահպանել ցանկը
view-change = Փոխել ցանկը
view-name = Անվանում
view-shared = Բոլորը տեսնում են
view-remove = Հեռացնել ցանկը
view-was-saved = Ցանկը պահպանված է
view-was-changed = Ցանկը փոխված է
view-was-removed = Ցանկը հեռացված է
view-no-name = Ոչինչ չի պահպանվել․ ցանկին անվանում է պետք՝ առավելագույնը 60 նիշ
view-counted = { $customers }, հաշվված է՝ { $when }
bulk-title = Փոխել միանգամից մի քանիսին
bulk-whom = Ում
bulk-ticked = Նշվածներին
bulk-page = Այս էջի բոլորին
bulk-all = Բոլոր համապատասխանողներին
bulk-tag = Պիտակ
bulk-add = Դնել
bulk-take = Հանել
bulk-field = Դաշտ
bulk-value = կդառնա
bulk-set = Գրել
bulk-done = Կատարված է
bulk-noting = Նշվում է, թե ում է վերաբերում…
bulk-changing = Փոխվում է…
bulk-taking-back = Հետարկվում է…
bulk-nobody = Ոչ ոք նշված չէ․ ոչինչ չի փոխվել
bulk-choose = Ընտրեք…
bulk-no-owner = Ընտրված չէ, թե ով կհոգա նրանց մասին․ ոչինչ չի փոխվել
bulk-too-many = Նշեք առավելագույնը 1000 կամ ընտրեք բոլոր համապատասխանողներին
bulk-not-done = Դեռ կատարվում է․ հետարկեք, երբ ավարտվի
bulk-was-undone = Հետարկված է, բացի նրանից, ինչ դրանից հետո փոխվել է
bulk-changed = { $count ->
        [one] Փոխվել է { $number } հաճախորդ
       *[other] Փոխվել է { $number } հաճախորդ
    }
