-- Orders of the record without a currency that an import gave one.
create table import_currency (
    import uuid not null references import (id),
    order_id uuid not null,
    currency text not null,
    primary key (import, order_id)
);
