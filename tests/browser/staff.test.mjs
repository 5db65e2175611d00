// From an empty database to somebody who is signed in: the link that the command line prints, a password, an authenticator app,
// recovery codes, a passkey; and each of them as the way back in. Codes are computed here from the key that the page shows.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PHONE, WIDE, browser, device, empty, look, turn } from "./support.mjs";
import { code } from "./totp.mjs";

const EMAIL = "ann.example@example.org";
const PASSWORD = "violet harbour seven lanterns";

let site;
let chrome;
let desk;
let key;
let codes;

before(async () => {
  site = await empty({ email: EMAIL, name: "Ann Example" });
  chrome = await browser();
  desk = await device(chrome, site, { viewport: WIDE });
});

after(async () => {
  await chrome?.close();
  await site?.stop();
});

const path = (page) => new URL(page.url()).pathname;
const arrived = (page, where) => page.waitForURL((url) => url.pathname === where);
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const follow = (page, name) => turn(page, page.getByRole("link", { name, exact: true }));

/** The first half of the door. */
async function password(page) {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(EMAIL);
  await page.getByLabel("Password").fill(PASSWORD);
  await press(page, "Sign in");
  await arrived(page, "/sign-in/second");
}

/** A device whose owner is always there and always who they say. */
async function authenticator(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true };
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", { options: { ...options, automaticPresenceSimulation: true } });
  const verify = (isUserVerified) => client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
  return { verify };
}

test("the link of the command line leads to a password, an app and recovery codes", async () => {
  const { page } = desk;
  await page.goto(site.link);
  await look(page, "staff-choose-password");
  await page.getByLabel("Password").fill(PASSWORD);
  await press(page, "Set password");
  await arrived(page, "/account/second-factor");
  await look(page, "staff-second-factor");
  key = (await page.locator("#key").innerText()).replaceAll(/\s/g, "");
  await page.getByLabel("Code from the app").fill("000000");
  await press(page, "Add it");
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await look(page, "staff-second-factor-wrong");
  assert.equal((await page.locator("#key").innerText()).replaceAll(/\s/g, ""), key);
  await page.getByLabel("Code from the app").fill(code(key));
  await press(page, "Add it");
  await arrived(page, "/account/recovery-codes");
  await look(page, "staff-recovery-codes");
  codes = await page.locator("main ol .app-code").allInnerTexts();
  assert.equal(new Set(codes).size, 10);
  await press(page, "I have kept them");
  await arrived(page, "/staff");
  await page.goto(site.link);
  assert.notEqual(await page.getByLabel("Password").count(), 1, "the link works once");
});

test("the way back in is a password and a code, and no code works twice", async () => {
  const { page } = desk;
  await page.goto("/staff");
  await press(page, "Sign out");
  await password(page);
  await look(page, "staff-second");
  const next = code(key, 30);
  await page.getByLabel(/code/i).fill(next);
  await press(page, "Sign in");
  await arrived(page, "/staff");
  await press(page, "Sign out");
  await password(page);
  await page.getByLabel(/code/i).fill(next);
  await press(page, "Sign in");
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await page.getByLabel(/code/i).fill(codes[0].toLowerCase());
  await press(page, "Sign in");
  await arrived(page, "/staff");
});

test("a passkey is added and opens the door, but not for somebody whom the device does not know", async () => {
  const { page } = desk;
  const device = await authenticator(page);
  await page.goto("/account");
  await look(page, "staff-account");
  assert.match(await page.locator("main").innerText(), /9 recovery codes left/);
  await follow(page, "Add a second factor");
  await follow(page, "Add a passkey");
  await look(page, "staff-new-passkey");
  await page.getByLabel("Name").fill("Laptop");
  await press(page, "Make a passkey");
  await arrived(page, "/account");
  assert.ok(await page.getByRole("heading", { name: "Laptop" }).isVisible());
  await look(page, "staff-account-done");
  await press(page, "Sign out");
  await password(page);
  await follow(page, "Use your passkey");
  await look(page, "staff-passkey");
  await device.verify(false);
  await press(page, "Use your passkey");
  await page.locator("#passkey-fault").waitFor();
  assert.equal(path(page), "/sign-in/passkey");
  await device.verify(true);
  await press(page, "Use your passkey");
  await arrived(page, "/staff");
});

test("where there are no scripts, the page of passkeys says so and leads to the other ways", async () => {
  const plain = await device(chrome, site, { viewport: PHONE, javaScript: false });
  await password(plain.page);
  await follow(plain.page, "Use your passkey");
  assert.ok(await plain.page.locator("#passkey-none").isVisible());
  assert.equal(await plain.page.getByRole("button", { name: "Use your passkey" }).count(), 0);
  await follow(plain.page, "Choose another way");
  assert.equal(path(plain.page), "/sign-in/second");
  await plain.page.getByLabel(/code/i).fill(codes[1]);
  await press(plain.page, "Sign in");
  await arrived(plain.page, "/staff");
  assert.deepEqual(plain.faults, []);
  await plain.close();
});

test("another device is seen in the account and signed out there", async () => {
  const other = await device(chrome, site, { viewport: WIDE });
  await password(other.page);
  await other.page.getByLabel(/code/i).fill(codes[2]);
  await press(other.page, "Sign in");
  await arrived(other.page, "/staff");
  const { page } = desk;
  await page.goto("/account");
  await press(page, "Sign out every other device");
  await arrived(page, "/account");
  await other.page.goto("/staff");
  assert.equal(path(other.page), "/sign-in");
  await other.close();
  assert.deepEqual(desk.faults, []);
});

test("who has no app shows the passkey again before something dangerous", async () => {
  const { page } = desk;
  await page.goto("/account");
  await page.getByRole("button", { name: /^Remove/ }).first().click();
  await arrived(page, "/account");
  await page.goto("/account/confirm?next=/account");
  await page.getByLabel("Password").fill(PASSWORD);
  await press(page, "Continue");
  await arrived(page, "/account/confirm/passkey");
  await look(page, "staff-confirm-passkey");
  await press(page, "Use your passkey");
  await arrived(page, "/account");
  assert.deepEqual(desk.faults, []);
});
