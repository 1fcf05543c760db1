// Suggests colleagues where somebody writes @ and how one of them begins.
//
// data-mention="/path"  on a field: the page that knows who can be mentioned
//
// The arrows go through them, Enter and Tab take one, Escape takes none.

import { asksWhileWritten, one } from "./parts.js";

const BEGUN = /(?:^|[^\p{L}\p{N}._+@-])@([\p{L}\p{N}._+-]*)$/u;

const begunIn = ({ value, selectionStart }) => value.slice(0, selectionStart).match(BEGUN)?.[1];
const statusOf = (field) => one("[role=status]", field.parentElement);

// The suggestions that are open, the field they are for, and what was begun there.
let [list, field, begun] = [null, null, null];

function ready(part) {
  if (!part?.matches("[data-mention]") || statusOf(part)) return;
  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  part.setAttribute("aria-autocomplete", "list");
  part.after(status);
}

function close() {
  if (!list) return;
  for (const name of ["aria-controls", "aria-activedescendant"]) field.removeAttribute(name);
  statusOf(field)?.replaceChildren();
  list.remove();
  [list, field, begun] = [null, null, null];
}

function choose(option) {
  for (const other of list.children) other.setAttribute("aria-selected", other === option);
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function take(option) {
  const end = field.selectionStart;
  if (begunIn(field) === begun) {
    field.setRangeText(`${option.dataset.handle} `, end - begun.length, end, "end");
  }
  close();
}

function show(part, written, html) {
  close();
  const found = one("#colleagues", html);
  if (!found) return;
  statusOf(part).textContent = one("#colleagues-said", html).textContent;
  if (!found.children.length) return;
  [list, field, begun] = [document.adoptNode(found), part, written];
  list.setAttribute("role", "listbox");
  [...list.children].forEach((option, place) => {
    option.setAttribute("role", "option");
    option.id = `colleague-${place}`;
  });
  part.setAttribute("aria-controls", list.id);
  part.after(list);
  choose(list.firstElementChild);
}

const suggest = asksWhileWritten((part, written, html) => {
  if (document.activeElement === part && begunIn(part) === written) show(part, written, html);
});

document.addEventListener("focusin", ({ target }) => ready(target));
document.addEventListener("focusout", ({ target }) => {
  if (target === field) close();
});

document.addEventListener("input", ({ target }) => {
  if (!target.matches("[data-mention]")) return;
  const written = begunIn(target);
  if (written === undefined) close();
  suggest(target, target.dataset.mention, written);
});

// Before anybody else hears of the key: Escape would close the window around it.
document.addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
  if (event.target !== field || ctrlKey || metaKey || altKey || shiftKey || isComposing) return;
  if (key === "Escape") close();
  else {
    // What is shown is for what stood there before.
    if (begunIn(field) !== begun) return;
    const options = [...list.children];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (key === "ArrowDown") choose(options[(at + 1) % options.length]);
    else if (key === "ArrowUp") choose(options.at(at - 1));
    else if (key === "Enter" || key === "Tab") take(options[at]);
    else return;
  }
  event.preventDefault();
  event.stopPropagation();
}, true);

// The field keeps the focus.
document.addEventListener("mousedown", (event) => {
  if (list?.contains(event.target)) event.preventDefault();
});
document.addEventListener("click", ({ target }) => {
  const option = list?.contains(target) && target.closest("[role=option]");
  if (option) take(option);
});

ready(document.activeElement);
