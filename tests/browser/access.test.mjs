// Five organisations, one Saywell: a new administrator invites a commissioner's analyst by email, who sets up an authenticator
// app, sees aggregates, and is told that a person's page does not exist. What happened is in the trail, and the trail is whole.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { PHONE, WIDE, browser, device, empty, look, turn } from "./support.mjs";
import { code } from "./totp.mjs";

const ADMINISTRATOR = "olive.keeper@example.org";
const ANALYST = "ian.analyst@example.org";
const GOVERNOR = "gwen.governor@example.org";
const PASSWORD = "violet harbour seven lanterns";
const MAIL = { SAYWELL_MAIL__TRANSPORT: "file:mail", SAYWELL_MAIL__FROM: "Saywell <noreply@example.org>", SAYWELL_MAIL__ALERTS_TO: "team@example.org" };

let site;
let chrome;
let desk;
let phone;

before(async () => {
  site = await empty({ email: ADMINISTRATOR, name: "Olive Keeper", settings: MAIL });
  chrome = await browser();
  desk = await device(chrome, site, { viewport: WIDE });
  phone = await device(chrome, site, { viewport: PHONE });
});

after(async () => {
  await chrome?.close();
  await site?.stop();
});

const arrived = (page, where) => page.waitForURL((url) => url.pathname === where);
const press = (page, name) => turn(page, page.getByRole("button", { name, exact: true }));
const follow = (page, name) => turn(page, page.getByRole("link", { name, exact: true }));

/** From a one-time link to the first page of staff. */
async function begin(page, link) {
  await page.goto(link);
  await page.getByLabel("Password").fill(PASSWORD);
  await press(page, "Set password");
  await arrived(page, "/account/second-factor");
  const key = await page.locator("#key").innerText();
  await page.getByLabel("Code from the app").fill(code(key));
  await press(page, "Add it");
  await arrived(page, "/account/recovery-codes");
  await press(page, "I have kept them");
  await arrived(page, "/staff");
}

/** Whole letters from the folder, quoted-printable undone. */
function letters() {
  const folder = join(site.folder, "mail");
  const decode = (text) => text.replaceAll(/=\r?\n/g, "").replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return readdirSync(folder).filter((name) => name.endsWith(".eml")).map((name) => decode(readFileSync(join(folder, name), "utf8")));
}

/** The link in the letter to somebody, when it has come. */
async function mailed(to) {
  for (let tries = 0; tries < 200; tries += 1) {
    const link = letters().find((letter) => letter.includes(`To: ${to}`))?.match(/http:\/\/\S+\/welcome\/[\w-]+/)?.[0];
    if (link) return link;
    await new Promise((soon) => setTimeout(soon, 100));
  }
  throw new Error(`no letter to ${to}: ${letters().join("\n")}`);
}

/** Chooses what is called so. */
async function choose(list, name) {
  await list.selectOption(await list.locator("option").filter({ hasText: name }).first().getAttribute("value"));
}

/** Invites somebody, and leaves the administrator on their account. */
async function invite(page, { name, email, role }) {
  await page.goto("/admin/accounts");
  await follow(page, "Invite somebody");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email address").fill(email);
  await choose(page.getByLabel("Employer"), /Example County/);
  await page.getByRole("radio", { name: role }).check();
  await choose(page.getByLabel("Organisation the role is for"), /Example County/);
  await press(page, "Invite");
  await page.getByText("The invitation is on its way by email.").waitFor();
}

test("a new administrator begins with the link of the command line and invites an analyst and a governor", async () => {
  const { page } = desk;
  await begin(page, site.link);
  await look(page, "access-home");
  await page.goto("/admin/accounts/new");
  await look(page, "access-invite");
  await press(page, "Invite");
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await look(page, "access-invite-wrong");
  await invite(page, { name: "Ian Analyst", email: ANALYST, role: "Commissioner analyst" });
  await look(page, "access-account");
  await invite(page, { name: "Gwen Governor", email: GOVERNOR, role: "Information governance" });
  await page.goto("/admin/accounts");
  await look(page, "access-accounts");
  await page.goto("/admin/organisations");
  await look(page, "access-organisations");
});

test("the analyst comes by email, sees aggregates on a phone, and finds no person whatever address is typed", async () => {
  const { page } = phone;
  await begin(page, await mailed(ANALYST));
  await follow(page, "Indicators");
  await arrived(page, "/commissioner");
  await look(page, "access-overview");
  for (const address of ["/provider/people", "/provider/people/1", "/admin/accounts", "/governance/audit", "/provider"]) {
    const answer = await page.goto(address);
    assert.equal(answer.status(), 404, address);
    assert.doesNotMatch(await page.locator("main").innerText(), /permission|role|allowed/i);
  }
  await look(page, "access-no-such-page");
});

test("the governor reads in the trail who was refused what; and the trail is whole", async () => {
  const { page, close } = await device(chrome, site, { viewport: WIDE });
  await begin(page, await mailed(GOVERNOR));
  await page.goto("/governance/audit");
  await look(page, "access-trail");
  const lines = await page.locator("tbody tr").allInnerTexts();
  assert.ok(lines.some((line) => line.includes("Ian Analyst") && line.includes("page:/provider/people/{id}")), lines.join("\n"));
  assert.ok(lines.some((line) => line.includes("Olive Keeper")));
  await close();
  assert.match(site.run("audit", "verify"), /whole|sound|unbroken|agree/i);
});

test("a deactivated analyst is out at once", async () => {
  const { page } = desk;
  await page.goto("/admin/accounts");
  await follow(page, "Ian Analyst");
  await follow(page, "Deactivate this account");
  await page.getByLabel("Why?").fill("Left the organisation");
  await press(page, "Deactivate");
  await page.getByText("its sessions have ended").waitFor();
  await phone.page.goto("/commissioner");
  assert.equal(new URL(phone.page.url()).pathname, "/sign-in");
  assert.deepEqual(desk.faults, []);
});
