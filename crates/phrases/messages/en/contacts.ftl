# The people at a customer.
contacts = People
contacts-none = Nobody is known by name yet
contact-add = Add a person
contact-role = What they do there
contact-was-added = Added: { $name }
contact-was-changed = Changed
contact-was-removed = Removed
contact-changed-since = Somebody has changed these details meanwhile. Look at what is there now and change it again.
contact-too-many = More than { $most ->
        [one] { $most } person
       *[other] { $most } people
    } at one customer: remove those who have left
timeline-contact-added = Person added
timeline-contact-changed = Details of a person changed
timeline-contact-removed = Person removed
timeline-contact-restored = Person brought back
