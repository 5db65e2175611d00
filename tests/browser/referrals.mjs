// A file of ten thousand people in care, every one invented: who is due to be asked, who is due and may not be, who was due long
// ago, and a few lines that cannot be right.

const LINES = 10_000;
const GIVEN = ["Ada", "Bruno", "Celia", "Dev", "Ewa", "Farah", "Glyn", "Halina", "Ivo", "Jolanta", "Kofi", "Lena"];
const FAMILY = ["Ashdown", "Brandt", "Cieslak", "Dunmore", "Ekwueme", "Fenwick", "Grabowska", "Hollis", "Iqbal", "Jarosz", "Kemp"];
const COLUMNS = [
  ...["Patient ID", "NHS No", "Forename", "Surname", "DOB", "Sex", "Ethnic category", "Language", "Needs", "Contact preference"],
  ...["Consent", "Died", "Email", "Mobile", "Address 1", "Postcode"],
  ...["Episode ID", "Programme", "Referral date", "Hospital discharge", "Baby born", "Ward"],
];

/** So many days before today, where the service is. */
export function daysAgo(days) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(new Date());
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
}

/** NHS numbers of the range that is given to nobody, each with its check digit (modulus 11). */
function* nhsNumbers() {
  for (let next = 0; ; next += 1) {
    const nine = `999${String(next).padStart(6, "0")}`;
    const check = 11 - ([...nine].reduce((sum, digit, at) => sum + (10 - at) * Number(digit), 0) % 11);
    if (check !== 10) yield `${nine}${check % 11}`;
  }
}

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (person) => COLUMNS.map((column) => cell(person[column] ?? "")).join(",");

/** The people of the file, by what is to become of them, and the file. `who` are some who are met again, with a line of their own. */
export function referrals(who) {
  const numbers = nhsNumbers();
  const all = [];
  const add = (more) => {
    const at = all.length;
    const language = ["en", "en", "en", "pl"][at % 4];
    const one = {
      "Patient ID": `P${at}`,
      "NHS No": numbers.next().value,
      Forename: GIVEN[at % GIVEN.length],
      Surname: FAMILY[at % FAMILY.length],
      DOB: `${1950 + (at % 55)}-${String(1 + (at % 12)).padStart(2, "0")}-17`,
      Sex: at % 2 === 0 ? "F" : "M",
      "Ethnic category": "ABCHKMZ"[at % 7],
      Language: language,
      Email: `p${at}@${language}.example`,
      "Episode ID": `E${at}`,
      Programme: "mental-health",
      "Referral date": daysAgo(7),
      Ward: "7",
      ...more,
    };
    all.push(one);
    return one;
  };
  const many = (times, more) => Array.from({ length: times }, () => add(more));
  const maternity = { Programme: "Maternity", Sex: "F", "Referral date": daysAgo(200), "Baby born": daysAgo(42) };
  const frail = { Programme: "frail-older-people", "Referral date": daysAgo(95), DOB: "1938-03-04" };
  const met = Object.fromEntries(Object.entries(who).map(([name, more]) => [name, add({ ...(more["Baby born"] ? maternity : {}), ...more })]));
  const groups = {
    due: [...Object.values(met), ...many(220, {}), ...many(20, maternity), ...many(20, { ...frail, "Hospital discharge": daysAgo(91) })],
    // They share an address; each has a link of their own.
    couple: many(2, { Email: "both@en.example", Language: "en" }),
    // Saywell does not speak their language; English is what it falls back on.
    spokenTo: many(10, { Language: "ro" }),
    refused: many(20, { Consent: "no" }),
    nowise: many(10, { "Contact preference": "none" }),
    dead: many(20, { Died: daysAgo(1) }),
    unreachable: many(20, { Email: "" }),
    byPost: many(20, { "Contact preference": "letter", "Address 1": "1 Sample Street", Postcode: "ZZ99 3WZ" }),
    byPhone: many(20, { Needs: "phone", Mobile: "07700 900123" }),
    // The one schedule whose hours are quiet now.
    asleep: many(20, { ...frail, Needs: "carer-assists", "Referral date": daysAgo(50), "Hospital discharge": daysAgo(42) }),
  };
  many(LINES - 5 - all.length, {}).forEach((one, at) => Object.assign(one, { "Referral date": daysAgo(45 + (at % 30)) }));
  const wrong = [
    // Two digits of 999 000 0018 have changed places.
    [{ "NHS No": "999 000 0081" }, "nhs-number-check"],
    [{ DOB: daysAgo(-30) }, "birth-future"],
    [{ "Hospital discharge": daysAgo(8) }, "discharged-before-opened"],
    [{ "NHS No": all[0]["NHS No"] }, "nhs-number-taken"],
    [{ Forename: 'Be"a' }, "stray-quote"],
  ].map(([more, why]) => ({ number: all.indexOf(add(more)) + 2, why }));
  const text = [COLUMNS.join(","), ...all.map(line)].join("\r\n").replace('"Be""a"', '"Be"a');
  return { csv: `\ufeff${text}\r\n`, lines: all.length, met, groups, wrong };
}
