// Sends the forms of pages as they do, and looks at what comes of it.
const read = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
const look = async (page) => read(await fetch(page));
const form = async (page) => (await look(page)).querySelector("[name=form_token]").value;
const answer = async (to, body) => {
  const answered = await fetch(to, { method: "POST", body });
  if (!answered.ok) throw new Error(`${to}: ${answered.status}`);
  return answered;
};
const ask = async (page, to, fields) =>
  answer(to, new URLSearchParams([["form_token", await form(page)], ...fields]));
const send = async (page, to, fields) => new URL((await ask(page, to, fields)).url).pathname;
const linked = async (page, path) => {
  const link = (await look(page)).querySelector(`main a[href^="${path}/"]:not([href*="/new"])`);
  return link.getAttribute("href");
};
