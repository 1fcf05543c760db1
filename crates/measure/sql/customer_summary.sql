-- First and last day, different days, orders and sum of each customer up to
-- as-of. An order is its id, else customer and day; its day is its earliest.
WITH joined AS (
    SELECT
        customer,
        min(day) AS day,
        sum(amount) AS amount
    FROM order_rows
    WHERE day <= $as_of AND customer <> ''
    GROUP BY customer, order_id, CASE WHEN order_id = '' THEN day END
)
SELECT
    customer,
    min(day) AS first_day,
    max(day) AS last_day,
    count(DISTINCT day) AS days,
    count(*) AS orders,
    sum(amount) AS amount
FROM joined
GROUP BY customer
ORDER BY customer
