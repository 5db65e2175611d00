// An engagement event: a team says that it looks at what cannot wait, a lead plans the event, and opens it by hand.
import { WIDE, device, signInAs, turn } from "./support.mjs";

const press = (page, name) => turn(page, page.getByRole("button", { name, exact: true }));

/** Says who looks at alerts, as somebody who manages a provider. Ends on the page that says so. */
export async function team(page) {
  await page.goto("/provider/alert-team");
  await turn(page, page.locator("main a[href^='/provider/alert-team/']:not([href$='times'])").first());
  await fill(page, { email: "team@example.org", escalation: "behind@example.org" });
  await turn(page, page.locator("main form button[type=submit]"));
}

/** The day so many days from now. */
export const dayIn = (days) => new Date(Date.now() + days * 86_400_000);

/** Types into fields, by their ids. */
export async function fill(page, typed) {
  for (const [id, text] of Object.entries(typed)) await page.locator(`#${id}`).fill(String(text));
}

/** Fills in the form of an event: in a month, so that it is to come on whatever day that is. `more` is typed by the ids of fields. */
export async function describe(page, { day = dayIn(30), ...more } = {}) {
  const typed = { title: "Carers at the library", from: "10:00", until: "12:30", place: "Fenmarch Library", contact: "01632 960 150" };
  const date = { day: day.getUTCDate(), "day-month": day.getUTCMonth() + 1, "day-year": day.getUTCFullYear() };
  await fill(page, { ...typed, ...date, ...more });
  await page.getByRole("checkbox", { name: "English" }).check();
  await page.locator("input[name=team]").first().check();
  const outcomes = page.getByRole("group", { name: /^Outcomes to put in order/ }).first().getByRole("checkbox");
  for (const at of [0, 1, 2]) await outcomes.nth(at).check();
  await page.getByRole("group", { name: /^Indicators to ask about/ }).first().getByRole("checkbox").first().check();
}

/** Plans what is described in the form. Returns its address for staff. */
export async function plan(page) {
  await press(page, "Plan this event");
  return new URL(page.url()).pathname;
}

/** Lets the event on the page take answers now. */
export async function open(page) {
  await turn(page, page.getByRole("link", { name: "Take answers now", exact: true }));
  await press(page, "Take answers now");
}

/** The join code of the event on the page. */
export async function joinCode(page) {
  return (await page.locator(".app-code--large").first().innerText()).replaceAll(/\s/g, "");
}

/** Plans an event of the demo as `page`, which belongs to nobody yet. Returns its address for staff, and that of its survey. */
export async function planned(chrome, site, page) {
  const manager = await device(chrome, site, { viewport: WIDE });
  await signInAs(manager.page, site, "manager@minds.example", "/provider/alert-team");
  await team(manager.page);
  await manager.close();
  await signInAs(page, site, "engagement@marlshire.example", "/engage/new");
  await describe(page);
  const event = await plan(page);
  return { event, survey: `/s/event-${(await joinCode(page)).toLowerCase()}` };
}

/** The same, and lets it take answers. */
export async function hold(chrome, site, page) {
  const held = await planned(chrome, site, page);
  await open(page);
  return held;
}
