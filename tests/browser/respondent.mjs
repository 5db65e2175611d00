// A person who answers a survey: reads the page, gives the answer they have in mind or the first one there is, and goes on.
import assert from "node:assert/strict";
import { assertNoSidewaysScrolling, shot, turn } from "./support.mjs";

/** A resume or receipt code as people see it: three groups of four, Crockford base 32. */
export const CODE = /^[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}$/;

/** What buttons and headings say, by the language of the page. */
const SAID = {
  en: { begin: "Start now", goOn: "Continue", check: "Check your answers", send: "Confirm and send", thanks: "Thank you. We have your answers." },
  pl: { begin: "Zacznij", goOn: "Dalej", check: "Sprawdź swoje odpowiedzi", send: "Potwierdź i wyślij", thanks: "Dziękujemy. Mamy Twoje odpowiedzi." },
};
export const CHECK = SAID.en.check;
const MOST_PAGES = 60;

/** The words of a part of the page, whatever lines they stand on. */
export const words = async (part) => (await part.innerText()).replaceAll(/\s+/g, " ").trim();
export const heading = (page) => words(page.getByRole("heading", { level: 1 }));
const said = async (page) => SAID[await page.locator("html").getAttribute("lang")];
const press = async (page, what) => turn(page, page.getByRole("button", { name: (await said(page))[what], exact: true }));
export const goOn = (page) => press(page, "goOn");

/** Opens the survey, at its start page or by a personal link, and begins. */
export async function begin(page, address) {
  await page.goto(address);
  await press(page, "begin");
}

/**
 * Answers the question on the page. `minds` says what the person has in mind: by the words of the heading, a label to choose
 * (several as a list), a text to type, or a function of the page.
 */
export async function answer(page, question, minds = {}) {
  const mind = Object.entries(minds).find(([words]) => question.includes(words))?.[1];
  if (typeof mind === "function") return mind(page);
  const options = page.locator("main form").getByRole("radio").or(page.locator("main form").getByRole("checkbox"));
  if (await options.count() === 0) {
    return page.locator("#answer").fill(mind ?? "More chairs");
  }
  if (mind === undefined) return options.first().check();
  for (const label of [mind].flat()) await page.getByLabel(label, { exact: true }).check();
}

/** Answers the question on the page as somebody in a hurry would, and goes on. */
export async function pickAndGoOn(page) {
  await answer(page, await heading(page));
  await goOn(page);
}

/** Answers page by page until the answers are to be checked. Returns the headings of the questions that were asked. */
export async function answerAll(page, { minds = {}, pictures = "" } = {}) {
  const asked = [];
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const question = await heading(page);
    if (question.endsWith((await said(page)).check)) return asked;
    await assertNoSidewaysScrolling(page, question);
    asked.push(question);
    if (pictures !== "") await shot(page, `${pictures}-${String(count + 2).padStart(2, "0")}`);
    if (await page.getByRole("link", { name: "Continue with the survey" }).count() > 0) {
      await turn(page, page.getByRole("link", { name: "Continue with the survey" }));
      continue;
    }
    const before = page.url();
    await answer(page, question, minds);
    await goOn(page);
    assert.notEqual(page.url(), before, `"${question}" was not accepted: ${await problem(page)}`);
  }
  throw new Error(`no end after ${MOST_PAGES} pages: ${asked.join(" | ")}`);
}

const problem = async (page) => {
  const summary = page.locator("#error-summary");
  return await summary.count() > 0 ? summary.innerText() : "the page came again";
};

/** Sends the answers and returns the receipt code. */
export async function send(page) {
  await press(page, "send");
  await page.getByRole("heading", { name: (await said(page)).thanks }).waitFor();
  const receipt = await words(page.locator(".app-code"));
  assert.match(receipt, CODE);
  return receipt;
}

/** From the start page to the receipt. */
export async function answerSurvey(page, address, options = {}) {
  await begin(page, address);
  const asked = await answerAll(page, options);
  return { asked, receipt: await send(page) };
}
