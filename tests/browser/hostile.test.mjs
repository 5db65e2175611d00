// Hostile pages against somebody who is signed in, in a real browser: one on another site, which the browser sends no cookie
// for, and one of the same site (another port), which it does. Neither may do anything, read anything or frame anything.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { WIDE, browser, county, device, turn } from "./support.mjs";

/** Forms that would do harm if they were taken. */
const FORMS = ["/sign-out", "/sign-in", "/resume", "/s/employment"];

let site;
let chrome;
let hostile;

before(async () => {
  site = await county();
  chrome = await browser();
  hostile = await attacker();
});

after(async () => {
  hostile?.close();
  await chrome?.close();
  await site?.stop();
});

/** A server whose pages send forms by themselves, and try what pages can try. */
async function attacker() {
  const pages = {
    "/form": (to) => `<form method="post" action="${to}"><input name="token" value="AAAA"></form><script>document.forms[0].submit()</script>`,
    "/frame": (to) => `<iframe src="${to}"></iframe>`,
    "/picture": (to) => `<img src="${to}" onload="window.seen = 'shown'" onerror="window.seen = 'refused'">`,
    "/link": (to) => `<a href="${to}">A harmless link</a>`,
    "/": () => "<title>Hostile</title>",
  };
  const server = createServer((request, answer) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    const page = pages[pathname];
    answer.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    answer.end(page ? `<!doctype html>${page(searchParams.get("to"))}` : "");
  });
  await new Promise((done) => server.listen(0, "0.0.0.0", done));
  const { port } = server.address();
  return {
    elsewhere: (kind, to) => `http://localhost:${port}/${kind}?to=${encodeURIComponent(to)}`,
    sameSite: (kind, to) => `http://127.0.0.1:${port}/${kind}?to=${encodeURIComponent(to)}`,
    close: () => server.close(),
  };
}

/** Somebody signed in, on a device of their own. Its requests to hostile pages are no faults here. */
async function victim(use) {
  const one = await device(chrome, site, { viewport: WIDE });
  try {
    const { page } = one;
    await page.goto("/sign-in?next=/staff");
    await page.getByLabel("Email").fill(site.email);
    await page.getByLabel("Password").fill(site.password);
    await turn(page, page.getByRole("button", { name: "Sign in" }));
    await page.waitForURL(/\/staff/);
    await use(page);
    assert.equal(await staffPage(page), 200, "still signed in");
  } finally {
    await one.close();
  }
}

const staffPage = async (page) => {
  const answer = await page.goto("/staff");
  return new URL(page.url()).pathname === "/staff" ? answer.status() : 303;
};

/** Opens a page and waits for the form that it sends; returns how it was answered and whether a cookie went with it. */
async function submitted(page, hostilePage, to) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url() === to && response.request().method() === "POST"),
    page.goto(hostilePage).catch(() => {}),
  ]);
  await page.waitForLoadState();
  const headers = await answer.request().allHeaders();
  return { status: answer.status(), cookie: headers.cookie ?? "", from: headers["sec-fetch-site"], words: await page.locator("h1").innerText() };
}

describe("a form that a hostile page sends", () => {
  for (const address of FORMS) {
    test(`to ${address} from another site comes without cookies and is refused`, () => victim(async (page) => {
      const to = `${site.base}${address}`;
      const { status, cookie, from, words } = await submitted(page, hostile.elsewhere("form", to), to);
      assert.deepEqual([status, from, cookie.includes("session")], [403, "cross-site", false]);
      assert.equal(words, "This form came from another site");
    }));

    test(`to ${address} from the same site comes with cookies and is refused all the same`, () => victim(async (page) => {
      const to = `${site.base}${address}`;
      const { status, cookie, from } = await submitted(page, hostile.sameSite("form", to), to);
      assert.deepEqual([status, from, cookie.includes("session")], [403, "same-site", true]);
    }));
  }
});

describe("a hostile page", () => {
  for (const place of ["elsewhere", "sameSite"]) {
    test(`cannot read a page of ours by script (${place})`, () => victim(async (page) => {
      await page.goto(hostile[place]("", ""));
      const read = await page.evaluate(async (to) => {
        const tries = { plain: {}, opaque: { mode: "no-cors" }, post: { method: "POST", mode: "no-cors", body: new URLSearchParams({ token: "AAAA" }) } };
        const found = {};
        for (const [name, how] of Object.entries(tries)) {
          found[name] = await fetch(to, { credentials: "include", ...how }).then((answer) => answer.text(), () => "");
        }
        return found;
      }, `${site.base}/staff`);
      assert.deepEqual(read, { plain: "", opaque: "", post: "" });
    }));

    test(`cannot sign anybody out by script (${place})`, () => victim(async (page) => {
      await page.goto(hostile[place]("", ""));
      await page.evaluate((to) => fetch(to, { method: "POST", mode: "no-cors", credentials: "include" }).catch(() => {}), `${site.base}/sign-out`);
    }));

    test(`cannot put a page of ours into a frame (${place})`, () => victim(async (page) => {
      for (const address of ["/staff", "/sign-in", "/s/employment"]) {
        await page.goto(hostile[place]("frame", `${site.base}${address}`));
        const frame = await (await page.waitForSelector("iframe")).contentFrame();
        assert.match(frame.url(), /^chrome-error:/, address);
      }
    }));
  }

  test("on another site cannot show a picture of ours", () => victim(async (page) => {
    await page.goto("/");
    const icon = await page.locator("link[rel~=icon]").first().getAttribute("href");
    await page.goto(hostile.elsewhere("picture", new URL(icon, site.base).href));
    await page.waitForFunction(() => globalThis.seen !== undefined);
    assert.equal(await page.evaluate(() => globalThis.seen), "refused");
  }));

  test("that links to a form's address signs nobody out", () => victim(async (page) => {
    await page.goto(hostile.elsewhere("link", `${site.base}/sign-out`));
    await turn(page, page.getByRole("link"));
    await page.waitForURL(`${site.base}/sign-out`);
    assert.equal(await page.locator("h1").innerText(), "This page does not work that way");
  }));

  test("that opens our page in a window is cut off from it", () => victim(async (page) => {
    await page.goto(hostile.elsewhere("", ""));
    const [opened] = await Promise.all([
      page.waitForEvent("popup"),
      page.evaluate((to) => { globalThis.opened = window.open(to); }, `${site.base}/staff`),
    ]);
    await opened.waitForLoadState();
    assert.equal(await opened.evaluate(() => window.opener), null);
    assert.equal(await page.evaluate(() => globalThis.opened.closed), true);
    await opened.close();
  }));
});
