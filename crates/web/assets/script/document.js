// Has a document in the page scroll with it where there is no room for both, as on
// a telephone: it is as tall as what is in it.

function measure(frame) {
  const inside = frame.contentDocument?.documentElement;
  if (!inside?.querySelector("main")) return;
  const tell = () => frame.style.setProperty("--tall", `${inside.offsetHeight}px`);
  new frame.contentWindow.ResizeObserver(tell).observe(inside);
}

document.addEventListener("load", ({ target }) => {
  if (target.matches?.("iframe.document")) measure(target);
}, true);
document.querySelectorAll("iframe.document").forEach(measure);
