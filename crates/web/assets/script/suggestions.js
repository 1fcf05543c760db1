// Suggests names that are known where somebody begins to write one.
//
// data-suggest="/path"  on a field with a list: the page that knows which names begin so,
//                       or are meant

import { all, asksWhileWritten } from "./parts.js";

// A browser lists only what holds the letters that were written: where slips were meant
// as another name, what is shown says both, and only the name is taken.
function option(name, written) {
  const holds = name.toLowerCase().includes(written.toLowerCase());
  return holds ? new Option(name) : new Option(`${written} → ${name}`, name);
}

const suggest = asksWhileWritten((field, written, html) => {
  const names = all("#suggested li", html).map(({ textContent }) => option(textContent, written));
  if (field.value.trim() === written) field.list.replaceChildren(...names);
});

function begin(field) {
  if (!field?.matches("[data-suggest]")) return;
  suggest(field, field.dataset.suggest, field.value.trim() || undefined);
}

document.addEventListener("input", ({ target }) => begin(target));
// What was written while this was read.
begin(document.activeElement);
