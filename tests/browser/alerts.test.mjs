// An answer that somebody should look at soon: a manager says who the team is, somebody answers on a phone, the coordinator of
// the service sees the answer and acknowledges it with a note.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newcomer } from "./newcomer.mjs";
import { answerAll, begin, send, words } from "./respondent.mjs";
import { PHONE, WIDE, browser, county, device, look, turn } from "./support.mjs";

const SURVEY = "/s/postnatal-wellbeing";
const SERVICE = { code: "XM8", name: "Marlshire Maternity Service" };
const HARM = "thoughts of harming yourself";
const NOTE = "Rang the ward; they know her.";

let site;
let chrome;
let desk;
let office;

before(async () => {
  site = await county();
  chrome = await browser();
  desk = await device(chrome, site, { viewport: WIDE });
  office = await device(chrome, site, { viewport: WIDE });
});

after(async () => {
  await chrome?.close();
  await site?.stop();
});

const press = (page, name) => turn(page, page.getByRole("button", { name, exact: true }));
const follow = (page, name) => turn(page, page.getByRole("link", { name }).first());
const main = (page) => words(page.locator("main"));

test("a manager says who the team is and when it is at work", async () => {
  const { page } = office;
  await newcomer(page, site, "provider-manager", SERVICE.code);
  await follow(page, "Who looks at alerts");
  await look(page, "alert-teams-unsaid");
  await follow(page, "Change who looks at alerts");
  await press(page, "Save");
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await look(page, "alert-team-wrong");
  await page.getByLabel("Email address of the team").fill("ward@example.org");
  await page.getByLabel("Email address of whoever stands behind the team").fill("matron@example.org");
  await page.getByRole("radio", { name: "Every day" }).check();
  await page.getByLabel("At work from").fill("00:00");
  await page.getByLabel("At work until").fill("24:00");
  await press(page, "Save");
  await page.getByText("The team was changed.").waitFor();
  await look(page, "alert-teams");
});

test("somebody on a phone is told the truth, and where help is", async () => {
  const phone = await device(chrome, site, { viewport: PHONE, javaScript: false });
  const seen = [];
  phone.page.on("load", () => seen.push(phone.page.url()));
  await begin(phone.page, SURVEY);
  await answerAll(phone.page, { minds: { [HARM]: "Yes, often", "Which service": SERVICE.name } });
  await send(phone.page);
  assert.match(await main(phone.page), /passed to the team at Marlshire Maternity Service\. They are there day and night/);
  assert.match(await main(phone.page), /Samaritans/);
  assert.ok(seen.some((url) => url.includes("/urgent/")), seen.join());
  assert.deepEqual(phone.faults, []);
  await phone.close();
});

test("the coordinator sees it, acknowledges it with a note, and it is no longer open", async () => {
  const { page } = desk;
  await newcomer(page, site, "care-coordinator", SERVICE.code);
  await follow(page, "Alerts");
  await look(page, "alerts");
  const newest = page.locator("section").first().locator("tbody a").last();
  await turn(page, newest);
  assert.match(await main(page), new RegExp(HARM));
  await look(page, "alert");
  const address = new URL(page.url()).pathname;
  await press(page, "Acknowledge");
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await look(page, "alert-without-note");
  await page.getByLabel("What you did").fill(NOTE);
  await press(page, "Acknowledge");
  await page.getByText("You acknowledged this alert.").waitFor();
  assert.match(await main(page), new RegExp(NOTE));
  await look(page, "alert-acknowledged");
  await page.goto("/provider/alerts");
  assert.equal(await page.locator("section").first().locator(`a[href="${address}"]`).count(), 0);
  assert.deepEqual(desk.faults, []);
});

test("both see how soon alerts are acknowledged", async () => {
  await follow(desk.page, "How soon alerts are acknowledged");
  await look(desk.page, "alert-times");
  await office.page.goto("/provider/alert-team/times");
  assert.match(await main(office.page), /half were within/);
  assert.deepEqual(office.faults, []);
});
