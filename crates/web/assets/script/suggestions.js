// Suggests names that are known where somebody begins to write one.
//
// data-suggest="/path"  on a field with a list: the page that knows which names begin so

import { all, asksWhileWritten } from "./parts.js";

const suggest = asksWhileWritten((field, written, html) => {
  const names = all("#suggested li", html).map(({ textContent }) => new Option(textContent));
  if (field.value.trim() === written) field.list.replaceChildren(...names);
});

function begin(field) {
  if (!field?.matches("[data-suggest]")) return;
  suggest(field, field.dataset.suggest, field.value.trim() || undefined);
}

document.addEventListener("input", ({ target }) => begin(target));
// What was written while this was read.
begin(document.activeElement);
