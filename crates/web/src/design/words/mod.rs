//! Made-up words of the component page, in the order of [`Language::ALL`].

pub mod charts;
pub mod lists;

use kernel::Language;

/// One text in the five languages.
pub type Said = [&'static str; 5];

/// The text in a language.
pub fn say(said: Said, language: Language) -> String {
    let place = Language::ALL.iter().position(|known| *known == language).unwrap_or_default();
    said[place].to_owned()
}

pub const PEOPLE: [Said; 6] = [
    [
        "Nora Whitfield",
        "Анна Ковалёва",
        "Ioana Dumitrescu",
        "Ελένη Παπαδοπούλου",
        "Անահիտ Սարգսյան",
    ],
    [
        "Thomas Ashby",
        "Сергей Никитин",
        "Andrei Munteanu",
        "Γιώργος Αναγνώστου",
        "Տիգրան Հովհաննիսյան",
    ],
    ["Mei-Ling Hart", "Мария Орлова", "Ștefania Țurcanu", "Μαρία Κωνσταντίνου", "Մարիամ Գրիգորյան"],
    ["Priya Raman", "Дмитрий Лебедев", "Mihai Ionescu", "Νίκος Δημητρίου", "Արամ Պետրոսյան"],
    [
        "Owen Gallagher",
        "Екатерина Соколова-Белозерская",
        "Elena Constantinescu",
        "Κατερίνα Αλεξίου",
        "Գայանե Մկրտչյան",
    ],
    ["Sofia Lindqvist", "Павел Громов", "Radu Popa", "Σοφία Βασιλείου", "Վահե Ղազարյան"],
];
pub const COMPANY: Said = [
    "Harbour Street Bakery",
    "Пекарня на Набережной",
    "Brutăria de pe Faleză",
    "Αρτοποιείο της Παραλίας",
    "Ափամերձ փողոցի հացատուն",
];
pub const GOLD: Said = ["Gold", "Золотой", "Aur", "Χρυσός", "Ոսկե"];
pub const DRIFTING: Said =
    ["Drifting", "Отдаляется", "Se îndepărtează", "Απομακρύνεται", "Հեռանում է"];
pub const LOST: Said = ["Lost", "Потерян", "Pierdut", "Χαμένος", "Կորցրած"];
pub const WELL: Said = ["Regular", "Постоянный", "Fidel", "Τακτικός", "Մշտական"];
pub const OPEN: Said =
    ["Open complaint", "Открытая жалоба", "Reclamație deschisă", "Ανοιχτό παράπονο", "Բաց բողոք"];
pub const SPENT: Said =
    ["Spent a year", "Тратит в год", "Cheltuie pe an", "Δαπάνη ανά έτος", "Ծախսում է տարեկան"];
pub const VALUE: Said = [
    "Lifetime value",
    "Ценность за всё время",
    "Valoare pe viață",
    "Αξία ζωής",
    "Ողջ ընթացքի արժեքը",
];
pub const SEEN: Said =
    ["Last seen", "Последний раз", "Văzut ultima oară", "Τελευταία φορά", "Վերջին անգամ"];
pub const RISK: Said =
    ["Risk of leaving", "Риск ухода", "Risc de plecare", "Κίνδυνος φυγής", "Հեռանալու ռիսկ"];
pub const HAPPINESS: Said =
    ["Happiness", "Довольство", "Mulțumire", "Ικανοποίηση", "Բավարարվածություն"];
pub const SINCE: Said = [
    "customer for 4 years",
    "клиент 4 года",
    "client de 4 ani",
    "πελάτης εδώ και 4 χρόνια",
    "հաճախորդ է 4 տարի",
];
pub const USUALLY: Said = [
    "usually every 18 days",
    "обычно каждые 18 дней",
    "de obicei la 18 zile",
    "συνήθως κάθε 18 ημέρες",
    "սովորաբար 18 օրը մեկ",
];
pub const THIRTY_DAYS: Said = [
    "30 days, rising",
    "за 30 дней, растёт",
    "30 de zile, în creștere",
    "30 ημέρες, αυξάνεται",
    "30 օրում, աճում է",
];
pub const NOT_ENOUGH: Said = [
    "not enough yet: 2 of 5 answers",
    "пока мало: 2 ответа из 5",
    "încă puțin: 2 din 5 răspunsuri",
    "δεν αρκούν ακόμη: 2 από 5 απαντήσεις",
    "դեռ քիչ է՝ 5 պատասխանից 2-ը",
];
pub const AS_OF: Said = [
    "As of 1 March 2026",
    "По состоянию на 1 марта 2026 г.",
    "La data de 1 martie 2026",
    "Με στοιχεία έως 1 Μαρτίου 2026",
    "2026 թ. մարտի 1-ի դրությամբ",
];
pub const REASON: Said = [
    "Usually orders every 18 days, now 47; complained about delivery on 3 February.",
    "Обычно заказывает каждые 18 дней, сейчас прошло 47; 3 февраля жаловалась на доставку.",
    "De obicei comandă la 18 zile, acum au trecut 47; pe 3 februarie a reclamat livrarea.",
    "Συνήθως παραγγέλνει κάθε 18 ημέρες, τώρα πέρασαν 47· στις 3 Φεβρουαρίου παραπονέθηκε για την παράδοση.",
    "Սովորաբար պատվիրում է 18 օրը մեկ, հիմա անցել է 47 օր. փետրվարի 3-ին բողոքել է առաքումից։",
];
pub const WHY_US: Said = [
    "Why they choose us",
    "Почему выбирают нас",
    "De ce ne aleg",
    "Γιατί μας επιλέγουν",
    "Ինչու են մեզ ընտրում",
];
pub const WHY_US_IS: Said = [
    "Bread that is still warm at seven",
    "Хлеб, ещё тёплый в семь утра",
    "Pâine încă fierbinte la șapte",
    "Ψωμί ακόμη ζεστό στις επτά",
    "Առավոտյան յոթին դեռ տաք հաց",
];
pub const FOUND_US: Said = [
    "How they found us",
    "Как нашли нас",
    "Cum ne-au găsit",
    "Πώς μας βρήκαν",
    "Ինչպես են մեզ գտել",
];
pub const FOUND_US_ASK: Said = [
    "Ask how they heard of us",
    "Спросите, откуда узнали о нас",
    "Întrebați cum au aflat de noi",
    "Ρωτήστε πώς μας έμαθαν",
    "Հարցրեք՝ որտեղից են իմացել մեր մասին",
];
pub const EMAIL: Said = ["E-mail", "Эл. почта", "E-mail", "Ηλ. ταχυδρομείο", "Էլ. փոստ"];
pub const CURRENCY: Said = ["Currency", "Валюта", "Monedă", "Νόμισμα", "Արժույթ"];
pub const NOT_AN_EMAIL: Said =
    ["An @ is missing", "Не хватает @", "Lipsește un @", "Λείπει το @", "@ նշանը բացակայում է"];
pub const REMINDERS: Said = [
    "Remind me of follow-ups",
    "Напоминать о делах",
    "Amintește-mi ce urmează",
    "Να μου υπενθυμίζονται οι εκκρεμότητες",
    "Հիշեցնել անելիքների մասին",
];
pub const NOTES: Said = ["Note", "Заметка", "Notă", "Σημείωση", "Նշում"];
pub const NOTES_HINT: Said = [
    "Write @ to tell a colleague",
    "Напишите @, чтобы позвать коллегу",
    "Scrieți @ pentru a anunța un coleg",
    "Γράψτε @ για να ειδοποιήσετε συνάδελφο",
    "Գրեք @՝ գործընկերոջը հայտնելու համար",
];
pub const CALLED: Said = [
    "Called about the late delivery",
    "Звонок о задержке доставки",
    "A sunat pentru livrarea întârziată",
    "Κάλεσε για την καθυστερημένη παράδοση",
    "Զանգահարել է ուշացած առաքման մասին",
];
pub const CALLED_TEXT: Said = [
    "Promised a courier before noon and the next box for free. She sounded relieved; wants a call on Friday.",
    "Пообещали курьера до полудня и следующую коробку бесплатно. Успокоилась; просит позвонить в пятницу.",
    "I-am promis un curier până la prânz și următoarea cutie gratuită. S-a liniștit; dorește un apel vineri.",
    "Υποσχεθήκαμε κούριερ πριν το μεσημέρι και το επόμενο κουτί δωρεάν. Ηρέμησε· θέλει κλήση την Παρασκευή.",
    "Խոստացանք սուրհանդակ մինչև կեսօր և հաջորդ տուփն անվճար։ Հանգստացավ. խնդրում է զանգել ուրբաթ օրը։",
];
pub const ORDERED: Said = [
    "Order 28908 · 3 items",
    "Заказ 28908 · 3 позиции",
    "Comanda 28908 · 3 articole",
    "Παραγγελία 28908 · 3 είδη",
    "Պատվեր 28908 · 3 ապրանք",
];
pub const THANKED: Said = [
    "Thanked with a gift",
    "Поблагодарили подарком",
    "I-am mulțumit cu un cadou",
    "Την ευχαριστήσαμε με ένα δώρο",
    "Շնորհակալություն հայտնեցինք նվերով",
];
pub const MARCH: Said = ["March 2026", "Март 2026", "Martie 2026", "Μάρτιος 2026", "Մարտ 2026"];
pub const FEBRUARY: Said =
    ["February 2026", "Февраль 2026", "Februarie 2026", "Φεβρουάριος 2026", "Փետրվար 2026"];
pub const STEPS: [Said; 5] = [
    ["Apologise", "Извиниться", "Scuze", "Συγγνώμη", "Ներողություն"],
    ["Act at once", "Действовать сразу", "Acțiune imediată", "Άμεση ενέργεια", "Անմիջապես գործել"],
    ["Understand", "Понять", "Înțelegere", "Κατανόηση", "Հասկանալ"],
    ["Make it good", "Возместить", "Îndreptare", "Αποκατάσταση", "Շտկել"],
    ["Follow up", "Проверить", "Verificare", "Επανέλεγχος", "Ստուգել"],
];
pub const BUDGET: Said = [
    "Budget for making good",
    "Бюджет на возмещение",
    "Buget pentru îndreptare",
    "Προϋπολογισμός αποκατάστασης",
    "Շտկման բյուջե",
];
pub const LOG_CALL: Said =
    ["Log a call", "Записать звонок", "Notează un apel", "Καταγραφή κλήσης", "Գրանցել զանգը"];
pub const HAND_OVER: Said = [
    "Hand over",
    "Передать коллеге",
    "Predă unui coleg",
    "Παράδοση σε συνάδελφο",
    "Հանձնել գործընկերոջը",
];
pub const SNOOZE: Said = [
    "Snooze for a week",
    "Отложить на неделю",
    "Amână o săptămână",
    "Αναβολή για μία εβδομάδα",
    "Հետաձգել մեկ շաբաթով",
];
pub const CLOSED: Said = [
    "Complaint closed",
    "Жалоба закрыта",
    "Reclamație închisă",
    "Το παράπονο έκλεισε",
    "Բողոքը փակվեց",
];
pub const CHANGED_SINCE: Said = [
    "Not saved: somebody has changed it meanwhile",
    "Не сохранено: это уже изменил кто-то другой",
    "Nu s-a salvat: între timp a schimbat altcineva",
    "Δεν αποθηκεύτηκε: κάποιος το άλλαξε στο μεταξύ",
    "Չի պահվել․ մեկ ուրիշն այս ընթացքում փոխել է",
];
pub const DISCARD: Said = [
    "Delete for good",
    "Удалить насовсем",
    "Șterge definitiv",
    "Οριστική διαγραφή",
    "Ջնջել ընդմիշտ",
];
pub const EMPTY: Said = [
    "Nobody needs you today",
    "Сегодня вы никому не нужны",
    "Astăzi nu vă caută nimeni",
    "Κανείς δεν σας χρειάζεται σήμερα",
    "Այսօր ոչ ոք ձեր կարիքը չունի",
];
pub const EMPTY_WORDS: Said = [
    "Customers who drift away, follow-ups that are due and your mentions come here by themselves, once there are orders.",
    "Клиенты, которые отдаляются, дела на сегодня и ваши упоминания появятся здесь сами, как только будут заказы.",
    "Clienții care se îndepărtează, ce e de făcut azi și mențiunile apar aici singure, de îndată ce există comenzi.",
    "Πελάτες που απομακρύνονται, εκκρεμότητες και αναφορές σε εσάς έρχονται εδώ μόνα τους, μόλις υπάρξουν παραγγελίες.",
    "Հեռացող հաճախորդները, օրվա գործերը և ձեր հիշատակումներն այստեղ կհայտնվեն ինքնաբերաբար, հենց որ պատվերներ լինեն։",
];
pub const IMPORT: Said = [
    "Import orders",
    "Загрузить заказы",
    "Importă comenzi",
    "Εισαγωγή παραγγελιών",
    "Ներմուծել պատվերներ",
];
pub const TRY: Said = [
    "Try it with a made-up shop",
    "Попробовать на выдуманном магазине",
    "Încearcă cu un magazin inventat",
    "Δοκιμή με φανταστικό κατάστημα",
    "Փորձել հորինված խանութով",
];
