# Finding customers and what happened with them.
search-title = Search
search-for = Found for “{ $words }”
search-shown = { $count ->
        [one] { $number } customer on this page
       *[other] { $number } customers on this page
    }
search-guess = Spelt in a similar way
search-nothing = Nothing found for “{ $words }”
    .words = Try fewer words, or a part of the name or number. What was written down just now can be found in a few seconds.
search-empty = Find anything
    .words = A name in any alphabet, even misspelt; a telephone number however it is written, or its last four digits; an e-mail address, a code, a town; the number of an order or a parcel; words of a note or a call, in quotation marks where they stand together.
