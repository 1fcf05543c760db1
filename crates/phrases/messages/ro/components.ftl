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
part-sort-by = Sortează după
days-reversed = Prima zi este după ultima, așa că între ele nu se află nimic: alegeți o primă zi mai devreme sau o ultimă zi mai târziu.
none-such = Nimic nu corespunde acestor filtre
    .words = Scoateți unul dintre ele sau căutați altceva.
none-such-clear = Scoate filtrele
