// Renews parts of the page when something changes.
//
// data-live="/path"  on a part with an id: renewed when the stream at the path says so

import { SWAP, all, one, read, replace } from "./parts.js";

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

// One stream is enough for all pages that follow each other without a new one.
export function begin() {
  const path = one("[data-live]")?.dataset.live;
  if (!path || stream) return;
  let due = null;
  stream = new EventSource(path);
  stream.addEventListener("changed", () => {
    clearTimeout(due);
    due = setTimeout(async () => {
      if (!one("[data-live]")) return;
      const answer = await fetch(location.href, { headers: SWAP });
      if (!answer.ok) return;
      const html = await read(answer);
      for (const part of all("[data-live][id]")) {
        if (!isInUse(part)) replace(`#${CSS.escape(part.id)}`, html);
      }
    }, 400);
  });
}
