# Cuvintele părților din care sunt făcute paginile.
part-remove = Elimină
part-edit = Modifică
part-save = Salvează
part-cancel = Renunță
part-undo = Anulează
part-unknown = încă necunoscut
part-there-now = Ce scrie acum
part-pages = Pagini
part-previous = Înapoi
part-next = Înainte
part-sort = Sortează după această coloană
