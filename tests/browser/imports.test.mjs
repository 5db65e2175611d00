// A file of people and episodes, as whoever coordinates care sends it: refused as a whole, looked at line by line, brought in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDE, browser, county, device, look, signInAs, turn } from "./support.mjs";
import { words } from "./respondent.mjs";

const HEADING = "Patient ID;NHS No;Forename;Surname;DOB;Sex;Ward;Episode ID;Programme;Referral date";

let site;
let chrome;
let desk;

before(async () => {
  site = await county();
  chrome = await browser();
  desk = await device(chrome, site, { viewport: WIDE });
});

after(async () => {
  await desk?.close();
  await chrome?.close();
  await site?.stop();
});

const press = (page, name) => turn(page, page.getByRole("button", { name, exact: true }));
const main = (page) => words(page.locator("main"));

/** Chooses a file of these lines and sends it. */
async function send(page, lines) {
  const file = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`) };
  await page.getByLabel("CSV file").setInputFiles(file);
  await press(page, "Send the file");
}

/** Looks again until the page says so. */
async function until(page, sentence) {
  for (let count = 0; count < 200 && !(await main(page)).includes(sentence); count += 1) await page.reload();
  assert.ok((await main(page)).includes(sentence), await main(page));
}

test("a file is sent, looked at and brought in", async () => {
  const { page } = desk;
  await signInAs(page, site, "coordinator@secondspring.example", "/provider/imports");
  await look(page, "imports");
  await page.getByText("Which columns a file may have").click();
  await look(page, "imports-columns");
  await press(page, "Send the file");
  await page.getByRole("link", { name: "Choose a file" }).waitFor();
  await look(page, "imports-no-file");
  await send(page, ["Patient ID;DOB", "1;1980-02-01"]);
  assert.match(await main(page), /missing: given_name, family_name/);
  await send(page, [
    HEADING,
    "1;;Zofia;Nowak;01/02/1980;F;7;E1;mental-health;2026-03-01",
    "2;943 476 5991;Anna;Nowak;01/02/1980;F;7;E2;mental-health;2026-03-01",
    '3;;"Berta;Nowak;01/02/1980;F;7;E3;mental-health;2026-03-01',
    "4;;Cara;Nowak;01/02/2080;F;7;E4;mental-health;2026-03-01",
  ]);
  await until(page, "3 of 4 lines are refused");
  assert.match(await main(page), /Ward/);
  await look(page, "import-checked");
  await press(page, "Go on");
  await look(page, "import-no-choice");
  await page.getByRole("radio", { name: "Bring in the other lines" }).check();
  await press(page, "Go on");
  await until(page, "The file was brought in.");
  await look(page, "import-done");
  await turn(page, page.getByRole("link", { name: "Refused", exact: true }));
  assert.equal(await page.locator("tbody tr").count(), 3);
  await look(page, "import-refused-lines");
  await turn(page, page.getByRole("link", { name: "People and episodes from a file" }));
  await look(page, "imports-list");
  assert.deepEqual(desk.faults, []);
});
