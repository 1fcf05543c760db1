//! Made-up people who speak Romanian.

use kernel::Language;

use super::{Country, Tongue};

pub const TONGUE: Tongue = Tongue {
    language: Language::Romanian,
    country: Country { code: "RO", name: "Romania" },
    cities: ["Cluj", "Iași", "Brăila", "Sibiu", "Brașov", "Oradea"],
    dial: "+40 72",
    cafe: "Cafeneaua",
    given: [
        "Ana", "Bogdan", "Cristina", "Dan", "Elena", "Florin", "Gabriela", "Horia", "Ioana",
        "Iulian", "Larisa", "Mihai", "Nicoleta", "Ovidiu", "Petru", "Raluca", "Sorin", "Ștefan",
        "Tudor", "Violeta",
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
    parts: (
        [
            "Al", "Băl", "Bog", "Cio", "Cor", "Dob", "Ene", "Flor", "Gri", "Iac", "Laz", "Măn",
            "Mir", "Neg", "Opr", "Pân", "Răd", "Sav", "Stan", "Șer", "Tăn", "Urs", "Văd", "Zam",
        ],
        ["an", "oi", "ul", "ar", "in", "es", "ov", "ic"],
        ["escu", "eanu", "aru", "oiu"],
    ),
};
