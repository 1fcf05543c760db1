//! What the staff of the made-up shop wrote down, and what they know of
//! people: in the language of whom it is about.

use domain::know::interactions::Kind;
use kernel::Language;

use crate::demo::habits::Found;

/// What was said to people who speak one of the languages.
pub struct Said {
    /// What was written down after a contact.
    pub notes: [(Kind, &'static str); 12],
    /// Notes that leave something to do.
    pub to_do: [(Kind, &'static str); 4],
    /// Why they buy here.
    pub why: [&'static str; 4],
    /// What would make them leave.
    pub leaving: [&'static str; 3],
    /// What one should know before speaking to them.
    pub preferences: [&'static str; 3],
    /// What roles the people of a café have.
    pub roles: [&'static str; 2],
    /// How they found the shop.
    pub found: fn(Found) -> &'static str,
}

/// What was said in a language.
#[must_use]
pub fn said(language: Language) -> &'static Said {
    match language {
        Language::English => &ENGLISH,
        Language::Russian => &RUSSIAN,
        Language::Romanian => &ROMANIAN,
        Language::Greek => &GREEK,
        Language::Armenian => &ARMENIAN,
    }
}

const ENGLISH: Said = Said {
    notes: [
        (Kind::Call, "Asked how long the Yirgacheffe keeps once it is open. Told: three weeks."),
        (Kind::Call, "The parcel was a day late. Apologised; the next one goes out before noon."),
        (Kind::Call, "Wants the espresso ground finer. Noted on the order."),
        (Kind::Call, "Thanked us for the quick refund on the moka pot."),
        (Kind::Meeting, "Tasted the new harvest together. Liked the washed one best."),
        (Kind::Meeting, "Talked about a standing order for every second Monday."),
        (Kind::Visit, "Came by the shop with a friend and showed them the grinder."),
        (Kind::Visit, "Looked at the tea shelf. Bought nothing, will think about it."),
        (Kind::Note, "Moved house. New address is with the last order."),
        (Kind::Note, "Drinks decaf after four, so never suggest espresso for the evening."),
        (Kind::Note, "Found a broken biscuit tin in the parcel. Sent another the same day."),
        (Kind::Gift, "A bag of the first roast of the year, for ten orders."),
    ],
    to_do: [
        (Kind::Call, "Wants a price for 20 kg a month. Work it out with @{colleague}."),
        (Kind::Call, "Could not talk. Asked us to ring again this week."),
        (Kind::Note, "Has not ordered since the price went up. Ring and listen."),
        (Kind::Meeting, "Promised a sample of the new decaf. @{colleague}, do we have any left?"),
    ],
    why: [
        "You roast on the day I order",
        "You remember how I like it",
        "The only halva in town that is not too sweet",
        "A parcel has never gone missing",
    ],
    leaving: [
        "The delivery price, if it goes up once more",
        "If the espresso tasted different again, as last spring",
        "A roaster that opens nearer to home",
    ],
    preferences: [
        "Ring after six in the evening, never before noon.",
        "Prefers to be written to. Answers the same day.",
        "Allergic to nuts: no biscuits as a gift.",
    ],
    roles: ["Owner", "Barista"],
    found: |found| match found {
        Found::ByWord => "Recommended by a friend",
        Found::BySearch => "A search on the internet",
        Found::AtTheMarket => "The stall at the market",
        Found::InSocialMedia => "Social media",
        Found::ByVoucher => "A site with vouchers",
    },
};

const RUSSIAN: Said = Said {
    notes: [
        (Kind::Call, "Спрашивали, сколько хранится «Йиргачефф» после вскрытия. Ответ: три недели."),
        (Kind::Call, "Посылка опоздала на день. Извинились, следующую отправим до полудня."),
        (Kind::Call, "Просят молоть эспрессо мельче. Записали в заказ."),
        (Kind::Call, "Благодарили за быстрый возврат денег за гейзерную кофеварку."),
        (Kind::Meeting, "Вместе пробовали новый урожай. Больше понравился мытый."),
        (Kind::Meeting, "Говорили о постоянном заказе через понедельник."),
        (Kind::Visit, "Заходили в магазин с другом, показывали ему мельницу."),
        (Kind::Visit, "Смотрели полку с чаем. Пока ничего не взяли, подумают."),
        (Kind::Note, "Переехали. Новый адрес — в последнем заказе."),
        (Kind::Note, "После четырёх пьют только без кофеина: эспрессо на вечер не предлагать."),
        (Kind::Note, "В посылке разбилась банка печенья. Отправили другую в тот же день."),
        (Kind::Gift, "Пакет первой обжарки года — за десять заказов."),
    ],
    to_do: [
        (Kind::Call, "Хотят цену на 20 кг в месяц. Посчитать вместе с @{colleague}."),
        (Kind::Call, "Говорить не могли. Просили перезвонить на этой неделе."),
        (Kind::Note, "Не заказывают с тех пор, как подняли цену. Позвонить и выслушать."),
        (Kind::Meeting, "Обещали образец нового без кофеина. @{colleague}, у нас ещё есть?"),
    ],
    why: [
        "Обжариваете в день заказа",
        "Помните, как я люблю",
        "Единственная халва, которая не приторная",
        "Ни одна посылка не пропала",
    ],
    leaving: [
        "Цена доставки, если вырастет ещё раз",
        "Если вкус эспрессо опять изменится, как весной",
        "Обжарщик, который откроется ближе к дому",
    ],
    preferences: [
        "Звонить после шести вечера, до обеда не звонить.",
        "Лучше писать. Отвечают в тот же день.",
        "Аллергия на орехи: печенье не дарить.",
    ],
    roles: ["Владелец", "Бариста"],
    found: |found| match found {
        Found::ByWord => "Посоветовали знакомые",
        Found::BySearch => "Нашли в интернете",
        Found::AtTheMarket => "Прилавок на рынке",
        Found::InSocialMedia => "Социальные сети",
        Found::ByVoucher => "Сайт с купонами",
    },
};

const ROMANIAN: Said = Said {
    notes: [
        (Kind::Call, "A întrebat cât ține Yirgacheffe după deschidere. Am spus: trei săptămâni."),
        (
            Kind::Call,
            "Coletul a întârziat o zi. Ne-am cerut scuze; următorul pleacă până la prânz.",
        ),
        (Kind::Call, "Vrea espresso măcinat mai fin. Am trecut în comandă."),
        (Kind::Call, "Ne-a mulțumit că am dat banii înapoi repede pentru cafetiera moka."),
        (Kind::Meeting, "Am gustat împreună noua recoltă. I-a plăcut cea spălată."),
        (Kind::Meeting, "Am vorbit despre o comandă fixă, din două în două săptămâni, lunea."),
        (Kind::Visit, "A trecut pe la magazin cu un prieten și i-a arătat râșnița."),
        (Kind::Visit, "S-a uitat la raftul cu ceaiuri. N-a luat nimic, se mai gândește."),
        (Kind::Note, "S-a mutat. Adresa nouă este la ultima comandă."),
        (Kind::Note, "După ora patru bea doar decofeinizată: seara nu propunem espresso."),
        (Kind::Note, "O cutie de biscuiți a ajuns spartă. Am trimis alta în aceeași zi."),
        (Kind::Gift, "O pungă din prima prăjire a anului, pentru zece comenzi."),
    ],
    to_do: [
        (Kind::Call, "Vrea un preț pentru 20 kg pe lună. De calculat cu @{colleague}."),
        (Kind::Call, "Nu putea vorbi. A rugat să sunăm din nou săptămâna asta."),
        (Kind::Note, "N-a mai comandat de când a crescut prețul. Să sunăm și să ascultăm."),
        (Kind::Meeting, "Am promis o mostră din noua decofeinizată. @{colleague}, mai avem?"),
    ],
    why: [
        "Prăjiți în ziua în care comand",
        "Țineți minte cum îmi place",
        "Singura halva care nu e prea dulce",
        "Niciun colet nu s-a pierdut",
    ],
    leaving: [
        "Prețul livrării, dacă mai crește o dată",
        "Dacă espresso iar are alt gust, ca astă-primăvară",
        "O prăjitorie care se deschide mai aproape",
    ],
    preferences: [
        "De sunat după șase seara, niciodată înainte de prânz.",
        "Preferă să-i scriem. Răspunde în aceeași zi.",
        "Alergie la nuci: fără biscuiți cadou.",
    ],
    roles: ["Proprietar", "Barista"],
    found: |found| match found {
        Found::ByWord => "Recomandare de la prieteni",
        Found::BySearch => "Căutare pe internet",
        Found::AtTheMarket => "Taraba din piață",
        Found::InSocialMedia => "Rețele sociale",
        Found::ByVoucher => "Un site cu vouchere",
    },
};

const GREEK: Said = Said {
    notes: [
        (Kind::Call, "Ρώτησε πόσο κρατά ο Yirgacheffe αφού ανοιχτεί. Είπαμε: τρεις εβδομάδες."),
        (
            Kind::Call,
            "Το δέμα άργησε μία μέρα. Ζητήσαμε συγγνώμη· το επόμενο φεύγει πριν το μεσημέρι.",
        ),
        (Kind::Call, "Θέλει τον εσπρέσο πιο ψιλοκομμένο. Γράφτηκε στην παραγγελία."),
        (Kind::Call, "Μας ευχαρίστησε για τη γρήγορη επιστροφή χρημάτων για την καφετιέρα."),
        (Kind::Meeting, "Δοκιμάσαμε μαζί τη νέα σοδειά. Προτίμησε τον πλυμένο."),
        (Kind::Meeting, "Μιλήσαμε για μόνιμη παραγγελία κάθε δεύτερη Δευτέρα."),
        (Kind::Visit, "Πέρασε από το μαγαζί με έναν φίλο και του έδειξε τον μύλο."),
        (Kind::Visit, "Κοίταξε το ράφι με τα τσάγια. Δεν πήρε κάτι, θα το σκεφτεί."),
        (Kind::Note, "Μετακόμισε. Η νέα διεύθυνση είναι στην τελευταία παραγγελία."),
        (Kind::Note, "Μετά τις τέσσερις πίνει μόνο ντεκαφεϊνέ: όχι εσπρέσο για το βράδυ."),
        (Kind::Note, "Ένα κουτί μπισκότα έφτασε σπασμένο. Στείλαμε άλλο την ίδια μέρα."),
        (Kind::Gift, "Ένα σακουλάκι από το πρώτο καβούρδισμα της χρονιάς, για δέκα παραγγελίες."),
    ],
    to_do: [
        (Kind::Call, "Θέλει τιμή για 20 κιλά τον μήνα. Να τη βγάλουμε με @{colleague}."),
        (Kind::Call, "Δεν μπορούσε να μιλήσει. Ζήτησε να ξαναπάρουμε μέσα στην εβδομάδα."),
        (
            Kind::Note,
            "Δεν έχει παραγγείλει από τότε που ανέβηκε η τιμή. Να πάρουμε και να ακούσουμε.",
        ),
        (Kind::Meeting, "Υποσχεθήκαμε δείγμα του νέου ντεκαφεϊνέ. @{colleague}, έχουμε ακόμη;"),
    ],
    why: [
        "Καβουρδίζετε τη μέρα που παραγγέλνω",
        "Θυμάστε πώς τον πίνω",
        "Ο μόνος χαλβάς που δεν είναι πολύ γλυκός",
        "Δεν χάθηκε ποτέ δέμα",
    ],
    leaving: [
        "Τα μεταφορικά, αν ανέβουν άλλη μία φορά",
        "Αν αλλάξει πάλι η γεύση του εσπρέσο, όπως την άνοιξη",
        "Ένα καφεκοπτείο που θα ανοίξει πιο κοντά",
    ],
    preferences: [
        "Τηλέφωνο μετά τις έξι το απόγευμα, ποτέ πριν το μεσημέρι.",
        "Προτιμά γραπτά. Απαντά την ίδια μέρα.",
        "Αλλεργία στους ξηρούς καρπούς: όχι μπισκότα για δώρο.",
    ],
    roles: ["Ιδιοκτήτης", "Μπαρίστα"],
    found: |found| match found {
        Found::ByWord => "Σύσταση φίλων",
        Found::BySearch => "Αναζήτηση στο διαδίκτυο",
        Found::AtTheMarket => "Ο πάγκος στην αγορά",
        Found::InSocialMedia => "Μέσα κοινωνικής δικτύωσης",
        Found::ByVoucher => "Ιστότοπος με κουπόνια",
    },
};

const ARMENIAN: Said = Said {
    notes: [
        (Kind::Call, "Հարցրեց՝ որքան է պահվում «Յիրգաչեֆը» բացելուց հետո։ Ասացինք՝ երեք շաբաթ։"),
        (
            Kind::Call,
            "Ծանրոցը մեկ օր ուշացավ։ Ներողություն խնդրեցինք, հաջորդը կուղարկենք մինչև կեսօր։",
        ),
        (Kind::Call, "Ուզում է էսպրեսոն ավելի մանր աղացած։ Գրեցինք պատվերի մեջ։"),
        (Kind::Call, "Շնորհակալություն հայտնեց սրճեփի գումարն արագ վերադարձնելու համար։"),
        (Kind::Meeting, "Միասին փորձեցինք նոր բերքը։ Ամենից շատ լվացվածը հավանեց։"),
        (Kind::Meeting, "Խոսեցինք ամեն երկրորդ երկուշաբթի մշտական պատվերի մասին։"),
        (Kind::Visit, "Ընկերոջ հետ եկավ խանութ և ցույց տվեց սրճաղացը։"),
        (Kind::Visit, "Նայեց թեյի դարակը։ Ոչինչ չգնեց, կմտածի։"),
        (Kind::Note, "Տեղափոխվել է։ Նոր հասցեն վերջին պատվերի մեջ է։"),
        (Kind::Note, "Ժամը չորսից հետո միայն առանց կոֆեինի է խմում․ երեկոյան էսպրեսո չառաջարկել։"),
        (Kind::Note, "Թխվածքաբլիթի տուփը կոտրված էր։ Նույն օրը ուրիշն ուղարկեցինք։"),
        (Kind::Gift, "Տարվա առաջին բովածից մեկ տոպրակ՝ տասը պատվերի համար։"),
    ],
    to_do: [
        (Kind::Call, "Ուզում է ամսական 20 կգ-ի գին։ Հաշվել միասին՝ @{colleague}։"),
        (Kind::Call, "Չէր կարող խոսել։ Խնդրեց նորից զանգել այս շաբաթ։"),
        (Kind::Note, "Գինը բարձրանալուց հետո չի պատվիրել։ Զանգել և լսել։"),
        (Kind::Meeting, "Խոստացել ենք նոր առանց կոֆեինի նմուշ։ @{colleague}, դեռ ունե՞նք։"),
    ],
    why: [
        "Բովում եք պատվերի օրը",
        "Հիշում եք՝ ինչպես եմ սիրում",
        "Միակ հալվան, որ չափազանց քաղցր չէ",
        "Ոչ մի ծանրոց չի կորել",
    ],
    leaving: [
        "Առաքման գինը, եթե մեկ անգամ էլ բարձրանա",
        "Եթե էսպրեսոյի համը նորից փոխվի, ինչպես գարնանը",
        "Բովարան, որ կբացվի տանն ավելի մոտ",
    ],
    preferences: [
        "Զանգել երեկոյան վեցից հետո, երբեք՝ կեսօրից առաջ։",
        "Նախընտրում է գրավոր։ Պատասխանում է նույն օրը։",
        "Ընկույզից ալերգիա․ թխվածքաբլիթ չնվիրել։",
    ],
    roles: ["Սեփականատեր", "Բարիստա"],
    found: |found| match found {
        Found::ByWord => "Ընկերների խորհրդով",
        Found::BySearch => "Որոնում համացանցում",
        Found::AtTheMarket => "Շուկայի կրպակը",
        Found::InSocialMedia => "Սոցիալական ցանցեր",
        Found::ByVoucher => "Կտրոնների կայք",
    },
};
