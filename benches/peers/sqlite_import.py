"""Imports a shop's orders and customers with `sqlite3 .import` into bare tables.

usage: sqlite_import.py ORDERS.csv

The tables have an index each and nothing else: no checks, no log, no search.
Prints `sqlite3 SECONDS`.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

from shop import customers_of

orders = pathlib.Path(sys.argv[1])

with tempfile.TemporaryDirectory(dir=orders.parent) as folder:
    customers = customers_of(orders, folder)
    script = f"""
create table customers (customer_id, name, email);
create index customer_by_id on customers (customer_id);
create table orders (customer_id, name, email, order_id, order_date, amount, currency);
create index order_by_id on orders (order_id);
.import --csv --skip 1 {customers} customers
.import --csv --skip 1 {orders} orders
"""
    start = time.perf_counter()
    subprocess.run(["sqlite3", pathlib.Path(folder, "bare.db")], input=script, text=True, check=True)
    print(f"sqlite3 {time.perf_counter() - start:.4f}")
