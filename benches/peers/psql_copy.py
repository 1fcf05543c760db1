"""Imports a shop's orders and customers with psql's `\\copy` into bare tables.

usage: psql_copy.py ORDERS.csv SERVER

The tables have an index each and nothing else. Prints `psql SECONDS`.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

from shop import customers_of

orders = pathlib.Path(sys.argv[1])
server = sys.argv[2]


def psql(script):
    subprocess.run(
        ["psql", "--quiet", "--no-psqlrc", "-v", "ON_ERROR_STOP=1", server],
        input=script,
        text=True,
        check=True,
    )


with tempfile.TemporaryDirectory(dir=orders.parent) as folder:
    customers = customers_of(orders, folder)
    psql(
        """
drop schema if exists bare cascade;
create schema bare;
create table bare.customers (customer_id text, name text, email text);
create index on bare.customers (customer_id);
create table bare.orders (customer_id text, name text, email text, order_id text,
    order_date date, amount numeric, currency text);
create index on bare.orders (order_id);
"""
    )
    start = time.perf_counter()
    psql(f"\\copy bare.customers from '{customers}' csv header\n\\copy bare.orders from '{orders}' csv header\n")
    print(f"psql {time.perf_counter() - start:.4f}")
    psql("drop schema bare cascade")
