// What an event asks, on a phone and on paper: an outcome that was chosen is not offered again, and papers are typed one after
// another with the keyboard alone. Every page on the way is looked at by axe, narrow and wide.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, planned } from "./meeting.mjs";
import { begin, goOn, heading, words } from "./respondent.mjs";
import { PHONE, WIDE, browser, county, device, enter, look, shot, turn } from "./support.mjs";

let site;
let chrome;
let desk;
/** The address of the event, and of its survey. */
let event;
let survey;

before(async () => {
  site = await county();
  chrome = await browser();
  desk = await device(chrome, site, { viewport: WIDE });
});

after(async () => {
  await chrome?.close();
  await site?.stop();
});

const press = (page, name) => turn(page, page.getByRole("button", { name, exact: true }));
const main = (page) => words(page.locator("main"));
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");
/** Today, as it stands on a paper. */
const today = () => new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London" }).format(new Date()).replaceAll("/", " ");

/** Types into the field that has the focus and those after it, and sends the form. */
async function type(page, lines) {
  for (const [place, line] of lines.entries()) {
    if (place > 0) await page.keyboard.press("Tab");
    await page.keyboard.type(line);
  }
  await enter(page);
}

test("an event is planned and takes answers", async () => {
  const { page } = desk;
  ({ event, survey } = await planned(chrome, site, page));
  await page.goto(`${event}/paper`);
  assert.match(await main(page), /Nobody has been asked yet/);
  await look(page, "papers not yet");
  await page.goto(event);
  await open(page);
});

for (const [name, viewport] of [["narrow", PHONE], ["wide", WIDE]]) {
  test(`on a ${name} screen what was chosen first is not offered again`, async () => {
    const phone = await device(chrome, site, { viewport });
    const { page } = phone;
    await begin(page, survey);
    await page.goto(`${survey}/q/priority-1`);
    const offered = () => page.getByRole("radio").evaluateAll((all) => all.map((one) => one.value));
    for (const [place, count] of [["1", 3], ["2", 2], ["3", 1]]) {
      const before = await offered();
      assert.equal(before.length, count);
      await look(page, `priority ${place} ${name}`);
      await shot(page, `event-priority-${place}-${name}`);
      await page.getByRole("radio").first().check();
      await goOn(page);
      if (place !== "3") assert.ok(!(await offered()).includes(before[0]));
    }
    assert.match(await heading(page), /biggest difference/);
    await page.locator("textarea").fill("A break at weekends");
    for (const page_of of ["matters", "missing", "sense-settled-accommodation", "may-publish"]) {
      if (page_of !== "matters") await page.goto(`${survey}/q/${page_of}`);
      await look(page, `${page_of} ${name}`);
      await shot(page, `event-${page_of}-${name}`);
      await goOn(page);
    }
    await phone.close();
  });
}

test("papers are typed one after another with the keyboard alone, and the last is taken back", async () => {
  const { page } = desk;
  await page.goto(`${event}/paper`);
  assert.equal(await focused(page), "date");
  await look(page, "first paper");
  await shot(page, "papers-first");
  // The day, the language, who, nothing of what they are to the person, and the first choice.
  await type(page, [today(), "1", "1", "", "2"]);
  assert.match(await main(page), /You have entered 1 form\. The last is no\. 1\./);
  assert.equal(await focused(page), "who");
  await look(page, "next paper");
  await shot(page, "papers-next");
  await type(page, ["3", "", "1", "1"]);
  assert.match(await main(page), /This was chosen at an earlier question already/);
  assert.equal(await focused(page), "error-summary");
  await look(page, "paper with a fault");
  await shot(page, "papers-fault");
  await page.locator("#q2").fill("2");
  await press(page, "Keep and enter the next one");
  assert.match(await main(page), /You have entered 2 forms\. The last is no\. 2\./);
  await press(page, "Take back no. 2");
  assert.match(await main(page), /You have entered 1 form\.(?! The last)/);
  await page.setViewportSize(PHONE);
  await look(page, "papers on a phone");
  await shot(page, "papers-phone");
});
