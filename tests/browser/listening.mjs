// What a lead does with comments: reads one, decides who else may read it, and puts it under themes.
import assert from "node:assert/strict";
import { words } from "./respondent.mjs";
import { look, turn } from "./support.mjs";

const press = (page, name) => turn(page, page.getByRole("button", { name, exact: true }));
const follow = (page, name) => turn(page, page.getByRole("link", { name }).first());
const main = (page) => words(page.locator("main"));
const status = (page) => words(page.getByRole("status").first());

/** Publishes the comment on the page, with what is suggested taken out, in this wording. */
export async function publish(page, wording) {
  await press(page, "See the wording");
  assert.equal(await words(page.locator("blockquote")), wording);
  await look(page, "comment wording");
  await press(page, "Publish this wording");
  assert.match(await status(page), /published in this wording/);
}

/** Keeps the comment on the page back, for a reason. */
export async function keepBack(page, why) {
  await page.getByLabel("Why it is kept back").fill(why);
  await press(page, "Keep back");
  assert.match(await status(page), /kept back/);
}

/** The comment on the page is nobody's to publish: it can only be kept back, and no reason is needed. */
export async function withheld(page) {
  assert.match(await main(page), /They did not agree that their words are published/);
  assert.equal(await page.getByRole("button", { name: "See the wording" }).count(), 0);
  await keepBack(page, "");
}

/** Decides about every comment that waits, from the one on the page on: each is known by some of its words, and met once. */
export async function decideAll(page, decisions) {
  for (let left = decisions.length; left > 0; left -= 1) {
    const said = await main(page);
    const [, decide] = decisions.find(([some]) => said.includes(some)) ?? [];
    assert.ok(decide, said);
    await decide();
    if (left > 1) await follow(page, "Next comment that waits");
  }
}

/**
 * Puts every comment of an event under a theme: where `some` words stand under the first, and they support an indicator; all
 * others under the second.
 */
export async function coded(page, event, [first, second], some) {
  await page.goto(`${event}/coding`);
  await follow(page, "Code the next comment");
  while (new URL(page.url()).pathname.split("/").length > 4) {
    const isFirst = (await main(page)).includes(some);
    if (isFirst) {
      await page.getByText("What it says about the outcomes and indicators").click();
      await page.getByLabel(/^Indicator: /).selectOption({ label: "Supports it" });
    }
    await page.getByRole("checkbox", { name: isFirst ? first : second, exact: true }).check();
    await press(page, "Keep and go on");
  }
}
