// Leaves a field for a day blank in which nothing stands, not even a part of one:
// how days are written stands there in the language of the browser.

const days = "[type=date], [type=datetime-local]";
const leaveBlank = (field) => field.toggleAttribute("data-empty", !field.value && !field.validity.badInput);
// What was filled in before comes back with a page that was left.
const all = () => document.querySelectorAll(days).forEach(leaveBlank);

document.addEventListener("input", ({ target }) => target.matches(days) && leaveBlank(target));
addEventListener("pageshow", all);
all();
