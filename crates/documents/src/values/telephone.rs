//! Telephone numbers, as files have them.

use kernel::telephone::can_be_called;

/// A telephone number, as far as a text is one; empty where it is none, so that it hides
/// no number of another row. What programs made of it that take it for an amount is undone
/// (`37491123456.0`); where they left digits out (`3.74911E+10`) nothing is to be had of it.
pub(crate) fn number(text: &str) -> &str {
    let is_rounded = text.contains("E+") || text.contains("e+");
    if is_rounded || !can_be_called(text) {
        return "";
    }
    let is_whole = |whole: &str, rest: &str| {
        whole.bytes().all(|byte| byte.is_ascii_digit()) && rest.bytes().all(|byte| byte == b'0')
    };
    match text.split_once('.') {
        Some((whole, rest)) if is_whole(whole, rest) => whole,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::number;

    #[rstest]
    #[case("+374 91 123456", "+374 91 123456")]
    #[case("091.12.34.56", "091.12.34.56")]
    #[case("37491123456.0", "37491123456")]
    #[case("3.74911E+10", "")]
    #[case("ask", "")]
    #[case("", "")]
    fn a_number_is_one_that_can_be_called(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(number(text), expected);
    }
}
