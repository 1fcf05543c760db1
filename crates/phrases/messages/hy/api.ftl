# The API and its pages.

api-title = API
api-words = Ծրագրերի համար․ JSON՝ HTTPS-ով։ Կարգավորումներից ստացված թոքենն ասում է՝ որն է ծրագիրը և ինչ կարող է անել։
api-problems = Խնդիրներ
    .words = Ամեն սխալ վերադարձվում է problem+json ձևով․ սրանք են տեսակները։
api-name = Անուն
api-holds = Պարունակում է
api-about = Ինչ է
api-required = պարտադիր
api-right = պահանջում է իրավունք
api-parameters = Պարամետրեր
api-body = Մարմին
api-answers = Պատասխաններ
api-status = Կարգավիճակ

problem-broken = Այս հարցման JSON-ը վնասված է
    .advice = Ուղարկեք այն նորից՝ ամբողջությամբ։
problem-refused = Որոշ արժեքներ չեն ընդունվում
    .advice = Ոչինչ չի փոխվել։ Ուղղեք նշվածը և ուղարկեք նորից։
problem-conflict = Ներկա վիճակում սա հնարավոր չէ անել
    .advice = Ոչինչ չի փոխվել։ Նայեք նորից։
problem-changed-since = Այդ ընթացքում ինչ-որ մեկը փոխել է սա
    .advice = Ոչինչ չի փոխվել։ Նայեք նորից և կրկնեք ձեր փոփոխությունը։
problem-version-needed = Նշված չէ, թե որ տարբերակն եք փոխում
    .advice = Ուղարկեք ձեր տեսածի ETag-ը If-Match վերնագրով։
problem-key-taken = Այս բանալին ուրիշ հարցման է պատկանում
    .advice = Ոչինչ չի փոխվել։ Ամեն փոփոխության համար նոր բանալի ընտրեք։
