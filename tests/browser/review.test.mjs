// A commissioner's pages show what was released: an answer given now moves nothing on them. Every figure leads to what it is made
// of, and the figures can be taken away and printed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { answerSurvey, words } from "./respondent.mjs";
import { PHONE, WIDE, assertNoSidewaysScrolling, browser, county, device, shot, signIn } from "./support.mjs";

/** Released counts are rounded to the nearest five, so that five answers always move one by five. */
const ROUNDING = 5;
const INDICATOR = "/commissioner/indicators/carer-quality-of-life";

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

const number = (text) => Number(text.replaceAll(/[^\d.]/g, ""));

/** The latest month of an indicator, as its own page shows it. */
async function latest(page) {
  await page.goto(INDICATOR);
  const cells = page.locator("section").first().locator("tbody tr").first().locator("td .app-cell");
  const [value, interval, , denominator] = await cells.allInnerTexts();
  return { value, interval, denominator: number(denominator) };
}

test("answers given on a phone move nothing that was released", async () => {
  const earlier = await latest(desk.page);
  assert.ok(earlier.denominator >= ROUNDING, JSON.stringify(earlier));
  for (let carer = 0; carer < ROUNDING; carer += 1) {
    const phone = await device(chrome, site, { viewport: PHONE, javaScript: false });
    await answerSurvey(phone.page, "/s/carer-experience", { minds: { "Will you answer a few questions about you?": "No" } });
    assert.deepEqual(phone.faults, []);
    await phone.close();
  }
  assert.deepEqual(await latest(desk.page), earlier);
  assert.match(await words(desk.page.locator("main")), /Release 1, made on .* The next release is made on/);
});

test("a figure leads to what it is made of, and back", async () => {
  const { page } = desk;
  await page.goto(INDICATOR);
  await page.locator("section").first().locator("tbody td a").first().click();
  assert.match(await words(page.getByRole("heading", { level: 1 })), /What this figure is made of$/);
  const said = await words(page.locator("main"));
  for (const part of ["Version 1", "mhsds", "SHA-256 of the definition", "Versions of the survey by then"]) assert.ok(said.includes(part), part);
  await shot(page, "review-lineage");
  await page.getByRole("link", { name: "The indicator" }).click();
  assert.equal(new URL(page.url()).pathname, INDICATOR);
});

test("the overview is ordered and filtered by its address, without script", async () => {
  const { page } = desk;
  await page.goto("/commissioner");
  await page.getByLabel("In the order of").selectOption("outcome");
  await page.getByLabel("Programme").selectOption("maternity");
  await page.getByRole("button", { name: "Show" }).click();
  assert.match(page.url(), /order=outcome/);
  for (const caption of await page.locator("caption").allInnerTexts()) assert.match(caption, /^Maternity:/);
});

test("the chart can be taken away as SVG and as a picture", async () => {
  const { page } = desk;
  await page.goto(INDICATOR);
  for (const [name, start] of [["SVG", "<svg"], ["PNG", "\u0089PNG"]]) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: `Download the chart (${name})` }).click()]);
    assert.ok(readFileSync(await file.path(), "latin1").startsWith(start), name);
  }
});

test("a personal link works once", async (context) => {
  const link = site.links["carer-experience"];
  if (link === undefined) return context.skip("the county was made before: its links are known to nobody");
  const phone = await device(chrome, site, { viewport: PHONE });
  await answerSurvey(phone.page, link);
  const again = await phone.page.goto(link);
  assert.equal(again.status(), 410);
  assert.equal(await words(phone.page.getByRole("heading", { level: 1 })), "This link has been used");
  await phone.close();
});

/** Reads CSV with quoted fields; every line must have as many fields as the first. */
function parseCsv(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.replaceAll("\r\n", "\n").matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  const [head, ...lines] = rows.filter((row) => row.length > 1);
  for (const line of lines) assert.equal(line.length, head.length, line.join());
  return lines.map((line) => Object.fromEntries(line.map((field, at) => [head[at], field])));
}

async function download(page, path) {
  await page.goto(path);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download these figures (CSV)" }).click()]);
  assert.match(file.suggestedFilename(), /^[a-z0-9-]+\.csv$/);
  return parseCsv(readFileSync(await file.path(), "utf8"));
}

test("the figures can be taken away as a file that says the same, and no small number", async () => {
  const shown = await latest(desk.page);
  const lines = await download(desk.page, INDICATOR);
  const months = lines.filter(({ breakdown }) => breakdown === "all");
  assert.ok(months.length >= 6, `${months.length} months`);
  const newest = months.reduce((one, other) => (one.period > other.period ? one : other));
  assert.equal(Number(newest.denominator), shown.denominator);
  for (const line of lines) {
    const { denominator, suppression } = line;
    assert.ok(suppression === "" ? Number(denominator) % ROUNDING === 0 : denominator === "" && line.value === "", JSON.stringify(line));
  }
});

test("the overview can be taken away with every indicator", async () => {
  const lines = await download(desk.page, "/commissioner");
  assert.ok(lines.length >= 10, `${lines.length} lines`);
  assert.ok(lines.some(({ indicator }) => indicator === "carer-quality-of-life"));
});

test("every trend has a sentence and a table beside it, on a desk, on a phone and on paper", async () => {
  const { page } = desk;
  for (const viewport of [WIDE, PHONE]) {
    await page.setViewportSize(viewport);
    for (const [name, path] of [["overview", "/commissioner"], ["indicator", INDICATOR]]) {
      await page.goto(path);
      await assertNoSidewaysScrolling(page, name);
      await shot(page, `review-${name}-${viewport.width}`);
    }
    assert.equal(await page.locator("section[aria-labelledby=trend-heading] svg:visible").count(), 1, "one trend is to be seen");
    assert.ok(await page.getByRole("table").first().isVisible());
    assert.ok((await words(page.locator("main p").first())).length > 20);
  }
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("section[aria-labelledby=trend-heading] svg:visible").count(), 1, "the trend is printed");
  assert.ok(await page.getByRole("table").first().isVisible());
  const paper = await page.pdf({ format: "A4" });
  assert.ok(paper.subarray(0, 5).toString() === "%PDF-" && paper.length > 10_000, `${paper.length} bytes of paper`);
  await shot(page, "review-indicator-print");
  await page.emulateMedia({ media: null });
  assert.deepEqual(desk.faults, []);
});

test("nobody sees a figure without signing in", async () => {
  const stranger = await device(chrome, site, { viewport: WIDE });
  for (const path of ["/commissioner", INDICATOR, "/commissioner/overview.csv"]) {
    await stranger.page.goto(path);
    assert.match(stranger.page.url(), /\/sign-in/, path);
  }
  await stranger.close();
});
