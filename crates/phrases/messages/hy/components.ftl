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
