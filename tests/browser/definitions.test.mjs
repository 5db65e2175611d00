// A definition is read in plain words, written anew in a form, exported and imported, shown with its effect, and approved by
// somebody else. Every page on the way is looked at by axe, narrow and wide.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { words } from "./respondent.mjs";
import { PHONE, WIDE, assertNoSidewaysScrolling, browser, county, device, look, shot, signInAs, turn } from "./support.mjs";

const AT = "/definitions/paid-employment";
const COUNTED_WITHIN_MS = 90_000;

let site;
let chrome;
let author;
let approver;

before(async () => {
  site = await county();
  chrome = await browser();
  author = await device(chrome, site, { viewport: WIDE });
  approver = await device(chrome, site, { viewport: PHONE, javaScript: false });
});

after(async () => {
  await chrome?.close();
  await site?.stop();
});

const press = (page, name) => turn(page, page.getByRole("button", { name, exact: true }));
const follow = (page, name) => turn(page, page.getByRole("link", { name, exact: true }).first());
const main = (page) => words(page.locator("main"));

async function seen(page, name) {
  await look(page, name);
  await page.setViewportSize(PHONE);
  await assertNoSidewaysScrolling(page, name);
  await shot(page, `${name} 360`);
  await page.setViewportSize(WIDE);
  await shot(page, `${name} 1280`);
}

test("a definition is read in plain words beside those of its author", async () => {
  const { page } = author;
  await signInAs(page, site, site.email, "/definitions");
  await seen(page, "definitions list");
  await page.goto(AT);
  const said = await main(page);
  for (const sentence of ["Aged 18 to 69.", "not known is not success", "Paid work brings income"]) assert.ok(said.includes(sentence), said);
  await seen(page, "definition in force");
});

test("what is wrong in a draft is said at the rule, and nothing that was typed is lost", async () => {
  const { page } = author;
  await follow(page, "Write a new version");
  await page.getByLabel("Oldest age").fill("12");
  await page.getByLabel("Question", { exact: true }).fill("status");
  await page.getByLabel("Title", { exact: true }).fill("In paid work");
  await press(page, "Save the draft");
  const problems = page.getByRole("alert");
  assert.match(await words(problems), /The oldest age must not be below the youngest/);
  assert.match(await words(problems), /The survey has no such question: status \(.*employment-status/);
  assert.equal(await page.getByLabel("Title", { exact: true }).inputValue(), "In paid work");
  await seen(page, "definition faults");
  await problems.getByRole("link", { name: "The oldest age must not be below the youngest" }).click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "age-to");
});

test("a draft is counted, and its effect stands beside what was released", async () => {
  const { page } = author;
  await page.getByLabel("Oldest age").fill("64");
  await page.getByLabel("Question", { exact: true }).fill("employment-status");
  await press(page, "Save the draft");
  const began = Date.now();
  while ((await main(page)).includes("is being counted") && Date.now() - began < COUNTED_WITHIN_MS) {
    await page.waitForTimeout(1_000);
    await page.goto(`${AT}/versions/2`);
  }
  const said = await main(page);
  assert.match(said, /Version 2 is a draft\./);
  assert.match(said, /Aged 18 to 64\./);
  assert.match(said, /age-to = 64/);
  await seen(page, "definition draft");
});

test("it is exported, changed and imported as TOML", async () => {
  const { page } = author;
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Version 2 as TOML" }).click()]);
  assert.equal(download.suggestedFilename(), "paid-employment-2.toml");
  await follow(page, "Change the draft as TOML, or import one");
  const field = page.getByLabel("Definition as TOML");
  const source = await field.inputValue();
  await field.fill(source.replace("age-to = 64", "age-to = sixty"));
  await press(page, "Save the draft");
  assert.match(await words(page.getByRole("alert")), /cannot be read as a definition/);
  assert.match(await field.inputValue(), /age-to = sixty/);
  await seen(page, "definition toml");
  await field.fill(source.replace("age-to = 64", "age-to = 66"));
  await press(page, "Save the draft");
  const began = Date.now();
  while (!(await main(page)).includes("Version 2 is a draft.") && Date.now() - began < COUNTED_WITHIN_MS) {
    await page.waitForTimeout(1_000);
    await page.goto(`${AT}/versions/2`);
  }
  assert.match(await main(page), /Aged 18 to 66\./);
});

test("somebody else approves it from a month on that has not left yet", async () => {
  const { page } = author;
  await follow(page, "Send to approval");
  await page.getByRole("textbox").fill("The age at which people retire has changed.");
  await seen(page, "definition propose");
  await press(page, "Send to approval");
  assert.match(await main(page), /waits for approval/);
  const desk = approver.page;
  await signInAs(desk, site, "approver@marlshire.example", AT);
  await desk.goto(`${AT}/versions/2`);
  await follow(desk, "Approve it, or send it back");
  await desk.getByRole("radio", { name: "It comes into force" }).check();
  const months = await desk.getByRole("combobox").locator("option").allInnerTexts();
  await desk.getByRole("combobox").selectOption({ index: 1 });
  await desk.getByRole("textbox").fill("Agreed.");
  await press(desk, "Decide");
  assert.ok((await main(desk)).includes(`In force from ${months[1]} on.`), await main(desk));
  await desk.goto(AT);
  assert.match(await main(desk), /In force from January 2020 to/);
  assert.deepEqual([...author.faults, ...approver.faults], []);
});
