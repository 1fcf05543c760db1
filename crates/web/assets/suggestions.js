// Suggests names that are known where somebody begins to write one.
//
// data-suggest="/path"  on a field with a list: the page that knows which names begin so

let asking = null;
let typing = null;

async function suggest(field, written) {
  const url = new URL(field.dataset.suggest, location.href);
  url.searchParams.set("q", written);
  asking = new AbortController();
  try {
    const answer = await fetch(url, { signal: asking.signal, headers: { "x-swap": "1", accept: "text/html" } });
    if (!answer.ok) return;
    const html = new DOMParser().parseFromString(await answer.text(), "text/html");
    const names = [...html.querySelectorAll("#suggested li")].map(({ textContent }) => new Option(textContent));
    if (field.value.trim() === written) field.list.replaceChildren(...names);
  } catch {
    // A newer question has taken its place, or the network is gone: a name can be
    // written whole.
  }
}

function begin(field) {
  if (!field?.matches("[data-suggest]")) return;
  clearTimeout(typing);
  asking?.abort();
  const written = field.value.trim();
  if (written) typing = setTimeout(suggest, 120, field, written);
}

document.addEventListener("input", ({ target }) => begin(target));
// What was written while this was read.
begin(document.activeElement);
