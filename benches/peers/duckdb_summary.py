"""Summarises the customers of a CSV of orders with DuckDB.

usage: duckdb_summary.py ORDERS.csv

First and last day, number of different days and sum for each customer,
reading included, the result kept in a table. Two steps (customer and day,
then customer) are faster here than `count(distinct order_date)`.
"""

import sys
import time

import duckdb

SUMMARY = """
    create table summary as
    select customer_id, min(order_date), max(order_date), count(*) as purchase_days,
           sum(amount) as total
    from (
        select customer_id, order_date, sum(amount) as amount
        from read_csv(?)
        group by customer_id, order_date
    ) as days
    group by customer_id
"""


def main() -> None:
    (path,) = sys.argv[1:]
    start = time.perf_counter()
    connection = duckdb.connect()
    connection.execute(SUMMARY, [path])
    seconds = time.perf_counter() - start
    totals = "select count(*), sum(purchase_days), round(sum(total), 2) from summary"
    customers, days, total = connection.execute(totals).fetchone()
    print(f"duckdb {seconds:.4f}")
    print(f"customers {customers} days {days} total {total:.2f}")


main()
