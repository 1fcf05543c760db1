// Says which files are chosen, beside the button that chooses them.

document.addEventListener("change", ({ target }) => {
  if (!target.matches("[type=file]")) return;
  const names = [...target.files].map(({ name }) => name);
  target.parentElement.querySelector("output").textContent = names.join(", ");
});
