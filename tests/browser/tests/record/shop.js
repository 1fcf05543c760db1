// Fills a record with a made-up shop, through the forms of its pages. Returns
// the paths of a customer, an order, a call, a product and a contact.
const idOf = (path) => path.split("/").pop();
const customer = (name, city, phone) =>
  send("/customers/new", "/customers", [["name", name], ["city", city], ["phone", phone], ["kind", "company"]]);
const bakery = await customer("Hakob Bakery", "Gyumri", "+374 10 52-10-52");
const others = [["Ирина Бойко", "Chișinău"], ["Σπύρος Καρράς", "Πάτρα"], ["Տիգրան Մարտիրոսյան", "Երևան"], ["Clare Joyce", "Cork"]];
for (const [name, city] of others) await customer(name, city, "");
await send(bakery, bakery, [["why_us", "The rye bread, and that we deliver before seven."], ["version", "1"]]);
const today = new Date().toISOString().slice(0, 10);
const call = [["customer", idOf(bakery)], ["kind", "call"], ["text", "Wants the price list. @owner please send."], ["follow_up", today]];
await send(bakery, "/interactions", call);
await send(bakery, "/interactions", [["customer", idOf(bakery)], ["kind", "gift"], ["text", "A box of baklava."]]);
const lines = [["product", "Rye"], ["quantity", "3"], ["price", "4.50"], ["product", "Wheat"], ["quantity", "1"], ["price", "2"]];
const order = await send("/orders/new", "/orders", [["customer", idOf(bakery)], ["currency", "EUR"], ["code", "A-17"], ...lines]);
await send(order, `${order}/ship`, [["carrier", "Haypost"], ["tracking", "RR123"]]);
await send(`/contacts/new?customer=${idOf(bakery)}`, "/contacts", [["customer", idOf(bakery)], ["name", "Ani Sargsyan"], ["role", "Buys flour"], ["phone", "010 52-10-53"]]);
return {
  customer: bakery,
  order,
  call: await linked("/", "/interactions"),
  product: await linked("/products", "/products"),
  contact: await linked(bakery, "/contacts"),
};
