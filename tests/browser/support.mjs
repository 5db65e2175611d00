// A Saywell of its own for each test file, and a browser to meet it with. What is said on the command line is what a person
// would type; nothing reaches into the database.
//
//   SAYWELL_BIN            the program under test; the debug build where nothing is said
//   SAYWELL_TEST_DATABASE  an empty postgres:// database to use; a new SQLite file where nothing is said
//   CHROMIUM               the browser; Debian's where nothing is said
//   SHOTS=1                keep pictures of the pages in tests/browser/shots
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";

const HERE = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const ROOT = resolve(HERE, "../..");
const PROGRAM = resolve(process.env.SAYWELL_BIN ?? join(ROOT, "target/debug/saywell"));

/** The viewport of a small phone, and of a desk. 320 px is also what 1280 px at 400% zoom leaves. */
export const PHONE = { width: 360, height: 740 };
export const NARROW = { width: 320, height: 640 };
export const WIDE = { width: 1280, height: 900 };

// A run that is broken off leaves no server behind.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** The variables the program sees: none of a developer's own settings, and a key that PostgreSQL needs. */
function environment(more) {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("SAYWELL_"));
  return { ...Object.fromEntries(kept), SAYWELL_SECRET_KEY: "only for tests: nobody is meant to trust it", ...more };
}

/** A demo county on a free port. `surveys` are files to import before; `settings` are further `SAYWELL_*` variables. */
export async function county({ surveys = [], settings = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "saywell-browser-"));
  const database = process.env.SAYWELL_TEST_DATABASE ?? `sqlite:${join(folder, "county.sqlite")}`;
  const options = { cwd: folder, env: environment(settings) };
  const run = (...words) => {
    const done = spawnSync(PROGRAM, [...words, "--database", database], { ...options, encoding: "utf8" });
    assert.equal(done.status, 0, `saywell ${words.join(" ")}: ${done.error ?? done.stderr}`);
  };
  if (surveys.length > 0) run("migrate");
  for (const survey of surveys) run("survey", "import", join(HERE, survey));
  const server = spawn(PROGRAM, ["demo", "--scale", "0.05", "--listen", "127.0.0.1:0", "--database", database], options);
  process.once("exit", () => {
    server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });
  const said = await announcement(server);
  const base = said.match(/(http:\/\/[\d.:]+)\/commissioner/)[1];
  const links = Object.fromEntries([...said.matchAll(/(http:\S+\/i\/\S+)\s+\((\S+)\)/g)].map(([, link, survey]) => [survey, link]));
  const [, email] = said.match(/email\s+(\S+)/);
  const [, password] = said.match(/password\s+(\S+)/);
  const stop = async () => {
    const ended = new Promise((done) => server.once("exit", done));
    server.kill("SIGTERM");
    await ended;
  };
  return { base, links, email, password, run, stop };
}

/** What the program prints until it serves. */
function announcement(server) {
  return new Promise((done, failed) => {
    let said = "";
    let complaint = "";
    const late = setTimeout(() => failed(new Error(`the demo did not begin to serve: ${said}${complaint}`)), 120_000);
    server.stderr.on("data", (bytes) => (complaint += bytes));
    server.once("error", failed);
    server.once("exit", (code) => failed(new Error(`the demo ended with ${code}: ${complaint}`)));
    server.stdout.on("data", (bytes) => {
      said += bytes;
      if (said.includes("Press Ctrl+C")) {
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

/** Signs a commissioner in, and leaves them on the overview. */
export async function signIn(page, site) {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(site.email);
  await page.getByLabel("Password").fill(site.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/commissioner/);
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
