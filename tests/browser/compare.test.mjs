// A commissioner's ways of seeing the same figures: side by side, on a map, by consortium, as a board pack and on paper. A view is an
// address, it needs no script, and it fits a phone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { words } from "./respondent.mjs";
import { WIDE, browser, county, device, look, signIn, turn } from "./support.mjs";

const KEY = "settled-accommodation";
const MINUTE = 60_000;

let site;
let chrome;
let desk;

before(async () => {
  site = await county();
  chrome = await browser();
  desk = await device(chrome, site, { viewport: WIDE });
  await signIn(desk.page, site);
});

after(async () => {
  await chrome?.close();
  await site?.stop();
});

/** Every page that shows figures otherwise, by a name for its picture. */
async function views() {
  await desk.page.goto("/commissioner");
  const consortium = await desk.page.locator("a[href^='/commissioner/consortium/']").first().getAttribute("href");
  return {
    overview: "/commissioner",
    indicator: `/commissioner/indicators/${KEY}`,
    compare: `/commissioner/compare/${KEY}`,
    "compare-mean": "/commissioner/compare/carer-quality-of-life?by=age",
    map: `/commissioner/map/${KEY}`,
    consortium,
    pack: "/commissioner/pack",
  };
}

test("every view can be read by everybody, and none is wider than a phone", async () => {
  const { page } = desk;
  for (const [name, path] of Object.entries(await views())) {
    await page.goto(path);
    await look(page, `compare ${name}`);
  }
  await page.setViewportSize(WIDE);
  assert.deepEqual(desk.faults, []);
});

test("the pages of an indicator lead to one another and keep the period", async () => {
  const { page } = desk;
  await page.goto("/commissioner");
  const period = await page.getByLabel("Period").locator("option").nth(1).getAttribute("value");
  await page.goto(`/commissioner?period=${period}`);
  await page.locator(`a[href^="/commissioner/indicators/${KEY}"]`).first().click();
  for (const name of ["Side by side", "Map", "The indicator by itself"]) {
    await turn(page, page.getByRole("navigation", { name: "The same figures otherwise" }).getByRole("link", { name, exact: true }));
    assert.ok(page.url().includes(`period=${period}`), page.url());
  }
});

test("what is compared is chosen without script, and stands in the address", async () => {
  const plain = await device(chrome, site, { viewport: WIDE, javaScript: false });
  await signIn(plain.page, site);
  await plain.page.goto(`/commissioner/compare/${KEY}`);
  await plain.page.getByLabel("Compare by").selectOption("locality");
  await turn(plain.page, plain.page.getByRole("button", { name: "Show" }));
  assert.match(plain.page.url(), /by=locality/);
  assert.match(await words(plain.page.locator("caption")), /^By locality, /);
  assert.deepEqual(plain.faults, []);
  await plain.close();
});

test("a board pack is asked for, waited for and fetched", async () => {
  const { page } = desk;
  await page.goto("/commissioner/pack");
  await turn(page, page.getByRole("button", { name: "Make a board pack" }));
  const link = page.getByRole("link", { name: /^Download the pack for / });
  for (const end = Date.now() + 2 * MINUTE; (await link.count()) === 0 && Date.now() < end; ) {
    await page.waitForTimeout(500);
    await page.goto("/commissioner/pack?still=yes");
  }
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  assert.ok(readFileSync(await file.path(), "latin1").startsWith("%PDF-"));
});

test("on paper the ways and forms are left out, and the figures stay", async () => {
  const { page } = desk;
  await page.goto(`/commissioner/compare/${KEY}`);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".app-filter").isVisible(), false);
  assert.equal(await page.getByRole("navigation", { name: "The same figures otherwise" }).getByRole("list").isVisible(), false);
  assert.ok(await page.locator("table").first().isVisible());
  await page.emulateMedia({ media: null });
});
