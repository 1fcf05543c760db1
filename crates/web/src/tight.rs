//! Styles and scripts without what only their authors need. `assets` asks, once
//! for each; what they do is never changed.

/// A style without the spaces that only its authors need: a tenth of its
/// weight. It holds for our own way of writing, not for any style.
pub(crate) fn tight(style: &str) -> String {
    let spaced = ["\n  ", "\n", " {", "{ ", "; }", "; ", ": ", ", ", " > "];
    let short = ["", "", "{", "{", "}", ";", ":", ",", ">"];
    let pairs = spaced.into_iter().zip(short);
    pairs.fold(style.to_owned(), |style, (spaced, short)| style.replace(spaced, short))
}

/// A script without the indents, the comments and the ends of lines that only
/// its authors need, nor the spaces around signs that our texts never hold.
pub(crate) fn tight_script(script: &str) -> String {
    let lines = script.lines().map(str::trim_start);
    let needed = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    let script = needed.fold(String::new(), |script, line| {
        let end = if line.ends_with(['{', '(', ',', ';']) { "" } else { "\n" };
        script + line + end
    });
    let spaced =
        [" => ", " === ", " !== ", " && ", " || ", " ?? ", " = ", " {", "{ ", " }", "if ("];
    let short = ["=>", "===", "!==", "&&", "||", "??", "=", "{", "{", "}", "if("];
    let pairs = spaced.into_iter().zip(short);
    pairs.fold(script, |script, (spaced, short)| script.replace(spaced, short))
}

/// Scripts as one, in which stands already what they import of each other.
pub(crate) fn in_one(parts: &[&str]) -> String {
    let lines = parts.iter().flat_map(|part| part.lines());
    let own = lines.filter(|line| !line.starts_with("import {"));
    own.fold(String::new(), |script, line| script + line + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_keeps_what_it_says() {
        let style = ".a, .b > c {\n  color: red;\n}\n";
        assert_eq!(tight(style), ".a,.b>c{color:red;}");
    }

    #[test]
    fn scripts_in_one_import_nothing_of_each_other() {
        let one = "// What it is.\nexport const one = 1;\n";
        let two = "import { one } from \"./one.js\";\n\nif (one === 1) {\n  go(one);\n}\n";
        let script = in_one(&[one, two]);
        assert_eq!(tight_script(&script), "export const one=1;if(one===1){go(one);}\n");
    }
}
