//! The review as Markdown with tables: the letter, for a mail or
//! a wiki. Text from outside is escaped, so that it stays text.

use phrases::Phrases;

use crate::Review;
use crate::outline::{self, Block, Person, Table, Tone};
use crate::outside;

/// Customers named under each alarm; the others are in the other forms.
const ALARMED: usize = 20;

/// The whole letter, with a final line break.
#[must_use]
pub fn render(review: &Review, phrases: Phrases) -> String {
    let opening = outline::opening(review, phrases);
    let mut text = format!("# {}\n\n{}\n", escape(&opening.title), escape(&opening.terms));
    text.extend(opening.sentences.iter().map(|said| format!("\n**{}**\n", escape(said))));
    text.extend([format!("\n*{}*\n", escape(&opening.rule))]);
    for section in outline::sections(review, phrases, ALARMED) {
        text.extend([format!("\n## {}\n", escape(&section.title))]);
        text.extend(section.blocks.iter().map(|block| format!("\n{}", written(block))));
    }
    text
}

fn written(block: &Block) -> String {
    match block {
        Block::Text(said) => format!("{}\n", escape(said)),
        Block::Aside(said) => format!("*{}*\n", escape(said)),
        Block::Subtitle(title) => format!("### {}\n", escape(title)),
        Block::Points(points) => {
            let points: Vec<String> = points.iter().map(|point| escape(point)).collect();
            format!("- {}\n", points.join("\n- "))
        }
        Block::People(people) => people.iter().map(person).collect(),
        Block::Table(of) => table(of),
        Block::Commands(commands) => {
            let gives =
                |(option, gives): &(String, String)| format!("`{option}`: {}", escape(gives));
            format!("- {}\n", commands.iter().map(gives).collect::<Vec<_>>().join("\n- "))
        }
    }
}

fn person(person: &Person) -> String {
    let amount = person.at_risk.as_ref().map(|amount| format!("{} · ", escape(amount)));
    let action = person.action.as_ref().map(|action| format!(" → *{}*", escape(action)));
    format!(
        "- {}**{}**: {}{}\n",
        amount.unwrap_or_default(),
        escape(&person.id),
        escape(&person.reason),
        action.unwrap_or_default(),
    )
}

fn table(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let head = row(table.head.iter().map(|cell| escape(cell)).collect());
    let figures = "---:|".repeat(table.head.len().saturating_sub(1));
    let rows = table.rows.iter().map(|of| {
        let cell = |cell: &String| match of.tone {
            Tone::Strong | Tone::Bad if !cell.is_empty() => format!("**{}**", escape(cell)),
            Tone::Plain | Tone::Strong | Tone::Good | Tone::Warn | Tone::Bad => escape(cell),
        };
        row(of.cells.iter().map(cell).collect())
    });
    [head, format!("|---|{figures}\n")].into_iter().chain(rows).collect()
}

/// `text` as Markdown that shows it as it is, on one line.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in outside::isolated(text).chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use kernel::Language;

    use super::*;
    use crate::figures::example::{rich, sparse};
    use crate::figures::{Note, Why};

    #[test]
    fn the_letter_reads_well_as_markdown() {
        insta::assert_snapshot!("rich_en", render(&rich(), Phrases::of(Language::English)));
        insta::assert_snapshot!("sparse_ru", render(&sparse(), Phrases::of(Language::Russian)));
    }

    #[test]
    fn text_from_outside_stays_text() {
        assert_eq!(escape("<b>|*a*_`\n[x](y)"), "&lt;b&gt;\\|\\*a\\*\\_\\` \\[x\\](y)");
        assert_eq!(escape("paid\u{202e}DSU"), "paid DSU");
    }

    #[test]
    fn an_alarm_without_a_column_to_watch_says_so_instead_of_nobody() {
        let mut review = rich();
        review.regulars.range_stopped = None;
        let why = Why::NoColumn { roles: &["category", "product"] };
        review.notes.push(Note { path: "regulars.range_stopped", why });
        let text = render(&review, Phrases::of(Language::English));
        let alarm = text.split("### Stopped buying a range: ").nth(1).unwrap();
        assert!(alarm.starts_with("–\n\n"), "{alarm}");
        let said = alarm.lines().nth(2).unwrap();
        assert!(said.contains("no column of the orders says it"), "{said}");
    }

    #[test]
    fn every_row_has_the_cells_of_its_head() {
        for language in Language::ALL {
            let mut columns = None;
            for line in render(&rich(), Phrases::of(language)).lines() {
                if !line.starts_with('|') {
                    columns = None;
                    continue;
                }
                let cells = line.replace("\\|", "").matches('|').count();
                assert_eq!(*columns.get_or_insert(cells), cells, "{language}: {line}");
            }
        }
    }
}
