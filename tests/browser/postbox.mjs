// A mail server on this machine that takes whatever it is handed, and reads it as a mailbox would.
import { createServer } from "node:net";

const END = "\r\n.\r\n";

/** What stands in quoted-printable or base64, as text. */
function decoded(text, encoding = "7bit") {
  if (encoding.toLowerCase() === "base64") return Buffer.from(text, "base64").toString("utf8");
  if (encoding.toLowerCase() !== "quoted-printable") return text;
  const bytes = text.replaceAll(/=\r?\n/g, "").replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** A heading whose words may be encoded (RFC 2047). */
function heading(text = "") {
  const word = (_, how, what) => decoded(how === "b" ? what : what.replaceAll("_", " "), how === "b" ? "base64" : "quoted-printable");
  return text.replaceAll(/\?=\s+=\?/g, "?==?").replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (all, how, what) => word(all, how.toLowerCase(), what));
}

/** The headings of a message or of a part of it, by name in small letters, and what stands below them. */
function split(raw) {
  const [, head, below] = raw.match(/^([\s\S]*?)\r\n\r\n([\s\S]*)$/) ?? [raw, raw, ""];
  const lines = head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  const named = lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]);
  return [Object.fromEntries(named), below];
}

/** The parts of a message that hold something themselves, also those inside others. */
function parts([headings, below]) {
  const boundary = headings["content-type"]?.match(/boundary="?([^";]+)"?/)?.[1];
  if (!boundary) return [[headings, below]];
  return below.split(`--${boundary}`).slice(1, -1).flatMap((part) => parts(split(part.replace(/^\r\n/, "").replace(/\r\n$/, ""))));
}

/** One message: to whom, what its headings say, its words as plain text and as HTML, and the entry for a calendar it brings. */
function read(to, raw) {
  const [headings, below] = split(raw);
  const all = parts([headings, below]);
  // Without a type it is plain text.
  const part = (type) => all.find(([{ "content-type": is = "text/plain" }]) => is.startsWith(type));
  const words = (found) => (found ? decoded(found[1], found[0]["content-transfer-encoding"]) : "");
  const [text, html, calendar] = ["text/plain", "text/html", "text/calendar"].map((type) => words(part(type)));
  return { to, headings, id: headings["message-id"], subject: heading(headings.subject), text, html, calendar };
}

/**
 * Begins to take mail. `taken` grows with every message, `address` is what to name as the transport.
 */
export async function postbox() {
  const taken = [];
  const server = createServer((socket) => {
    let said = "";
    let to = "";
    let isData = false;
    socket.write("220 here\r\n");
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      said += bytes.toString("latin1");
      for (;;) {
        const end = said.indexOf(isData ? END : "\r\n");
        if (end < 0) return;
        const one = said.slice(0, end);
        said = said.slice(end + (isData ? END : "\r\n").length);
        if (isData) {
          taken.push(read(to, Buffer.from(one, "latin1").toString("utf8")));
          isData = false;
          socket.write("250 taken\r\n");
          continue;
        }
        const verb = one.slice(0, 4).toUpperCase();
        if (verb === "RCPT") to = one.match(/<([^>]*)>/)[1];
        isData = verb === "DATA";
        socket.write({ EHLO: "250-here\r\n250 8BITMIME\r\n", DATA: "354 go on\r\n", QUIT: "221 bye\r\n" }[verb] ?? "250 fine\r\n");
      }
    });
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  server.unref();
  return { taken, address: `smtp://127.0.0.1:${server.address().port}` };
}
