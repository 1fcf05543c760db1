# Προϊόντα.
products = Προϊόντα
products-find = Το όνομα αρχίζει με
    .button = Εύρεση
products-orders = Παραγγελίες με αυτό
products-empty = Κανένα προϊόν
    .words = Ένα προϊόν εμφανίζεται εδώ μόλις βρεθεί σε μια παραγγελία.
product-was-renamed = Μετονομάστηκε
product-taken = Άλλο προϊόν έχει ήδη αυτό το όνομα
