// Brings the view that is shown into sight, where there is no room for all of them
// and their row is scrolled, as on a telephone.

for (const tabs of document.querySelectorAll(".tabs")) {
  const current = tabs.querySelector("[aria-current]");
  if (current) tabs.scrollLeft = current.offsetLeft - tabs.firstElementChild.offsetLeft;
}
