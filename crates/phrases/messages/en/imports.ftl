# Files brought into the record.
import-customers = { $count ->
    [one] { $count } customer
   *[other] { $count } customers
}
import-orders = { $count ->
    [one] { $count } order
   *[other] { $count } orders
}
import-names-from = Names of customers from: { $columns }
import-left-over = Columns that are not brought in: { $columns }
import-staging = Staging the orders
import-applying = Putting them into the record
import-found = In the files: { $customers }, { $orders } from { $first } to { $last }, { $sums }
import-no-currency = The files name no currency: their amounts are bare numbers. To say which it is, import them with --currency and its code, as in --currency EUR. What is in the record without a currency is given it then
import-taken-back = { $count ->
    [one] { $count } of the orders was returned whole and counts as cancelled
   *[other] { $count } of the orders were returned whole and count as cancelled
}
import-anonymous = { $count ->
    [one] { $count } row names no customer and was left out
   *[other] { $count } rows name no customer and were left out
}
import-unmatched = { $count ->
    [one] { $count } return has no purchase in the files and was left out
   *[other] { $count } returns have no purchase in the files and were left out
}
import-duplicates = { $count ->
    [one] { $count } row repeats another exactly
   *[other] { $count } rows repeat another exactly
}
import-added = New in the record: { $customers }, { $orders }
import-nothing-new = Brought nothing new: { $customers } and { $orders } were in the record already. Nothing was changed.
import-filled = { $count ->
    [one] { $count } known customer had blanks that are filled now
   *[other] { $count } known customers had blanks that are filled now
}
import-known = { $count ->
    [one] { $count } order was known and stays as it is
   *[other] { $count } orders were known and stay as they are
}
import-differing = { $count ->
    [one] { $count } of them comes to something else in the files; the record keeps its own
   *[other] { $count } of them come to something else in the files; the record keeps its own
}
import-other-currency = { $count ->
    [one] { $count } order is in { $ours } in the record and in { $theirs } in the files; the record keeps its own
   *[other] { $count } orders are in { $ours } in the record and in { $theirs } in the files; the record keeps its own
}
import-other-currencies = { $count ->
    [one] { $count } order is in another currency in the record than in the files: { $pairs }; the record keeps its own
   *[other] { $count } orders are in other currencies in the record than in the files: { $pairs }; the record keeps its own
}
import-currency-instead = { $ours } instead of { $theirs } ({ $count })
import-currencies-more = { $count ->
    [one] { $count } more pair
   *[other] { $count } more pairs
}
import-given-currency = { $count ->
    [one] { $count } known order had no currency and was given it
   *[other] { $count } known orders had no currency and were given it
}
import-clashing = { $count ->
    [one] { $count } order has the number of another in the files and was left out
   *[other] { $count } orders have the number of another in the files and were left out
}
import-next = See them with: perennial serve{ $record }. To take it all back: perennial import undo { $id }{ $record }
import-next-take-back = To take it all back: perennial import undo { $id }{ $record }
import-next-see = See what is there with: perennial serve{ $record }
import-would-add = Would be new in the record: { $customers }, { $orders }
import-would-know = Known already: { $customers }, { $orders }
import-would-fill = { $count ->
    [one] { $count } known customer has blanks that would be filled
   *[other] { $count } known customers have blanks that would be filled
}
import-would-give-currency = { $count ->
    [one] { $count } known order has no currency and would be given it
   *[other] { $count } known orders have no currency and would be given it
}
import-would-clash = { $count ->
    [one] { $count } order has the number of another in the files and would be left out
   *[other] { $count } orders have the number of another in the files and would be left out
}
import-dry-run = A dry run: nothing was written.
import-broken-off = Nothing of it shows in the record. To go on: perennial import resume { $id }{ $record }
import-none = Nothing has been imported yet. Begin with: perennial import orders FILE{ $record }
import-listed = { $state } · { $moment } · { $customers }, { $orders } · { $files }
import-listed-known = { $state } · { $moment } · there already: { $customers }, { $orders } · { $files }
import-listed-did = { $state } · { $moment } · { $did } · { $files }
import-is-reading = being read
import-is-entering = being put into the record
import-is-staging = broken off or still being read
import-is-staged = read, not yet in the record
import-is-applied = in the record
import-is-repeat = brought nothing new
import-is-filled = filled in what was lacking
import-is-undone = taken back
import-is-discarded = discarded
import-taken-out = Taken back: { $customers }, { $orders }
import-left = Left, because something has happened with them since: { $customers }, { $orders }
import-emptied = { $count ->
    [one] { $count } field is blank again
   *[other] { $count } fields are blank again
}
import-fields-left = { $count ->
    [one] { $count } field stays, because somebody has changed it since
   *[other] { $count } fields stay, because somebody has changed them since
}
import-currencies-emptied = { $count ->
    [one] { $count } order has no currency again
   *[other] { $count } orders have no currency again
}
import-currencies-left = { $count ->
    [one] { $count } order keeps its currency, because somebody has changed the order since
   *[other] { $count } orders keep their currency, because somebody has changed them since
}
import-currencies-gone = { $count ->
    [one] { $count } order that was given its currency was gone already, with the import that had brought it
   *[other] { $count } orders that were given their currency were gone already, with the import that had brought them
}
import-products-out = { $count ->
    [one] { $count } product that nothing else uses is gone too
   *[other] { $count } products that nothing else uses are gone too
}
import-discarded = Discarded. Nothing of it was in the record.
import-another-is-open = another import is open; finish it with perennial import resume { $id }{ $record }, or give it up with perennial import discard { $id }{ $record }
import-not-possible = that cannot be done with this import: it is { $state }
import-brought-nothing = this import brought nothing: there is nothing to take back
import-files-changed = the files are not what they were when the import began; discard it and import them again
import-unknown = there is no import of this id; perennial import list shows all
import-nothing-broken-off = no import was broken off; perennial import list{ $record } shows what was imported
import-cannot-resume = how its files are read is not known any more; discard it and import them again
import-goes-on-by-itself = its files were sent from a browser: perennial serve goes on with it by itself
imports-title = Imports
imports-files = Files
imports-when = Begun
imports-state = State
imports-orders = Orders
imports-undo = Take it all back
imports-undo-ask = Take { $customers } and { $orders } out of the record? To have them again, the files have to be imported again.
imports-undo-filled-ask = Take back what this import filled in? To have it again, the files have to be imported again.
imports-empty = No files have been imported yet
    .words = Bring in your orders and who placed them from files. All of it comes at once or not at all, and can be taken back.
timeline-orders-imported = { $count ->
    [one] { $count } order from a file
   *[other] { $count } orders from a file
}
timeline-orders-removed = { $count ->
    [one] { $count } order taken back with its file
   *[other] { $count } orders taken back with their file
}
timeline-orders-given-currency = { $count ->
    [one] { $count } order was given its currency by a file
   *[other] { $count } orders were given their currency by a file
}
timeline-orders-without-currency = { $count ->
    [one] { $count } order has no currency again: its file was taken back
   *[other] { $count } orders have no currency again: their file was taken back
}
imports-source = Source
import-was-undone = Import taken back
