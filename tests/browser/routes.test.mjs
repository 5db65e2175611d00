// The ways to answer besides one's own device: on behalf of somebody, on a shared tablet, by phone to staff, on paper.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, county, device, enter, look, on, signInAs, turn } from "./support.mjs";

const COORDINATOR = "coordinator@secondspring.example";
const TABLET = { width: 768, height: 1024 };

let site;
let chrome;

before(async () => {
  site = await county();
  chrome = await browser();
});

after(async () => {
  await chrome?.close();
  await site?.stop();
});

const heading = (page) => page.locator("h1").innerText();
const press = (page, name) => turn(page, page.getByRole("button", { name, exact: true }));

/** A coordinator's device, signed in, on that page. */
async function staff(path, use) {
  const one = await device(chrome, site, { viewport: { width: 1280, height: 900 } });
  try {
    await signInAs(one.page, site, COORDINATOR, path);
    await use(one.page);
    assert.deepEqual(one.faults, []);
  } finally {
    await one.close();
  }
}

/** The first person on the list who was asked and has not answered; leads to where their answers are entered. */
async function toEntry(page) {
  const people = await page.locator("tbody th a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const person of people) {
    await page.goto(person);
    const link = page.getByRole("link", { name: /^Enter answers/ }).first();
    if ((await link.count()) > 0) return turn(page, link);
  }
  assert.fail("everybody has answered");
}

test("whoever answers for another says what they are to them, and reads of them", () =>
  on(chrome, site, true, async (page) => {
    await page.goto("/s/independence-at-home");
    await press(page, "Start now");
    await page.getByLabel("I am answering for someone else").check();
    await press(page, "Continue");
    assert.equal(await heading(page), "What are you to the person you are answering for?");
    await look(page, "relationship");
    await page.getByLabel("Daughter or son").check();
    await press(page, "Continue");
    if ((await heading(page)) === "Which service is this about?") {
      await page.getByLabel("I am not sure").check();
      await press(page, "Continue");
    }
    assert.equal(await heading(page), "Has the person stayed in hospital in the last three months?");
    await page.getByLabel("No", { exact: true }).check();
    await press(page, "Continue");
    assert.equal(await page.getByLabel("In their own home").count(), 1);
  }));

test("a shared tablet shows nothing of the person before, whatever the back button does", async () => {
  let address;
  await staff("/provider/kiosks", async (page) => {
    await look(page, "kiosks-none");
    await turn(page, page.getByRole("link", { name: "Add a tablet" }));
    await look(page, "kiosks-new");
    await page.getByLabel("What you call it").fill("Waiting room");
    await page.getByLabel("Work and what you do").check();
    await page.getByRole("group", { name: "Which organisation" }).getByRole("radio").first().check();
    await press(page, "Add");
    await look(page, "kiosks");
    address = new URL(await page.locator(".app-address").first().innerText()).pathname;
    await page.goto(address);
    assert.equal(await page.getByRole("button", { name: "Start now" }).count(), 0);
    await look(page, "kiosk-staff");
  });
  const tablet = await device(chrome, site, { viewport: TABLET });
  const { page } = tablet;
  await page.goto(address);
  await look(page, "kiosk-start");
  await page.setViewportSize(TABLET);
  const size = await page.getByRole("button", { name: "Start now" }).boundingBox();
  assert.ok(size.height >= 56 && size.width >= 200, JSON.stringify(size));
  await press(page, "Start now");
  await page.getByLabel("I am answering about myself").check();
  await press(page, "Continue");
  await page.getByLabel("Paid work").check();
  await press(page, "Continue");
  const question = page.url();
  const answer = await page.reload();
  assert.match(answer.headers().refresh, new RegExp(`^120; url=${address}/still$`));
  await page.goto(`${address}/still`);
  await look(page, "kiosk-still");
  await turn(page, page.getByRole("link", { name: "Yes, carry on" }));
  assert.equal(page.url(), question);
  await page.goto(`${address}/still`);
  await turn(page, page.getByRole("link", { name: "No, delete my answers" }));
  assert.equal(new URL(page.url()).pathname, address);
  for (let times = 0; times < 4; times += 1) {
    await page.goBack();
    await page.waitForLoadState("load");
    const shown = await page.locator("main").innerText();
    assert.equal(await page.locator("input:checked").count(), 0);
    assert.ok(!shown.includes("How many hours"), shown);
  }
  await page.goto(question);
  assert.equal(new URL(page.url()).pathname, address);
  assert.deepEqual(tablet.faults, []);
  await tablet.close();
});

test("staff enter what somebody says under a banner that says whose answers they are", () =>
  staff("/provider/people", async (page) => {
    await toEntry(page);
    await look(page, "entry");
    await page.getByLabel("By phone, I enter what they say").check();
    await press(page, "Continue");
    assert.match(await page.locator(".app-entering").innerText(), /You are entering answers for/);
    await look(page, "entry-question");
    await press(page, "Leave without sending");
    assert.match(new URL(page.url()).pathname, /^\/provider\/people\/\d+$/);
  }));

/** Types the paper with the keyboard alone: its day, and the first box of every question that has to be answered. */
async function type(page, today) {
  const focused = () => page.evaluate(() => [document.activeElement.tagName, document.activeElement.id, document.activeElement.textContent.trim()]);
  for (let stop = 0; stop < 120; stop += 1) {
    await page.keyboard.press("Tab");
    const [tag, id, text] = await focused();
    if (id === "date") await page.keyboard.type(today);
    else if (id === "who" || id === "q1") await page.keyboard.type("1");
    else if (tag === "BUTTON" && text.startsWith("Keep")) {
      await enter(page);
      return;
    }
  }
  assert.fail("the Tab key does not lead to the button");
}

test("a paper is typed twice without a mouse, and sent", () =>
  staff("/provider/people", async (page) => {
    await toEntry(page);
    await page.getByLabel("On paper, I type what they wrote").check();
    await press(page, "Continue");
    await look(page, "paper-first");
    const parts = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", day: "numeric", month: "numeric", year: "numeric" });
    const today = parts.format(new Date());
    await type(page, "31 2 2026");
    await look(page, "paper-wrong");
    assert.equal(await page.locator("#error-summary a").first().getAttribute("href"), "#date");
    await page.goto(new URL(page.url()).pathname);
    await type(page, today);
    if (await page.locator("#error-summary").count()) assert.fail(await page.locator("#error-summary").innerText());
    assert.match(await page.locator("main").innerText(), /This is the second time/);
    await type(page, today);
    assert.equal(await heading(page), "The answers have been sent");
    await look(page, "paper-sent");
  }));
