# Words of the parts that pages are made of.
part-remove = Remove
part-edit = Edit
part-save = Save
part-cancel = Cancel
part-undo = Undo
part-unknown = not known yet
part-there-now = What stands there now
part-pages = Pages
part-previous = Previous
part-next = Next
part-sort = Sort by this column
part-sort-by = Sort by
days-reversed = The first day is after the last, so nothing lies between them: choose an earlier first day or a later last one.
none-such = Nothing fits these filters
    .words = Take one of them away, or look for something else.
none-such-clear = Clear the filters
