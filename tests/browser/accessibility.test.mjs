// Every page, in the states that a person meets, looked at by axe with the tags of WCAG 2.2 AA on a narrow window (320 px, which
// is also 1280 px at 400% zoom) and on a wide one. axe needs JavaScript; that the pages do not is held by the other tests.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { answer, answerAll, begin, goOn, heading, send, words } from "./respondent.mjs";
import { WIDE, browser, county, device, look, signIn, signInAs, turn } from "./support.mjs";

let site;
let chrome;

before(async () => {
  site = await county({ surveys: ["every-kind.json"] });
  chrome = await browser();
});

after(async () => {
  await chrome?.close();
  await site?.stop();
});

/** A test of its own device. */
function on(name, use) {
  test(name, async () => {
    const one = await device(chrome, site, { viewport: WIDE });
    try {
      await use(one.page);
      assert.deepEqual(one.faults, []);
    } finally {
      await one.close();
    }
  });
}

describe("pages for everybody", () => {
  for (const path of ["/", "/help", "/privacy", "/accessibility", "/cookies", "/resume", "/receipt", "/sign-in", "/s/employment"]) {
    on(path, async (page) => {
      await page.goto(path);
      await look(page, path);
    });
  }

  on("in Polish", async (page) => {
    await page.goto("/s/settled-accommodation");
    await turn(page, page.getByRole("link", { name: "polski" }).first());
    assert.equal(await page.locator("html").getAttribute("lang"), "pl");
    await look(page, "start-pl");
  });

  on("a personal link", async (page) => {
    await page.goto(site.links["independence-at-home"]);
    await look(page, "start-invited");
  });
});

describe("answering", () => {
  on("every kind of question, empty, refused and answered", async (page) => {
    await begin(page, "/s/every-kind");
    const minds = {
      "What grows best?": (at) => at.getByLabel("Something else", { exact: true }).check().then(() => at.locator("#other").fill("Leeks")),
      "Which tools do you use?": ["Spade", "Hoe"],
      "How many trees are there?": "12",
      "How much do the apples weigh?": "2.5",
      "When was the first frost?": async (at) => {
        for (const [part, typed] of Object.entries({ Day: "27", Month: "10", Year: "2025" })) await at.getByLabel(part).fill(typed);
      },
    };
    let seen = 0;
    for (; ; seen += 1) {
      const question = await heading(page);
      if (question.endsWith("Check your answers")) break;
      const name = `question ${new URL(page.url()).pathname.split("/").pop()}`;
      await look(page, name);
      await goOn(page);
      assert.equal(await page.locator("#error-summary").count(), 1, `${question} may be left empty`);
      await look(page, `${name} refused`);
      await answer(page, question, minds);
      await goOn(page);
    }
    assert.ok(seen >= 9, `${seen} pages`);
    await look(page, "check every kind");
  });

  on("a wrong date, number and text", async (page) => {
    await begin(page, "/s/every-kind");
    const wrong = { "How many trees are there?": "many", "How much do the apples weigh?": "heavy" };
    for (let count = 0; count < 12 && !(await heading(page)).includes("first frost"); count += 1) {
      const question = await heading(page);
      const typed = Object.entries(wrong).find(([known]) => question.includes(known))?.[1];
      if (typed !== undefined) {
        await page.locator("#answer").fill(typed);
        await goOn(page);
        assert.equal(await page.locator("#answer").inputValue(), typed, "what was typed is kept");
        await look(page, `wrong number ${count}`);
      }
      await answer(page, question, { "How many": "3", "How much": "1" });
      await goOn(page);
    }
    await page.getByLabel("Day").fill("31");
    await page.getByLabel("Month").fill("2");
    await page.getByLabel("Year").fill("2025");
    await goOn(page);
    await look(page, "wrong date");
  });

  on("who, service, help at once, check, later, done, receipt", async (page) => {
    await begin(page, "/s/postnatal-wellbeing");
    for (let count = 0; count < 40 && !(await heading(page)).endsWith("Check your answers"); count += 1) {
      const step = new URL(page.url()).pathname.split("/").slice(3).join("-");
      if (/^(who|service|urgent)/.test(step) || count === 3) await look(page, step);
      if (step.startsWith("urgent")) {
        await turn(page, page.getByRole("link", { name: "Continue with the survey" }));
        continue;
      }
      await answer(page, await heading(page), { "thoughts of harming yourself": "Yes, often" });
      await goOn(page);
    }
    await look(page, "check");
    await turn(page, page.getByRole("link", { name: "Save and finish later" }));
    await look(page, "later");
    const code = await words(page.locator(".app-code"));
    await page.goto("/s/postnatal-wellbeing");
    await look(page, "start-with-a-draft");
    await page.goto("/resume");
    await page.getByLabel("Your code").fill(code);
    await goOn(page);
    await page.goto("/s/postnatal-wellbeing/check");
    const receipt = await send(page);
    await look(page, "done-urgent");
    await page.goto("/receipt");
    await page.getByLabel("Your receipt code").fill(receipt);
    await turn(page, page.getByRole("button", { name: "Check" }));
    await look(page, "receipt-found");
    await page.goto("/s/postnatal-wellbeing");
    await look(page, "start-sent-before");
  });

  on("a survey with nothing to worry about", async (page) => {
    await begin(page, "/s/event-feedback");
    await answerAll(page);
    await send(page);
    await look(page, "done");
  });

  on("who and service left empty", async (page) => {
    await begin(page, "/s/carer-experience");
    await goOn(page);
    await look(page, "first page refused");
  });
});

describe("what went wrong", () => {
  on("codes that are empty or nobody's", async (page) => {
    for (const [path, label, button] of [["/resume", "Your code", "Continue"], ["/receipt", "Your receipt code", "Check"]]) {
      for (const typed of ["", "0000 0000 0000"]) {
        await page.goto(path);
        await page.getByLabel(label).fill(typed);
        await turn(page, page.getByRole("button", { name: button, exact: true }));
        await look(page, `${path} ${typed === "" ? "empty" : "wrong"}`);
      }
    }
  });

  on("pages that are not there, and forms that were tampered with", async (page) => {
    for (const path of ["/nowhere", "/s/no-such-survey", "/i/no-such-link", "/s/employment/check"]) {
      const { status } = await page.goto(path).then((answer) => ({ status: answer.status() }));
      assert.ok(status === 404 || status === 410, `${path}: ${status}`);
      await look(page, path);
    }
    await begin(page, "/s/event-feedback");
    await answerAll(page);
    await page.locator("input[name=key]").evaluate((field) => { field.value = "1.x"; });
    await turn(page, page.getByRole("button", { name: "Confirm and send" }));
    await look(page, "tampered");
  });

  on("a link that was used, and its languages before", async (page) => {
    const link = site.links.employment;
    await page.goto(link);
    await turn(page, page.getByRole("link", { name: "polski" }).first());
    assert.equal(page.url(), new URL(link, page.url()).href, "choosing a language comes back to the link");
    assert.equal(await page.locator("html").getAttribute("lang"), "pl");
    await turn(page, page.getByRole("link", { name: "English" }).first());
    await begin(page, link);
    await answerAll(page);
    await send(page);
    assert.equal((await page.goto(link)).status(), 410);
    await look(page, "link used");
  });

  on("answers that moved on in another tab", async (page) => {
    await begin(page, "/s/event-feedback");
    await answerAll(page);
    const tab = await page.context().newPage();
    await tab.goto("/s/event-feedback/q/how-was-it?change=1");
    await goOn(tab);
    await tab.close();
    await page.bringToFront();
    await turn(page, page.getByRole("button", { name: "Confirm and send" }));
    assert.equal(await heading(page), "Your answers have moved on");
    await look(page, "stale");
  });

  on("more than anybody types, and what is no text", async (page) => {
    for (const [typed, expected] of [["a".repeat(600_000), "That was too much to send"], ["a\0b", "We could not read what was sent"]]) {
      await page.goto("/receipt");
      await page.locator("#code").evaluate((field, value) => { field.value = value; }, typed);
      await turn(page, page.getByRole("button", { name: "Check" }));
      assert.equal(await heading(page), expected);
      await look(page, expected);
    }
  });

  on("a survey that was closed", async (page) => {
    site.run("survey", "close", "every-kind");
    await page.goto("/s/every-kind");
    await look(page, "closed");
    site.run("survey", "open", "every-kind");
  });
});

describe("pages of staff", () => {
  on("signing in, refused", async (page) => {
    await page.goto("/sign-in");
    await turn(page, page.getByRole("button", { name: "Sign in" }));
    await look(page, "sign-in empty");
    await page.getByLabel("Email").fill("nobody@example.org");
    await page.getByLabel("Password").fill("not the password");
    await turn(page, page.getByRole("button", { name: "Sign in" }));
    await look(page, "sign-in refused");
  });

  on("the overview, and every indicator", async (page) => {
    await signIn(page, site);
    await look(page, "overview");
    await turn(page, page.locator("main nav a").first());
    await look(page, "overview of a month before");
    const hrefs = await page.locator("main table th a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert.ok(hrefs.length >= 13, `${hrefs.length} indicators`);
    for (const href of hrefs) {
      await page.goto(href);
      await look(page, `indicator ${new URL(page.url()).pathname.split("/").pop()}`);
    }
  });

  on("a provider's figures, and those of a partner", async (page) => {
    await signInAs(page, site, "manager@minds.example", "/provider");
    await look(page, "provider figures");
    await turn(page, page.getByRole("link", { name: "Second Spring Recovery" }));
    await look(page, "figures of a partner");
    await turn(page, page.locator("main table th a").first());
    await look(page, "one indicator of a partner");
  });

  on("who was not heard, in the county and of a provider", async (page) => {
    await signInAs(page, site, site.email, "/commissioner/heard");
    await look(page, "who was heard in the county");
    await page.context().clearCookies();
    await signInAs(page, site, "manager@minds.example", "/provider/heard");
    await look(page, "who was heard of a provider");
    await turn(page, page.getByRole("link", { name: "By month" }));
    await look(page, "who was heard in a month");
  });

  on("the people in somebody's care", async (page) => {
    await signInAs(page, site, "coordinator@secondspring.example", "/provider/people");
    await look(page, "people");
    await turn(page, page.locator("main table th a").first());
    await look(page, "person");
  });

  on("the surveys, to open and close", async (page) => {
    await signInAs(page, site, "designer@marlshire.example", "/surveys");
    await look(page, "surveys");
    await page.goto("/staff");
    await look(page, "what a designer can do");
  });

  on("an indicator that is not there", async (page) => {
    await signIn(page, site);
    await page.goto("/commissioner/indicators/no-such-indicator");
    await look(page, "no-such-indicator");
  });
});

// Last, because this address then has to wait.
on("too many wrong codes", async (page) => {
  for (let count = 0; count < 40 && (await heading(page).catch(() => "")) !== "Too many wrong codes"; count += 1) {
    await page.goto("/receipt");
    await page.getByLabel("Your receipt code").fill("0000 0000 0000");
    await turn(page, page.getByRole("button", { name: "Check" }));
  }
  assert.equal(await heading(page), "Too many wrong codes");
  await look(page, "too many tries");
});
