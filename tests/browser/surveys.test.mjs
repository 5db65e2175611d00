// Each built-in survey, answered on a phone from the front page to a receipt, with JavaScript and without.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { CHECK, answerAll, answerSurvey, begin, goOn, heading, send } from "./respondent.mjs";
import { assertNoSidewaysScrolling, browser, county, on, shot, turn } from "./support.mjs";

const SURVEYS = {
  "settled-accommodation": { title: "Where you live", questions: 5 },
  employment: { title: "Work and what you do", questions: 4 },
  "independence-at-home": { title: "Managing at home", questions: 13 },
  "postnatal-wellbeing": { title: "How you are after the birth", questions: 11 },
  "carer-experience": { title: "Life as a carer", questions: 8 },
  "event-feedback": { title: "Tell us about the event", questions: 3 },
};

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

for (const javaScript of [true, false]) {
  describe(`with JavaScript ${javaScript ? "on" : "off"}`, () => {
    for (const [key, { title, questions }] of Object.entries(SURVEYS)) {
      test(`${key} leads from the front page to a receipt that can be checked`, () => on(chrome, site, javaScript, async (page) => {
        const pictures = javaScript ? key : "";
        await page.goto("/");
        await turn(page, page.getByRole("link", { name: title }));
        assert.equal(await heading(page), title);
        await assertNoSidewaysScrolling(page, "start");
        if (javaScript) await shot(page, `${key}-01-start`);
        await turn(page, page.getByRole("button", { name: "Start now" }));
        const asked = await answerAll(page, { pictures });
        assert.ok(asked.length >= questions, `only ${asked.length} questions: ${asked.join(" | ")}`);
        await assertNoSidewaysScrolling(page, "check");
        if (javaScript) await shot(page, `${key}-90-check`);
        const receipt = await send(page);
        await assertNoSidewaysScrolling(page, "done");
        if (javaScript) await shot(page, `${key}-91-done`);
        await turn(page, page.getByRole("link", { name: "Check a receipt" }));
        await page.getByLabel("Your receipt code").fill(receipt.toLowerCase().replaceAll(" ", "-"));
        await turn(page, page.getByRole("button", { name: "Check" }));
        assert.equal(await heading(page), "We have your answers");
        assert.ok((await page.locator("main").innerText()).includes(title));
      }));
    }

    test("a care home leads to the question whether there is a home to go back to; an own home does not", () => on(chrome, site, javaScript, async (page) => {
      const tenure = "Do you have a home that you can stay in";
      const owner = await answerSurvey(page, "/s/settled-accommodation", { minds: { "Where do you live now?": "A home that I own" } });
      assert.ok(!owner.asked.some((question) => question.includes(tenure)));
      const resident = await answerSurvey(page, "/s/settled-accommodation", { minds: { "Where do you live now?": "A care home with nurses" } });
      assert.ok(resident.asked.some((question) => question.includes(tenure)));
      assert.notEqual(owner.receipt, resident.receipt);
    }));

    test("thoughts of self-harm lead to help at once, and the last page repeats it", () => on(chrome, site, javaScript, async (page) => {
      const minds = { "thoughts of harming yourself": "Yes, sometimes" };
      await begin(page, "/s/postnatal-wellbeing");
      const asked = await answerAll(page, { minds });
      const urgent = "You do not have to face this alone. Help is there now.";
      assert.ok(asked.includes(urgent), asked.join(" | "));
      await send(page);
      await page.getByRole("heading", { name: urgent }).waitFor();
      const said = await page.locator("main").innerText();
      for (const line of ["999", "111", "select the mental health option", "116 123", "01632 960 123"]) assert.ok(said.includes(line), line);
      if (javaScript) await shot(page, "postnatal-wellbeing-92-done-urgent");
    }));

    test("the interruption page names every line of help and the way on", () => on(chrome, site, javaScript, async (page) => {
      await begin(page, "/s/postnatal-wellbeing");
      const urgent = () => page.getByRole("link", { name: "Continue with the survey" });
      for (let count = 0; await urgent().count() === 0 && count < 30; count += 1) {
        const harm = (await heading(page)).includes("thoughts of harming yourself");
        const options = page.locator("main form").getByRole("radio");
        await (harm ? page.getByLabel("Yes, often", { exact: true }) : options.first()).check();
        await goOn(page);
      }
      assert.match(page.url(), /\/urgent\//);
      for (const number of ["999", "111", "116123", "01632960123"]) assert.equal(await page.locator(`main a[href="tel:${number}"]`).count(), 1, number);
      await assertNoSidewaysScrolling(page, "urgent");
      if (javaScript) await shot(page, "postnatal-wellbeing-80-urgent");
      await urgent().click();
      assert.doesNotMatch(page.url(), /\/urgent\//);
    }));

    test("an answer can be changed where the answers are checked", () => on(chrome, site, javaScript, async (page) => {
      await begin(page, "/s/event-feedback");
      await answerAll(page, { minds: { "How was the event?": "Good" } });
      await turn(page, page.getByRole("link", { name: "Change the answer to: How was the event?" }));
      assert.equal(await page.getByLabel("Good", { exact: true }).isChecked(), true);
      await page.getByLabel("Bad", { exact: true }).check();
      await goOn(page);
      assert.ok((await heading(page)).endsWith(CHECK));
      assert.ok((await page.locator("main").innerText()).includes("Bad"));
    }));

    test("a resume code carries on where another device stopped", () => on(chrome, site, javaScript, async (page) => {
      await begin(page, "/s/carer-experience");
      await page.getByLabel("I am not sure").or(page.getByRole("radio").first()).first().check();
      await goOn(page);
      const question = await heading(page);
      await turn(page, page.getByRole("link", { name: "Save and finish later" }));
      const code = await page.locator(".app-code").innerText();
      await on(chrome, site, javaScript, async (other) => {
        await other.goto("/resume");
        await other.getByLabel("Your code").fill(code);
        await goOn(other);
        assert.equal(await heading(other), question);
      });
    }));
  });
}
