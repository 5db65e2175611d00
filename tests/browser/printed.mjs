// What a printed page is worth: a PDF is turned into a picture, as a printer would, and its square code is read by a decoder that
// knows nothing of Saywell. The programs are those of Debian's packages poppler-utils and zbar-tools.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

const DOTS_PER_INCH = 150;
const POINTS_PER_MM = 72 / 25.4;

/** The programs that it takes and that are not on this machine. */
export function missingPrograms() {
  return ["pdfinfo", "pdftoppm", "zbarimg"].filter((program) => spawnSync(program, ["--version"]).error !== undefined);
}

function run(program, ...words) {
  const done = spawnSync(program, words, { encoding: "utf8" });
  assert.equal(done.status, 0, `${program} ${words.join(" ")}: ${done.error ?? done.stderr}`);
  return done.stdout;
}

/** The width and height of the paper in whole millimetres, and what each square code on the first page says. */
export function printed(pdf) {
  const [, width, height] = run("pdfinfo", pdf).match(/^Page size:\s+([\d.]+) x ([\d.]+) pts/m);
  run("pdftoppm", "-r", String(DOTS_PER_INCH), "-png", "-singlefile", pdf, pdf);
  const codes = run("zbarimg", "--quiet", "--raw", `${pdf}.png`).trim().split("\n");
  return { paper: [width, height].map((points) => Math.round(points / POINTS_PER_MM)), codes };
}
