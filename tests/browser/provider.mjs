// A provider of OpenID Connect on this machine: the real program of `oidc-provider`, with its own pages to sign in on. Whoever
// signs in is who they say they are; what is said about them is in `people`, and may be changed at any time.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";

const SECRET = "only for tests: nobody is meant to trust it";

/**
 * Begins to serve on `port` of localhost. Each client goes by its name, sends people back to `back(name)`, and must use PKCE.
 * `people` is claims by the name that is typed.
 */
export async function provider({ port, clients, back, people }) {
  // The library says on the error output that it does not know this release of Node, and that its pages are for trials only.
  const warn = console.warn;
  console.warn = () => {};
  const { Provider } = await import("oidc-provider");
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
  const issuer = `http://localhost:${port}`;
  const made = new Provider(issuer, {
    clients: clients.map((name) => ({ client_id: name, client_secret: SECRET, redirect_uris: [back(name)], response_types: ["code"] })),
    claims: { openid: ["sub"], email: ["email", "email_verified"], groups: ["groups"] },
    scopes: ["openid", "email", "groups"],
    pkce: { required: () => true },
    jwks: { keys: [{ ...key, kid: "one", use: "sig", alg: "RS256" }] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: [SECRET] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  });
  console.warn = warn;
  const server = createServer(made.callback());
  await new Promise((ready) => server.listen(port, "localhost", ready));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { issuer, secret: SECRET, stop };
}

/** Types a name into the provider's own page and agrees, which ends on the page that the provider sends people back to. */
export async function signInElsewhere(page, name) {
  await page.locator("input[name=login]").fill(name);
  await page.locator("input[name=password]").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}
