// Sign-in with the organisation, in Chromium, with a real provider on another site: who is let in, who is not, and what a
// browser that plays tricks meets.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { provider, signInElsewhere } from "./provider.mjs";
import { PHONE, WIDE, assertNoSidewaysScrolling, browser, county, device, freePort, look, shot } from "./support.mjs";

/** An address that the demo knows, and somebody who has it at the provider. */
const COMMISSIONER = "commissioner@marlshire.example";

let site;
let chrome;
let trust;
let council;
let people;

const entry = (key, name, { issuer, secret }, more = "") =>
  `[[sign_in_with]]\nkey = "${key}"\nname = "${name}"\nissuer = "${issuer}"\nclient_id = "${key}"\nclient_secret = "${secret}"\n${more}\n`;

before(async () => {
  const port = await freePort();
  const back = (key) => `http://127.0.0.1:${port}/sign-in/with/${key}/back`;
  people = {
    anna: { email: COMMISSIONER, email_verified: true, groups: [] },
    unverified: { email: COMMISSIONER, email_verified: false },
    second: { email: COMMISSIONER, email_verified: true },
    stranger: { email: "stranger@example.org", email_verified: true },
    kelvin: { email: COMMISSIONER.replace("marlshire", "marl\u017Fhire"), email_verified: true },
  };
  trust = await provider({ port: await freePort(), clients: ["trust", "roles"], back, people });
  council = await provider({ port: await freePort(), clients: ["council"], back, people });
  const nobody = { issuer: `http://localhost:${await freePort()}`, secret: "none" };
  const mapped = [
    'scopes = ["email", "groups"]',
    'role_claim = "groups"',
    '[[sign_in_with.roles]]\nvalue = "saywell-analysts"\nrole = "commissioner-analyst"\norganisation = "XM0"',
  ];
  const file = [
    entry("trust", "Marl Trust", trust, "match_email = true"),
    entry("roles", "Marl Trust with roles", trust, mapped.join("\n")),
    entry("council", "Marl Council", council, "max_age_minutes = 60"),
    entry("gone", "Nobody", nobody),
  ];
  site = await county({ listen: `127.0.0.1:${port}`, file: file.join("\n") });
  chrome = await browser();
});

after(async () => {
  await chrome?.close();
  await site?.stop();
  await trust?.stop();
  await council?.stop();
});

/**
 * Somebody with a new browser. What they ask of the provider is no fault, nor that its pages want a font from elsewhere, nor
 * that a page of ours says that a provider does not work.
 */
async function somebody(use, options = {}) {
  const one = await device(chrome, site, { viewport: WIDE, javaScript: false, ...options });
  await one.context.route("https://**", (route) => route.abort());
  try {
    await use(one.page, one.context);
    assert.deepEqual(one.faults.filter((fault) => !/localhost|fonts\.googleapis|net::ERR_|status of 502/.test(fault)), []);
  } finally {
    await one.close();
  }
}

/** Signs in at a provider, from the sign-in page on. Returns the status of the page that they end on. */
async function signInWith(page, button, name) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.waitForURL(/^http:\/\/localhost:/);
  const ended = page.waitForResponse((response) => response.url().startsWith(site.base) && response.status() !== 303);
  await signInElsewhere(page, name);
  return (await ended).status();
}

const heading = (page) => page.getByRole("heading", { level: 1 }).innerText();
const signOut = (page) => page.getByRole("button", { name: "Sign out" }).click();

test("the sign-in page names the organisations, on a phone too", async () => {
  await somebody(async (page) => {
    await page.goto("/sign-in");
    for (const name of ["Marl Trust", "Marl Council"]) {
      assert.ok(await page.getByRole("button", { name: `Sign in with ${name}`, exact: true }).isVisible());
    }
    await assertNoSidewaysScrolling(page, "sign-in");
    await shot(page, "single-sign-on-door-360");
  }, { viewport: PHONE });
});

test("a verified address lets somebody in and ties them; after that the address may change", async () => {
  await somebody(async (page) => {
    assert.equal(await signInWith(page, "Sign in with Marl Trust", "anna"), 200);
    assert.equal(new URL(page.url()).pathname, "/staff");
  });
  people.anna.email = "married@example.org";
  await somebody(async (page) => {
    assert.equal(await signInWith(page, "Sign in with Marl Trust", "anna"), 200);
    await signOut(page);
    await page.goto("/staff");
    assert.match(page.url(), /\/sign-in/, "signed out here, though still signed in there");
  });
});

test("an address that is not verified, not known, only alike, or somebody else's by now opens nothing", async () => {
  for (const name of ["unverified", "stranger", "kelvin", "second"]) {
    await somebody(async (page) => {
      assert.equal(await signInWith(page, "Sign in with Marl Trust", name), 403, name);
      assert.equal(await heading(page), "That sign-in is not tied to an account here");
      assert.ok(!(await page.content()).includes("marlshire.example"), "nothing is said of the account");
      await page.goto("/staff");
      assert.match(page.url(), /\/sign-in/);
    });
  }
});

test("where somebody wanted to go is where they come to", async () => {
  await somebody(async (page) => {
    await page.goto("/commissioner");
    await page.getByRole("button", { name: "Sign in with Marl Trust", exact: true }).click();
    await signInElsewhere(page, "anna");
    await page.waitForURL(/\/commissioner#?$/);
  });
});

test("an account is tied by its holder, who sees to whom, and untied again", async () => {
  await somebody(async (page) => {
    assert.equal(await signInWith(page, "Sign in with Marl Council", "second"), 403, "not tied yet");
    await page.goto("/sign-in");
    await page.getByLabel("Email").fill(site.email);
    await page.getByLabel("Password").fill(site.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(/\/staff/);
    await page.goto("/account/sign-in-with");
    await look(page, "identities");
    await page.getByRole("button", { name: "Tie to your account Marl Council" }).click();
    await page.waitForURL(/\/confirm$/);
    assert.equal(await heading(page), "Tie your account to Marl Council");
    await look(page, "tie");
    await page.getByRole("button", { name: "Yes, tie my account" }).click();
    await page.waitForURL(/\/account\?done/);
    await page.getByRole("link", { name: "Change where else you can sign in" }).click();
    assert.ok(await page.getByRole("button", { name: "Untie Marl Council" }).isVisible());
    await look(page, "identities tied");
  }, { javaScript: true });
  await somebody(async (page) => {
    assert.equal(await signInWith(page, "Sign in with Marl Council", "second"), 200);
    await page.goto("/account/sign-in-with");
    await page.getByRole("button", { name: "Untie Marl Council" }).click();
    assert.ok(await page.getByRole("button", { name: "Tie to your account Marl Council" }).isVisible());
  });
  await somebody(async (page) => {
    assert.equal(await signInWith(page, "Sign in with Marl Council", "second"), 403);
  });
});

test("roles follow the claim that the settings name, and no other provider's sign-in", async () => {
  const sees = async (button) => {
    let status;
    await somebody(async (page) => {
      assert.equal(await signInWith(page, button, "anna"), 200);
      status = (await page.goto("/commissioner")).status();
    });
    return status;
  };
  assert.equal(await sees("Sign in with Marl Trust"), 200);
  assert.equal(await sees("Sign in with Marl Trust with roles"), 404, "no group, no role");
  people.anna.groups = ["saywell-analysts"];
  assert.equal(await sees("Sign in with Marl Trust"), 404, "this one says nothing of roles");
  assert.equal(await sees("Sign in with Marl Trust with roles"), 200);
});

/** The address that the provider sends this browser back to, which is not followed. `change` alters the way there. */
async function waylaid(context, name, change = (url) => url) {
  const step = async (answer) => (await answer).headers().location;
  const here = { maxRedirects: 0 };
  const going = await context.request.post("/sign-in/with/trust", here);
  let at = change(going.headers().refresh.replace("0;url=", ""));
  for (const prompt of ["login", "consent"]) {
    const form = await (await context.request.get(at)).text();
    const [, action] = form.match(/action="([^"]+)"/);
    at = await step(context.request.post(action, { ...here, form: { prompt, login: name, password: "anything" } }));
  }
  return step(context.request.get(at, here));
}

test("the way back works once, in the browser that set out, and not with another's state", async () => {
  await somebody(async (page, context) => {
    const url = await waylaid(context, "anna");
    await somebody(async (other, elsewhere) => {
      assert.equal((await other.goto(url)).status(), 400, "a browser that did not set out");
      await waylaid(elsewhere, "anna");
      assert.equal((await other.goto(url)).status(), 400, "a browser that set out for another state");
    });
    const spoilt = url.replace("/trust/", "/roles/");
    assert.equal((await page.goto(spoilt)).status(), 400, "another provider's way back");
  });
});

test("a cookie that was altered, and a way back that was used, lead nowhere", async () => {
  await somebody(async (page, context) => {
    const url = await waylaid(context, "anna");
    const [cookie] = (await context.cookies()).filter(({ name }) => name.endsWith("single-sign-on"));
    assert.ok(cookie.httpOnly && cookie.sameSite === "Lax");
    const altered = `${cookie.value.slice(0, -2)}${cookie.value.endsWith("A") ? "B" : "A"}x`;
    await context.addCookies([{ ...cookie, value: altered }]);
    assert.equal((await page.goto(url)).status(), 400);
    assert.equal(await heading(page), "You are not signed in yet");
  });
  await somebody(async (page, context) => {
    const url = await waylaid(context, "anna");
    const cookies = await context.cookies();
    assert.equal((await page.goto(url)).status(), 200);
    await signOut(page);
    await page.waitForURL(/\/sign-in/);
    assert.equal((await page.goto(url)).status(), 400, "the browser has forgotten it");
    await context.addCookies(cookies);
    assert.equal((await page.goto(url)).status(), 400, "and the provider takes no code twice");
  });
});

test("a token for another nonce, and a code for another challenge, are refused", async () => {
  const changed = (name, value) => (url) => {
    const address = new URL(url);
    address.searchParams.set(name, value);
    return address.href;
  };
  await somebody(async (page, context) => {
    const url = await waylaid(context, "anna", changed("nonce", "another"));
    assert.equal((await page.goto(url)).status(), 502);
    assert.equal(await heading(page), "Your organisation’s sign-in does not work");
  });
  await somebody(async (page, context) => {
    const url = await waylaid(context, "anna", changed("code_challenge", "A".repeat(43)));
    assert.equal((await page.goto(url)).status(), 400);
  });
});

test("nobody is sent to a provider by a link or by another site", async () => {
  await somebody(async (page, context) => {
    assert.equal((await page.goto("/sign-in/with/trust")).status(), 405);
    const headers = { "sec-fetch-site": "cross-site" };
    assert.equal((await context.request.post("/sign-in/with/trust", { headers, maxRedirects: 0 })).status(), 403);
  });
});

test("who changes their mind at the provider, and whose provider is down, can try another way", async () => {
  await somebody(async (page) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Sign in with Marl Trust", exact: true }).click();
    await page.getByRole("link", { name: "Cancel" }).click();
    assert.equal(await heading(page), "You are not signed in yet");
    await page.getByRole("link", { name: "Go to the sign-in page" }).click();
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith("/sign-in/with/gone")),
      page.getByRole("button", { name: "Sign in with Nobody", exact: true }).click(),
    ]);
    assert.equal(answer.status(), 502);
    assert.equal(await heading(page), "Your organisation’s sign-in does not work");
  });
});
