// Menus, places to edit, and choices that are kept.

import { all, one, page } from "./parts.js";

document.addEventListener("click", (event) => {
  for (const menu of all("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  const close = event.target.closest("[data-close]");
  if (close) {
    event.preventDefault();
    const place = close.closest("details");
    place.open = false;
    close.form?.reset();
    one("form", place)?.reset();
    one("summary", place).focus();
  }
});

document.addEventListener("toggle", (event) => {
  if (!event.target.matches("details[open]")) return;
  const isEdit = event.target.matches("[data-edit]");
  one(isEdit ? "input:not([type=hidden]), select, textarea" : "[autofocus], li a, li button", event.target)?.focus();
}, true);

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-keep] button");
  if (!button) return;
  event.preventDefault();
  const form = button.form;
  const fields = new URLSearchParams(new FormData(form, button));
  page.dataset[button.name] = button.value;
  for (const other of all(`button[name="${button.name}"]`, form)) other.removeAttribute("aria-current");
  if (button.name === "rail") button.value = button.value === "narrow" ? "wide" : "narrow";
  else button.setAttribute("aria-current", "true");
  const kept = await fetch(form.action, { method: "post", body: fields, redirect: "manual" });
  if (kept.type !== "opaqueredirect") form.requestSubmit(button);
});
