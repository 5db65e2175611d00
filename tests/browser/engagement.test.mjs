// Engagement events as those who hold them see them: an event is planned, opened and closed by hand, watched and called off. Every
// page on the way is looked at by axe, on a narrow window and on a wide one.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { describe, plan, team } from "./meeting.mjs";
import { PHONE, WIDE, browser, county, device, look, shot, signInAs, turn } from "./support.mjs";

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

/** A test of its own device. */
function on(name, use) {
  test(name, async () => {
    const one = await device(chrome, site, { viewport: WIDE });
    try {
      await use(one.page);
      assert.deepEqual(one.faults, []);
    } finally {
      await one.close();
    }
  });
}

/** Pictures of a page on a phone and on a desk. */
async function shots(page, name) {
  for (const [viewport, width] of [[PHONE, 360], [WIDE, 1280]]) {
    await page.setViewportSize(viewport);
    await shot(page, `engage-${name}-${width}`);
  }
}

const press = (page, name) => turn(page, page.getByRole("button", { name, exact: true }));
const follow = (page, name) => turn(page, page.getByRole("link", { name, exact: true }));

on("somebody says who looks at alerts", async (page) => {
  await signInAs(page, site, "manager@minds.example", "/provider/alert-team");
  await team(page);
  assert.match(await page.getByRole("status").innerText(), /./);
});

on("a lead plans an event, opens and closes it, watches the count and calls it off", async (page) => {
  await signInAs(page, site, "engagement@marlshire.example", "/engage");
  await look(page, "events of the demo");
  await follow(page, "Plan an event");
  await look(page, "event to plan");
  await press(page, "Plan this event");
  await look(page, "event with faults");
  await shots(page, "faults");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "error-summary");
  await describe(page, { directions: "Bus 7 stops at the door." });
  await page.getByLabel("Step-free access").check();
  await page.getByLabel("Polish", { exact: true }).check();
  await page.locator("#survey").selectOption("event-feedback");
  await plan(page);
  assert.match(await page.getByRole("status").innerText(), /is planned/);
  await look(page, "event planned");
  await shots(page, "planned");

  await follow(page, "Take answers now");
  await look(page, "event to open");
  await press(page, "Take answers now");
  await follow(page, "Show the count in large type");
  await look(page, "count that looks again");
  await shots(page, "live");
  await follow(page, "Stop looking again");
  await look(page, "count that stands still");
  await turn(page, page.locator(".nhsuk-back-link"));
  await follow(page, "Take no more answers");
  await look(page, "event to close");
  await press(page, "Take no more answers");
  await follow(page, "Take answers now");
  await look(page, "event to open again");
  await page.goBack({ waitUntil: "load" });
  await follow(page, "Change what is planned");
  await look(page, "event to change");
  await shots(page, "form");
  await turn(page, page.locator(".nhsuk-back-link"));
  await follow(page, "Call the event off");
  await look(page, "event to call off");
  await press(page, "Call it off");
  await look(page, "event called off");
  await turn(page, page.locator(".nhsuk-back-link"));
  await look(page, "events");
  await shots(page, "list");
});
