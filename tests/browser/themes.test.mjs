// What people said at an event becomes themes: a codebook, two people who code the same comments without seeing what the other
// chose, how far they agree, and settling where they differ. Every page on the way is looked at by axe, narrow and wide.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hold } from "./meeting.mjs";
import { answerAll, begin, send, words } from "./respondent.mjs";
import { PHONE, WIDE, browser, county, device, look, signInAs, turn } from "./support.mjs";

const SAID = ["The bus stops at six.", "Nobody asks me how I am, and the bus is late.", "A break once a month."];

let site;
let chrome;
let one;
let other;
/** The address of the event. */
let event;

before(async () => {
  site = await county();
  chrome = await browser();
  one = await device(chrome, site, { viewport: WIDE });
  other = await device(chrome, site, { viewport: PHONE, javaScript: false });
});

after(async () => {
  await chrome?.close();
  await site?.stop();
});

const press = (page, name) => turn(page, page.getByRole("button", { name, exact: true }));
const follow = (page, name) => turn(page, page.getByRole("link", { name }).first());
const main = (page) => words(page.locator("main"));

/** Codes the comment on the page: finds its words, and ticks what belongs to them. */
async function code(page, choices) {
  const said = await main(page);
  const [, themes] = Object.entries(choices).find(([words]) => said.includes(words)) ?? [];
  assert.ok(themes, said);
  for (const theme of themes) await page.getByRole("checkbox", { name: theme, exact: true }).check();
  await press(page, "Keep and go on");
}

test("an event is held, and three people say what matters to them", async () => {
  const held = await hold(chrome, site, one.page);
  event = held.event;
  for (const said of SAID) {
    const phone = await device(chrome, site, { viewport: PHONE });
    await begin(phone.page, held.survey);
    await answerAll(phone.page, { minds: { "biggest difference": said } });
    await send(phone.page);
    await phone.close();
  }
});

test("themes are added to the codebook", async () => {
  const { page } = one;
  await page.goto("/engage/themes");
  await look(page, "themes of the demo");
  await follow(page, "Add a theme");
  await press(page, "Add");
  await look(page, "theme without a title");
  for (const [title, belongs] of [["Getting there", "Buses, parking."], ["Being listened to", ""], ["Rest", "Breaks from caring."]]) {
    await page.goto("/engage/themes/new");
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("What belongs there").fill(belongs);
    await press(page, "Add");
  }
  await look(page, "themes");
  await follow(page, /^Merge.*Rest/);
  await look(page, "theme to merge");
  await page.goto("/engage/themes");
  await follow(page, /^Retire.*Rest/);
  await look(page, "theme to retire");
});

test("two people code the same comments, and neither sees what the other chose", async () => {
  const { page } = one;
  await page.goto(event);
  await follow(page, "Code the comments");
  await look(page, "coding");
  await follow(page, "Code the next comment");
  await page.getByText("What it says about the outcomes and indicators").click();
  await page.locator("details select").first().selectOption({ label: "Questions it" });
  await look(page, "comment");
  await press(page, "Keep and go on");
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await look(page, "comment without a theme");
  const first = { [SAID[0]]: ["Getting there"], [SAID[1]]: ["Getting there", "Being listened to"], [SAID[2]]: ["Rest"] };
  const more = { "More chairs": ["None of these"] };
  while (new URL(page.url()).pathname.split("/").length > 4) await code(page, { ...first, ...more });
  assert.match(await main(page), /That was the last one for you/);

  await signInAs(other.page, site, "engagement2@marlshire.example", `${event}/coding`);
  await follow(other.page, "Code the next comment");
  assert.equal(await other.page.getByRole("checkbox", { checked: true }).count(), 0);
  const second = { ...first, ...more, [SAID[1]]: ["Being listened to"] };
  while (new URL(other.page.url()).pathname.split("/").length > 4) await code(other.page, second);
  assert.match(await main(other.page), /That was the last one for you/);
});

test("how far they agree is shown, and what is left is settled", async () => {
  const { page } = one;
  await page.goto(`${event}/agreement`);
  assert.match(await main(page), /about 1 the two differ/);
  await look(page, "agreement");
  await turn(page, page.getByRole("heading", { name: "Comments to settle" }).locator("xpath=following::a[1]"));
  await look(page, "comment to settle");
  await page.getByRole("checkbox", { name: "Getting there" }).check();
  await press(page, "Settle");
  await page.getByText("It is settled.").waitFor();
  assert.match(await main(page), /about 0 the two differ/);
  await look(page, "agreement settled");
  assert.deepEqual([...one.faults, ...other.faults], []);
});
