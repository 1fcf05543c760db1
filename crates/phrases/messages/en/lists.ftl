# Lists of customers: asking for them, filters, columns.
list-find = Words, or owner:me tag:vip seen:<30d
list-filter = Filter
list-columns = Columns
list-export = Export
list-currency = Currency
list-apply = Show
list-cut = Many customers were looked through for this page. “Next” goes on.
list-tags = Tags
list-tier = Tier
list-standing = Standing
list-risk-least = Risk in %, at least
list-risk-percent = Risk, %
list-at-risk = Money at risk
list-at-risk-currency = Currency of money at risk
list-orders = Orders
list-orders-least = Orders, at least
list-spent = Spent
list-spent-least = Spent, at least
query-me = Me
query-nobody = Nobody
query-objected = Objects
query-unsaid = Nothing said yet
query-has = Known
query-no = Not known
query-weeks = { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }
query-years = { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
query-not-one = “{ $word }” cannot be understood here. Write, for example: { $examples }
query-not-own = “{ $word }” is nothing that this field can hold
query-not-staff = Nobody here is called “{ $word }”, or several are. Write a full name or an e-mail address.
query-no-team = There is no team “{ $word }” here. Write the name of one.
query-no-field = There is no field “{ $word }”. There are, for example: { $names }. To look for the words themselves, put them in quotation marks.
query-no-tier = The settings name no tier “{ $word }”
query-backwards = “{ $word }” ends before it begins. Write the smaller first.
query-too-much = This is too long: 1,000 characters and 24 conditions are the most.
value-yes = Yes
value-no = No
tag-add = Add a tag
tag-was-added = Tagged: { $tag }
tag-was-removed = Tag removed: { $tag }
tag-not-one = Write a word or a few, { $longest } characters at most
tag-too-many = { $most } tags are the most a customer can have: remove those that say nothing
timeline-tagged = Tagged: { $tag }
timeline-untagged = Tag removed: { $tag }
