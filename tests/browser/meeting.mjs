// An engagement event that takes answers: a team says that it looks at what cannot wait, a lead plans the event and opens it by
// hand.
import { WIDE, device, signInAs, turn } from "./support.mjs";

/** Holds an event as `page`, which belongs to nobody yet. Returns its address for staff, and that of its survey. */
export async function hold(chrome, site, page) {
  const manager = await device(chrome, site, { viewport: WIDE });
  await signInAs(manager.page, site, "manager@minds.example", "/provider/alert-team");
  await turn(manager.page, manager.page.locator("main a[href^='/provider/alert-team/']:not([href$='times'])").first());
  await manager.page.locator("#email").fill("team@example.org");
  await manager.page.locator("#escalation").fill("behind@example.org");
  await turn(manager.page, manager.page.locator("main form button[type=submit]"));
  await manager.close();

  await signInAs(page, site, "engagement@marlshire.example", "/engage/new");
  // In a month: whatever day it is, the event is to come.
  const day = new Date(Date.now() + 30 * 86_400_000);
  const typed = { title: "Carers at the library", from: "10:00", until: "12:30", place: "Fenmarch Library", contact: "01632 960 150" };
  const date = { day: day.getUTCDate(), "day-month": day.getUTCMonth() + 1, "day-year": day.getUTCFullYear() };
  for (const [id, text] of Object.entries({ ...typed, ...date })) await page.locator(`#${id}`).fill(String(text));
  await page.getByRole("checkbox", { name: "English" }).check();
  await page.locator("input[name=team]").first().check();
  const outcomes = page.getByRole("group", { name: /^Outcomes to put in order/ }).first().getByRole("checkbox");
  for (const at of [0, 1, 2]) await outcomes.nth(at).check();
  await page.getByRole("group", { name: /^Indicators to ask about/ }).first().getByRole("checkbox").first().check();
  await turn(page, page.getByRole("button", { name: "Plan this event" }));
  const event = new URL(page.url()).pathname;
  await turn(page, page.getByRole("link", { name: "Take answers now" }).first());
  await turn(page, page.getByRole("button", { name: "Take answers now" }));
  const code = (await page.locator(".app-code--large").first().innerText()).replaceAll(/\s/g, "");
  return { event, survey: `/s/event-${code.toLowerCase()}` };
}
