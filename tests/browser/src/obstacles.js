// What keeps somebody from using the page, by the Web Content Accessibility
// Guidelines 2.2, level AA. Runs in the page; returns sentences.
const found = new Set();
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !isUnseen(e);
// For screen readers alone: one pixel, clipped.
const isUnseen = (e) => {
  const box = e.closest(".unseen, .skip");
  return Boolean(box) && !box.matches(":focus");
};
const told = (e) => {
  const text = (e.getAttribute("aria-label") ?? e.textContent).trim().replace(/\s+/g, " ").slice(0, 40);
  return `<${e.localName} class="${e.getAttribute("class") ?? ""}" name="${e.getAttribute("name") ?? ""}"> ${text}`;
};

// ---- language, title, landmarks, headings --------------------------------
const languages = ["en", "ru", "ro", "el", "hy"];
if (!languages.includes(document.documentElement.lang)) found.add("the page does not say its language");
for (const e of all("[lang]")) if (!languages.includes(e.lang)) found.add(`no such language: ${e.lang}`);
if (!document.title.trim()) found.add("the page has no title");
if (all("main").filter(seen).length !== 1) found.add("there is not one main part");
const navs = all("nav").filter(seen);
for (const nav of navs) if (!nav.ariaLabel && !nav.hasAttribute("aria-labelledby")) found.add(`a nav without a name: ${told(nav)}`);
const headings = all("h1, h2, h3, h4, h5, h6").filter((e) => seen(e) && !e.closest("dialog, [popover]"));
if (headings.filter((e) => e.localName === "h1").length !== 1) found.add("there is not one first heading");
let level = 0;
for (const heading of headings) {
  const its = Number(heading.localName[1]);
  if (its > level + 1) found.add(`a heading skips a level: ${told(heading)}`);
  level = its;
}

// ---- names and references -------------------------------------------------
const ids = all("[id]").map((e) => e.id);
for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.add(`an id is given twice: ${id}`);
for (const name of ["for", "aria-labelledby", "aria-describedby", "aria-controls"]) {
  for (const e of all(`[${name}]`)) {
    for (const id of e.getAttribute(name).split(/\s+/)) if (!ids.includes(id)) found.add(`${name} leads nowhere: ${id}`);
  }
}
for (const image of all("img")) if (!image.hasAttribute("alt")) found.add(`a picture without words: ${image.src}`);
for (const svg of all("svg")) {
  if (svg.ariaHidden !== "true" && !svg.querySelector("title") && !svg.ariaLabel && svg.getAttribute("role") !== "presentation") {
    if (!svg.closest("[aria-hidden=true]")) found.add(`a drawing without words: ${told(svg.parentElement)}`);
  }
}
for (const field of all("input:not([type=hidden]), select, textarea")) {
  if (!field.labels?.length && !field.ariaLabel && !field.hasAttribute("aria-labelledby")) found.add(`a field without a label: ${told(field)}`);
}
for (const e of all("[tabindex]")) if (e.tabIndex > 0) found.add(`an order of its own: ${told(e)}`);

// ---- tables ----------------------------------------------------------------
for (const table of all("table").filter(seen)) {
  if (!table.querySelector("th")) found.add(`a table without heads: ${told(table)}`);
  for (const th of all("th", table)) if (!th.scope) found.add(`a head of nothing: ${told(th)}`);
}
for (const list of all("ul, ol")) {
  for (const child of list.children) if (!["LI", "TEMPLATE", "SCRIPT"].includes(child.tagName)) found.add(`not an item of a list: ${told(child)}`);
}

// ---- contrast --------------------------------------------------------------
const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const known = new Map();
const channels = (color) => {
  if (!known.has(color)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    known.set(color, [r, g, b, a / 255]);
  }
  return known.get(color);
};
const over = ([r, g, b, a], below) => [r, g, b].map((c, k) => c * a + below[k] * (1 - a)).concat(1);
const ground = (e) => {
  const layers = [];
  for (; e; e = e.parentElement) {
    const color = channels(getComputedStyle(e).backgroundColor);
    if (color[3] > 0) layers.push(color);
    if (color[3] === 1) break;
  }
  const paper = channels(getComputedStyle(document.documentElement).backgroundColor);
  return layers.reduceRight((below, layer) => over(layer, below), paper[3] === 1 ? paper : [255, 255, 255, 1]);
};
const luminance = ([r, g, b]) => [r, g, b]
  .map((c) => c / 255)
  .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  .reduce((sum, c, k) => sum + c * [0.2126, 0.7152, 0.0722][k], 0);
const contrast = (a, b) => {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};
const faded = (e) => {
  let opacity = 1;
  for (; e; e = e.parentElement) opacity *= Number(getComputedStyle(e).opacity);
  return opacity;
};
for (const e of all("body *")) {
  const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  const isField = e.matches("input:not([type=hidden], [type=checkbox], [type=radio]), textarea, select");
  if (!(own || isField) || !seen(e) || e.matches("title, desc, script, noscript, option")) continue;
  if (e.closest(":disabled")) continue;
  const style = getComputedStyle(e);
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const below = ground(e);
  const [r, g, b, a] = channels(e.matches("text, tspan") ? style.fill : style.color);
  const ink = over([r, g, b, a * faded(e)], below);
  const its = contrast(ink, below);
  if (its < (isLarge ? 3 : 4.5)) found.add(`faint, ${its.toFixed(2)}: ${told(e)}`);
  if (isField) {
    const edge = over(channels(style.borderTopColor), ground(e.parentElement));
    if (parseFloat(style.borderTopWidth) && contrast(edge, ground(e.parentElement)) < 3 && contrast(below, ground(e.parentElement)) < 3) {
      found.add(`a field with a faint edge: ${told(e)}`);
    }
  }
}

// ---- size of what is clicked -----------------------------------------------
// What lies below a window that is open is left out only where the browser
// lets nobody into it.
const modal = document.querySelector("dialog:modal");
const within = document.activeElement;
const isReached = (e) => {
  if (!modal || modal.contains(e)) return true;
  e.focus({ preventScroll: true });
  return document.activeElement === e;
};
const operated = all("a[href], button, summary, input:not([type=hidden]), select, textarea").filter(seen).filter(isReached);
within?.focus({ preventScroll: true });
const boxes = operated.map((e) => (e.matches("[type=radio], [type=checkbox]") && e.labels?.[0] ? e.labels[0] : e).getBoundingClientRect());
operated.forEach((e, k) => {
  const box = boxes[k];
  // Sums of fractions of a pixel end in a thousandth less.
  const isWide = (side) => Math.round(side * 100) >= 2400;
  if (isWide(box.width) && isWide(box.height)) return;
  // In a line of text, where the line decides (2.5.8, inline).
  if (getComputedStyle(e).display === "inline" && e.parentElement.textContent.trim() !== e.textContent.trim()) return;
  // A circle of 24 pixels around its middle touches nothing else (2.5.8, spacing).
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const near = boxes.some((other, j) => {
    if (j === k || operated[j].contains(e) || e.contains(operated[j])) return false;
    const dx = Math.max(other.left - x, 0, x - other.right);
    const dy = Math.max(other.top - y, 0, y - other.bottom);
    return Math.hypot(dx, dy) < 12;
  });
  if (near) found.add(`too small to hit, ${Math.round(box.width)} × ${Math.round(box.height)}: ${told(e)}`);
});

// ---- nothing wider than the window -----------------------------------------
const root = document.documentElement;
for (const menu of all("details.menu").filter(seen).filter((e) => !modal || modal.contains(e))) {
  const wasOpen = menu.open;
  menu.open = true;
  const { left, right } = menu.querySelector(":scope > :not(summary)").getBoundingClientRect();
  if (left < 0 || right > root.clientWidth) found.add(`opens beyond the window, ${Math.round(left)} to ${Math.round(right)}: ${told(menu)}`);
  menu.open = wasOpen;
}
if (root.scrollWidth > root.clientWidth) found.add(`wider than the window: ${root.scrollWidth} > ${root.clientWidth}`);
return [...found];
