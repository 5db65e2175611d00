// What a page costs somebody on a slow, dear connection; and that it asks nobody else for anything.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { answer, goOn, heading } from "./respondent.mjs";
import { browser, county, device, signIn, turn, WIDE } from "./support.mjs";

const FIRST_PAGE = 45 * 1024;
const NEXT_PAGE = 8 * 1024;
const SURVEYS = ["settled-accommodation", "employment", "independence-at-home", "postnatal-wellbeing", "carer-experience", "event-feedback"];

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

/** Counts the bytes that come over the wire, headers included. `take` answers how many there were since the last time. */
async function meter(page) {
  const wire = await page.context().newCDPSession(page);
  let bytes = 0;
  wire.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  // A redirect is never "finished": what it cost stands with the request that follows.
  wire.on("Network.requestWillBeSent", ({ redirectResponse }) => (bytes += redirectResponse?.encodedDataLength ?? 0));
  await wire.send("Network.enable");
  return async () => {
    await page.waitForLoadState("networkidle");
    const since = bytes;
    bytes = 0;
    return since;
  };
}

/** The icon, which a browser may fetch out of the page's sight. */
async function icon(page) {
  const href = await page.locator("link[rel=icon]").getAttribute("href");
  const answer = await fetch(new URL(href, site.base), { headers: { "accept-encoding": "br" } });
  return Number(answer.headers.get("content-length") ?? 0) || (await answer.arrayBuffer()).byteLength;
}

async function on(use, options) {
  const one = await device(chrome, site, options);
  try {
    await use(one.page);
    assert.deepEqual(one.faults, []);
  } finally {
    await one.close();
  }
}

describe("over the wire", () => {
  for (const key of SURVEYS) {
    test(`${key}: the first page costs at most 45 KB in all, each next page at most 8 KB`, (context) => on(async (page) => {
      const take = await meter(page);
      await page.goto(`/s/${key}`);
      const first = (await take()) + (await icon(page));
      assert.ok(first > 2_000 && first <= FIRST_PAGE, `the first page costs ${first} bytes`);
      const costs = [];
      await turn(page, page.getByRole("button", { name: "Start now" }));
      for (let count = 0; count < 40; count += 1) {
        const question = await heading(page);
        costs.push({ question, bytes: await take() });
        if (question.endsWith("Check your answers")) break;
        await answer(page, question);
        await goOn(page);
      }
      await turn(page, page.getByRole("button", { name: "Confirm and send" }));
      costs.push({ question: "done", bytes: await take() });
      for (const { question, bytes } of costs) assert.ok(bytes > 0 && bytes <= NEXT_PAGE, `"${question}" costs ${bytes} bytes`);
      const most = Math.max(...costs.map(({ bytes }) => bytes));
      context.diagnostic(`${key}: first page ${first} bytes, dearest of ${costs.length} next pages ${most} bytes`);
    }));
  }

  test("pages and sheets come in brotli, and sheets are kept for ever", async () => {
    const at = (path) => fetch(new URL(path, site.base), { headers: { "accept-encoding": "gzip, deflate, br" } });
    const page = await at("/s/employment");
    assert.equal(page.headers.get("content-encoding"), "br");
    const [sheet] = (await page.text()).match(/\/assets\/survey-[0-9a-f]+\.css/);
    const { headers } = await at(sheet);
    assert.equal(headers.get("content-encoding"), "br");
    assert.match(headers.get("cache-control"), /immutable/);
  });
});

describe("nothing comes from elsewhere, and the console stays empty", () => {
  for (const path of ["/", "/help", "/privacy", "/accessibility", "/cookies", "/resume", "/receipt", "/sign-in", "/nowhere"]) {
    test(path, () => on((page) => page.goto(path, { waitUntil: "networkidle" })));
  }

  test("the commissioner's pages", () => on(async (page) => {
    await signIn(page, site);
    await page.goto("/commissioner/indicators/settled-accommodation", { waitUntil: "networkidle" });
  }, { viewport: WIDE }));

  test("no page lets a script or a style of its own run, or another site frame it", async () => {
    const { headers } = await fetch(new URL("/", site.base));
    const policy = headers.get("content-security-policy");
    for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'"]) assert.ok(policy.includes(rule), rule);
    assert.doesNotMatch(policy, /unsafe|https?:|\*/);
  });
});
