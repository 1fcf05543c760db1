// Says how many rows are ticked, beside what is done with them.

function count(form) {
  const ticked = form.querySelectorAll("[name=id]:checked").length;
  for (const output of form.querySelectorAll(".bulk output")) output.textContent = ticked || "";
}

document.addEventListener("change", ({ target }) => {
  if (target.matches("[name=id]") && target.form) count(target.form);
});
for (const bulk of document.querySelectorAll(".bulk")) count(bulk.closest("form"));
