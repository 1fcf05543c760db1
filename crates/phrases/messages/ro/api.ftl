# The API and its pages.

api-title = API
api-words = Pentru programe: JSON prin HTTPS. Un token din setări spune cine este programul și ce are voie.
api-problems = Probleme
    .words = Orice nu reușește primește răspuns ca problem+json; acestea sunt felurile.
api-name = Nume
api-holds = Conține
api-about = Ce este
api-required = obligatoriu
api-right = cere dreptul
api-parameters = Parametri
api-body = Conținut
api-answers = Răspunsuri
api-status = Stare

problem-broken = JSON-ul acestei cereri este deteriorat
    .advice = Trimiteți-l din nou, întreg.
problem-refused = Ceva de aici nu se acceptă
    .advice = Nu s-a modificat nimic. Corectați ce este numit și trimiteți din nou.
problem-conflict = Așa cum stau lucrurile acum, nu se poate
    .advice = Nu s-a modificat nimic. Priviți din nou.
problem-changed-since = Între timp cineva a modificat acest lucru
    .advice = Nu s-a modificat nimic. Priviți din nou și repetați modificarea.
problem-version-needed = O modificare trebuie să spună de la ce pornește
    .advice = Trimiteți în If-Match ETag-ul a ceea ce ați văzut.
problem-key-taken = Această cheie aparține altei cereri
    .advice = Nu s-a modificat nimic. Alegeți o cheie nouă pentru fiecare modificare.
