# The API and its pages.

api-title = API
api-words = Pentru programe: JSON prin HTTPS. Un token din setări spune care este programul și ce are voie să facă.
api-problems = Probleme
    .words = Orice eroare este semnalată ca problem+json; acestea sunt tipurile.
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
problem-refused = Unele valori nu sunt acceptate
    .advice = Nu s-a modificat nimic. Corectați cele indicate și trimiteți din nou.
problem-conflict = În starea actuală, acest lucru nu este posibil
    .advice = Nu s-a modificat nimic. Verificați din nou.
problem-changed-since = Între timp cineva a modificat acest lucru
    .advice = Nu s-a modificat nimic. Verificați din nou și repetați modificarea.
problem-version-needed = Nu este indicată versiunea pe care o modificați
    .advice = Trimiteți în If-Match ETag-ul a ceea ce ați văzut.
problem-key-taken = Această cheie aparține altei cereri
    .advice = Nu s-a modificat nimic. Alegeți o cheie nouă pentru fiecare modificare.
