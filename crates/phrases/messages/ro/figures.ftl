# What the review says, on the pages of the record.
figures = Cifre
figures-as-of = La data de { $day }; calculat { $moment }
figures-of-then = La data de { $day }, acum { $days }: nu cuprind comenzi mai noi. Ce se spune aici era valabil atunci.
figures-none = Încă nu există comenzi: cifrele apar la un minut după prima.
figures-awaited = Se calculează: cifrele apar în curând.
figures-objection = Se opune marketingului: nu se calculează cifre despre acest client.
figure-spent = Cheltuit într-un an
    .note = ultimele 12 luni
    .then = 12 luni până la { $day }
figure-value = Valoare viitoare
    .note = între { $low } și { $high } în { $months }
figure-seen = Ultimul contact
    .note = acum { $days }
    .today = astăzi
    .never = încă nicio comandă, niciun contact
figure-risk = Risc
    .note = nicio comandă în { $months }
    .note-money = nicio comandă în { $months }; { $money } în pericol
    .spark = Riscul din ultimele 30 de zile
    .spark-then = Riscul din cele 30 de zile până la { $day }
figure-happiness = Satisfacție
figure-not-asked = încă nu a fost întrebat
figure-unknown = încă prea puține comenzi
figure-awaited = se calculează
figure-why = De ce
    .none = Niciun motiv de îngrijorare: comandă ca de obicei.
    .lost = E considerat pierdut: tace dincolo de limita sa.
    .unknown = Încă nu se știe nimic: cifrele se calculează din ce s-a comandat înainte de astăzi.
    .awaited = Se calculează și apare în curând.
    .none-then = Niciun motiv de îngrijorare: comanda ca de obicei.
    .lost-then = Era considerat pierdut: tăcea dincolo de limita sa.
figure-since = De atunci: { $what ->
    [call] apel la { $day }.
    [meeting] întâlnire la { $day }.
    [visit] vizită la { $day }.
    [gift] cadou la { $day }.
   *[order] comandă la { $day }.
}
figure-next = Ce e de făcut
figure-how = Cum se calculează aceste cifre
today-drifting = Clienți fideli care se îndepărtează
    .then = Clienți fideli care se îndepărtau
today-drifting-mine = Cei de care vă ocupați dumneavoastră și cei de care nu se ocupă nimeni.
today-drifting-team = Cei de care se ocupă echipa dumneavoastră și cei de care nu se ocupă nimeni.
today-drifting-all = Toți: nu faceți parte din nicio echipă.
today-drifting-everybody = Indiferent cine se ocupă de ei.
today-at-risk = În pericol
today-drifting-by-risk = Toți clienții, după suma în pericol
review-alone = Deschide separat
review-differs = De ce analiza unui fișier poate spune altceva
review-knows = Făcută din evidență, care păstrează ce s-a cumpărat, când, pentru ce sumă și în ce țară, dar nu categorii, surse sau reduceri. Analiza unui fișier care le are se uită și la ele și numără, printre clienții fideli care cumpără mai puțin, pe cei care au renunțat la o categorie; aici, pe cei care au renunțat la un produs. Cine refuză marketingul intră în cifrele de aici, dar nu apare la „Astăzi”.
review-empty = Încă nu există o analiză
    .words = Cine a plecat, cât a costat, cine pleacă acum: analiza se face la un minut după primele comenzi și din nou la fiecare schimbare.
review-awaited = Analiza este în lucru
    .words = Apare în curând. Reveniți atunci.
