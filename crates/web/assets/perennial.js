// What pages do better with JavaScript. Every one of them works without.
//
// data-swap="#id"     on a link or form: its answer replaces only this part
// data-live="/path"   on a part with an id: renewed when the stream at the path says so
// data-over           on a link: its page is shown in a small window over this one
// data-find           on a form: sent again while somebody types; Enter takes the only one found
// data-letter="x"     in a menu: the key that chooses it while the menu is open
// data-key="x"        the key that clicks it, or goes into it
// data-go="x"         on a link: opened by g and then this key
// data-row            a row that j and k go through; o opens its first link, e edits it
// data-edit           on details: the place where something is edited
// data-close          closes the details it is in
// data-helps="/path"  on a field: the script that helps to fill it in, read when it is gone into
// data-with="/path"   the script of what few pages have, read when it is there
// data-keep="name"    on buttons that keep a choice: applied at once

const page = document.documentElement;
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// ---- parts of pages ------------------------------------------------------

let asking = null;
const address = () => location.pathname + location.search;
// The page that is shown: only its fragment may differ from the address.
let shown = address();
const read = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

async function ask(url, options = {}) {
  asking?.abort();
  asking = new AbortController();
  page.classList.add("busy");
  try {
    const answer = await fetch(url, {
      ...options,
      signal: asking.signal,
      headers: { "x-swap": "1", accept: "text/html" },
    });
    const html = await read(answer);
    await dress(html);
    return { html, url: answer.url, ok: answer.ok, status: answer.status };
  } finally {
    page.classList.remove("busy");
  }
}

// Does what asks. Where a newer question has taken its place, nothing more comes
// of it; where the network is gone, what is to be done then.
async function attempt(work, lost) {
  try {
    await work();
  } catch (error) {
    if (error.name !== "AbortError") lost();
  }
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
function replace(selector, html) {
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

function show(selector, answer) {
  if (!replace(selector, answer.html)) return false;
  replace("#notices", answer.html);
  document.title = answer.html.title || document.title;
  return true;
}

function remember(answer) {
  history.pushState(null, "", answer.url);
  shown = address();
}

// Goes to a page that is here already, but for what is around its main part.
function move(answer) {
  if (!show("#main", answer)) return location.assign(answer.url);
  remember(answer);
  const links = all("a[data-go]");
  const path = location.pathname;
  const here = links.find(({ pathname }) =>
    path === pathname || (pathname !== "/" && path.startsWith(`${pathname}/`)));
  for (const link of links) link.removeAttribute("aria-current");
  here?.setAttribute("aria-current", "page");
  scrollTo(0, 0);
  listen();
  equip();
}

// Sends a form, once more where it is refused: the session it was made in may have
// been followed by another, whose pages carry another token. Whoever may not send
// it is told so again. Answers that are no page of the frame say why nothing was
// taken.
async function send(url, fields) {
  let answer = await ask(url, { method: "post", body: fields });
  if (answer.status === 403) {
    const { html } = await ask(location.href);
    const token = one("[name=form_token]", html);
    if (token) {
      fields.set("form_token", token.value);
      answer = await ask(url, { method: "post", body: fields });
    }
  }
  return { ...answer, isTaken: !answer.html.body.matches(".bare") };
}

// Says why what was sent was not taken; the form stays as it was filled in.
function tell(place, answer) {
  const note = document.createElement("div");
  note.className = "notice";
  const isForm = answer && one("form", answer.html);
  const said = answer ? all(isForm ? "h1" : "h1, h1 + p", answer.html) : [];
  const words = said.map((part) => part.textContent);
  if (!answer) words.push(one("#notices").dataset.offline);
  for (const textContent of words) {
    const part = document.createElement(isForm ? "a" : "p");
    note.append(Object.assign(part, { textContent, className: "plain", href: answer?.url, target: "_blank" }));
  }
  one(".notice", place)?.remove();
  place.prepend(note);
}

function swap(selector, url, keep, takes) {
  attempt(async () => {
    const answer = await ask(url);
    if (!show(selector, answer) && !show("#main", answer)) return location.assign(answer.url);
    if (takes) return takeOnly(selector);
    if (keep) {
      remember(answer);
      const part = one(selector);
      if (part.getBoundingClientRect().top < 0) part.scrollIntoView();
    }
    // Without a network the browser says so better than we can.
  }, () => location.assign(url));
}

function post(selector, url, fields) {
  attempt(async () => {
    const answer = await send(url, fields);
    if (!answer.isTaken) return tell(one("#notices"), answer);
    if (answer.ok && new URL(answer.url).pathname !== location.pathname) return move(answer);
    if (!show(selector, answer) && !show("#main", answer)) location.assign(answer.url);
  }, () => tell(one("#notices"), null));
}

// What a form sends, as it is to be sent.
function fieldsOf(form, submitter) {
  const fields = new FormData(form, submitter);
  return form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields);
}

// The link that is clicked to go on in this window, if it is one of these.
function clicked(event, links) {
  const isOwn = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  return !isOwn && event.target.closest(links);
}

document.addEventListener("click", (event) => {
  const link = clicked(event, "a[data-swap]");
  if (!link) return;
  event.preventDefault();
  swap(link.dataset.swap, link.href, true);
});

function asked(form, fields) {
  const url = new URL(form.action);
  url.search = fields;
  return url;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const selector = form.dataset.swap;
  if (!selector) return;
  event.preventDefault();
  const fields = fieldsOf(form, event.submitter);
  clearTimeout(typing);
  const takes = form.matches("[data-find]") && !finding;
  if (over.contains(form)) sendOver(form, fields, takes);
  else if (form.method === "get") swap(selector, asked(form, fields), !finding, takes);
  else post(selector, form.action, fields);
});

addEventListener("popstate", () => {
  if (shown === address()) return;
  shown = address();
  attempt(async () => {
    if (!show("#main", await ask(location.href))) location.reload();
  }, () => location.reload());
});

// ---- live parts ----------------------------------------------------------

// Somebody is writing here, or has and not sent it yet.
function isInUse(part) {
  const isTouched = ({ type, value, defaultValue, checked, defaultChecked }) =>
    type === "radio" || type === "checkbox" ? checked !== defaultChecked : value !== defaultValue;
  const isChosen = ({ options, selectedIndex }) =>
    selectedIndex !== Math.max(0, [...options].findIndex((option) => option.defaultSelected));
  return one("details[open], :focus:is(input, textarea, select), :popover-open", part)
    || all("input, textarea", part).some(isTouched) || all("select", part).some(isChosen);
}

let stream = null;
// Without the network what needs a script is there without it.
function equip() {
  for (const { dataset } of all("[data-with]")) import(dataset.with).catch(() => {});
}
equip();

function listen() {
  const path = one("[data-live]")?.dataset.live;
  if (!path || stream) return;
  let due = null;
  stream = new EventSource(path);
  stream.addEventListener("changed", () => {
    clearTimeout(due);
    due = setTimeout(async () => {
      if (!one("[data-live]")) return;
      const answer = await fetch(location.href, { headers: { "x-swap": "1" } });
      if (!answer.ok) return;
      const html = await read(answer);
      for (const part of all("[data-live][id]")) {
        if (!isInUse(part)) replace(`#${CSS.escape(part.id)}`, html);
      }
    }, 400);
  });
}
listen();

// ---- the window over the page --------------------------------------------

const over = one("#over") ?? document.createElement("dialog");

// Ids of the page in the window become others than those of the page below.
function apart(html) {
  for (const element of all("main [id]", html)) element.id = `over-${element.id}`;
  for (const name of ["for", "aria-describedby", "aria-labelledby"]) {
    for (const element of all(`main [${name}]`, html)) {
      element.setAttribute(name, `over-${element.getAttribute(name)}`);
    }
  }
  return html;
}

function fill(answer) {
  const main = one("main", apart(answer.html));
  one("h2", over).textContent = one("h1", main).textContent;
  for (const part of all(".head, #over-notices", main)) part.remove();
  over.lastElementChild.replaceChildren(...[...main.childNodes].map((node) => document.adoptNode(node)));
  if (!over.open) over.showModal();
  equip();
  const first = ["[autofocus]", "[aria-invalid]", "textarea", "input:not([type=hidden])"];
  first.map((selector) => one(selector, over)).find(Boolean)?.focus();
}

function openOver(url) {
  attempt(async () => fill(await ask(url)), () => location.assign(url));
}

function sendOver(form, fields, takes) {
  const inside = over.lastElementChild;
  attempt(async () => {
    if (form.method === "get") {
      const answer = await ask(asked(form, fields));
      if (!replace("#over-found", apart(answer.html))) fill(answer);
      if (takes) takeOnly("#over-found");
      return;
    }
    const answer = await send(form.action, fields);
    if (!answer.isTaken) return tell(inside, answer);
    if (!answer.ok) return fill(answer);
    over.close();
    const there = new URL(answer.url);
    if (there.pathname + there.search === address()) show("#main", answer);
    else move(answer);
  }, () => tell(inside, null));
}

document.addEventListener("click", (event) => {
  const link = clicked(event, "a[data-over], #over a");
  if (!link || !over.isConnected || link.matches(".plain")) return;
  event.preventDefault();
  link.closest("details.menu")?.removeAttribute("open");
  openOver(link.href);
});

// Whether a form is sent because somebody types in it.
let finding = false;
let typing = null;
// Goes on with the one that was found, where there is no other.
function takeOnly(found) {
  const links = all(`${found} a`);
  if (links.length === 1) links[0].click();
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!form?.matches("[data-find]")) return;
  clearTimeout(typing);
  typing = setTimeout(() => {
    finding = true;
    form.requestSubmit();
    finding = false;
  }, 150);
});

document.addEventListener("focusin", ({ target }) => {
  // Without the network it is filled in without help.
  if (target.dataset.helps) import(target.dataset.helps).catch(() => {});
});

// ---- menus and places to edit --------------------------------------------

document.addEventListener("click", (event) => {
  for (const menu of all("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  const close = event.target.closest("[data-close]");
  if (close) {
    event.preventDefault();
    const place = close.closest("details");
    place.open = false;
    close.form?.reset();
    one("form", place)?.reset();
    one("summary", place).focus();
  }
});

document.addEventListener("toggle", (event) => {
  if (!event.target.matches("details[open]")) return;
  const isEdit = event.target.matches("[data-edit]");
  one(isEdit ? "input:not([type=hidden]), select, textarea" : "[autofocus], li a, li button", event.target)?.focus();
}, true);

// ---- choices -------------------------------------------------------------

document.addEventListener("change", ({ target }) => {
  if (!target.matches("[type=file]")) return;
  const names = [...target.files].map(({ name }) => name);
  one("output", target.parentElement).textContent = names.join(", ");
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-keep] button");
  if (!button) return;
  event.preventDefault();
  const form = button.form;
  const fields = new URLSearchParams(new FormData(form, button));
  page.dataset[button.name] = button.value;
  for (const other of all(`button[name="${button.name}"]`, form)) other.removeAttribute("aria-current");
  if (button.name === "rail") button.value = button.value === "narrow" ? "wide" : "narrow";
  else button.setAttribute("aria-current", "true");
  const kept = await fetch(form.action, { method: "post", body: fields, redirect: "manual" });
  if (kept.type !== "opaqueredirect") form.requestSubmit(button);
});

// ---- keys ----------------------------------------------------------------

let afterG = false;

// The letter of the key, also where the keyboard writes another alphabet.
function keyOf(event) {
  if (event.key.length !== 1 || event.key.codePointAt(0) < 128) return event.key;
  if (event.code === "Slash") return event.shiftKey ? "?" : "/";
  return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
}

function go(step) {
  const links = all("[data-row]").map((row) => one("a", row)).filter((link) => link?.checkVisibility());
  const at = links.findIndex((link) => link.closest("[data-row]").contains(document.activeElement));
  const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step];
  next?.focus();
  next?.closest("[data-row]").scrollIntoView({ block: "nearest" });
}

function press(element) {
  if (element.matches("input, textarea")) element.select();
  else element.click();
  element.focus();
}

// The button that saves a form: its main one, else the only one it has.
function saves(form) {
  const buttons = [...form?.elements ?? []].filter(({ type, disabled }) => type === "submit" && !disabled);
  return buttons.find((button) => button.matches(".primary")) ?? (buttons.length === 1 && buttons[0]);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const menu = all("details.menu[open], details[data-edit][open]").pop();
    if (menu) {
      menu.open = false;
      one("summary", menu).focus();
    } else if (event.target.matches("input, textarea")) event.target.blur();
    return;
  }
  const save = event.key === "Enter" && (event.ctrlKey || event.metaKey)
    && event.target.matches("input, select, textarea") && saves(event.target.form);
  if (save) {
    event.preventDefault();
    return save.click();
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "ArrowDown" && event.target.form?.matches("[data-find]")) {
    event.preventDefault();
    return one("#over-found a, #found a")?.focus();
  }
  if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
  const key = keyOf(event);
  const chosen = one(`details.menu[open] [data-letter="${CSS.escape(key)}"]`);
  if (chosen) {
    event.preventDefault();
    return chosen.click();
  }
  const row = document.activeElement.closest?.("[data-row]");
  let done = true;
  if (afterG) {
    const link = one(`[data-go="${CSS.escape(key)}"]`);
    if (link) link.click();
    else done = false;
  } else if (key === "j" || key === "k") go(key === "j" ? 1 : -1);
  else if (key === "o" && row) one("a", row).click();
  else if (key === "e" && one("[data-edit]", row ?? document)) {
    one("[data-edit]:not([open]) summary", row ?? document)?.click();
  } else if (key !== "g") {
    const element = one(`[data-key="${CSS.escape(key)}"]`);
    if (element) press(element);
    else done = false;
  }
  afterG = key === "g" && !afterG;
  if (done) event.preventDefault();
});
