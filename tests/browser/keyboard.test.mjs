// A person who uses no pointer: everything can be reached, seen to have the focus, and worked.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { CODE, heading, words } from "./respondent.mjs";
import { browser, county, enter, on, turn } from "./support.mjs";

const MOST_STOPS = 40;

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

const focused = (page) => page.evaluate(() => {
  const { tagName, type = "", name = "", id = "", textContent } = document.activeElement;
  return { tagName, type, name, id, text: textContent.trim() };
});

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(page, isWanted, what) {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    if (isWanted(await focused(page))) return;
  }
  assert.fail(`the Tab key does not lead to ${what} on ${page.url()}`);
}

const isButton = (text) => ({ tagName, text: own }) => tagName === "BUTTON" && own === text;

/** Fails when the page looks the same with the focus and without it. */
async function assertFocusIsSeen(page) {
  const stop = await focused(page);
  const before = await page.screenshot();
  await page.evaluate(() => document.activeElement.blur());
  const after = await page.screenshot();
  assert.ok(!before.equals(after), `nothing shows that ${stop.tagName} "${stop.text || stop.id}" has the focus`);
}

/** Chooses the second option of a list, or the only box; types where something is to be typed. */
async function answer(page) {
  await tabTo(page, ({ tagName, id }) => ["INPUT", "TEXTAREA"].includes(tagName) && (id.startsWith("answer") || id === "decline"), "the answer");
  const { tagName, type } = await focused(page);
  if (tagName === "INPUT" && type === "radio") {
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
  } else if (type === "checkbox") {
    await page.keyboard.press("Space");
  } else {
    await page.keyboard.type("OX4");
  }
}

test("a survey can be answered with the keyboard alone", () => on(chrome, site, false, async (page) => {
  await page.goto("/s/event-feedback");
  await tabTo(page, isButton("Start now"), "the button");
  await enter(page);
  const asked = [];
  for (let count = 0; count < 30; count += 1) {
    const question = await heading(page);
    if (question.endsWith("Check your answers")) break;
    asked.push(question);
    await answer(page);
    await tabTo(page, isButton("Continue"), "the button");
    await enter(page);
  }
  assert.ok(asked.length >= 5, asked.join(" | "));
  await tabTo(page, isButton("Confirm and send"), "the button");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/done/);
  assert.match(await words(page.locator(".app-code")), CODE);
}));

test("the focus is seen wherever it stops", () => on(chrome, site, true, async (page) => {
  for (const path of ["/", "/s/event-feedback", "/sign-in"]) {
    await page.goto(path);
    await page.keyboard.press("Tab");
    // Blurring keeps the place that the next Tab starts from.
    for (let stop = 0; stop < MOST_STOPS && (await focused(page)).tagName !== "BODY"; stop += 1) {
      await assertFocusIsSeen(page);
      await page.keyboard.press("Tab");
    }
  }
  await page.goto("/s/event-feedback");
  await turn(page, page.getByRole("button", { name: "Start now" }));
  await tabTo(page, ({ type }) => type === "radio", "the options");
  await assertFocusIsSeen(page);
}));

for (const javaScript of [true, false]) {
  test(`the summary of what is wrong has the focus, and leads to the field, with JavaScript ${javaScript ? "on" : "off"}`, () => on(chrome, site, javaScript, async (page) => {
    await page.goto("/s/settled-accommodation");
    await turn(page, page.getByRole("button", { name: "Start now" }));
    await turn(page, page.getByRole("button", { name: "Continue" }));
    assert.equal((await focused(page)).id, "error-summary");
    assert.match(await page.title(), /^Error:/);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal((await focused(page)).id, "answer");
  }));
}

test("the skip link comes first, shows itself, and leads past the header", () => on(chrome, site, false, async (page) => {
  await page.goto("/s/event-feedback");
  await page.keyboard.press("Tab");
  assert.equal((await focused(page)).text, "Skip to main content");
  const { y, height } = await page.getByRole("link", { name: "Skip to main content" }).boundingBox();
  assert.ok(y >= 0 && height > 10, "the skip link is not in view");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest("main") !== null), true);
}));
