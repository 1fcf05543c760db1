# What was typed and cannot be, option by option.
usage-of-option = { $option }: { $reason }
usage-share = “{ $text }” is not a share; write 25%
usage-share-range = “{ $text }” is not above 0% and at most 100%; write 25%
usage-share-whole = “{ $text }” leaves nothing; stay below 100%
usage-months = “{ $text }” is not a span of months up to 100 years; write 12m or 2y
usage-days = “{ $text }” is not a span of days up to 100 years; write 365d or 52w
usage-memory = “{ $text }” is not an amount of memory; write 2GiB or 500MiB
usage-memory-least = “{ $text }” is too little memory; the least is { $least }
usage-period = “{ $text }” is not a period; write year, quarter, month or 2025-01-01..2026-01-01
usage-period-empty = “{ $text }” ends before it begins; write the first day and the day after the last, as 2025-01-01..2026-01-01
usage-day = “{ $text }” is not a day; write it as 2025-12-31
usage-currency = “{ $text }” is not a currency; write its code, as EUR
usage-import = “{ $text }” is not the id of an import; perennial import list shows them
usage-language = “{ $text }” is not a language spoken here; write en, ru, ro, el or hy
usage-map-no-column = “{ $text }” does not say which column is which; write field=column, as in customer=Client
usage-map-field = “{ $text }” is not a field; the fields are { $fields }
usage-map-date-order = “{ $text }” is not an order of day and month; write date_order=dmy, mdy or ymd
usage-map-decimal = “{ $text }” is not a decimal sign; write decimal=point or decimal=comma
usage-map-twice = { $text } is named twice; one column can hold it
usage-map-quote = “{ $text }” has a double quote without an end; put one after the column’s name
