# Ապրանքներ։
products = Ապրանքներ
products-find = Անվան սկիզբը
    .button = Գտնել
products-orders = Պատվերներ սրանով
products-empty = Ապրանքներ չկան
    .words = Ապրանքն այստեղ է հայտնվում, երբ այն կա որևէ պատվերում։
product-was-renamed = Վերանվանված է
product-taken = Այլ ապրանք արդեն այդ անունն ունի
