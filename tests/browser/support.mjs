// A Saywell of its own for each test file, and a browser to meet it with. What is said on the command line is what a person
// would type; nothing reaches into the database.
//
//   SAYWELL_BIN            the program under test; the debug build where nothing is said
//   SAYWELL_TEST_DATABASE  an empty postgres:// database to use; a new SQLite file where nothing is said
//   CHROMIUM               the browser; Debian's where nothing is said
//   SHOTS=1                keep pictures of the pages in tests/browser/shots
//   SAYWELL_TEST_ALL=1     fail where a test cannot run for want of something on this machine, instead of leaving it out
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { chromium } from "playwright-core";

const HERE = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
/** The folder of the project. */
export const ROOT = resolve(HERE, "../..");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const PROGRAM = resolve(process.env.SAYWELL_BIN ?? join(ROOT, "target/debug/saywell"));

/** The viewport of a small phone, and of a desk. 320 px is also what 1280 px at 400% zoom leaves. */
export const PHONE = { width: 360, height: 740 };
export const NARROW = { width: 320, height: 640 };
export const WIDE = { width: 1280, height: 900 };

// A run that is broken off leaves no server behind.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** The variables the program sees: none of a developer's own settings, and the keys that PostgreSQL needs. */
function environment(more) {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("SAYWELL_"));
  const keys = { SAYWELL_SECRET_KEY: "only for tests: nobody is meant to trust it", SAYWELL_KEY_RING: "saywell.keys" };
  return { ...Object.fromEntries(kept), ...keys, ...more };
}

/**
 * A demo county, on a free port where none is named by `listen`. `surveys` are files to import before; `settings` are further
 * `SAYWELL_*` variables, `file` is the text of its `saywell.toml`.
 */
export async function county({ surveys = [], settings = {}, listen = "127.0.0.1:0", file = "" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "saywell-browser-"));
  writeFileSync(join(folder, "saywell.toml"), file);
  const database = process.env.SAYWELL_TEST_DATABASE ?? `sqlite:${join(folder, "county.sqlite")}`;
  const options = { cwd: folder, env: environment(settings) };
  const run = (...words) => {
    const done = spawnSync(PROGRAM, [...words, "--database", database], { ...options, encoding: "utf8" });
    assert.equal(done.status, 0, `saywell ${words.join(" ")}: ${done.error ?? done.stderr}`);
    return done.stdout;
  };
  if (surveys.length > 0) run("migrate");
  for (const survey of surveys) run("survey", "import", join(HERE, survey));
  const server = spawn(PROGRAM, ["demo", "--scale", "0.05", "--listen", listen, "--database", database], options);
  process.once("exit", () => {
    server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });
  const said = await announcement(server);
  const base = said.match(/(http:\/\/[\d.:]+)\/sign-in/)[1];
  const links = Object.fromEntries([...said.matchAll(/(http:\S+\/i\/\S+)\s+\((\S+)\)/g)].map(([, link, survey]) => [survey, link]));
  const months = Object.fromEntries([...said.matchAll(/\/i\/\S+\s+\((\S+)\)\s+born in (\w+)/g)].map(([, survey, month]) => [survey, month]));
  const [, email] = said.match(/(commissioner@\S+)/);
  const [, password] = said.match(/password\s+(\S+)/);
  const stop = async () => {
    const ended = new Promise((done) => server.once("exit", done));
    server.kill("SIGTERM");
    await ended;
  };
  return { base, links, months, email, password, run, stop };
}

/** What the program prints until it serves. */
function announcement(server, last = "Press Ctrl+C") {
  return new Promise((done, failed) => {
    let said = "";
    let complaint = "";
    const late = setTimeout(() => failed(new Error(`the demo did not begin to serve: ${said}${complaint}`)), 120_000);
    server.stderr.on("data", (bytes) => (complaint += bytes));
    server.once("error", failed);
    server.once("exit", (code) => failed(new Error(`the demo ended with ${code}: ${complaint}`)));
    server.stdout.on("data", (bytes) => {
      said += bytes;
      if (said.includes(last)) {
        clearTimeout(late);
        done(said);
      }
    });
  });
}

/** The browser. It calls nobody but the pages it is sent to. */
export function browser() {
  const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", ...quiet] });
}

/**
 * One person's device: a page with cookies of its own, and what went wrong on it in `faults`: console errors, refusals of the
 * Content-Security-Policy (which Chromium reports there), errors of scripts, and requests to anybody else. A page with a status
 * of 4xx is reported to the console as well; that is no fault of the page.
 */
export async function device(chrome, site, { viewport = PHONE, javaScript = true, language = "en-GB" } = {}) {
  const context = await chrome.newContext({ baseURL: site.base, viewport, javaScriptEnabled: javaScript, locale: language });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => {
    const expected = /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !expected) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  // A request is called "aborted" when the person moves on before it ends, and when it turns out to be a download.
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()} ${why}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(`${site.base}/`)) faults.push(`elsewhere: ${request.url()}`);
  });
  return { page, context, faults, close: () => context.close() };
}

/** Uses a device that is put away at the end, and must have had no fault. */
export async function on(chrome, site, javaScript, use) {
  const one = await device(chrome, site, { javaScript });
  try {
    await use(one.page);
    assert.deepEqual(one.faults, []);
  } finally {
    await one.close();
  }
}

/** Presses what leads to another page, and waits until that page is whole: a slow machine shows the one before for a while. */
export const turn = (page, part) => Promise.all([page.waitForEvent("load"), part.click()]);

/** Presses Enter, where that leads to another page, and waits until that page is whole. */
export const enter = (page) => Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);

/** Signs a commissioner in, and leaves them on the overview. */
export async function signIn(page, site) {
  await signInAs(page, site, site.email, "/commissioner");
}

/** Signs somebody of the demo in, on the way to a page. */
export async function signInAs(page, site, email, path) {
  await page.goto(path);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(site.password);
  await turn(page, page.getByRole("button", { name: "Sign in" }));
  await page.waitForURL((url) => url.pathname === path);
}

/** Fails when a part of the page is only to be seen by scrolling sideways. */
export async function assertNoSidewaysScrolling(page, name) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(content <= window, `${name}: ${content} px of content in a window of ${window} px`);
}

/** Keeps a picture of the page, when pictures are asked for. */
export async function shot(page, name) {
  if (process.env.SHOTS !== "1") return;
  const folder = join(HERE, "shots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Fails with the rule, the element and the reason for each violation on the page as it is. */
export async function look(page, name) {
  const found = [];
  await page.bringToFront();
  await page.waitForLoadState("load");
  for (const viewport of [WIDE, NARROW]) {
    await page.setViewportSize(viewport);
    // Evaluated, not added as an element: the Content-Security-Policy of the page would refuse that, as it should.
    await page.evaluate(AXE);
    const { violations } = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }), TAGS);
    for (const { id, nodes } of violations) {
      for (const node of nodes) found.push(`${name} at ${viewport.width} px: ${id}: ${node.html}: ${node.failureSummary}`);
    }
  }
  await assertNoSidewaysScrolling(page, name);
  await shot(page, `a11y-${name.replaceAll(/[^a-z0-9]+/gi, "-")}`);
  assert.deepEqual(found, []);
}

/** Leaves a test out, and says what it wants for; where everything is to be tested, that is a fault. */
export function leaveOut(context, why) {
  assert.notEqual(process.env.SAYWELL_TEST_ALL, "1", why);
  context.skip(`LEFT OUT: ${why}`);
}

/** A port that nobody uses now. */
export function freePort() {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/**
 * A Saywell with an empty database, reached as `localhost`: passkeys are tied to a name. `link` is what the command line prints
 * for its first account, `run` the command line on the same database. `files` are put into its folder first, by path. With
 * `webOnly` it serves pages and does no jobs: those are done by another process from `work` on, until what that returns ends
 * it. `again` ends what serves and serves anew with more variables, by which the command line goes too. `log` is what all of
 * them have logged.
 */
export async function empty({ email, name, settings: more = {}, files = {}, webOnly = false }) {
  const folder = mkdtempSync(join(tmpdir(), "saywell-browser-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const settings = {
    SAYWELL_DATABASE: process.env.SAYWELL_TEST_DATABASE ?? `sqlite:${join(folder, "empty.sqlite")}`,
    SAYWELL_DEVELOPMENT: "true",
    SAYWELL_LISTEN: `127.0.0.1:${port}`,
    SAYWELL_PUBLIC_ORIGIN: base,
    ...more,
  };
  const options = { cwd: folder, env: environment(settings) };
  const run = (...words) => {
    const done = spawnSync(PROGRAM, words, { ...options, encoding: "utf8" });
    assert.equal(done.status, 0, `saywell ${words.join(" ")}: ${done.error ?? done.stderr}`);
    return done.stdout;
  };
  run("migrate");
  const organisation = ["--organisation", "QX1", "--organisation-name", "Example County"];
  const [link] = run("account", "add", "--email", email, "--name", name, ...organisation).match(/http:\S+/);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  let logged = "";
  const begun = async (words, last, variables = {}) => {
    const child = spawn(PROGRAM, words, { ...options, env: { ...options.env, ...variables } });
    child.stderr.on("data", (bytes) => (logged += bytes));
    process.prependOnceListener("exit", () => child.kill("SIGKILL"));
    await announcement(child, last);
    return async () => {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
    };
  };
  const serve = () => begun(webOnly ? ["serve", "--web-only"] : ["serve"], "Saywell serves");
  let end = await serve();
  const again = async (variables) => {
    await end();
    Object.assign(options.env, variables);
    end = await serve();
  };
  const work = (variables) => begun(["work"], "Saywell works", variables);
  return { base, link, run, work, log: () => logged, folder, again, stop: () => end() };
}
