//! `perennial demo`: a made-up shop to look at before one's own orders.

mod habits;
mod people;
mod record;
mod shelf;
mod shop;

use std::fs;
use std::path::Path;

use anyhow::Result;
use kernel::{Clock, Language};
use phrases::Phrases;
use review::{Figures, Question};

use crate::arguments::{DemoArguments, Format, InputArguments};
use crate::progress::Progress;
use crate::writing::{self, FileForm};
use crate::{Outcome, reading};
use record::Kept;
use shop::Shop;

/// Who bought, in what is printed: the till's file has a number for everybody,
/// and names say more to whoever looks.
const BY_NAME: &str = "customer=customer";

/// Makes up a shop that traded until yesterday, reviews it like anybody's
/// orders, keeps it in a record like anybody's, says what to try next, and
/// serves it.
///
/// # Errors
/// Where the folder cannot be written, or the record not be made or served.
pub fn run(arguments: &DemoArguments, phrases: Phrases, clock: &dyn Clock) -> Result<Outcome> {
    let folder = &arguments.output;
    fs::create_dir_all(folder).map_err(|error| writing::cannot_write(folder, error))?;
    let orders = folder.join("orders.csv");
    let page = folder.join("review.html");
    let mut csv = Vec::new();
    let shop = Shop::made_up(arguments.seed, clock.today().plus_days(-1));
    shop.write_csv(&mut csv)?;
    writing::write_whole(&orders, &csv)?;

    writing::tell(&phrases.say("command-demo-intro"));
    let mut input = InputArguments::of_file(&orders);
    input.reading.map = Some(BY_NAME.parse()?);
    let progress = Progress::begin(phrases);
    let read = reading::read(&input, &[&page], None, &progress, phrases, clock)?;
    progress.phase(phrases.say("progress-figures"));
    let review = read.figures.review(&Question::default())?;
    writing::write(&review, &page, FileForm::Html, phrases)?;
    drop(progress);
    writing::print(&review, Format::Terminal, phrases)?;
    let kept = Kept {
        folder,
        orders: &orders,
        shop: &shop,
        seed: arguments.seed,
        is_served: !arguments.no_serve,
    };
    let owner = record::keep(&kept, phrases, clock)?;
    writing::say(&what_next(&orders, &page, phrases))?;
    if arguments.no_serve {
        return Ok(read.outcome);
    }
    record::serve(folder, owner, arguments.listen, phrases)
}

fn what_next(orders: &Path, page: &Path, phrases: Phrases) -> String {
    let orders = orders.display();
    let other = match phrases.language() {
        Language::Greek => Language::English,
        _ => Language::Greek,
    };
    let steps = [
        ("command-demo-open", page.display().to_string()),
        ("command-demo-own", "perennial review orders.csv -o review.html".to_owned()),
        (
            "command-demo-customers",
            format!("perennial review {orders} --map {BY_NAME} --customers who.xlsx"),
        ),
        (
            "command-demo-language",
            format!("perennial review {orders} --map {BY_NAME} --lang {other}"),
        ),
        ("command-demo-doubt", format!("perennial fit {orders} --model all --unit week")),
    ];
    let steps = steps.map(|(what, line)| format!("  {}\n    {line}\n", phrases.say(what)));
    format!("\n{}\n{}", phrases.say("command-demo-next"), steps.concat())
}
