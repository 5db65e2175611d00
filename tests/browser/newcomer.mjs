// Somebody who begins to work here: the link that they were given, a password, an authenticator app, and the codes for when it is
// lost.
import { turn } from "./support.mjs";
import { code } from "./totp.mjs";

const PASSWORD = "violet harbour seven lanterns";

/** Opens the link of a new account, and ends on the first page of staff. */
export async function settleIn(page, site, link) {
  const press = (name) => turn(page, page.getByRole("button", { name, exact: true }));
  await page.goto(`${site.base}${new URL(link).pathname}`);
  await page.getByLabel("Password").fill(PASSWORD);
  await press("Set password");
  await page.getByLabel("Code from the app").fill(code(await page.locator("#key").innerText()));
  await press("Add it");
  await press("I have kept them");
  await page.waitForURL((url) => url.pathname === "/staff");
}

/** Gives somebody an account with a role at the command line; they begin at once. */
export async function newcomer(page, site, role, organisation) {
  const account = ["--email", `${role}@example.org`, "--name", "Cora Newcomer", "--role", role, "--organisation", organisation];
  const [link] = site.run("account", "add", ...account).match(/http:\S+/);
  await settleIn(page, site, link);
}
