# Saved views, and changes of many customers at once.
list-everybody-short = Everybody
views = Saved views
view-save = Save as a view
view-change = Change the view
view-name = Name
view-shared = Everybody sees it
view-remove = Remove the view
view-was-saved = View saved
view-was-changed = View changed
view-was-removed = View removed
view-no-name = Nothing was saved: a view needs a name of 60 characters at most
view-counted = { $customers }, counted { $when }
bulk-title = Change several at once
bulk-whom = Whom
bulk-ticked = Those ticked
bulk-page = All on this page
bulk-all = All that fit
bulk-tag = Tag
bulk-add = Add
bulk-take = Remove
bulk-field = Field
bulk-value = becomes
bulk-set = Set
bulk-done = Done
bulk-noting = Noting whom it means…
bulk-changing = Changing them…
bulk-taking-back = Taking it back…
bulk-nobody = Nobody was ticked: nothing was changed
bulk-choose = Choose…
bulk-no-owner = Nobody was chosen to look after them: nothing was changed
bulk-too-many = Tick 1,000 at most, or choose all that fit
bulk-not-done = This is still being done: take it back when it is
bulk-was-undone = Taken back, but for what somebody has changed since
bulk-changed = { $count ->
        [one] { $number } customer changed
       *[other] { $number } customers changed
    }
