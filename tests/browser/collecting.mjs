// What it takes to follow a collection from outside: schedules that are awake, patience, and the two pages that count.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./support.mjs";

/** The schedules that Saywell brings with it. One sleeps at this hour; none of the others ever does. */
export function schedules() {
  const half = new Date(Date.now() + 12 * 3_600_000);
  const clock = (at) => new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" }).format(at);
  const asleep = [clock(new Date(half.getTime() + 60_000)), clock(half)];
  const hours = (name) => (name.startsWith("carers-frail") ? asleep : ["00:00", "00:00"]);
  const awake = (name) => {
    const [from, to] = hours(name);
    const text = readFileSync(join(ROOT, "schedules", name), "utf8");
    return text.replace(/\[quiet\][^[]*/, `[quiet]\nfrom = "${from}"\nto = "${to}"\nsundays = false\n\n`);
  };
  return Object.fromEntries(readdirSync(join(ROOT, "schedules")).map((name) => [`schedules/${name}`, awake(name)]));
}

/** Looks again until it is so, or says what was there instead. */
export async function until(what, isSo, shown = () => "") {
  const late = Date.now() + 120_000;
  while (!(await isSo())) {
    assert.ok(Date.now() < late, `${what}: ${await shown()}`);
    await new Promise((soon) => setTimeout(soon, 100));
  }
}

/** How many are so far, as the page of who is due says. */
export async function due(page) {
  await page.goto("/provider/due");
  const counts = await page.getByRole("navigation", { name: "How far they are" }).locator("a").allInnerTexts();
  return Object.fromEntries(counts.map((text) => text.split(": ")).map(([state, number]) => [state, Number(number.replaceAll(",", ""))]));
}

/** The cells of one row of the page of who was not heard, from those who could have been asked to those who finished. */
export async function funnel(page, caption, name) {
  const table = page.locator("table", { has: page.locator("caption", { hasText: caption }) });
  const row = table.locator("tbody tr").filter({ has: page.locator("th", { hasText: name }) });
  return (await row.locator("td .app-cell").allInnerTexts()).slice(0, 6).map((text) => text.replaceAll(",", ""));
}
