# Էջերի բաղադրամասերի բառերը։
part-remove = Հեռացնել
part-edit = Խմբագրել
part-save = Պահպանել
part-cancel = Չեղարկել
part-undo = Հետարկել
part-unknown = դեռ հայտնի չէ
part-there-now = Ինչ է գրված հիմա
part-pages = Էջեր
part-previous = Նախորդ
part-next = Հաջորդ
part-sort = Դասավորել ըստ այս սյունակի
part-sort-by = Դասավորել՝
days-reversed = Առաջին օրը վերջինից ուշ է, ուստի նրանց միջև ոչինչ չկա․ ընտրեք ավելի վաղ առաջին օր կամ ավելի ուշ վերջին օր։
none-such = Այս զտիչներին ոչինչ չի համապատասխանում
    .words = Հանեք դրանցից մեկը կամ այլ բան փնտրեք։
none-such-clear = Հանել զտիչները
