// What an authenticator app does (RFC 6238): six digits from the key that the page shows.
import { createHmac } from "node:crypto";

const STEP_SECONDS = 30;

/** Bytes of base 32 (RFC 4648). */
function bytes(text) {
  const bits = [...text].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

/** The code of a key, so many seconds from now. */
export function code(key, seconds = 0) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor((Date.now() / 1000 + seconds) / STEP_SECONDS)));
  const hash = createHmac("sha1", bytes(key.replaceAll(/\s/g, ""))).update(counter).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}
