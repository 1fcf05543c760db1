// Suggests colleagues where somebody writes @ and how one of them begins.
//
// data-mention="/path"  on a field: the page that knows who can be mentioned
//
// The arrows go through them, Enter and Tab take one, Escape takes none.

const BEGUN = /(?:^|[^\p{L}\p{N}._+@-])@([\p{L}\p{N}._+-]*)$/u;

const begunIn = ({ value, selectionStart }) => value.slice(0, selectionStart).match(BEGUN)?.[1];
const statusOf = (field) => field.parentElement.querySelector("[role=status]");

// The suggestions that are open, the field they are for, and what was begun there.
let [list, field, begun] = [null, null, null];
let asking = null;
let typing = null;

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
  const found = html.querySelector("#colleagues");
  if (!found) return;
  statusOf(part).textContent = html.querySelector("#colleagues-said").textContent;
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

async function suggest(part, written) {
  const url = new URL(part.dataset.mention, location.href);
  url.searchParams.set("q", written);
  asking = new AbortController();
  try {
    const answer = await fetch(url, { signal: asking.signal, headers: { "x-swap": "1", accept: "text/html" } });
    if (!answer.ok) return;
    const html = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (document.activeElement === part && begunIn(part) === written) show(part, written, html);
  } catch {
    // A newer question has taken its place, or the network is gone: a handle can
    // be written whole.
  }
}

document.addEventListener("focusin", ({ target }) => ready(target));
document.addEventListener("focusout", ({ target }) => {
  if (target === field) close();
});

document.addEventListener("input", ({ target }) => {
  if (!target.matches("[data-mention]")) return;
  clearTimeout(typing);
  asking?.abort();
  const written = begunIn(target);
  if (written === undefined) close();
  else typing = setTimeout(suggest, 120, target, written);
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
