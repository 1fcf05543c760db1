# Files of what was written down.
files = Files
    .hint = Receipts, photos, mails: up to 10, each up to 10 MB
files-choose = Choose…
file-kilobytes = { $number } kB
file-too-large = “{ $name }” is larger than 10 MB. The others are kept; send a smaller one instead.
file-too-many = No more than { $most } files belong to one entry. Remove some, or write down another.
file-was-removed = File removed
file-not-kept = This file is not kept any more. Add it again.
