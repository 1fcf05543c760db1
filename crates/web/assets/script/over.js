// The window over the page, in which something small is added.

import { address, all, ask, attempt, clicked, equip, move, one, replace, show } from "./parts.js";
import { asked, send, takeOnly, tell } from "./swaps.js";

export const over = one("#over") ?? document.createElement("dialog");

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

// What was typed into the window and not sent is there again when it is opened again from
// where it was opened.
let kept = null;
const typed = () => all("textarea, input:not([type=hidden])", over)
  .find((field) => field.value !== field.defaultValue) ?? one("[aria-invalid]", over);

over.addEventListener("close", () => {
  if (!typed()) kept = null;
});

function openOver(url) {
  if (!over.open && url === kept) {
    over.showModal();
    typed()?.focus();
    return;
  }
  if (!over.open) kept = url;
  attempt(async () => fill(await ask(url)), () => location.assign(url));
}

export function sendOver(form, fields, takes) {
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
    inside.replaceChildren();
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
