# Ինչու համակարգը չկարողացավ անել այն, ինչ խնդրվեց։
error-cannot-print = Հնարավոր չէ տպել՝ { $reason }։
system-not-found = այդպիսի ֆայլ կամ պանակ չկա
system-not-allowed = մուտքն արգելված է
system-disk-full = սկավառակը լի է
system-is-folder = դա պանակ է
system-not-a-folder = ուղու մի մասը պանակ չէ
system-read-only = սկավառակը միայն ընթերցման համար է
