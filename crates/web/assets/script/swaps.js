// Sends what is typed and chosen, and puts what is answered in the place of what
// stands there; what is not taken is said, and stays as it was filled in.

import { all, ask, attempt, clicked, move, one, remember, show } from "./parts.js";

// Sends a form, once more where it is refused: the session it was made in may have
// been followed by another, whose pages carry another token. Whoever may not send
// it is told so again. Answers that are no page of the frame say why nothing was
// taken.
export async function send(url, fields) {
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
export function tell(place, answer) {
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

export function swap(selector, url, keep, takes) {
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

export function post(selector, url, fields) {
  attempt(async () => {
    const answer = await send(url, fields);
    if (!answer.isTaken) return tell(one("#notices"), answer);
    if (answer.ok && new URL(answer.url).pathname !== location.pathname) return move(answer);
    if (!show(selector, answer) && !show("#main", answer)) location.assign(answer.url);
  }, () => tell(one("#notices"), null));
}

// Goes on with the one that was found, where there is no other.
export function takeOnly(found) {
  const links = all(`${found} a`);
  if (links.length === 1) links[0].click();
}

// What a form sends, as it is to be sent.
export function fieldsOf(form, submitter) {
  const fields = new FormData(form, submitter);
  return form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields);
}

export function asked(form, fields) {
  const url = new URL(form.action);
  url.search = fields;
  return url;
}

document.addEventListener("click", (event) => {
  const link = clicked(event, "a[data-swap]");
  if (!link) return;
  event.preventDefault();
  swap(link.dataset.swap, link.href, true);
});
