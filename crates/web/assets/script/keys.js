// The keys. /keys lists them for people.

import { all, one } from "./parts.js";

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
