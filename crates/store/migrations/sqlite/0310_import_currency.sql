-- Orders of the record without a currency that an import gave one.
create table import_currency (
    import blob not null references import (id),
    order_id blob not null,
    currency text not null,
    primary key (import, order_id)
) strict, without rowid;
