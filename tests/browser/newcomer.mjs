// Somebody who begins to work here: the link that they were given, a password, an authenticator app, and the codes for when it is
// lost.
import { turn } from "./support.mjs";
import { code } from "./totp.mjs";

const PASSWORD = "violet harbour seven lanterns";

/**
 * Opens the link of a new account, and ends on the first page of staff. Returns the key of their app. `seconds`: how much later
 * it is for the program.
 */
export async function settleIn(page, site, link, seconds = 0) {
  const press = (name) => turn(page, page.getByRole("button", { name, exact: true }));
  await page.goto(`${site.base}${new URL(link).pathname}`);
  await page.getByLabel("Password").fill(PASSWORD);
  await press("Set password");
  const key = await page.locator("#key").innerText();
  await page.getByLabel("Code from the app").fill(code(key, seconds));
  await press("Add it");
  await press("I have kept them");
  await page.waitForURL((url) => url.pathname === "/staff");
  return key;
}

/** Gives somebody an account with a role at the command line; they begin at once. Returns what they sign in with later. */
export async function newcomer(page, site, role, organisation, { name = "Cora Newcomer", seconds = 0 } = {}) {
  const email = `${role}.${name.split(" ")[0].toLowerCase()}@example.org`;
  const account = ["--email", email, "--name", name, "--role", role, "--organisation", organisation];
  const [link] = site.run("account", "add", ...account).match(/http:\S+/);
  return { email, key: await settleIn(page, site, link, seconds) };
}

/** Signs somebody in who began here before, on the way to a page. */
export async function comeBack(page, { email, key }, path, seconds) {
  const signIn = () => turn(page, page.getByRole("button", { name: "Sign in", exact: true }));
  await page.goto(path);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await signIn();
  await page.locator("#code").fill(code(key, seconds));
  await signIn();
  await page.waitForURL((url) => url.pathname === path);
}

/** Adds a partner organisation, as an administrator. */
export async function partner(page, { code: ods, name }) {
  await page.goto("/admin/organisations/new");
  await page.getByLabel("ODS code").fill(ods);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Partner").check();
  await turn(page, page.getByRole("button", { name: "Add", exact: true }));
  await page.getByText("The organisation was added.").waitFor();
}
