# The record as measures read it.
progress-record = Կարդացվում է գրանցամատյանը
rebuild-read = Կարդացվել է իրադարձությունների մատյանից՝ { $count ->
    [one] { $count } գրառում
   *[other] { $count } գրառում
}
rebuild-done = Նորից պատրաստվել է իրադարձությունների մատյանի { $count ->
    [one] { $count } գրառումից։
   *[other] { $count } գրառումից։
}
facts-file-unused = { $file } փաստերի ֆայլը հնարավոր չէ օգտագործել (նորից պատրաստելու համար՝ perennial rebuild facts)
facts-file-damaged = { $file } փաստերի ֆայլը վնասված է․ փաստերը նորից պատրաստեք՝ perennial rebuild facts
