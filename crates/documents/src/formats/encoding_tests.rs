use super::*;

fn verdict(text: &str, encoding: &'static encoding_rs::Encoding) -> Legacy {
    let mut statistics = LetterStatistics::default();
    statistics.add(&encoding.encode(text).0, b'\n');
    statistics.verdict()
}

#[test]
fn letters_tell_the_encoding() {
    let russian = "Клиент;Дата;Сумма\nИванова Анна;03.05.2026;100\nООО Ромашка;04.05.2026;250";
    let greek = "Πελάτης;Ημερομηνία;Ποσό\nΓιώργος Παπαδόπουλος;03/05/2026;12\nΕλένη;04/05/2026;9";
    let romanian = "Cumpărător;Dată;Sumă\nIon Țurcanu;03.05.2026;12\nȘtefan Bălan;04.05.2026;7";
    let ce = romanian.replace('Ț', "Ţ").replace('Ș', "Ş");
    assert_eq!(verdict(russian, WINDOWS_1251), Legacy::Windows1251);
    assert_eq!(verdict(greek, WINDOWS_1253), Legacy::Windows1253);
    assert_eq!(verdict(&format!("{greek}\nΆννα Άρτεμις"), ISO_8859_7), Legacy::Iso8859_7);
    assert_eq!(verdict(&ce, WINDOWS_1250), Legacy::Windows1250);
}

#[test]
fn utf_16_is_known_with_and_without_its_mark() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    assert_eq!(Encoding::of(&utf16("\u{feff}a,b\n")), Some(Encoding::Utf16Le));
    assert_eq!(Encoding::of(&utf16("customer,date\n")), Some(Encoding::Utf16Le));
    assert_eq!(Encoding::of(&big("customer,date\n")), Some(Encoding::Utf16Be));
    assert_eq!(Encoding::of("Клиент".as_bytes()), Some(Encoding::Bytes));
    assert_eq!(Encoding::of(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0"), None);
}

#[test]
fn every_encoding_becomes_utf_8_without_a_mark() {
    let text = "клиент,дата\n".repeat(20_000);
    let marked = format!("\u{feff}{text}");
    let read = |encoding: Encoding, bytes: &[u8]| {
        let mut out = String::new();
        encoding.to_utf8(bytes).read_to_string(&mut out).unwrap();
        out
    };
    let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(read(Encoding::Utf16Be, &utf16), text);
    assert_eq!(read(Encoding::Bytes, marked.as_bytes()), text);
    assert_eq!(read(Encoding::Bytes, text.as_bytes()), text);
    assert_eq!(read(Encoding::Utf16Be, &utf16[..utf16.len() - 1]).chars().last(), Some('\u{fffd}'));
}

#[test]
fn lines_in_two_encodings_are_each_read_right() {
    let mut block = "Анна\n".as_bytes().to_vec();
    block.extend_from_slice(&WINDOWS_1251.encode("Иван\n").0);
    assert_eq!(Legacy::Windows1251.decode(&block, b'\n'), "Анна\nИван\n");
}
