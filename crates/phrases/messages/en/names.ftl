# What groups, columns, models and actions are called.

segment-champion = Champions
    .meaning = ordered lately, order often
segment-loyal = Loyal
    .meaning = order often
segment-potential_loyalist = Potential loyalists
    .meaning = ordered lately, more than once
segment-new = New
    .meaning = ordered very lately, for the first time or nearly
segment-promising = Promising
    .meaning = ordered fairly lately, few orders so far
segment-needs_attention = Need attention
    .meaning = ordered fairly often, cooling off
segment-about_to_sleep = About to sleep
    .meaning = few orders, cooling off
segment-at_risk = At risk
    .meaning = used to order often, silent for long
segment-cant_lose = Can’t lose them
    .meaning = ordered most of all, silent for long
segment-hibernating = Hibernating
    .meaning = few orders, silent for long
segment-lost = Lost
    .meaning = silent past their limit

standing-active = active
standing-gone_quiet = gone quiet
standing-lost = lost

action-call = Call and ask whether all was well with their last order
action-call_before_lost = Call now: { $days } more of silence, and they count as lost
    .then = { $days } more of silence, and they were to count as lost: if nothing has come since, they do
action-call_in_person = Call in person: after { $orders ->
    [one] { $orders } order
   *[other] { $orders } orders
}, ask what has changed
action-remind = Remind them: offer to repeat their usual order
action-thank = Thank them and ask what they will need next
action-ask_about_range = Ask what they buy instead of “{ $category }”
action-review_account = Ask what they now buy elsewhere
action-invite_back = Invite them to a second order

attribute-source = Source
attribute-country = Country
attribute-first_product = First product
attribute-first_category = First category
attribute-first_order_size = Size of the first order
attribute-first_order_discounted = Discount on the first order
attribute-value-yes = yes
attribute-value-no = no

role-customer = Customer
role-date = Date
role-amount = Amount
role-order = Order number
role-product = Product
role-category = Category
role-quantity = Quantity
role-price = Price
role-currency = Currency
role-source = Source
role-email = E-mail
role-phone = Telephone
role-country = Country
role-discount = Discount
role-status = Status
role-time = Time
role-refunded = Refunded
role-date_order = Order in dates
role-decimal = Decimal mark

date_order-dmy = day, month, year
date_order-mdy = month, day, year
date_order-ymd = year, month, day

model-bg_nbd = BG/NBD: each customer orders at their own rate and may leave after any order. Shown for comparison only: it never takes a one-time buyer for lost.
model-mbg_nbd = MBG/NBD: each customer orders at their own rate and may leave after any order, the first included.
model-mbg_cnbd = MBG/CNBD-k: as MBG/NBD, for customers who order at a steady rhythm; the greater k, the steadier.
model-pareto_nbd = Pareto/NBD: each customer orders at their own rate and may leave at any time.
model-gamma_gamma = Gamma–Gamma: each customer spends around their own mean per order; what is not known of few orders is taken from everyone’s.
