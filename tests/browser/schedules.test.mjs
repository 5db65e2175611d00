// When people are asked: a manager begins a schedule after seeing how many that would be, and a coordinator sees who is due. Every
// page on the way is looked at by axe, on a narrow window and on a wide one.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDE, browser, county, device, look, signInAs, turn } from "./support.mjs";

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

on("a manager begins a schedule, and ends it again", async (page) => {
  await signInAs(page, site, "manager@minds.example", "/provider/schedules");
  await look(page, "schedules");
  await turn(page, page.getByRole("link", { name: "Begin Settled accommodation" }));
  await look(page, "schedule to begin");
  await turn(page, page.getByRole("button", { name: "Continue" }));
  await look(page, "schedule without a day");
  await page.getByRole("radio").first().check();
  await turn(page, page.getByRole("button", { name: "Continue" }));
  await look(page, "schedule to be sure of");
  await turn(page, page.getByRole("button", { name: "Begin to ask" }));
  assert.match(await page.getByRole("status").innerText(), /You ask by this schedule now/);
  await look(page, "schedule begun");
  await turn(page, page.getByRole("link", { name: "End Settled accommodation" }));
  await look(page, "schedule to end");
  await turn(page, page.getByRole("button", { name: "End the schedule" }));
  assert.match(await page.getByRole("status").innerText(), /You no longer ask/);
});

on("a coordinator sees who is due, and how far the others are", async (page) => {
  await signInAs(page, site, "coordinator@secondspring.example", "/provider/due");
  await look(page, "due");
  assert.ok((await page.locator("main tbody tr").count()) > 0, "nobody was asked of late");
  for (const state of [/^Answered:/, /^Not answered in time:/]) {
    await turn(page, page.getByRole("link", { name: state }));
    await look(page, `due ${state.source}`);
  }
});
