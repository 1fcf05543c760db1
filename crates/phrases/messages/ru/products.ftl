# Товары.
products = Товары
products-find = Название начинается с
    .button = Найти
products-orders = Заказы с ним
products-empty = Товаров нет
    .words = Товар появляется здесь, как только он есть хотя бы в одном заказе.
product-was-renamed = Переименовано
product-taken = Так уже называется другой товар
