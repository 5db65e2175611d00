// A care coordinator finds somebody, adds somebody, opens an episode, notes a reason not to ask, and makes two records one; axe
// looks at every page on the way, as it comes and with what is wrong told.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDE, browser, county, device, look, signInAs, turn } from "./support.mjs";

const COORDINATOR = "coordinator@secondspring.example";

let site;
let chrome;
let desk;

before(async () => {
  site = await county();
  chrome = await browser();
  desk = await device(chrome, site, { viewport: WIDE });
  await signInAs(desk.page, site, COORDINATOR, "/provider/people");
});

after(async () => {
  await chrome?.close();
  await site?.stop();
});

const press = (page, name) => turn(page, page.getByRole("button", { name, exact: true }));
const follow = (page, name) => turn(page, page.getByRole("link", { name, exact: true }));

/** Fills in the three parts of a date. */
async function date(page, label, [day, month, year]) {
  const at = page.getByRole("group", { name: label });
  for (const [part, typed] of Object.entries({ Day: day, Month: month, Year: year })) await at.getByLabel(part).fill(typed);
}

/** Adds somebody, and ends on their page. */
async function add(page, { given, family, number = "" }) {
  await page.goto("/provider/people/new");
  await page.getByLabel("Given name").fill(given);
  await page.getByLabel("Family name").fill(family);
  await page.getByLabel("NHS number").fill(number);
  await date(page, "Date of birth", ["1", "2", "1980"]);
  await page.getByRole("radio", { name: "Female", exact: true }).check();
  await press(page, "Add the person");
}

test("somebody is looked for, and added where nobody is found", async () => {
  const { page, faults } = desk;
  await look(page, "people");
  await follow(page, "Find a person");
  await look(page, "search");
  await press(page, "Search");
  await look(page, "search refused");
  await page.getByLabel("Name or NHS number").fill("sm");
  await press(page, "Search");
  assert.ok((await page.locator("tbody tr").count()) > 0, "somebody in the county is called Smith");
  await look(page, "people found");
  await page.getByLabel("Name or NHS number").fill("qqqq");
  await press(page, "Search");
  await look(page, "nobody found");
  await follow(page, "Add a person");
  await look(page, "new person");
  await press(page, "Add the person");
  assert.equal(await page.locator("#error-summary a").count(), 3, "family name, date of birth, sex");
  await look(page, "new person refused");
  await turn(page, page.getByRole("link", { name: "polski" }).first());
  await look(page, "new person in Polish");
  await turn(page, page.getByRole("link", { name: "English" }).first());
  await add(page, { given: "Zofia", family: "Nowakowska", number: "943 476 5919" });
  assert.equal(await page.locator("h1").innerText(), "Zofia Nowakowska");
  await look(page, "person added");
  assert.deepEqual(faults, []);
});

test("an episode is opened, changed, and everything wrong with it told", async () => {
  const { page, faults } = desk;
  await follow(page, "Open an episode");
  await look(page, "new episode");
  await page.getByRole("radio", { name: "Mental health" }).check();
  await date(page, "Date of referral", ["10", "3", "2026"]);
  await date(page, "Date of discharge from hospital", ["9", "3", "2026"]);
  await press(page, "Open an episode");
  await look(page, "new episode refused");
  await date(page, "Date of discharge from hospital", ["", "", ""]);
  await press(page, "Open an episode");
  await look(page, "person with an episode");
  await turn(page, page.getByRole("link", { name: /^Change or close this episode/ }));
  await look(page, "episode");
  await page.goBack();
  await follow(page, "Note a reason not to ask");
  await look(page, "reason");
  await page.getByRole("radio", { name: "They have moved away" }).check();
  await press(page, "Note the reason");
  await look(page, "person with a reason");
  await follow(page, "Change these details");
  await look(page, "details of a person");
  assert.deepEqual(faults, []);
});

test("the same person twice becomes one", async () => {
  const { page, faults } = desk;
  await add(page, { given: "Z", family: "Nowak", number: "943 476 5919" });
  await look(page, "number known");
  await add(page, { given: "Zosia", family: "Nowak" });
  await follow(page, "Other records of the same person");
  await look(page, "duplicates");
  await turn(page, page.getByRole("link", { name: /^Merge/ }).first());
  await look(page, "merge");
  await press(page, "Make them one record");
  await look(page, "merged");
  assert.deepEqual(faults, []);
});
