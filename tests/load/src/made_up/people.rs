//! Made-up people. Any likeness is chance.

use domain::know::customers::Field;
use domain::office::rights::Role;

use super::{Colleague, Draw};

/// The address that the owner of every made-up business signs in with.
pub const EMAIL_OF_OWNER: &str = "colleague-1@example.com";
/// The password of every colleague of every made-up business.
pub const PASSWORD: &str = "made up and known to all";

/// People who work there.
const STAFF: usize = 20;

/// What is drawn.
const NAME: u64 = 1;
const DETAILS: u64 = 2;
const OWNER: u64 = 3;
const COLLEAGUE: u64 = 4;

/// Names of one of the five languages, and where those who bear them live.
/// Family names are put together from a beginning, a middle and an end.
struct Tongue {
    code: &'static str,
    country: &'static str,
    dial: &'static str,
    given: [&'static str; 16],
    family: ([&'static str; 24], [&'static str; 8], [&'static str; 4]),
    cities: [&'static str; 6],
}

const TONGUES: [Tongue; 5] = [
    Tongue {
        code: "en",
        country: "IE",
        dial: "+353 8",
        given: [
            "Alice", "Brendan", "Clare", "Daniel", "Eve", "Finn", "Grace", "Hugh", "Isla", "James",
            "Kate", "Liam", "Maeve", "Niall", "Orla", "Peter",
        ],
        family: (
            [
                "Al", "Bar", "Car", "Dun", "El", "Far", "Gar", "Hal", "Hart", "Ken", "Lang", "Mar",
                "Mor", "Nor", "Os", "Pen", "Rad", "Roth", "Sand", "Stan", "Thorn", "Wal", "War",
                "Whit",
            ],
            ["ring", "der", "ming", "ber", "ling", "mar", "win", "ches"],
            ["ton", "ley", "ford", "well"],
        ),
        cities: ["Cork", "Galway", "Limerick", "Sligo", "Ennis", "Tralee"],
    },
    Tongue {
        code: "ru",
        country: "LV",
        dial: "+371 2",
        given: [
            "Анна",
            "Борис",
            "Вера",
            "Григорий",
            "Дарья",
            "Евгений",
            "Жанна",
            "Захар",
            "Ирина",
            "Кирилл",
            "Лидия",
            "Максим",
            "Нина",
            "Олег",
            "Полина",
            "Юлия",
        ],
        family: (
            [
                "Ар", "Бар", "Бел", "Вол", "Гор", "Дор", "Ер", "Жар", "Зар", "Кал", "Кор", "Лаз",
                "Лук", "Мак", "Мир", "Наз", "Ор", "Пав", "Род", "Сав", "Сер", "Тар", "Фил", "Шев",
            ],
            ["тем", "даш", "лен", "кас", "гун", "мар", "нов", "пан"],
            ["енко", "ук", "ович", "янц"],
        ),
        cities: ["Рига", "Даугавпилс", "Лиепая", "Резекне", "Юрмала", "Елгава"],
    },
    Tongue {
        code: "ro",
        country: "MD",
        dial: "+373 6",
        given: [
            "Ana", "Bogdan", "Cristina", "Dan", "Elena", "Florin", "Gabriela", "Horia", "Ioana",
            "Iulian", "Larisa", "Mihai", "Nicoleta", "Ovidiu", "Raluca", "Ștefan",
        ],
        family: (
            [
                "Al", "Băl", "Bog", "Cio", "Cor", "Dob", "Ene", "Flor", "Gri", "Iac", "Laz", "Măn",
                "Mir", "Neg", "Opr", "Pân", "Răd", "Sav", "Stan", "Șer", "Tăn", "Urs", "Văd",
                "Zam",
            ],
            ["an", "oi", "ul", "ar", "in", "es", "ov", "ic"],
            ["escu", "eanu", "aru", "oiu"],
        ),
        cities: ["Chișinău", "Bălți", "Orhei", "Cahul", "Soroca", "Ungheni"],
    },
    Tongue {
        code: "el",
        country: "GR",
        dial: "+30 69",
        given: [
            "Αθηνά",
            "Βασίλης",
            "Γεωργία",
            "Δημήτρης",
            "Ελένη",
            "Ζωή",
            "Ηλίας",
            "Θάνος",
            "Ιωάννα",
            "Κώστας",
            "Λυδία",
            "Μαρία",
            "Νίκος",
            "Ξένια",
            "Όλγα",
            "Πέτρος",
        ],
        family: (
            [
                "Αλ", "Βασ", "Γαλ", "Δημ", "Ζαχ", "Θεο", "Καλ", "Καρ", "Κων", "Λαμ", "Μαν", "Μιχ",
                "Νικ", "Ξεν", "Οικ", "Παπ", "Πετ", "Ραλ", "Σαρ", "Σταυ", "Τζα", "Φωτ", "Χατ",
                "Ψαρ",
            ],
            ["αν", "ογ", "ιρ", "ατ", "ελ", "ομ", "ιν", "αλ"],
            ["όπουλος", "ίδης", "άκης", "έας"],
        ),
        cities: ["Αθήνα", "Πάτρα", "Βόλος", "Λάρισα", "Χανιά", "Καβάλα"],
    },
    Tongue {
        code: "hy",
        country: "AM",
        dial: "+374 9",
        given: [
            "Անի",
            "Արամ",
            "Գայանե",
            "Դավիթ",
            "Եվա",
            "Զարուհի",
            "Էդգար",
            "Թամար",
            "Իրինա",
            "Լիլիթ",
            "Կարեն",
            "Հասմիկ",
            "Մարիամ",
            "Նարեկ",
            "Շուշան",
            "Տիգրան",
        ],
        family: (
            [
                "Ավե", "Բաղ", "Գրի", "Դան", "Եղի", "Զաք", "Թոր", "Իսր", "Խաչ", "Կար", "Հակ", "Մար",
                "Մխի", "Ներ", "Պետ", "Պող", "Սար", "Սիմ", "Վար", "Տեր", "Տոն", "Փիլ", "Քոչ", "Օհա",
            ],
            ["տիս", "դաս", "գոր", "ապե", "րոս", "տիր", "սես", "դան"],
            ["յան", "ունց", "ենց", "ուրյան"],
        ),
        cities: ["Երևան", "Գյումրի", "Վանաձոր", "Աբովյան", "Գորիս", "Կապան"],
    },
];

/// What staff wrote down of a few customers.
const WHY_US: [&str; 5] = [
    "we answer on the same day",
    "рядом с домом, и всё свежее",
    "prețurile sunt corecte",
    "μας εμπιστεύονται χρόνια",
    "միշտ օգնում ենք ընտրել",
];

pub(super) fn staff(seed: u64) -> Vec<Colleague> {
    let role = |place| if place == 0 { Role::Owner } else { Role::Agent };
    (0..STAFF)
        .map(|place| Colleague {
            name: name(&mut Draw::of(seed, COLLEAGUE, place as u64), place % TONGUES.len()),
            email: format!("colleague-{}@example.com", place + 1),
            role: role(place),
        })
        .collect()
}

pub(super) fn colleague_of(seed: u64, customer: u64) -> usize {
    Draw::of(seed, OWNER, customer).place(STAFF)
}

/// The language of a customer, as a place among the five.
pub(super) fn tongue(seed: u64, customer: u64) -> usize {
    Draw::of(seed, NAME, customer).place(TONGUES.len())
}

pub(super) fn known(seed: u64, customer: u64) -> Vec<(Field, String)> {
    let mut names = Draw::of(seed, NAME, customer);
    let place = names.place(TONGUES.len());
    let tongue = &TONGUES[place];
    let name = name(&mut names, place);
    let mut draw = Draw::of(seed, DETAILS, customer);
    let mut known = vec![
        (Field::Name, name),
        (Field::Kind, "person".to_owned()),
        (Field::Code, format!("C-{:07}", customer + 1)),
        (Field::Language, tongue.code.to_owned()),
        (Field::Country, tongue.country.to_owned()),
        (Field::City, tongue.cities[draw.frequent_first(tongue.cities.len())].to_owned()),
    ];
    if !draw.once_in(4) {
        known.push((Field::Email, format!("customer.{}@example.com", customer + 1)));
    }
    if !draw.once_in(8) {
        let digits = draw.below(10_000_000);
        let (front, back) = (digits / 10_000, digits % 10_000);
        known.push((Field::Phone, format!("{}{front:03} {back:04}", tongue.dial)));
    }
    if draw.once_in(20) {
        known.push((Field::WhyUs, WHY_US[place].to_owned()));
    }
    known
}

fn name(draw: &mut Draw, tongue: usize) -> String {
    let Tongue { given, family: (beginnings, middles, ends), .. } = &TONGUES[tongue];
    let given = given[draw.frequent_first(given.len())];
    format!("{given} {}{}{}", draw.one_of(beginnings), draw.one_of(middles), draw.one_of(ends))
}
