# The letter, the reasons and the rule.

letter-lost_cost = You lost { $lost } of { $of ->
    [one] { $of } customer
   *[other] { $of } customers
} in twelve months; that is { $cost } a year.
letter-lost = You lost { $lost } of { $of ->
    [one] { $of } customer
   *[other] { $of } customers
} in twelve months.
letter-lost_none = { $of ->
    [one] The one customer you had a year ago is still with you.
   *[other] All { $of } customers you had a year ago are still with you.
}
letter-no_start = You had no customers a year ago to lose: the first order is of { $from }.
letter-none_left = A year ago you had no customers left to lose: everyone who had ordered by then counted as lost.
letter-no_limit = Nobody has come back yet, so it cannot be said who of { $of ->
    [one] your { $of } customer
   *[other] your { $of } customers
} is lost.

letter-rate_fell = The retention rate is { $rate }, down from { $before } in the period before.
letter-rate_rose = The retention rate is { $rate }, up from { $before } in the period before.
letter-rate_same = The retention rate is { $rate }, the same as in the period before.
letter-rate_alone = The retention rate is { $rate }; there is no earlier period to compare it with.
letter-each_once = { $customers ->
    [one] One customer has ordered so far, once.
   *[other] { $customers } customers have ordered so far, each of them once.
}
letter-so_far = So far { $customers ->
    [one] { $customers } customer has
   *[other] { $customers } customers have
} placed { $orders ->
    [one] { $orders } order.
   *[other] { $orders } orders.
}
letter-orders_end = The orders end on { $last }, { $days } before the day of this review: whoever has ordered since counts as silent.

letter-drifting = { $drifting } of your { $regulars ->
    [one] { $regulars } regular
   *[other] { $regulars } regulars
} { $drifting ->
    [one] is
   *[other] are
} drifting now.
letter-drifting_all = { $regulars ->
    [one] Your one regular is drifting now.
   *[other] All { $regulars } of your regulars are drifting now.
}
letter-drifting_none = { $regulars ->
    [one] Your one regular is not drifting.
   *[other] None of your { $regulars } regulars is drifting now.
}
letter-no_regulars = You have no regulars yet: nobody has ordered often enough.
letter-regulars_lost = { $lost ->
    [one] Your one regular is lost.
   *[other] You have no regulars left: all { $lost } are lost.
}

finding-source = Customers whose source is “{ $value }” left { $ratio } times as often as the others.
finding-country = Customers from “{ $value }” left { $ratio } times as often as the others.
finding-first_product = Customers who began with “{ $value }” left { $ratio } times as often as the others.
finding-first_category = Customers who began with “{ $value }” left { $ratio } times as often as the others.
finding-first_order_size = Customers whose first order came to { $value } left { $ratio } times as often as the others.
finding-first_order_discounted = Customers whose first order was discounted left { $ratio } times as often as the others.
finding-first_order_full_price = Customers whose first order was at full price left { $ratio } times as often as the others.
finding-other = Customers with “{ $value }” in the column “{ $attribute }” left { $ratio } times as often as the others.

evidence-order_value_falling = orders average { $now }, down from { $before } ({ $fall } less)
    .then = orders averaged { $now }, down from { $before } ({ $fall } less)
evidence-gone_quiet = usually orders every { $gap ->
    [one] day
   *[other] { $gap } days
}, silent for { $silence ->
    [one] { $silence } day
   *[other] { $silence } days
} now
    .then = usually ordered every { $gap ->
        [one] day
       *[other] { $gap } days
    } and had been silent for { $silence ->
        [one] { $silence } day
       *[other] { $silence } days
    }
evidence-range_stopped = still orders, but no “{ $category }” since { $last }; it was worth { $yearly } a year
    .then = still ordered, but no “{ $category }” since { $last }; it had been worth { $yearly } a year
evidence-range_stopped_counts = still orders, but no “{ $category }” since { $last }
    .then = still ordered, but no “{ $category }” since { $last }
reason-late = usually orders every { $gap ->
    [one] day
   *[other] { $gap } days
}, the last order was { $silence ->
    [one] { $silence } day
   *[other] { $silence } days
} ago
    .then = usually ordered every { $gap ->
        [one] day
       *[other] { $gap } days
    }, the last time { $silence ->
        [one] { $silence } day
       *[other] { $silence } days
    } before
reason-valuable = { $orders ->
    [one] { $orders } order
   *[other] { $orders } orders
} so far; a chance of { $risk } of not ordering again within { $months }
    .then = { $orders ->
        [one] { $orders } order
       *[other] { $orders } orders
    } by then; a chance of { $risk } of not ordering again within { $months }
reason-one_time = one order of { $amount }, { $silence ->
    [one] { $silence } day
   *[other] { $silence } days
} ago, and none since
    .then = one order of { $amount }, { $silence ->
        [one] { $silence } day
       *[other] { $silence } days
    } before, and none since
reason-one_time_counts = one order { $silence ->
    [one] { $silence } day
   *[other] { $silence } days
} ago, and none since
    .then = one order { $silence ->
        [one] { $silence } day
       *[other] { $silence } days
    } before, and none since

rule-own_limit = A customer counts as lost when silent for longer than their own rhythm explains: past the time within which 95% of gaps like theirs end, and more likely gone than not.
rule-own_limit_one_time = A customer counts as lost when silent for longer than their own rhythm explains: past the time within which 95% of gaps like theirs end, and more likely gone than not. For someone with a single order that is { $limit }.
rule-after = A customer counts as lost after { $limit } without an order, the same for everybody.
