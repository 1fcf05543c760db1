//! The page of the review, as its readers meet it.

use browser::{Browser, View};
use kernel::{Currency, Day, Language, Money, Period};
use review::figures::{Review, example};
use review::html::render;
use rstest::rstest;
use serde_json::{Value, json};

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';

/// A desk; the page in light.
const DESK: View = View { width: 1280, dark: false };

fn none() -> Value {
    json!([])
}

/// A review whose heads and amounts are long: a year that begins within a
/// month, millions in a currency without a sign.
fn long() -> Review {
    let mut review = example::rich();
    let currency = "RON".parse().unwrap_or(Currency::NONE);
    let million = |minor: i64| Some(Money::new(113_952_600 + minor, currency));
    let day = |year| Day::from_ymd(year, 11, 22).unwrap_or(Day::MAX);
    review.currency = currency;
    let retention = &mut review.retention;
    for (at, year) in [(&mut retention.current, 2025), (&mut retention.previous, 2024)] {
        at.period = Period { from: day(year), to: day(year + 1) };
        let revenue = &mut at.revenue;
        (revenue.start, revenue.total) = (million(1), million(2));
        (revenue.expansion, revenue.contraction) = (million(3), million(4));
        (revenue.churn, revenue.reactivation) = (million(5), million(6));
    }
    (review.cost_of_loss.yearly, review.cost_of_loss.lifetime) = (million(7), million(8));
    (review.value.residual_total, review.value.lifetime_per_customer) = (million(9), million(10));
    for segment in &mut review.segments {
        segment.margin_12m = million(11);
    }
    review
}

#[rstest]
#[case::rich(example::rich())]
#[case::sparse(example::sparse())]
#[case::long(long())]
fn the_page_fits_every_screen_in_every_language(#[case] review: Review) {
    let Some(browser) = Browser::start().unwrap() else { return };
    for language in Language::ALL {
        let html = render(&review, language).unwrap();
        for width in [360, 1280, 2560] {
            for dark in [false, true] {
                let view = View { width, dark };
                browser.open(&html, view).unwrap();
                let size = browser
                    .run(
                        "const root = document.documentElement;
                          return [root.scrollWidth, root.clientWidth, innerWidth];",
                    )
                    .unwrap();
                assert!(size[0].as_u64() <= size[1].as_u64(), "{language} {view:?}: {size}");
                assert_eq!(size[2].as_u64(), Some(u64::from(width)), "{language} {view:?}");
                // What spills out of its own box but not out of the page.
                let spilt = browser.run(SPILT).unwrap();
                assert_eq!(spilt, none(), "{language} {view:?}");
            }
        }
    }
}

/// Text, figures, tables and tiles wider than what holds them. Heat maps keep
/// their size and scroll, with the names of their rows in sight.
const SPILT: &str = "
    const scrolls = e => e.closest('.heat, nav, [popover], details:not([open])');
    return [...document.querySelectorAll(
            'main p, main dt, main dd, main li, main h2, main h3, main li > span, main .scroll, main .numbers > div')]
        .filter(e => !scrolls(e) && e.offsetParent && getComputedStyle(e).position !== 'absolute')
        .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
        .map(e => e.className + ': ' + e.textContent.trim().slice(0, 40));";

#[rstest]
#[case::rich(example::rich())]
#[case::long(long())]
fn no_table_is_wider_than_the_paper(#[case] review: Review) {
    let Some(browser) = Browser::start().unwrap() else { return };
    for language in Language::ALL {
        browser.open(&render(&review, language).unwrap(), DESK).unwrap();
        browser.lay_out_on_paper().unwrap();
        assert_eq!(browser.run(SPILT).unwrap(), none(), "{language}");
        assert_eq!(browser.run(MISPLACED).unwrap(), none(), "{language}");
    }
}

#[rstest]
#[case::rich(example::rich())]
#[case::long(long())]
fn labels_of_charts_stay_inside_and_off_each_other(#[case] review: Review) {
    let Some(browser) = Browser::start().unwrap() else { return };
    for language in Language::ALL {
        for width in [360, 1280] {
            let view = View { width, dark: false };
            browser.open(&render(&review, language).unwrap(), view).unwrap();
            assert_eq!(browser.run(MISPLACED).unwrap(), none(), "{language} {width}");
        }
    }
}

/// Labels that leave their drawing, lie on another label, or are crossed by a
/// line of the axes of a dot plot.
const MISPLACED: &str = "
    // From the top of the letters to the line they stand on.
    const letters = t => {
        const box = t.getBoundingClientRect(), fifth = box.height / 5;
        return { left: box.left, right: box.right, top: box.top + fifth, bottom: box.bottom - fifth };
    };
    const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1
                         || a.bottom <= b.top || b.bottom <= a.top;
    const found = [];
    for (const svg of document.querySelectorAll('figure.chart svg')) {
        const frame = svg.getBoundingClientRect();
        const labels = [...svg.querySelectorAll('text')].filter(t => t.textContent)
            .map(t => [t.textContent, letters(t)]);
        for (const [text, box] of labels) {
            if (box.left < frame.left - 1.5 || box.right > frame.right + 1.5) found.push(`leaves: ${text}`);
        }
        labels.forEach(([text, box], k) => labels.slice(k + 1).forEach(([other, its]) => {
            if (!apart(box, its)) found.push(`${text} on ${other}`);
        }));
        if (!svg.querySelector('.whisker')) continue;
        for (const line of svg.querySelectorAll('.grid, .base')) {
            const its = line.getBoundingClientRect();
            for (const [text, box] of labels) {
                if (box.left < its.left && its.right < box.right && !apart(box, its)) {
                    found.push(`crossed: ${text}`);
                }
            }
        }
    }
    return found;";

#[test]
fn no_number_stands_alone_below_the_others() {
    let Some(browser) = Browser::start().unwrap() else { return };
    for review in [example::rich(), example::sparse()] {
        browser.open(&render(&review, Language::English).unwrap(), DESK).unwrap();
        let alone = browser
            .run(
                "return [...document.querySelectorAll('.numbers')].filter(strip => {
                      const tops = [...strip.children].map(e => e.offsetTop);
                      const last = tops.filter(top => top === Math.max(...tops));
                      return last.length === 1 && tops.length > 1;
                  }).map(strip => strip.closest('section').id);",
            )
            .unwrap();
        assert_eq!(alone, none());
    }
}

#[test]
fn the_page_asks_nobody_for_anything_and_complains_of_nothing() {
    let Some(browser) = Browser::start().unwrap() else { return };
    for review in [example::rich(), example::sparse()] {
        browser.open(&render(&review, Language::English).unwrap(), DESK).unwrap();
        let asked = browser
            .run("return performance.getEntriesByType('resource').map(entry => entry.name);")
            .unwrap();
        assert_eq!(asked, none());
        assert_eq!(browser.run("return document.scripts.length;").unwrap(), 0);
        assert_eq!(browser.complaints().unwrap(), Vec::<String>::new());
    }
}

#[test]
fn every_section_is_there_and_every_link_leads_to_one() {
    let Some(browser) = Browser::start().unwrap() else { return };
    let sections = json!([
        "numbers",
        "calls",
        "retention",
        "cost",
        "trade",
        "gold",
        "alarms",
        "cohorts",
        "survival",
        "segments",
        "audit",
        "sources",
        "models",
        "limits",
        "input"
    ]);
    for language in Language::ALL {
        browser.open(&render(&example::rich(), language).unwrap(), DESK).unwrap();
        let found = browser
            .run("return [...document.querySelectorAll('main > section')].map(s => s.id);")
            .unwrap();
        assert_eq!(found, sections);
        assert_eq!(browser.run("return document.documentElement.lang;").unwrap(), language.code());
        let astray = browser.run(ASTRAY).unwrap();
        assert_eq!(astray, none(), "{language}");
    }
}

/// Links and names that lead nowhere, and ids given twice.
const ASTRAY: &str = "
    const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
    const twice = ids.filter((id, k) => ids.indexOf(id) !== k);
    const names = [...document.querySelectorAll('[href^=\"#\"], [popovertarget], [aria-labelledby]')]
        .flatMap(e => (e.getAttribute('popovertarget') || e.getAttribute('aria-labelledby')
                       || e.getAttribute('href').slice(1)).split(' '));
    return twice.concat(names.filter(name => !ids.includes(name)));";

#[rstest]
#[case(360)]
#[case(1280)]
fn a_formula_opens_and_closes_by_keyboard_alone(#[case] width: u32) {
    let Some(browser) = Browser::start().unwrap() else { return };
    browser
        .open(&render(&example::rich(), Language::English).unwrap(), View { width, dark: false })
        .unwrap();
    let open = "return [...document.querySelectorAll(':popover-open')].map(e => e.id);";
    let on_formula = "return document.activeElement.matches('.f button');";
    let reached = (0..40).any(|_| {
        browser.press(TAB).unwrap();
        browser.run(on_formula).unwrap() == true
    });
    assert!(reached, "forty steps of the tab key reach no formula");
    let outline = "return getComputedStyle(document.activeElement).outlineStyle;";
    assert_eq!(browser.run(outline).unwrap(), "solid");

    browser.press(ENTER).unwrap();
    assert_eq!(browser.run(open).unwrap(), json!(["f-strip-retention"]));
    let text = browser.run("return document.querySelector(':popover-open').innerText;").unwrap();
    for part in ["Retention rate", "Kept ÷", "1 June 2025 – 31 May 2026", "As of", "702"] {
        assert!(text.as_str().unwrap().contains(part), "{part}: {text}");
    }
    let inside = "const box = document.querySelector(':popover-open').getBoundingClientRect();
                  return box.left >= 0 && box.right <= innerWidth && box.width > 150;";
    assert_eq!(browser.run(inside).unwrap(), true);

    browser.press(ESCAPE).unwrap();
    assert_eq!(browser.run(open).unwrap(), none());
    assert_eq!(browser.run(on_formula).unwrap(), true);
}

#[rstest]
#[case(false)]
#[case(true)]
fn all_text_keeps_its_contrast(#[case] dark: bool) {
    let Some(browser) = Browser::start().unwrap() else { return };
    browser
        .open(&render(&example::rich(), Language::English).unwrap(), View { width: 1280, dark })
        .unwrap();
    let scheme = browser
        .run(
            "const probe = document.body.appendChild(document.createElement('i'));
             probe.style.color = 'var(--paper)';
             const paper = getComputedStyle(probe).color;
             probe.remove();
             return paper;",
        )
        .unwrap();
    assert_eq!(scheme, if dark { "rgb(19, 22, 21)" } else { "rgb(253, 253, 251)" });
    assert_eq!(browser.run(FAINT).unwrap(), none());
}

/// Text whose contrast with what lies behind it is below 4.5 (WCAG 2.2 AA).
/// Numbers in heat maps lie on shades; the charts' own tests hold those.
const FAINT: &str = "
    const channels = color => color.match(/[\\d.]+/g).map(Number);
    const luminance = ([r, g, b]) => [r, g, b]
        .map(c => c / 255)
        .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, k) => sum + c * [0.2126, 0.7152, 0.0722][k], 0);
    const ground = e => {
        for (; e; e = e.parentElement) {
            const c = channels(getComputedStyle(e).backgroundColor);
            if (c.length === 3 || c[3] === 1) return c;
        }
    };
    const faint = new Set();
    for (const e of document.querySelectorAll('body *')) {
        const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
        if (!own || e.matches('title, desc, style')) continue;
        const style = getComputedStyle(e);
        const ink = luminance(channels(e.matches('text') ? style.fill : style.color));
        const paper = luminance(ground(e));
        const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
        if (contrast < 4.5) faint.add(`${e.tagName}.${e.getAttribute('class')} ${contrast.toFixed(2)}`);
    }
    return [...faint];";

#[test]
fn every_chart_has_a_name_and_a_table_behind_it() {
    let Some(browser) = Browser::start().unwrap() else { return };
    browser.open(&render(&example::rich(), Language::Greek).unwrap(), DESK).unwrap();
    let bare = browser
        .run(
            "return [...document.querySelectorAll('figure.chart')]
                  .filter(f => !f.querySelector('svg[role] > title, svg[role] > desc')
                            || f.querySelectorAll('details.behind tbody tr').length === 0)
                  .map(f => f.textContent.slice(0, 40));",
        )
        .unwrap();
    assert_eq!(bare, none());
    let charts = browser.run("return document.querySelectorAll('figure.chart svg[role]').length;");
    assert_eq!(charts.unwrap(), 12);
}

#[rstest]
#[case(360)]
#[case(900)]
#[case(1280)]
fn text_in_charts_is_large_enough_to_read(#[case] width: u32) {
    let Some(browser) = Browser::start().unwrap() else { return };
    browser
        .open(&render(&example::rich(), Language::Russian).unwrap(), View { width, dark: false })
        .unwrap();
    let smallest = browser
        .run(
            "return Math.min(...[...document.querySelectorAll('figure.chart text')].map(
                  t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a));",
        )
        .unwrap();
    assert!(smallest.as_f64().unwrap() >= 10.0, "{smallest}");
}
