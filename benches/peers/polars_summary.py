"""Summarises the customers of a CSV of orders with Polars, streaming.

usage: polars_summary.py ORDERS.csv

First and last day, number of different days and sum for each customer,
reading included, the result kept as a frame.
"""

import sys
import time

import polars


def main() -> None:
    (path,) = sys.argv[1:]
    day, amount = polars.col("order_date"), polars.col("amount")
    start = time.perf_counter()
    summary = (
        polars.scan_csv(path, try_parse_dates=True)
        .group_by("customer_id")
        .agg(
            day.min().alias("first"),
            day.max().alias("last"),
            day.n_unique().alias("purchase_days"),
            amount.sum().alias("total"),
        )
        .collect(engine="streaming")
    )
    seconds = time.perf_counter() - start
    days, total = summary["purchase_days"].sum(), summary["total"].sum()
    print(f"polars {seconds:.4f}")
    print(f"customers {summary.height} days {days} total {total:.2f}")


main()
