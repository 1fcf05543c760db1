-- Orders are found by the number of a parcel of theirs.
create index shipment_by_tracking on shipment (tracking) where tracking is not null;
