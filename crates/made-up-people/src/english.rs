//! Made-up people who speak English.

use kernel::Language;

use super::{Country, Tongue};

pub const TONGUE: Tongue = Tongue {
    language: Language::English,
    country: Country { code: "IE", name: "Ireland" },
    cities: ["Cork", "Galway", "Limerick", "Sligo", "Ennis", "Tralee"],
    dial: "+353 85",
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
    parts: (
        [
            "Al", "Bar", "Car", "Dun", "El", "Far", "Gar", "Hal", "Hart", "Ken", "Lang", "Mar",
            "Mor", "Nor", "Os", "Pen", "Rad", "Roth", "Sand", "Stan", "Thorn", "Wal", "War",
            "Whit",
        ],
        ["ring", "der", "ming", "ber", "ling", "mar", "win", "ches"],
        ["ton", "ley", "ford", "well"],
    ),
};
