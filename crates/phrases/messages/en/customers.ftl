# Customers: fields, lists, their page.
customers-add = Add a customer
customers-seen = Last seen
customers-added = Added
customers-count = { $count ->
        [one] { $number } customer
       *[other] { $number } customers
    }
customers-empty = No customers yet
    .words = Everybody you sell to belongs here: who they are, why they choose you and all that happened with them.
field-name = Name
    .question = What are they called?
field-kind = Person or company
    .question = A person or a company?
field-code = Code
    .question = What is their number in your other systems?
field-owner = Looked after by
    .question = Who looks after them?
field-email = E-mail
    .question = Where to write?
field-phone = Telephone
    .question = Which number to call?
field-language = Language
    .question = Which language do they prefer?
field-channel = Best reached by
    .question = How do they like to be reached?
field-country = Country
    .question = Which country? Two letters, such as AM
field-city = Town
    .question = Which town?
field-marketing = Marketing
    .question = May we write of our own accord?
field-why_us = Why they choose us
    .question = Why do they choose you?
field-found_us = How they found us
    .question = How did they find you?
field-brought = Whom they brought
    .question = Whom did they bring?
field-thanked = How we thanked them
    .question = How did you thank them?
field-leaving = What would make them leave
    .question = What would make them leave, or did?
field-preferences = Good to know
    .question = What should one know before speaking to them?
kind-person = Person
kind-company = Company
channel-email = E-mail
channel-phone = Call
channel-message = Message
channel-letter = Letter
channel-visit = Visit
marketing-consent = Agreed
marketing-objection = Objects: no marketing, no figures for it
customer-facts = What we must know
customer-details = Details
customer-timeline = What happened
customer-since = Customer since { $day }
customer-older = Older
customer-was-added = Added
customer-was-removed = Taken back: { $name }
customer-not-removed = { $name } stays: their history has { $what }, which would be lost with them
hanging-orders = orders
hanging-interactions = calls or notes
hanging-contacts = people
customer-was-changed = Changed: { $fields }
customer-was-undone = Taken back
customer-nothing-to-undo = Somebody has changed it since: nothing was taken back
customer-changed-since = Somebody has changed this customer meanwhile. Look at what it says now and save again.
value-missing = This cannot be left empty
value-too-long = Longer than { $longest ->
        [one] { $longest } character
       *[other] { $longest } characters
    }
value-not-one = This is not one that can stand here
value-taken = Another customer has it
timeline-customer-added = Added
timeline-customer-changed = Details changed
