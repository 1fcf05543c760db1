//! Pages: their language, their notices, what they hold.

use std::collections::BTreeSet;

use kernel::Language;

use crate::site::{Cut as _, Site};

/// What a page may weigh before images, as it is before anything is compressed.
const HEAVIEST: usize = 60_000;
/// How much of it is left to what stands in the frame.
const ROOM: usize = 20_000;

#[tokio::test]
async fn a_page_speaks_every_language_and_lacks_no_word() {
    let mut site = Site::open().await;
    for language in Language::ALL {
        site.holds("language", language.code());
        let page = site.get("/design").await;
        assert!(page.body.contains(&format!("<html lang=\"{}\"", language.code())));
        assert!(!page.body.contains('‹'), "{language}: a message is missing");
    }
}

#[tokio::test]
async fn the_kept_choice_goes_before_the_browser_and_the_browser_before_the_business() {
    let mut site = Site::open().await;
    assert!(site.get("/design").await.body.contains("lang=\"ro\""));
    site.sends("accept-language", "de;q=0.9, el;q=0.5");
    assert!(site.get("/design").await.body.contains("<html lang=\"el\""));
    site.holds("language", "hy");
    assert!(site.get("/design").await.body.contains("<html lang=\"hy\""));
    site.holds("language", "xx");
    assert!(site.get("/design").await.body.contains("<html lang=\"el\""));
}

#[tokio::test]
async fn pages_hold_no_style_and_no_script_of_their_own() {
    let page = Site::open().await.get("/design").await.body;
    assert!(!page.contains(" style="));
    assert!(!page.contains("<style"));
    assert!(!page.contains("javascript:"));
    for (at, _) in page.match_indices("<script") {
        assert!(page[at..].starts_with("<script type=\"module\" src=\"/assets/"));
    }
    let handlers = page.match_indices(" on").filter(|(at, _)| {
        let name: String = page[at + 3..].chars().take_while(char::is_ascii_lowercase).collect();
        page[at + 3 + name.len()..].starts_with("=\"")
    });
    assert_eq!(handlers.count(), 0);
}

#[tokio::test]
async fn every_icon_of_a_page_is_in_the_sprite() {
    let mut site = Site::open().await;
    let page = site.get("/design").await.body;
    let uses: BTreeSet<&str> =
        page.split("<use href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(uses.len() > 10);
    let (sprite, _) = uses.first().unwrap().split_once('#').unwrap();
    let sprite = site.get(sprite).await.body;
    for icon in &uses {
        let (_, name) = icon.split_once('#').unwrap();
        assert!(sprite.contains(&format!("id=\"{name}\"")), "{name}");
    }
}

#[tokio::test]
async fn ids_are_unique_and_every_label_has_its_field() {
    let page = Site::open().await.get("/design").await.body;
    let ids = page.values_of("id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    for name in ["for", "popovertarget", "aria-labelledby", "aria-describedby"] {
        for id in page.values_of(name).iter().flat_map(|ids| ids.split_whitespace()) {
            assert!(unique.contains(id), "{name}=\"{id}\"");
        }
    }
}

#[tokio::test]
async fn what_a_swap_asks_for_comes_without_the_frame() {
    let mut site = Site::open().await;
    let whole = site.get("/design").await.body;
    site.sends("x-swap", "1");
    let part = site.get("/design").await.body;
    assert!(whole.contains("class=\"rail\"") && !part.contains("class=\"rail\""));
    assert!(part.contains("<title>") && part.contains("id=\"list\"") && part.contains("notices"));
    assert!(part.len() < whole.len());
}

#[tokio::test]
async fn style_script_and_frame_leave_room_for_the_page() {
    let mut site = Site::open().await;
    for language in Language::ALL {
        site.holds("language", language.code());
        let page = site.get("/design").await.body;
        let mut weight = 0;
        for name in ["href", "src"] {
            let urls = page.values_of(name).into_iter();
            let urls: BTreeSet<&str> = urls.filter(|url| url.contains("/perennial-")).collect();
            for url in urls {
                weight += site.get(url).await.body.len();
            }
        }
        let (before, rest) = page.split_once("<main").unwrap();
        let (_, after) = rest.split_once("</main>").unwrap();
        weight += before.len() + after.len();
        let is_light = weight > 10_000 && weight + ROOM <= HEAVIEST;
        assert!(is_light, "{language}: {weight} bytes around a page");
    }
}
