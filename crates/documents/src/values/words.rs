//! Words of any of the five languages, made comparable.

/// Lower case, letters and digits only, without accents: `Order ID`,
/// `order_id` and `OrderId` become one.
pub(crate) fn folded(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter(|character| character.is_alphanumeric())
        .map(without_accent)
        .collect()
}

/// The letter under an accent of Romanian, Greek or Russian.
fn without_accent(letter: char) -> char {
    match letter {
        'ă' | 'â' | 'á' | 'à' | 'ä' => 'a',
        'î' | 'í' | 'ï' => 'i',
        'ș' | 'ş' => 's',
        'ț' | 'ţ' => 't',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ö' | 'ó' => 'o',
        'ü' | 'ú' => 'u',
        'ё' => 'е',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn spelling_does_not_matter() {
        assert_eq!(folded("Order ID"), folded("order_id"));
        assert_eq!(folded("Ημερομηνία"), "ημερομηνια");
        assert_eq!(folded("Dată comandă"), "datacomanda");
        assert_eq!(folded("Счёт №"), "счет");
        assert_eq!(folded("Պատվեր-ID"), "պատվերid");
    }
}
