//! The made-up people of the made-up shop. Any likeness is chance.

use kernel::Language;
use rand::RngExt;
use rand::seq::SliceRandom;
use rand_xoshiro::Xoshiro256PlusPlus;

/// Given and family names of one of the five languages, and the country most
/// of its bearers in the shop live in.
struct People {
    language: Language,
    country: &'static str,
    /// Before the name of whoever has a café.
    cafe: &'static str,
    given: [&'static str; 20],
    family: [&'static str; 20],
}

const PEOPLE: [People; 5] = [
    People {
        language: Language::English,
        country: "Ireland",
        cafe: "Café",
        given: [
            "Alice", "Brendan", "Clare", "Daniel", "Eve", "Finn", "Grace", "Hugh", "Isla", "James",
            "Kate", "Liam", "Maeve", "Niall", "Orla", "Peter", "Quinn", "Rose", "Sean", "Tess",
        ],
        family: [
            "Archer",
            "Byrne",
            "Carter",
            "Doyle",
            "Ellis",
            "Fisher",
            "Gallagher",
            "Hayes",
            "Irwin",
            "Joyce",
            "Keane",
            "Lynch",
            "Murray",
            "Nolan",
            "Owens",
            "Power",
            "Reid",
            "Shaw",
            "Tobin",
            "Ward",
        ],
    },
    People {
        language: Language::Russian,
        country: "Latvia",
        cafe: "Кафе",
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
            "Роман",
            "София",
            "Тимур",
            "Ульяна",
            "Фёдор",
        ],
        family: [
            "Авдеенко",
            "Бойко",
            "Вдовиченко",
            "Гринько",
            "Дорошенко",
            "Ефименко",
            "Жук",
            "Зайченко",
            "Ильюк",
            "Коваль",
            "Литвин",
            "Мороз",
            "Нестеренко",
            "Остапенко",
            "Приходько",
            "Руденко",
            "Савчук",
            "Тимошук",
            "Усик",
            "Франко",
        ],
    },
    People {
        language: Language::Romanian,
        country: "Romania",
        cafe: "Cafeneaua",
        given: [
            "Ana", "Bogdan", "Cristina", "Dan", "Elena", "Florin", "Gabriela", "Horia", "Ioana",
            "Iulian", "Larisa", "Mihai", "Nicoleta", "Ovidiu", "Petru", "Raluca", "Sorin",
            "Ștefan", "Tudor", "Violeta",
        ],
        family: [
            "Albu",
            "Barbu",
            "Ciobanu",
            "Dobre",
            "Enache",
            "Florea",
            "Grigore",
            "Iacob",
            "Lazăr",
            "Manea",
            "Neagu",
            "Oprea",
            "Păun",
            "Rădulescu",
            "Sava",
            "Șerban",
            "Tănase",
            "Ursu",
            "Văduva",
            "Zamfir",
        ],
    },
    People {
        language: Language::Greek,
        country: "Greece",
        cafe: "Καφέ",
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
            "Ρένα",
            "Σπύρος",
            "Τάσος",
            "Χριστίνα",
        ],
        family: [
            "Αλεξίου",
            "Βλάχου",
            "Γαλάνη",
            "Δήμου",
            "Ζαχαρίου",
            "Θεοδώρου",
            "Ιωάννου",
            "Καρρά",
            "Λαμπράκη",
            "Μάνου",
            "Νικολάου",
            "Οικονόμου",
            "Παππά",
            "Ράλλη",
            "Σταύρου",
            "Τζανή",
            "Φωτίου",
            "Χατζή",
            "Ψαρρού",
            "Κυριάκου",
        ],
    },
    People {
        language: Language::Armenian,
        country: "Armenia",
        cafe: "Սրճարան",
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
            "Ռուբեն",
            "Սոնա",
            "Վահան",
            "Տիգրան",
            "Օֆելյա",
        ],
        family: [
            "Ավետիսյան",
            "Բաղդասարյան",
            "Գրիգորյան",
            "Դանիելյան",
            "Եղիազարյան",
            "Զաքարյան",
            "Թորոսյան",
            "Իսրայելյան",
            "Խաչատրյան",
            "Կարապետյան",
            "Հակոբյան",
            "Մարտիրոսյան",
            "Ներսիսյան",
            "Պետրոսյան",
            "Սարգսյան",
            "Վարդանյան",
            "Տոնոյան",
            "Փիլոսյան",
            "Քոչարյան",
            "Օհանյան",
        ],
    },
];

/// One made-up customer: a person, or a café.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Given and family name, or what the café is called; no two share it.
    pub name: String,
    /// Where they live.
    pub country: &'static str,
    /// What they speak.
    pub language: Language,
    /// Who works at the café, where it is one.
    pub crew: Option<[String; 2]>,
}

/// How many different customers there can be.
pub const MOST: usize = PEOPLE.len() * 400;
/// One given name in so many is that of a café instead.
const CAFE_AMONG: usize = 20;

/// `count` different customers, at most [`MOST`].
pub fn draw(count: usize, rng: &mut Xoshiro256PlusPlus) -> Vec<Person> {
    let mut places: Vec<usize> = (0..MOST).collect();
    places.shuffle(rng);
    places.truncate(count);
    places
        .into_iter()
        .map(|place| {
            let people = &PEOPLE[place / 400];
            let (given, family) = (place / 20 % 20, people.family[place % 20]);
            let moved = rng.random_bool(0.15);
            let country = if moved { "Germany" } else { people.country };
            let named = |given: usize| format!("{} {family}", people.given[given % 20]);
            let (name, crew) = if given + 1 == CAFE_AMONG {
                (format!("{} {family}", people.cafe), Some([named(place), named(place + 7)]))
            } else {
                (named(given), None)
            };
            Person { name, country, language: people.language, crew }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use rand::SeedableRng;

    use super::*;

    #[test]
    fn no_two_persons_share_a_name() {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
        let names: HashSet<_> = draw(MOST, &mut rng).into_iter().map(|p| p.name).collect();
        assert_eq!(names.len(), MOST);
    }
}
