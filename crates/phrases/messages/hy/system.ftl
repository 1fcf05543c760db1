# Ինչու համակարգը չկարողացավ անել այն, ինչ խնդրվեց։
error-cannot-print = Հնարավոր չէ տպել՝ { $reason }
error-standard-input = Հնարավոր չէ ընդունել ստանդարտ մուտքը՝ { $reason }։ Այն պահվում է ժամանակավոր ֆայլում, որի պանակը նշում է TMPDIR-ը։
system-not-found = այդպիսի ֆայլ կամ պանակ չկա
system-not-allowed = մուտքն արգելված է
system-disk-full = սկավառակը լի է
system-is-folder = դա պանակ է
system-not-a-folder = ուղու մի մասը պանակ չէ
system-read-only = սկավառակը միայն ընթերցման համար է
system-no-folder = նրա պանակը չկա․ նախ ստեղծեք այն
system-name-taken = այդ անունով ֆայլ արդեն կա
