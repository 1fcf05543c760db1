# Products.
products = Products
products-find = Name begins with
    .button = Find
products-orders = Orders with it
products-empty = No products
    .words = A product is here once it stands in an order.
product-was-renamed = Renamed
product-taken = Another product has this name already
