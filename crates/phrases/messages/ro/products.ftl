# Produse.
products = Produse
products-find = Numele începe cu
    .button = Caută
products-orders = Comenzile cu el
products-empty = Niciun produs
    .words = Un produs apare aici de îndată ce se află într-o comandă.
product-was-renamed = Redenumit
product-taken = Alt produs are deja acest nume
