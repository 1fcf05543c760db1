// Sets the house up around the shop, through the forms of its pages: fields of
// its own, somebody invited, a token, files brought in and files that wait, a
// change of many. `bakery` is the path of a customer. Returns the paths of what
// came of it.
for (const [name, holds] of [["Oven", "text"], ["Loaves a day", "number"]]) {
  await send("/settings/fields", "/settings/fields", [["name", name], ["holds", holds], ["choices", ""]]);
}
const field = await linked("/settings/fields", "/settings/fields");
await send(bakery, `${bakery}/fields/${field.split("/").pop()}`, [["value", "Two decks"]]);
await send("/settings/users", "/settings/teams", [["team", "Counter"]]);
const invited = [["email", "ani@shop.test"], ["role", "agent"]];
const invitation = await read(await ask("/settings/users", "/settings/invitations", invited));
const token = [["name", "The shop"], ["lasts", "365"], ["see_customers", "true"]];
await send("/settings/tokens", "/settings/tokens", token);
const many = [["whom", "all"], ["alter", "tag"], ["tag", "regular"]];
const changed = await read(await ask("/customers", "/customers/bulk", many));

const upload = async (name, lines) => {
  const body = new FormData();
  body.append("form_token", await form("/imports/new"));
  body.append("source", "market");
  body.append("files", new File([lines.join("\n")], name, { type: "text/csv" }));
  return new URL((await answer("/imports", body)).url).pathname;
};
// What is done beside answering takes a moment.
const comes = async (page, selector) => {
  while (!(await look(page)).querySelector(selector)) continue;
  return page;
};
const orders = ["Client,Date,Number,Total,Currency", "M1,2023-05-14,1,7.50,EUR", "M2,2023-06-30,2,4.00,EUR", "M2,2023-13-45,3,4.00,EUR"];
const ready = await comes(await upload("market.csv", orders), "form[action$='/import']");
const imported = await send(ready, `${ready}/import`, []);
await comes(imported, "form[action$='/undo']");
const more = [...orders, "M5,2023-07-01,7,9.00,EUR"];
const dates = ["Client,Date,Number,Total", "M3,02/02/2024,4,5.00", "M3,03/04/2024,5,5.00", "M4,05/06/2024,6,5.00"];
return {
  field,
  user: await linked("/settings/users", "/settings/users"),
  invitation: new URL(invitation.querySelector("a.secret").getAttribute("href"), location.href).pathname,
  bulk: changed.querySelector("form[action^='/bulk/']").getAttribute("action").split("/undo")[0],
  import: imported,
  waiting: await comes(await upload("more.csv", more), "form[action$='/import']"),
  asking: await comes(await upload("dates.csv", dates), "form[action$='/answer']"),
};
