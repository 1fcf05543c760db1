//! What the made-up shop sells.

/// Something on a shelf.
pub struct Product {
    /// The shelf it stands on.
    pub category: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its price.
    pub cents: i64,
}

/// All of it.
pub const PRODUCTS: [Product; 12] = [
    Product { category: "Coffee", name: "House espresso 1 kg", cents: 2_490 },
    Product { category: "Coffee", name: "Yirgacheffe 250 g", cents: 1_150 },
    Product { category: "Coffee", name: "Decaf 500 g", cents: 1_390 },
    Product { category: "Tea", name: "Sencha 100 g", cents: 890 },
    Product { category: "Tea", name: "Mountain herbs 80 g", cents: 690 },
    Product { category: "Tea", name: "Earl Grey 100 g", cents: 790 },
    Product { category: "Equipment", name: "Paper filters, 100", cents: 450 },
    Product { category: "Equipment", name: "Hand grinder", cents: 5_900 },
    Product { category: "Equipment", name: "Moka pot", cents: 3_400 },
    Product { category: "Sweets", name: "Almond biscuits", cents: 540 },
    Product { category: "Sweets", name: "Dark chocolate 70 %", cents: 390 },
    Product { category: "Sweets", name: "Halva with pistachio", cents: 620 },
];
