// What an event asks, on a phone and on paper: an outcome that was chosen is not offered again, and papers are typed one after
// another with the keyboard alone. Every page on the way is looked at by axe, narrow and wide.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newcomer } from "./newcomer.mjs";
import { begin, goOn, heading, words } from "./respondent.mjs";
import { PHONE, WIDE, browser, county, device, enter, look, shot, signInAs, turn } from "./support.mjs";

/** The provider whose team it is. */
const SERVICE = "XM8";

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

test("a team says that it acts on what cannot wait", async () => {
  const { page } = await device(chrome, site, { viewport: WIDE });
  await newcomer(page, site, "provider-manager", SERVICE);
  await page.goto("/provider/alert-team");
  await turn(page, page.getByRole("link", { name: "Change who looks at alerts" }).first());
  await page.getByLabel("Email address of the team").fill("ward@example.org");
  await page.getByLabel("Email address of whoever stands behind the team").fill("matron@example.org");
  await page.getByRole("radio", { name: "Every day" }).check();
  await page.getByLabel("At work from").fill("00:00");
  await page.getByLabel("At work until").fill("24:00");
  await press(page, "Save");
});

test("an event is planned and takes answers", async () => {
  const { page } = desk;
  await signInAs(page, site, "engagement@marlshire.example", "/engage/new");
  await page.getByLabel("What the event is called").fill("Carers at the library");
  const tomorrow = new Date(Date.now() + 86_400_000);
  const day = page.getByRole("group", { name: "Day", exact: true });
  await day.getByLabel("Day", { exact: true }).fill(String(tomorrow.getUTCDate()));
  await day.getByLabel("Month").fill(String(tomorrow.getUTCMonth() + 1));
  await day.getByLabel("Year").fill(String(tomorrow.getUTCFullYear()));
  await page.getByLabel("It begins at").fill("10:00");
  await page.getByLabel("It ends at").fill("12:00");
  await page.getByRole("textbox", { name: "Place", exact: true }).fill("Fenmarch Library");
  await page.getByLabel("How to reach you").fill("01632 960 150");
  await page.getByRole("checkbox", { name: "English" }).check();
  await page.locator("input[name=team]").first().check();
  const outcomes = page.getByRole("group", { name: /^Outcomes to put in order/ }).first().getByRole("checkbox");
  for (const at of [0, 1, 2]) await outcomes.nth(at).check();
  await page.getByRole("group", { name: /^Indicators to ask about/ }).first().getByRole("checkbox").first().check();
  await press(page, "Plan this event");
  event = new URL(page.url()).pathname;
  await page.goto(`${event}/paper`);
  assert.match(await main(page), /Nobody has been asked yet/);
  await look(page, "papers not yet");
  await page.goto(event);
  await turn(page, page.getByRole("link", { name: "Take answers now" }).first());
  await press(page, "Take answers now");
  survey = `/s/event-${(await page.locator(".app-code--large").first().innerText()).replaceAll(/\s/g, "").toLowerCase()}`;
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
