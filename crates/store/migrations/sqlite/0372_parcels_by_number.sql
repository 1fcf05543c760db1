-- Orders are found by the number of a parcel of theirs, however it is divided.
create index shipment_by_tracking
    on shipment (upper(replace(replace(tracking, ' ', ''), '-', '')));
