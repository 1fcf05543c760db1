"""Summarises the customers of a CSV of orders with DataFusion.

usage: datafusion_summary.py ORDERS.csv

First and last day, number of different days and sum for each customer,
reading included, the result kept as batches. Two steps (customer and day,
then customer), as for DuckDB.
"""

import sys
import time

import datafusion

SUMMARY = """
    select customer_id, min(order_date) as first, max(order_date) as last,
           count(*) as purchase_days, sum(amount) as total
    from (
        select customer_id, order_date, sum(amount) as amount
        from orders
        group by customer_id, order_date
    ) as days
    group by customer_id
"""


def main() -> None:
    (path,) = sys.argv[1:]
    start = time.perf_counter()
    context = datafusion.SessionContext()
    context.register_csv("orders", path)
    batches = context.sql(SUMMARY).collect()
    seconds = time.perf_counter() - start
    customers = sum(batch.num_rows for batch in batches)
    days = sum(sum(batch["purchase_days"].to_pylist()) for batch in batches)
    total = sum(sum(batch["total"].to_pylist()) for batch in batches)
    print(f"datafusion {seconds:.4f}")
    print(f"customers {customers} days {days} total {total:.2f}")


main()
