// One person from the link to taking everything back: begins on a phone, stops, carries on with code and month of birth on
// another device, sends, sees how the answers went over time and what they were, and has them deleted.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { CODE, answerAll, goOn, heading, pickAndGoOn, send, words } from "./respondent.mjs";
import { PHONE, WIDE, browser, county, device, look, turn } from "./support.mjs";

const SURVEY = "independence-at-home";

let site;
let chrome;
let link;
let month;

before(async () => {
  site = await county();
  chrome = await browser();
  link = site.links[SURVEY];
  month = site.months[SURVEY];
});

after(async () => {
  await chrome?.close();
  await site?.stop();
});

const button = (page, name) => turn(page, page.getByRole("button", { name, exact: true }));
const chooseMonth = (page, label = month) => page.getByLabel("The month you were born in").selectOption({ label });
/** A month that is not theirs. */
const wrongMonth = () => (month === "January" ? "February" : "January");

/** Uses a device that is put away at the end, and must have had no fault. */
async function using(options, use) {
  const one = await device(chrome, site, options);
  try {
    const result = await use(one.page);
    assert.deepEqual(one.faults, []);
    return result;
  } finally {
    await one.close();
  }
}

describe("somebody who was asked by a link", { concurrency: false }, () => {
  let code;
  let receipt;

  test("begins on a phone and stops", async (context) => {
    if (link === undefined) return context.skip("the county was made before: its links are known to nobody");
    code = await using({ viewport: PHONE, javaScript: false }, async (page) => {
      await page.goto(link);
      await turn(page, page.getByRole("link", { name: "I do not want to answer" }));
      assert.ok((await heading(page)).endsWith("You do not have to answer"));
      await turn(page, page.getByRole("link", { name: "Back" }));
      await button(page, "Start now");
      for (let count = 0; count < 3; count += 1) await pickAndGoOn(page);
      await turn(page, page.getByRole("link", { name: "Save and finish later" }));
      return words(page.locator(".app-code"));
    });
    assert.match(code, CODE);
  });

  test("is asked for the month of birth on another device, by link and by code, and carries on there", async (context) => {
    if (link === undefined) return context.skip("the county was made before: its links are known to nobody");
    receipt = await using({ viewport: WIDE }, async (page) => {
      await page.goto(link);
      assert.ok((await heading(page)).endsWith("Carry on with your answers"));
      await look(page, "carry-on");
      await chooseMonth(page, wrongMonth());
      await button(page, "Carry on");
      await page.getByRole("link", { name: /^This is not the month/ }).waitFor();
      await look(page, "carry-on wrong month");
      await page.goto("/resume");
      await page.getByLabel("Your code").fill(code.toLowerCase());
      await goOn(page);
      await page.getByRole("link", { name: /^No saved answers go with this code/ }).waitFor();
      await look(page, "resume without month");
      await chooseMonth(page);
      await goOn(page);
      await answerAll(page);
      return send(page);
    });
  });

  test("sees the answers and how they went over time, and has them deleted", async (context) => {
    if (link === undefined) return context.skip("the county was made before: its links are known to nobody");
    await using({ viewport: PHONE }, async (page) => {
      await page.goto("/receipt");
      await page.getByLabel("Your receipt code").fill(receipt);
      await button(page, "Check");
      await look(page, "receipt of somebody known");
      await button(page, "Show my answers over time");
      await page.getByRole("link", { name: "Choose the month you were born in" }).waitFor();
      await look(page, "receipt without month");
      await chooseMonth(page);
      await button(page, "Show my answers over time");
      assert.ok((await heading(page)).endsWith("Your answers over time"));
      assert.match(await words(page.locator("main section p").first()), /^On .* the score was .* it was/);
      assert.ok(await page.locator("tbody tr").count() >= 2);
      await look(page, "over-time");
      await button(page, "Show my answers");
      await look(page, "copy");
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as text" }).click()]);
      assert.equal(file.suggestedFilename(), `${SURVEY}.txt`);
      assert.ok(readFileSync(await file.path(), "utf8").startsWith("Managing at home\nReceived on "));
      await page.goto("/receipt");
      await page.getByLabel("Your receipt code").fill(receipt);
      await button(page, "Check");
      await button(page, "Take my answers back");
      await look(page, "withdraw");
      await button(page, "Yes, delete my answers");
      assert.equal(await heading(page), "Your answers have been deleted");
      await look(page, "withdrawn");
      const again = await page.goto(link);
      assert.equal(again.status(), 410);
      await look(page, "link after withdrawal");
    });
  });
});

test("who does not want to answer says so in one step, on a page that is at ease", async (context) => {
  const other = site.links.employment;
  if (other === undefined) return context.skip("the county was made before: its links are known to nobody");
  await using({ viewport: PHONE, javaScript: false }, async (page) => {
    await page.goto(other);
    await turn(page, page.getByRole("link", { name: "I do not want to answer" }));
    await button(page, "Confirm");
    await page.getByRole("link", { name: "Choose what we should do" }).waitFor();
    await page.getByLabel("Somebody close to me has died").check();
    await button(page, "Confirm");
    assert.equal(await heading(page), "We are sorry");
  });
  await using({ viewport: PHONE }, async (page) => {
    await page.goto(`${other}/decline`);
    await look(page, "decline");
    await page.goto(other);
    await look(page, "declined");
  });
});
