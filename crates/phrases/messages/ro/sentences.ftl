# Scrisoarea, motivele și regula.

letter-lost_cost = În douăsprezece luni ați pierdut { $lost } { $of ->
    [one] din { $of } client
    [few] din { $of } clienți
   *[other] din { $of } de clienți
}; asta înseamnă { $cost } pe an.
letter-lost = În douăsprezece luni ați pierdut { $lost } { $of ->
    [one] din { $of } client
    [few] din { $of } clienți
   *[other] din { $of } de clienți
}.
letter-lost_none = { $of ->
    [one] Singurul client pe care îl aveați acum un an este tot alături de dvs.
    [few] Toți cei { $of } clienți pe care îi aveați acum un an sunt tot alături de dvs.
   *[other] Toți cei { $of } de clienți pe care îi aveați acum un an sunt tot alături de dvs.
}
letter-no_start = Acum un an nu aveați încă niciun client de pierdut: prima comandă este din { $from }.
letter-none_left = Acum un an nu mai aveați pe cine pierde: toți cei care comandaseră până atunci erau socotiți pierduți.
letter-no_limit = Nimeni nu a revenit încă, așa că nu se poate spune cine { $of ->
    [one] (aveți { $of } client)
    [few] dintre cei { $of } clienți
   *[other] dintre cei { $of } de clienți
} este pierdut.

letter-rate_fell = Rata de retenție este { $rate }, în scădere față de { $before } în perioada anterioară.
letter-rate_rose = Rata de retenție este { $rate }, în creștere față de { $before } în perioada anterioară.
letter-rate_same = Rata de retenție este { $rate }, la fel ca în perioada anterioară.
letter-rate_alone = Rata de retenție este { $rate }; nu există o perioadă anterioară pentru comparație.
letter-each_once = Până acum { $customers ->
    [one] a comandat { $customers } client, o singură dată.
    [few] au comandat { $customers } clienți, fiecare o singură dată.
   *[other] au comandat { $customers } de clienți, fiecare o singură dată.
}
letter-so_far = Până acum { $customers ->
    [one] { $customers } client a plasat
    [few] { $customers } clienți au plasat
   *[other] { $customers } de clienți au plasat
} { $orders ->
    [one] { $orders } comandă.
    [few] { $orders } comenzi.
   *[other] { $orders } de comenzi.
}
letter-orders_end = Ultima comandă este din { $last }, cu { $days } înainte de ziua acestei analize: cine a comandat de atunci apare ca tăcut.

letter-drifting = Acum se îndepărtează { $drifting } { $regulars ->
    [one] din { $regulars } client fidel
    [few] din { $regulars } clienți fideli
   *[other] din { $regulars } de clienți fideli
}.
letter-drifting_all = { $regulars ->
    [one] Singurul dvs. client fidel se îndepărtează acum.
    [few] Toți cei { $regulars } clienți fideli se îndepărtează acum.
   *[other] Toți cei { $regulars } de clienți fideli se îndepărtează acum.
}
letter-drifting_none = { $regulars ->
    [one] Singurul dvs. client fidel nu se îndepărtează.
    [few] Niciunul dintre cei { $regulars } clienți fideli nu se îndepărtează acum.
   *[other] Niciunul dintre cei { $regulars } de clienți fideli nu se îndepărtează acum.
}
letter-no_regulars = Nu aveți încă clienți fideli: nimeni nu a comandat destul de des.
letter-regulars_lost = { $lost ->
    [one] Singurul dvs. client fidel este pierdut.
    [few] Nu v-a mai rămas niciun client fidel: toți cei { $lost } sunt pierduți.
   *[other] Nu v-a mai rămas niciun client fidel: toți cei { $lost } sunt pierduți.
}

finding-source = Clienții veniți prin „{ $value }” au plecat de { $ratio } ori mai des decât ceilalți.
finding-country = Clienții din „{ $value }” au plecat de { $ratio } ori mai des decât ceilalți.
finding-first_product = Clienții care au început cu „{ $value }” au plecat de { $ratio } ori mai des decât ceilalți.
finding-first_category = Clienții care au început cu „{ $value }” au plecat de { $ratio } ori mai des decât ceilalți.
finding-first_order_size = Clienții a căror primă comandă a fost de { $value } au plecat de { $ratio } ori mai des decât ceilalți.
finding-first_order_discounted = Clienții a căror primă comandă a avut reducere au plecat de { $ratio } ori mai des decât ceilalți.
finding-first_order_full_price = Clienții a căror primă comandă a fost la preț întreg au plecat de { $ratio } ori mai des decât ceilalți.
finding-other = Clienții cu „{ $value }” în coloana „{ $attribute }” au plecat de { $ratio } ori mai des decât ceilalți.

evidence-order_value_falling = comandă în medie de { $now }, față de { $before } înainte (cu { $fall } mai puțin)
    .then = comanda în medie de { $now }, față de { $before } înainte (cu { $fall } mai puțin)
evidence-gone_quiet = de obicei comandă o dată la { $gap ->
    [one] { $gap } zi
    [few] { $gap } zile
   *[other] { $gap } de zile
}, acum tace de { $silence ->
    [one] { $silence } zi
    [few] { $silence } zile
   *[other] { $silence } de zile
}
    .then = de obicei comanda o dată la { $gap ->
        [one] { $gap } zi
        [few] { $gap } zile
       *[other] { $gap } de zile
    }, dar tăcea de { $silence ->
        [one] { $silence } zi
        [few] { $silence } zile
       *[other] { $silence } de zile
    }
evidence-range_stopped = comandă în continuare, dar nu și „{ $category }” din { $last }; aducea { $yearly } pe an
    .then = mai comanda, dar nu și „{ $category }” din { $last }; aducea { $yearly } pe an
evidence-range_stopped_counts = comandă în continuare, dar nu și „{ $category }” din { $last }
    .then = mai comanda, dar nu și „{ $category }” din { $last }
reason-late = de obicei comandă o dată la { $gap ->
    [one] { $gap } zi
    [few] { $gap } zile
   *[other] { $gap } de zile
}, ultima comandă a fost acum { $silence ->
    [one] { $silence } zi
    [few] { $silence } zile
   *[other] { $silence } de zile
}
    .then = de obicei comanda o dată la { $gap ->
        [one] { $gap } zi
        [few] { $gap } zile
       *[other] { $gap } de zile
    }, ultima oară cu { $silence ->
        [one] { $silence } zi
        [few] { $silence } zile
       *[other] { $silence } de zile
    } înainte
reason-valuable = { $orders ->
    [one] { $orders } comandă
    [few] { $orders } comenzi
   *[other] { $orders } de comenzi
} până acum și o probabilitate de { $risk } să nu mai urmeze alta timp de { $months }
    .then = { $orders ->
        [one] { $orders } comandă
        [few] { $orders } comenzi
       *[other] { $orders } de comenzi
    } până atunci și o probabilitate de { $risk } să nu mai urmeze alta timp de { $months }
reason-one_time = o singură comandă, de { $amount }, acum { $silence ->
    [one] { $silence } zi
    [few] { $silence } zile
   *[other] { $silence } de zile
}, și nimic de atunci
    .then = o singură comandă, de { $amount }, cu { $silence ->
        [one] { $silence } zi
        [few] { $silence } zile
       *[other] { $silence } de zile
    } înainte, și nimic de atunci
reason-one_time_counts = o singură comandă acum { $silence ->
    [one] { $silence } zi
    [few] { $silence } zile
   *[other] { $silence } de zile
}, și nimic de atunci
    .then = o singură comandă, cu { $silence ->
        [one] { $silence } zi
        [few] { $silence } zile
       *[other] { $silence } de zile
    } înainte, și nimic de atunci

rule-own_limit = Un client este considerat pierdut când tace mai mult decât explică propriul ritm: peste timpul în care se încheie 95 % dintre pauzele asemănătoare și mai degrabă plecat decât rămas.
rule-own_limit_one_time = Un client este considerat pierdut când tace mai mult decât explică propriul ritm: peste timpul în care se încheie 95 % dintre pauzele asemănătoare și mai degrabă plecat decât rămas. Pentru cine are o singură comandă limita este de { $limit }.
rule-after = Un client este considerat pierdut după { $limit } fără comandă, la fel pentru toți.
