# Orders and shipments.
order-whose = Whose order is it?
order-lines = What was bought
order-more-lines = More lines
order-total-hint = The sum of the lines, if empty
order-was-added = Order added
order-was-edited = Order changed
order-changed-since = Somebody has changed this order meanwhile. Look at what is there now and change it again.
order-is-now = Order: { $state }
order-open = open
order-shipped = shipped
order-delivered = delivered
order-cancelled = cancelled
order-not-possible = This order can no longer become that; its shipments say how far it is
order-code-taken = This source has an order of this number already
order-line-refused = Line { $line } needs a product, a whole number of pieces and a price such as 12.50
order-too-many-lines = An order has { $most } lines at most
order-in-future = This lies in the future or cannot be read
order-shipments = Shipments
order-of = Order of { $day }
order-new-shipment = Write down a shipment
order-ship = Write down
order-was-sent = Sent
order-carrier = Carrier
order-tracking = Tracking number
order-sent-on = Sent on { $day }
order-arrived-on = Arrived on { $day }
timeline-shipment-sent = Shipment sent
timeline-shipment-arrived = Shipment arrived
timeline-shipment-under-way = Shipment still under way
timeline-order-edited = changed
orders-state = State
orders-any-state = any state
orders-from = Placed from
orders-until = Placed until
orders-placed = Placed
orders-filter = Filter
orders-all = All orders
orders-by-day = Filtered orders are sorted by day
orders-as-added = Orders with one product stand as they were added, the last first
orders-count = { $count ->
        [one] { $number } order
       *[other] { $number } orders
    }
orders-empty = No orders yet
    .words = What customers buy belongs here, line by line: by hand, from a file or through the API.
