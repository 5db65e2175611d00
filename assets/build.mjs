// Builds the style sheets and scripts: Sass, compressed; scripts as they are; names that carry a hash of the content, so that they can be kept for ever;
// a brotli and a gzip copy of each, so that no request pays for compression; and a manifest of logical to hashed names. All that goes to OUTPUT/web; the
// typefaces of what is printed, which no browser is sent, go to OUTPUT/fonts.
//
// usage: node build.mjs SOURCE OUTPUT   (node_modules is looked for in the working directory)
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, basename, join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { compile } from "sass";

// One message and no stack: what went wrong is in the sheet, not in this script.
process.on("uncaughtException", (error) => {
  console.error(error.message);
  process.exit(1);
});

const [source, finished] = process.argv.slice(2).map((folder) => resolve(folder));
const output = join(finished, "web");

/** Compiles one sheet; warnings of the design system itself are not ours to mend. */
function sheet(name) {
  const options = { style: "compressed", loadPaths: [resolve("node_modules")], quietDeps: true };
  return Buffer.from(compile(join(source, "scss", name), options).css);
}

/** Writes the bytes under a hashed name with their compressed copies, and answers the name. */
function publish(logical, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const extension = extname(logical);
  const name = `${basename(logical, extension)}-${hash}${extension}`;
  writeFileSync(join(output, name), bytes);
  const brotli = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(join(output, `${name}.br`), brotliCompressSync(bytes, { params: brotli }));
  writeFileSync(join(output, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  return name;
}

rmSync(finished, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
mkdirSync(join(finished, "fonts"));
for (const [name, face] of [["regular.ttf", "DejaVuSansCondensed.ttf"], ["bold.ttf", "DejaVuSansCondensed-Bold.ttf"]]) {
  copyFileSync(resolve("node_modules/dejavu-fonts-ttf/ttf", face), join(finished, "fonts", name));
}
const manifest = {
  "survey.css": publish("survey.css", sheet("survey.scss")),
  "staff.css": publish("staff.css", sheet("staff.scss")),
  "passkey.js": publish("passkey.js", readFileSync(join(source, "js", "passkey.js"))),
  "favicon.svg": publish("favicon.svg", readFileSync(join(source, "icons", "favicon.svg"))),
};
// Last, because its presence is what tells the crate's build that everything before it is there.
writeFileSync(join(output, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
