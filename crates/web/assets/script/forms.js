// Sends forms in the background, in the page or the window over it, and those that
// look for something while somebody types.

import { over, sendOver } from "./over.js";
import { asked, fieldsOf, post, swap } from "./swaps.js";

// Whether a form is sent because somebody types in it.
let finding = false;
let typing = null;

document.addEventListener("submit", (event) => {
  const form = event.target;
  const selector = form.dataset.swap;
  if (!selector) return;
  event.preventDefault();
  const fields = fieldsOf(form, event.submitter);
  clearTimeout(typing);
  const takes = form.matches("[data-find]") && !finding;
  if (over.contains(form)) sendOver(form, fields, takes);
  else if (form.method === "get") swap(selector, asked(form, fields), !finding, takes);
  else post(selector, form.action, fields);
});

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!form?.matches("[data-find]")) return;
  clearTimeout(typing);
  typing = setTimeout(() => {
    finding = true;
    form.requestSubmit();
    finding = false;
  }, 150);
});
