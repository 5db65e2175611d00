// An engagement event from its plan to a validated indicator: invitations, posters, phones and papers, what follows by email, what
// is published of what people said, and what became of it. Every mail goes through a mail server, square codes are read by a
// decoder, time passes by a clock that is moved, and nothing reaches into the database.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { until } from "./collecting.mjs";
import { DAY, later } from "./later.mjs";
import { dayIn, describe, fill, joinCode, plan, team } from "./meeting.mjs";
import { coded, decideAll, keepBack, publish, withheld } from "./listening.mjs";
import { comeBack, newcomer, partner, settleIn } from "./newcomer.mjs";
import { postbox } from "./postbox.mjs";
import { missingPrograms, printed } from "./printed.mjs";
import { answerAll, begin, send, words } from "./respondent.mjs";
import { PHONE, WIDE, assertNoSidewaysScrolling, browser, device, empty, leaveOut, look, turn } from "./support.mjs";

const HOUR = 3600;
const TITLE = "Carers at the library";
const INDICATOR = "/framework/indicators/settled-accommodation";
const ON = dayIn(3);
/** Hours from the end to the email, and days from there to the reminder. */
const FOLLOW_UP = { "follow-up": 3, reminder: 4 };

const GUESTS = [
  "Name,Email,Part,Language,Communication needs,Consent",
  "Jan Kowalski,jan@mailbox.example,patient,pl,interpreter,yes",
  "Nell Still,nell@mailbox.example,patient,en,,yes",
  "Lena Marsh,lena@mailbox.example,carer,en,,yes",
  "Olu Adeyemi,olu@mailbox.example,carer,en,,yes",
  "Silas Grey,silas@mailbox.example,patient,en,,no",
  "Meg Paper,,carer,en,large-print;paper,",
  "Twice Typed,lena@mailbox.example,carer,en,,yes",
];
const [ANN, JAN, LENA, NELL, OLU, CARA] = ["ann", "jan", "lena", "nell", "olu", "cara"].map((name) => `${name}@mailbox.example`);

const SAID = {
  cara: "Breaks at weekends keep me going. Ring Dr Anna Whitfield on 07700 900123, she knows.",
  caraWhy: "Without a home nothing else holds.",
  jan: "Autobus nie jeździ w niedzielę.",
  ann: "My mother waits for weeks to be seen.",
  lena: "Nurse Sarah Jones never rang us back.",
};

/** What tells the subjects of emails from one another. */
const SUBJECTS = ["still tell us", "still welcome", "thank you", "what became of", "nadal możesz", "nadal czekamy", "dziękujemy"];

/** What somebody has in mind who leaves out what they need not say. */
const nothing = () => {};
const QUIET = { "not on our list": nothing, "Why do you say": nothing };
const PAPERS = 10;

let site;
let chrome;
let post;
let endWork;
/** Those who work here, each at a desk. */
const staff = {};
/** The address of the event for staff, its join code, and what stands in its square code. */
let event;
let code;
let square;
/** How much later it is for the program than for us. */
let seconds = 0;
/** Why it cannot be told here. */
const wants = [];

before(async () => {
  post = await postbox();
  const settings = {
    SAYWELL_MAIL__TRANSPORT: post.address,
    SAYWELL_MAIL__FROM: "Example County <noreply@example.org>",
    SAYWELL_MAIL__ALERTS_TO: "all@example.org",
    SAYWELL_QUIET_HOURS: "none",
    SAYWELL_ORGANISATION: "Example County",
  };
  site = await empty({ email: "olive@example.org", name: "Olive Keeper", settings, webOnly: true });
  chrome = await browser();
  wants.push(...missingPrograms());
  if (later(site.folder, 0) === undefined) wants.push("a clock that can be moved");
});

after(async () => {
  await chrome?.close();
  await endWork?.();
  await site?.stop();
});

/** A chapter, which is left out where something for it is not on this machine. */
function chapter(name, tell) {
  test(name, async (context) => (wants.length > 0 ? leaveOut(context, `there is no ${wants.join(", no ")} here`) : tell()));
}

const press = (page, name) => turn(page, page.getByRole("button", { name, exact: true }));
const follow = (page, name) => turn(page, page.getByRole("link", { name }).first());
const main = (page) => words(page.locator("main"));
const status = (page) => words(page.getByRole("status").first());
const mailsTo = (address) => post.taken.filter((mail) => mail.to === address);
/** To whom mails went, and what their subjects say of them. */
const told = (mails) => mails.map((mail) => [mail.to, SUBJECTS.find((words) => mail.subject.includes(words)) ?? mail.subject]);
const linkIn = (mail) => mail.text.match(/http:\S+\/e\/\w+\/i\/\S+/)[0];

/** A desk for somebody who begins to work here now. */
async function desk(role, organisation, name) {
  const one = await device(chrome, site, { viewport: WIDE });
  return { ...one, ...await newcomer(one.page, site, role, organisation, { name, seconds }) };
}

/** Somebody with a phone of 360 px; put away without a fault at the end. */
async function somebody(use, options = {}) {
  const one = await device(chrome, site, { viewport: PHONE, ...options });
  await use(one.page);
  assert.deepEqual(one.faults, []);
  await one.close();
}

/** How many emails went out about the event, as the list of those expected says. */
async function noted() {
  await staff.lead.page.goto(`${event}/people`);
  const kinds = /(?:Invitations sent|Asked after the event|Reminded|Thanked|Told what became of it) (\d+)/g;
  return [...(await main(staff.lead.page)).matchAll(kinds)].reduce((sum, [, count]) => sum + Number(count), 0);
}

/**
 * Has a worker send what is due, until it has noted as many more mails as are to come: one that is not noted would rightly go out
 * again. Returns them in the order of their addresses.
 */
async function mails(expected) {
  const had = post.taken.length;
  const came = () => post.taken.slice(had).sort((one, other) => one.to.localeCompare(other.to));
  const shown = () => came().map((mail) => `${mail.to}: ${mail.subject}`).join("; ");
  endWork = await site.work(later(site.folder, seconds));
  try {
    await until(`${expected} mails`, async () => (await noted()) >= had + expected, shown);
  } finally {
    await endWork();
    endWork = undefined;
  }
  assert.equal(came().length, expected, shown());
  return came();
}

/** From now on the program lives at that time, for which the lead signs in again. */
async function move(time) {
  seconds = time;
  await site.again(later(site.folder, seconds));
  await comeBack(staff.lead.page, staff.lead, event, seconds);
}

/** Noon of the day of the event, for the program. */
const noon = () => Math.round((new Date(ON).setUTCHours(12, 0, 0, 0) - Date.now()) / 1000);

chapter("an installation begins, with a team that looks and with two leads", async () => {
  const keeper = await device(chrome, site, { viewport: WIDE });
  await settleIn(keeper.page, site, site.link);
  await partner(keeper.page, { code: "XT1", name: "Example Trust" });
  await keeper.close();
  [staff.manager, staff.lead, staff.second] = await Promise.all([
    desk("provider-manager", "XT1", "Mona Ward"),
    desk("engagement-lead", "QX1", "Leda Lead"),
    desk("engagement-lead", "QX1", "Cora Second"),
  ]);
  await team(staff.manager.page);
});

chapter("a lead plans the event and lists those expected", async () => {
  const { page } = staff.lead;
  await page.goto("/engage/new");
  await describe(page, { title: TITLE, day: ON, from: "11:00", until: "16:00", ...FOLLOW_UP });
  await page.getByRole("checkbox", { name: "Polish", exact: true }).check();
  await look(page, "story event described");
  event = await plan(page);
  code = await joinCode(page);
  await page.goto(`${event}/people/new`);
  await page.getByLabel("Name").fill("Ann Baker");
  await page.getByLabel("Email address").fill(ANN);
  await page.getByRole("group", { name: /agreed to get email/ }).getByLabel("Yes").check();
  await look(page, "story person to add");
  await press(page, "Add");
  await follow(page, "Add people from a file");
  await look(page, "story file");
  writeFileSync(join(site.folder, "guests.csv"), GUESTS.join("\n"));
  await page.locator("#file").setInputFiles(join(site.folder, "guests.csv"));
  await press(page, "Look at the lines");
  assert.match(await main(page), /6 people would be put on the list.*1 line is refused.*4 of them can be invited/);
  assert.match(await main(page), /An earlier line of the file has the same email address/);
  await look(page, "story lines");
  await press(page, "Leave those lines out and add 6 people");
  await look(page, "story people");
});

chapter("invitations arrive with an entry for the calendar, and who wants none hears no more", async () => {
  const { page } = staff.lead;
  await press(page, "Send 5 invitations");
  const invitations = await mails(5);
  assert.deepEqual(invitations.map((mail) => mail.to), [ANN, JAN, LENA, NELL, OLU]);
  assert.deepEqual(invitations.map((mail) => mail.headings["content-language"]), ["en", "pl", "en", "en", "en"]);
  assert.equal(new Set(invitations.map(linkIn)).size, invitations.length);
  const start = ON.toISOString().slice(0, 10).replaceAll("-", "");
  for (const mail of invitations) {
    const entry = mail.calendar.replaceAll(/\r\n[ \t]/g, "");
    assert.match(entry, /^BEGIN:VCALENDAR\r\n[\s\S]*METHOD:PUBLISH[\s\S]*END:VCALENDAR\r\n$/);
    assert.match(entry, new RegExp(`^DTSTART:${start}T1[01]0000Z\r$`, "m"));
    assert.ok(entry.includes(`SUMMARY:${TITLE}`) && !entry.includes("/i/"), entry);
  }
  await somebody(async (phone) => {
    await phone.goto(mailsTo(OLU)[0].text.match(/http:\S+\/stop\/\S+/)[0]);
    await look(phone, "story stop");
    await press(phone, "Stop the emails");
    await look(phone, "story stopped");
  });
  await page.goto(`${event}/people`);
  assert.match(await main(page), /Invitations sent 5/);
  assert.match(await words(page.getByRole("row").filter({ hasText: "Olu Adeyemi" })), /Does not want email/);
});

chapter("posters and cards are of the right size, and their square code leads to the event and nowhere else", async () => {
  const { page } = staff.lead;
  await page.goto(event);
  await look(page, "story event planned");
  const papers = { "Poster, A4 (PDF)": [210, 297], "Card for the tables, A5 (PDF)": [148, 210] };
  for (const [name, paper] of Object.entries(papers)) {
    for (const language of ["English", "Polish"]) {
      const link = page.getByRole("link", { name: `${name}: ${language}`, exact: true });
      const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
      const path = join(site.folder, download.suggestedFilename());
      await download.saveAs(path);
      const found = printed(path);
      assert.deepEqual(found, { paper, codes: [`${site.base}/e/${code}`] });
      [square] = found.codes;
    }
  }
});

chapter("before the day nobody can answer, and on the day it opens by itself", async () => {
  await somebody(async (phone) => {
    await phone.goto(square);
    assert.match(await main(phone), /The questions are not open yet/);
    await look(phone, "story not yet");
  });
  await move(noon());
  assert.match(await main(staff.lead.page), /Takes answers/);
});

chapter("a carer scans the code at 360 px, answers, and leaves an address apart from the answers", () =>
  somebody(async (page) => {
    await page.goto(square);
    await look(page, "story start");
    await page.setViewportSize(PHONE);
    await begin(page, square);
    const own = { "biggest difference": SAID.cara, "Why do you say": SAID.caraWhy, "May we publish": "Yes, you may publish my words" };
    const asked = await answerAll(page, { minds: { ...QUIET, "Who is answering": "I am a carer, answering about myself", ...own } });
    assert.equal(asked.length, 10, asked.join("\n"));
    assert.match(await main(page), new RegExp(SAID.caraWhy));
    await look(page, "story check");
    await send(page);
    await page.getByLabel("Your email address").fill(CARA);
    await look(page, "story receipt");
    await press(page, "Send me the results");
    assert.match(await main(page), /You will hear from us/);
    await page.goto(square);
    assert.match(await main(page), /Answers were sent from this phone/);
    await look(page, "story answered");
  }));

chapter("another types the code, a wrong one first", () =>
  somebody(async (page) => {
    await page.goto("/join");
    await look(page, "story join");
    await page.getByLabel("The code of the event").fill(code.replace(/.$/, (last) => (last === "7" ? "9" : "7")));
    await press(page, "Continue");
    assert.match(await main(page), /No event has this code/);
    await look(page, "story join wrong");
    await page.getByLabel("The code of the event").fill(` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`);
    await press(page, "Continue");
    assert.equal(page.url().replace(/#$/, ""), square, "it begins at the top");
    await begin(page, square);
    await answerAll(page, { minds: { ...QUIET, "biggest difference": nothing } });
    await send(page);
  }));

chapter("a daughter answers by the link in her invitation, for her mother, and keeps her words to us", () =>
  somebody(async (page) => {
    const link = linkIn(mailsTo(ANN)[0]);
    await begin(page, link);
    const who = { "Who is answering": "I am answering for someone else", "What are you to the person": "Daughter or son" };
    const own = { "biggest difference": SAID.ann, "May we publish": "No, only the people who run the event may read them" };
    await answerAll(page, { minds: { ...QUIET, ...who, ...own } });
    await send(page);
    assert.equal((await page.goto(link)).status(), 410);
    await look(page, "story link answered");
  }));

chapter("somebody at the door ticks who came, papers are typed in, and the count on the wall says how many there are", async () => {
  const { page } = staff.lead;
  await page.goto(`${event}/people/door`);
  await look(page, "story door");
  await turn(page, page.getByRole("button", { name: /^Came.*Meg Paper/ }));
  assert.match(await main(page), /1 of 7 came/);
  await page.goto(`${event}/paper`);
  const today = new Date(Date.now() + seconds * 1000).toISOString().slice(0, 10).split("-").reverse().join(" ");
  for (let paper = 0; paper < PAPERS; paper += 1) {
    await fill(page, { date: today, language: 1, who: 1, q1: 2, q2: 1, q6: paper % 2 ? 1 : 2 });
    await press(page, "Keep and enter the next one");
  }
  assert.match(await status(page), new RegExp(`You have entered ${PAPERS} forms`));
  await page.goto(`${event}/live?still=yes`);
  assert.match(await main(page), new RegExp(`${PAPERS + 3} people have answered`));
  await look(page, "story live");
});

chapter("who has not answered is asked once and reminded once, and who has is thanked", async () => {
  const asking = noon() + (5 + FOLLOW_UP["follow-up"]) * HOUR;
  await move(asking);
  const first = await mails(5);
  const asked = [[JAN, "nadal możesz"], [LENA, "still tell us"], [NELL, "still tell us"]];
  assert.deepEqual(told(first), [[ANN, "thank you"], [CARA, "thank you"], ...asked]);
  await somebody(async (page) => {
    const [invited, again] = mailsTo(LENA).map(linkIn);
    assert.equal(again, invited);
    await begin(page, again);
    await answerAll(page, { minds: { ...QUIET, "biggest difference": SAID.lena } });
    await send(page);
  });
  await move(asking + FOLLOW_UP.reminder * DAY + HOUR);
  assert.deepEqual(told(await mails(2)), [[JAN, "nadal czekamy"], [NELL, "still welcome"]]);
  await somebody(
    async (page) => {
      await begin(page, linkIn(mailsTo(JAN).at(-1)));
      const own = { "Co najbardziej": SAID.jan, "Czy jest coś": nothing, "Dlaczego": nothing };
      await answerAll(page, { minds: own });
      assert.equal(await page.locator("html").getAttribute("lang"), "pl");
      await send(page);
    },
    { language: "pl-PL" },
  );
  // When somebody answered after the event is told nobody: they are thanked when answers are closed. Whatever went out twice would
  // go out before that.
  await move(noon() + 16 * DAY);
  assert.deepEqual(told(await mails(2)), [[JAN, "dziękujemy"], [LENA, "thank you"]]);
  assert.deepEqual([OLU, NELL].map((address) => mailsTo(address).length), [1, 3]);
});

chapter("a fortnight after the event it is closed, and what people said is read before anybody else may", async () => {
  await somebody(async (phone) => {
    await phone.goto(square);
    assert.match(await main(phone), /The questions are closed/);
    await look(phone, "story closed");
    await phone.goto(`/e/${code}/heard`);
    assert.match(await main(phone), /We are working on our answer/);
    await look(phone, "story nothing said back");
  });
  const { page } = staff.lead;
  await page.goto(`${event}/results`);
  assert.match(await main(page), /About 15 people sent answers/);
  await look(page, "story results");
  await page.goto("/engage/comments");
  await look(page, "story comments");
  await turn(page, page.locator("main table a").first());
  await look(page, "story comment");
  const decisions = [
    [SAID.caraWhy, () => publish(page, SAID.caraWhy)],
    ["Breaks at weekends", () => publish(page, "Breaks at weekends keep me going. Ring Dr [name] on [telephone number], she knows.")],
    ["Sarah Jones", () => keepBack(page, "It names a nurse, and says nothing else.")],
    [SAID.ann, () => withheld(page)],
    [SAID.jan, () => keepBack(page, "It can wait for the bus company.")],
  ];
  await decideAll(page, decisions);
  await page.goto("/engage/comments?status=published");
  assert.match(await main(page), /Published \(2\)/);
});

chapter("two people put the comments under themes, and agree", async () => {
  const { page } = staff.lead;
  const themes = ["A home", "Rest"];
  for (const title of themes) {
    await page.goto("/engage/themes/new");
    await page.getByLabel("Title").fill(title);
    await press(page, "Add");
  }
  await comeBack(staff.second.page, staff.second, "/staff", seconds);
  await Promise.all([page, staff.second.page].map((each) => coded(each, event, themes, SAID.caraWhy)));
  await page.goto(`${event}/agreement`);
  await look(page, "story agreement");
  assert.match(await main(page), /5 of 5 comments were coded by two people. 5 of them are settled/);
});

chapter("what was heard is answered, published, and told to whoever asked", async () => {
  const { page } = staff.lead;
  await page.goto(`${event}/answers`);
  await look(page, "story answers none");
  await follow(page, "Add what you heard");
  await page.getByLabel("What you heard").fill("Carers need a break at weekends.");
  await page.getByLabel("Theme").selectOption({ label: "Rest" });
  await page.getByLabel("Planned").check();
  await page.getByLabel("What is done about it").fill("Two weekends a year with somebody to stand in.");
  await page.getByLabel("Who is responsible").fill("Head of carers’ services");
  await fill(page, { due: 1, "due-month": 4, "due-year": dayIn(400).getUTCFullYear() });
  await look(page, "story answer");
  await press(page, "Save");
  await look(page, "story answers");
  await follow(page, "Look at it and publish");
  assert.ok(await page.getByLabel("Email those who asked").isChecked());
  await look(page, "story answers to publish");
  await press(page, "Publish this");
  assert.match(await status(page), /Published/);
  const [mail] = await mails(1);
  assert.deepEqual(told([mail]), [[CARA, "what became of"]]);
  await somebody(async (phone) => {
    await phone.goto(mail.text.match(/http:\S+\/heard/)[0]);
    const all = await main(phone);
    const everybodys = ["Two weekends a year", "Rest", SAID.caraWhy, "on [telephone number], she knows"];
    assert.deepEqual(everybodys.filter((shown) => !all.includes(shown)), [], all);
    assert.deepEqual(["07700", "Whitfield", "Sarah", SAID.ann, SAID.jan].filter((kept) => all.includes(kept)), [], all);
    await look(phone, "story heard");
    await phone.goto("/heard");
    assert.match(await main(phone), new RegExp(TITLE));
    await look(phone, "story all heard");
  });
});

chapter("an approver marks the indicator as validated, and cites the event", async () => {
  staff.approver = await desk("commissioner-approver", "QX1", "Vera Weigh");
  const { page } = staff.approver;
  await page.goto("/framework");
  await look(page, "story framework");
  await page.goto(INDICATOR);
  const shown = await main(page);
  assert.match(shown, /Not yet validated.*About 15 people answered\. Does it make sense\? Yes: 10\. Partly: hidden\. No: hidden\./);
  assert.match(shown, /A comment that supports it Without a home nothing else holds/);
  await look(page, "story indicator");
  await follow(page, "Validate it, or send it back");
  await press(page, "Decide");
  await look(page, "story decision with faults");
  await page.getByLabel("Validated with patients and carers").check();
  await page.getByLabel(new RegExp(TITLE)).check();
  await page.getByLabel("Why?").fill("Patients and carers say that a home comes first.");
  await press(page, "Decide");
  assert.match(await main(page), /Validated with patients and carers on/);
  await look(page, "story indicator validated");
  await follow(page, "What was cited");
  assert.match(await main(page), /Without a home nothing else holds/);
  await look(page, "story decision");
  for (const one of Object.values(staff)) assert.deepEqual(one.faults, []);
});
