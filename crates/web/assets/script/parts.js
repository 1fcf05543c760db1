// What pages do better with JavaScript. Every one of them works without.
//
// data-swap="#id"     on a link or form: its answer replaces only this part (swaps.js)
// data-over           on a link: its page is shown in a small window over this one (over.js)
// data-find           on a form: sent again while somebody types; Enter takes the only one found (forms.js)
// data-letter="x"     in a menu: the key that chooses it while the menu is open (keys.js)
// data-key="x"        the key that clicks it, or goes into it (keys.js)
// data-go="x"         on a link: opened by g and then this key (keys.js)
// data-row            a row that j and k go through; o opens its first link, e edits it (keys.js)
// data-edit           on details: the place where something is edited (menus.js)
// data-close          closes the details it is in (menus.js)
// data-keep="name"    on buttons that keep a choice: applied at once (menus.js)
// data-helps="/path"  on a field: the script that helps to fill it in, read when it is gone into
// data-with="/path"   the script of what few pages have, read when it is there
//
// This file brings parts of pages and puts them where they belong; those above are
// served with it as one.

export const page = document.documentElement;

// A page goes on with the script that it began with: where what few pages have brings
// that of a newer version, both would send each form.
if (page.dataset.begun) throw new Error("another version of this script is at work");
page.dataset.begun = "yes";

export const one = (selector, within = document) => within.querySelector(selector);
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// Says that only parts of the answer will be put into the page that is here.
export const SWAP = { "x-swap": "1", accept: "text/html" };

let asking = null;
export const address = () => location.pathname + location.search;
// The page that is shown: only its fragment may differ from the address.
let shown = address();
export const read = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

export async function ask(url, options = {}) {
  asking?.abort();
  asking = new AbortController();
  page.classList.add("busy");
  try {
    const answer = await fetch(url, { ...options, signal: asking.signal, headers: SWAP });
    const html = await read(answer);
    await dress(html);
    return { html, url: answer.url, ok: answer.ok, status: answer.status };
  } finally {
    page.classList.remove("busy");
  }
}

// Does what asks. Where a newer question has taken its place, nothing more comes
// of it; where the network is gone, what is to be done then.
export async function attempt(work, lost) {
  try {
    await work();
  } catch (error) {
    if (error.name !== "AbortError") lost();
  }
}

// Gives what is told each letter that is written in a field: once none has come for a
// moment it asks a page about them, and hands on what is answered. A newer question
// takes the place of the last, also where there is nothing to ask. Where the network is
// gone the field is filled in without help.
export function asksWhileWritten(answered) {
  let question = null;
  let pause = null;
  async function bring(field, path, written) {
    const url = new URL(path, location.href);
    url.searchParams.set("q", written);
    question = new AbortController();
    const answer = await fetch(url, { signal: question.signal, headers: SWAP });
    if (answer.ok) answered(field, written, await read(answer));
  }
  return (field, path, written) => {
    clearTimeout(pause);
    question?.abort();
    if (written === undefined) return;
    pause = setTimeout(attempt, 120, () => bring(field, path, written), () => {});
  };
}

// Takes over the styles of another page that this one does without.
function dress(html) {
  const missing = all("link[rel=stylesheet]", html).filter((link) => !one(`link[href="${link.getAttribute("href")}"]`));
  return Promise.all(missing.map((link) => new Promise((done) => {
    link.onload = link.onerror = done;
    document.head.append(document.adoptNode(link));
  })));
}

// Replaces a part by the one of the same id; says whether there was one.
export function replace(selector, html) {
  const [old, fresh] = [one(selector), one(selector, html)];
  if (!old || !fresh) return false;
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(document.adoptNode(fresh));
  if (focused) focusIn(fresh, focused);
  return true;
}

// Goes on where the reader was: at the same element, else in the smallest part
// around it that is still there.
function focusIn(fresh, focused) {
  const takes = "[autofocus], summary, a[href], button, input:not([type=hidden])";
  const seen = (element) => element?.checkVisibility() && element;
  let target = null;
  for (let part = focused.closest("[id]"); part && !target; part = part.parentElement?.closest("[id]")) {
    const again = one(`#${CSS.escape(part.id)}`, fresh);
    target = again && (part === focused ? seen(again) : all(takes, again).find(seen));
  }
  target ??= all(takes, fresh).find(seen) ?? one("main");
  target.focus({ preventScroll: true });
}

export function show(selector, answer) {
  if (!replace(selector, answer.html)) return false;
  replace("#notices", answer.html);
  document.title = answer.html.title || document.title;
  return true;
}

export function remember(answer) {
  history.pushState(null, "", answer.url);
  shown = address();
}

// Goes to a page that is here already, but for what is around its main part.
export function move(answer) {
  if (!show("#main", answer)) return location.assign(answer.url);
  remember(answer);
  const links = all("a[data-go]");
  const path = location.pathname;
  const here = links.find(({ pathname }) =>
    path === pathname || (pathname !== "/" && path.startsWith(`${pathname}/`)));
  for (const link of links) link.removeAttribute("aria-current");
  here?.setAttribute("aria-current", "page");
  scrollTo(0, 0);
  equip();
}

// The link that is clicked to go on in this window, if it is one of these.
export function clicked(event, links) {
  const isOwn = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  return !isOwn && event.target.closest(links);
}

addEventListener("popstate", () => {
  if (shown === address()) return;
  shown = address();
  attempt(async () => {
    if (!show("#main", await ask(location.href))) location.reload();
  }, () => location.reload());
});

// Without the network what needs a script is there without it.
export function equip() {
  for (const { dataset } of all("[data-with]")) {
    import(dataset.with).then(({ begin }) => begin?.()).catch(() => {});
  }
}
equip();

document.addEventListener("focusin", ({ target }) => {
  // Without the network it is filled in without help.
  if (target.dataset.helps) import(target.dataset.helps).catch(() => {});
});
