// Collection from end to end: a file of ten thousand people comes in; those who are due, and nobody else, find a link in their
// mailbox; they answer by whatever way suits them; who has not finished is reminded; who wants to be forgotten is. Every mail goes
// through a mail server, and nothing reaches into the database but, at the end, to read its files.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { due, funnel, schedules, until } from "./collecting.mjs";
import { files } from "./files.mjs";
import { DAY, later } from "./later.mjs";
import { newcomer, partner, settleIn } from "./newcomer.mjs";
import { postbox } from "./postbox.mjs";
import { daysAgo, referrals } from "./referrals.mjs";
import { answer, answerAll, begin, goOn, heading, send, words } from "./respondent.mjs";
import { PHONE, WIDE, assertNoSidewaysScrolling, browser, device, empty, leaveOut, look, turn } from "./support.mjs";

const TRUST = { code: "XT1", name: "Example Trust" };
const WARD = "ward@example.org";
const HARM = "thoughts of harming yourself";
const NOTE = "Rang her; her sister is with her.";
const DAYS_LATER = 8;

// Each of them is due today, was written to, and is met again below.
const { csv, lines, met, groups, wrong } = referrals({
  phone: { Forename: "Phoebe", Language: "en" },
  resumer: {
    Forename: "Wilhelmina",
    Surname: "Featherstonehaugh",
    Language: "en",
    DOB: "1971-05-09",
    Email: "mina.featherstone@mailbox.example",
    Mobile: "07700 900987",
    "Address 1": "1 Otterbourne Row",
  },
  paper: { Forename: "Peter", Language: "en" },
  mother: {
    Forename: "Agnes",
    Language: "en",
    Programme: "frail-older-people",
    "Referral date": daysAgo(95),
    "Hospital discharge": daysAgo(91),
    DOB: "1939-02-01",
  },
  risk: { Forename: "Rita", Language: "en", "Baby born": daysAgo(42) },
  begun: { Forename: "Bella", Language: "en" },
  declined: { Forename: "Dennis", Language: "pl" },
  moved: { Forename: "Mona", Language: "en" },
});

let site;
let chrome;
let post;
let staff;
let endWork;

before(async () => {
  post = await postbox();
  const settings = {
    SAYWELL_MAIL__TRANSPORT: post.address,
    SAYWELL_MAIL__FROM: "Example County <noreply@example.org>",
    SAYWELL_MAIL__ALERTS_TO: "all@example.org",
    SAYWELL_QUIET_HOURS: "none",
    SAYWELL_SCHEDULES: "schedules",
    SAYWELL_ORGANISATION: "Example County",
  };
  site = await empty({ email: "olive@example.org", name: "Olive Keeper", settings, files: schedules(), webOnly: true });
  chrome = await browser();
  const desk = async () => device(chrome, site, { viewport: WIDE });
  staff = { keeper: await desk(), manager: await desk(), coordinator: await desk(), governor: await desk(), analyst: await desk() };
});

after(async () => {
  await chrome?.close();
  await endWork?.();
  await site?.stop();
});

const press = (page, name) => turn(page, page.getByRole("button", { name }));
const follow = (page, name) => turn(page, page.getByRole("link", { name }).first());
const main = (page) => words(page.locator("main"));
const mailsTo = (person) => post.taken.filter((mail) => mail.to === person.Email);
const linkIn = (mail) => mail.text.match(/http:\/\/localhost:\d+\/i\/[\w-]+/)[0];
const codeIn = (mail) => mail.text.match(/^[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}$/m)[0];
const link = (person) => linkIn(mailsTo(person)[0]);

/** Somebody with a phone, or whatever device that is; put away without a fault at the end. */
async function somebody(use, options = {}) {
  const one = await device(chrome, site, { viewport: PHONE, ...options });
  await use(one.page);
  assert.deepEqual(one.faults, []);
  await one.close();
}

test("an installation begins: an organisation, and those who work there", async () => {
  const { page } = staff.keeper;
  await settleIn(page, site, site.link);
  await partner(page, TRUST);
  await Promise.all([
    newcomer(staff.manager.page, site, "provider-manager", TRUST.code),
    newcomer(staff.coordinator.page, site, "care-coordinator", TRUST.code),
    newcomer(staff.governor.page, site, "information-governance", TRUST.code),
    newcomer(staff.analyst.page, site, "commissioner-analyst", "QX1"),
  ]);
});

test("a file of ten thousand is brought in, and every line that cannot be right is told", async () => {
  writeFileSync(join(site.folder, "people.csv"), csv);
  const said = site.run("import", "episodes", "people.csv", "--organisation", TRUST.code, "--valid-lines");
  assert.match(said, /the column `Ward` is not known, and left alone/);
  for (const { number, why } of wrong) assert.match(said, new RegExp(`^line ${number}: ${why}`, "m"));
  assert.match(said, new RegExp(`${lines} lines: ${lines - wrong.length} add, 0 change, 0 are known already, ${wrong.length} are refused`));
  const { page } = staff.coordinator;
  await page.goto("/provider/imports");
  await look(page, "collection-imports");
});

test("a manager says who looks at alerts, and begins to ask after seeing how many that is", async () => {
  const { page } = staff.manager;
  await page.goto("/provider/alert-team");
  await follow(page, "Change who looks at alerts");
  await page.getByLabel("Email address of the team").fill(WARD);
  await page.getByLabel("Email address of whoever stands behind the team").fill("matron@example.org");
  await page.getByRole("radio", { name: "Every day" }).check();
  await press(page, "Save");
  for (const title of ["Settled accommodation", "Wellbeing after birth", "Independence at home", "Carers of frail older people"]) {
    await page.goto("/provider/schedules");
    await follow(page, `Begin ${title}`);
    await page.getByRole("radio", { name: /also those who became due since then/ }).check();
    await press(page, "Continue");
    if (title === "Settled accommodation") {
      const asked = groups.due.filter((one) => one.Programme === "mental-health").length + 52;
      assert.match(await main(page), new RegExp(`${asked} people would be asked at once; 70 are due and would not be asked`));
    }
    await press(page, "Begin to ask");
    assert.match(await page.getByRole("status").innerText(), /You ask by this schedule now/);
  }
});

test("whoever is due finds one link in their own language, and nobody else hears of it", async () => {
  endWork = await site.work();
  const expected = [...groups.due, ...groups.couple, ...groups.spokenTo];
  const shown = () => `${post.taken.length} of ${expected.length} mails`;
  await until("everybody is written to", () => post.taken.length >= expected.length, shown);
  const counts = await due(staff.coordinator.page);
  await look(staff.coordinator.page, "collection-due");
  // Letters wait for somebody to print them, and one schedule sleeps.
  const waiting = groups.byPost.length + groups.asleep.length;
  const left = [groups.refused, groups.nowise, groups.dead, groups.unreachable].flat().length;
  assert.deepEqual(counts, {
    "To be written to": waiting,
    "To be rung up or given a form": groups.byPhone.length,
    "Written to": expected.length,
    Opened: 0,
    Begun: 0,
    Answered: 0,
    Declined: 0,
    "Not answered in time": 0,
    "Could not be delivered": 0,
    "Not asked": left,
  });
  assert.deepEqual(post.taken.map((mail) => mail.to).sort(), expected.map((one) => one.Email).sort());
  for (const one of expected) {
    const mail = mailsTo(one).find(({ text }) => text.includes(one.Forename));
    const isPolish = one.Language === "pl";
    assert.equal(mail.headings["content-language"], isPolish ? "pl" : "en");
    assert.equal(mail.subject, isPolish ? "Example County: kilka pytań do Ciebie" : "Example County: a few questions for you");
    assert.ok(mail.text.includes(isPolish ? "Ten link jest tylko dla Ciebie" : "The link is for you alone"), mail.text);
    assert.ok(mail.html.includes(`<html lang="${isPolish ? "pl" : "en"}"`) && mail.html.includes(codeIn(mail)), mail.html);
  }
  for (const own of [linkIn, codeIn, ({ id }) => id]) assert.equal(new Set(post.taken.map(own)).size, expected.length);
});

test("one answers by the link on a phone, and it works once", () =>
  somebody(
    async (page) => {
      await begin(page, link(met.phone));
      await answerAll(page);
      await send(page);
      await assertNoSidewaysScrolling(page, "receipt");
      assert.equal((await page.goto(link(met.phone))).status(), 410);
    },
    { javaScript: false },
  ));

test("another begins on a phone and goes on elsewhere with the code and a month", async () => {
  await somebody(async (page) => {
    await begin(page, link(met.resumer));
    await page.getByLabel("I am answering about myself").check();
    await goOn(page);
    await answer(page, await heading(page), { "Where do you live now?": "A night shelter" });
    await goOn(page);
  });
  const resume = async (page, month) => {
    await page.goto("/resume");
    await page.getByLabel("code").fill(codeIn(mailsTo(met.resumer)[0]));
    await page.getByLabel("The month you were born in").selectOption({ label: month });
    await press(page, "Continue");
  };
  await somebody(
    async (page) => {
      await resume(page, "April");
      await page.getByRole("heading", { name: "There is a problem" }).waitFor();
      await look(page, "collection-resume-wrong");
      await resume(page, "May");
      assert.doesNotMatch(await heading(page), /Where do you live now/);
      await answerAll(page);
      assert.match(await main(page), /A night shelter/);
      await send(page);
    },
    { viewport: WIDE },
  );
});

test("a third wrote on paper, and staff type it twice", async () => {
  const { page } = staff.coordinator;
  await page.goto("/provider/paper");
  await page.getByLabel("Code").fill(codeIn(mailsTo(met.paper)[0]));
  await page.locator("main form button").click();
  for (const button of ["Keep", "Keep and compare"]) {
    await page.getByRole("button", { name: button, exact: true }).waitFor();
    await page.locator("#date").fill(daysAgo(0).split("-").reverse().join(" "));
    for (const box of ["#who", "#q1"]) await page.locator(box).fill("1");
    await turn(page, page.getByRole("button", { name: button, exact: true }));
  }
  assert.equal(await heading(page), "The answers have been sent");
});

test("a daughter answers for her mother, and reads of her", () =>
  somebody(async (page) => {
    await begin(page, link(met.mother));
    const minds = { "Who is answering?": "I am answering for someone else", "What are you to the person": "Daughter or son" };
    const asked = await answerAll(page, { minds });
    assert.ok(asked.some((question) => question.includes("Has the person stayed in hospital")), asked.join("\n"));
    assert.ok(!asked.some((question) => /\b(do|have|how|where) you\b|\byour\b/i.test(question)), asked.join("\n"));
    assert.match(await main(page), /Daughter or son/);
    await send(page);
  }));

test("an answer that somebody should look at reaches the team, which says what it did", async () => {
  const before = post.taken.length;
  await somebody(async (page) => {
    await begin(page, link(met.risk));
    await answerAll(page, { minds: { [HARM]: "Yes, often" } });
    await send(page);
    assert.match(await main(page), /passed to the team at Example Trust/);
  });
  await until("the team is told", () => post.taken.length > before);
  const [mail, ...others] = post.taken.slice(before);
  assert.deepEqual([mail.to, others], [WARD, []]);
  for (const told of [met.risk.Forename, met.risk.Surname, met.risk.Email, "harm", "wellbeing", "birth", "baby"]) {
    assert.ok(!`${mail.subject} ${mail.text}`.toLowerCase().includes(told.toLowerCase()), `${told}: ${mail.text}`);
  }
  const { page } = staff.coordinator;
  await page.goto(mail.text.match(/http:\S+\/provider\/alerts\/\d+/)[0]);
  assert.match(await main(page), new RegExp(`${met.risk.Forename} ${met.risk.Surname}[\\s\\S]*${HARM}`));
  await page.getByLabel("What you did").fill(NOTE);
  await press(page, "Acknowledge");
  await page.getByText("You acknowledged this alert.").waitFor();
  assert.match(await main(page), new RegExp(NOTE));
  await look(page, "collection-alert");
});

test("others begin and stop, decline, or have moved", async () => {
  await somebody(async (page) => {
    await begin(page, link(met.begun));
    await page.getByLabel("I am answering about myself").check();
    await goOn(page);
  });
  await somebody(async (page) => {
    await page.goto(link(met.declined));
    await look(page, "collection-invited-in-Polish");
    await turn(page, page.locator('main a[href$="/decline"]'));
    await page.getByRole("radio").first().check();
    await turn(page, page.locator("main form button"));
    assert.equal(await page.locator("html").getAttribute("lang"), "pl");
  });
  const { page } = staff.coordinator;
  await page.goto("/provider/people/search");
  await page.getByLabel("Name or NHS number").fill(met.moved["NHS No"]);
  await press(page, "Search");
  await follow(page, new RegExp(met.moved.Forename));
  await look(page, "collection-person");
  await follow(page, "Note a reason not to ask");
  await page.getByRole("radio", { name: "They have moved away" }).check();
  await press(page, "Note the reason");
});

test("it shows who was heard and who was not, and to the commissioner no small number", async () => {
  const asked = [groups.due, groups.couple, groups.spokenTo].flat().filter((one) => one.Programme === "mental-health");
  const unasked = [groups.refused, groups.nowise, groups.dead, groups.unreachable].flat();
  const notWritten = [groups.byPost, groups.byPhone].flat();
  const counts = (isIt, reached) => {
    const [mailed, others, never] = [asked, notWritten, unasked].map((some) => some.filter(isIt).length);
    return [mailed + others + never, mailed + others, mailed, ...reached].map(String);
  };
  const manager = staff.manager.page;
  await manager.goto("/provider/heard?programme=mental-health");
  await look(manager, "collection-heard");
  assert.deepEqual(await funnel(manager, "Everybody", "Everybody"), counts(() => true, [5, 4, 3]));
  assert.deepEqual(await funnel(manager, "Breakdown: Language", "Polish"), counts((one) => one.Language === "pl", [1, 0, 0]));
  const byPost = groups.byPost.length;
  assert.deepEqual(await funnel(manager, "Breakdown: Way of asking", "Letter"), [byPost, byPost, 0, 0, 0, 0].map(String));
  const analyst = staff.analyst.page;
  await analyst.goto("/commissioner/heard");
  await look(analyst, "collection-heard-by-commissioner");
  const said = await analyst.locator("main").innerText();
  assert.ok(said.includes("No quarter has been released yet"), said);
  assert.equal((await analyst.goto("/provider/heard")).status(), 404);
});

test("who is erased leaves nothing in the files of the database that can be read, nor in the log", async () => {
  const { page } = staff.governor;
  const { resumer: erased } = met;
  await page.goto("/governance/people");
  await page.getByLabel("NHS number, or number of the record").fill(erased["NHS No"]);
  await press(page, "Find the record");
  assert.equal(await heading(page), `${erased.Forename} ${erased.Surname}`);
  await look(page, "collection-record");
  await follow(page, "Erase this person");
  await look(page, "collection-erase");
  await page.getByRole("radio", { name: "It is taken out" }).check();
  await page.getByLabel("Why is this person erased?").fill("They asked for it");
  await press(page, "Erase for good");
  assert.match(await main(page), /Nothing that names this person is left/);
  await look(page, "collection-erased");
  await somebody(async (phone) => assert.equal((await phone.goto(link(erased))).status(), 410));
  const held = files(site.folder);
  const holds = (text) => held.filter(({ bytes }) => bytes.includes(text)).map(({ path }) => path);
  assert.notDeepEqual(holds(TRUST.name), [], "what is kept in clear is found");
  const grouped = erased["NHS No"].replace(/(...)(...)(....)/, "$1 $2 $3");
  const traces = [erased.Forename, erased.Surname, erased.Email, erased["NHS No"], grouped, erased["Address 1"], "7700900987", "Otterbourne"];
  // Nor is anybody else to be read there, who was not erased.
  traces.push(met.phone.Email, met.phone["NHS No"], groups.couple[0].Email);
  for (const trace of traces) assert.deepEqual(holds(trace), [], trace);
  assert.match(site.log(), /answered/);
  for (const trace of traces) assert.ok(!site.log().includes(trace), `${trace} is in the log`);
});

test("eight days later whoever has not finished is reminded, and nobody else", async (context) => {
  const variables = later(site.folder, DAYS_LATER * DAY);
  if (variables === undefined) return leaveOut(context, "the clock cannot be moved here");
  await endWork();
  const before = post.taken.length;
  endWork = await site.work(variables);
  const over = [met.phone, met.resumer, met.paper, met.mother, met.risk, met.declined, met.moved];
  const expected = [...groups.due, ...groups.couple, ...groups.spokenTo].filter((one) => !over.includes(one));
  const reminders = () => post.taken.slice(before);
  const reminded = () => reminders().map((mail) => mail.to);
  await until("they are reminded", () => reminded().length >= expected.length, () => `${reminded().length} of ${expected.length} mails`);
  assert.deepEqual(reminded().filter((to) => !expected.some((one) => one.Email === to)), [], "nobody else");
  assert.deepEqual(reminded().sort(), expected.map((one) => one.Email).sort());
  assert.ok(expected.includes(met.begun));
  const first = post.taken.slice(0, before).filter((mail) => mail.to !== WARD);
  for (const mail of reminders()) {
    assert.match(mail.subject, /answers are still welcome|nadal czekamy/);
    assert.ok(first.some((earlier) => linkIn(earlier) === linkIn(mail)), "it has the link they know");
  }
  for (const one of Object.values(staff)) assert.deepEqual(one.faults, []);
});
